/**
 * Time stamps: who is asked for them, and the asking until they are there.
 * Nothing waits for this, and nothing is sent but a fingerprint, to authorities
 * that are switched on at that moment and that the browser lets us reach.
 */
import { fromHex } from "../core/bytes.ts"
import { EvidenceError } from "../core/errors.ts"
import { groupsOf } from "../core/groups.ts"
import { type Authority } from "../core/stamp/authority.ts"
import { nextTryAt } from "../core/stamp/back-off.ts"
import { positiveNonce, stampQuery } from "../core/stamp/query.ts"
import { now, random } from "../platform/clock.ts"
import { readBack } from "../vault/blobs.ts"
import { waitingStamps } from "../vault/read.ts"
import { authorities } from "../vault/read-settings.ts"
import { type StampRow, type Vault } from "../vault/schema.ts"
import { keepStamp, noteStampFailed } from "../vault/write-stamps.ts"
import { askWhatIsDue as askCalendars } from "./anchors.ts"
import { type Ports } from "./ports.ts"

const NONCE_BYTES = 16

/** A stamp for each authority that is switched on, not asked for yet. */
export async function wantedStamps(
  vault: Vault,
  of: Pick<StampRow, "kind" | "of" | "digest">,
  at: string,
): Promise<StampRow[]> {
  const asked = (await authorities(vault)).filter(({ on }) => on)
  return asked.map(({ name }) => newStamp(of, name, at))
}

export function newStamp(
  of: Pick<StampRow, "kind" | "of" | "digest">,
  authority: string,
  at: string,
): StampRow {
  const nonce = positiveNonce(random(NONCE_BYTES))
  return {
    ...of,
    id: crypto.randomUUID(),
    authority,
    state: "waiting",
    query: stampQuery(fromHex(of.digest), nonce),
    reply: null,
    requestedAt: at,
    tries: 0,
    nextTryAt: at,
    receivedAt: null,
    token: null,
    time: null,
    signer: null,
    code: null,
  }
}

export interface Stamper {
  /** Asks for whatever is due, now or after what is being asked for. */
  readonly wake: () => void
  /** Resolves when nothing is being asked for. */
  readonly idle: () => Promise<void>
}

/** `report` gets what nobody waits for. */
export function createStamper(ports: Ports, report: (work: Promise<void>) => void): Stamper {
  let work: Promise<void> = Promise.resolve()
  return {
    wake() {
      // What failed before was reported then, and must not hold up what is due now.
      work = work
        .catch(() => undefined)
        .then(async () => {
          // Neither waits for the other's failure.
          const asked = await Promise.allSettled([askWhatIsDue(ports), askCalendars(ports)])
          const failed = asked.find(({ status }) => status === "rejected")
          if (failed?.status === "rejected") throw EvidenceError.from(failed.reason)
        })
      report(work)
    },
    idle: () => work,
  }
}

async function askWhatIsDue(ports: Ports): Promise<void> {
  const { vault } = ports
  const on = new Map((await authorities(vault)).filter(each => each.on).map(each => [each.name, each]))
  // Switched off since: it stays wanted, and nothing is sent.
  const wanted = (await waitingStamps(vault)).filter(({ authority }) => on.has(authority))
  // No authority waits for another, which may be silent; each is asked one at a time: they limit how often they are.
  const asked = await Promise.allSettled(
    Array.from(
      groupsOf(wanted, ({ authority }) => authority),
      async ([name, rows]) => {
        for (const row of rows) {
          const authority = on.get(name)
          if (authority !== undefined && row.nextTryAt <= now()) await askFor(ports, row, authority)
        }
      },
    ),
  )
  const failed = asked.find(({ status }) => status === "rejected")
  if (failed?.status === "rejected") throw EvidenceError.from(failed.reason)
  const next = (await waitingStamps(vault)).find(row => on.has(row.authority))
  await ports.setStampAlarm(next?.nextTryAt ?? null)
}

async function askFor(ports: Ports, row: StampRow, authority: Authority): Promise<void> {
  const { vault } = ports
  try {
    if (!(await ports.mayReach(authority.url))) {
      throw new EvidenceError("time/not-allowed", `no access to ${authority.name}`)
    }
    const got = await ports.workshop("fetchStamp", { stampId: row.id })
    const reply = await readBack(vault, got.token)
    await keepStamp(vault, row.id, now(), { reply, ...got })
  } catch (thrown) {
    const { code } = EvidenceError.from(thrown)
    const at = now()
    await noteStampFailed(vault, row.id, at, { code, nextTryAt: nextTryAt(at, row.tries + 1) })
  }
}
