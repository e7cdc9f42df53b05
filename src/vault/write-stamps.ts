/** Time stamps from asking to having, each step with its line in custody; and the choice of whom to ask. */
import { type CustodyEvent } from "../core/custody.ts"
import { type ErrorCode } from "../core/errors.ts"
import { type ClockFacts } from "../core/evidence.ts"
import { type Sha256 } from "../core/seal/hash.ts"
import { type Authority } from "../core/stamp/authority.ts"
import { authoritiesIn } from "./read-settings.ts"
import { appendCustody } from "./append.ts"
import { type StampRow, type Vault } from "./schema.ts"
import { commit } from "./transact.ts"

/** Inside a transaction over stamps and custody. */
export async function addStamps(vault: Vault, at: string, rows: readonly StampRow[]): Promise<void> {
  await vault.stamps.bulkAdd([...rows])
  for (const row of rows) {
    await appendCustody(vault, at, { event: "time.requested", ...stampedBy(row) })
    // Those of a bundle are asked for while it is packed, and come to the vault with their outcome.
    const outcome = outcomeOf(row)
    if (outcome !== null) await appendCustody(vault, at, outcome)
  }
}

/** Asks for further stamps, later than their captures were sealed. */
export function requestStamps(vault: Vault, at: string, rows: readonly StampRow[]): Promise<void> {
  return commit(vault, [vault.stamps, vault.custody], () => addStamps(vault, at, rows))
}

/** Asks for stamps over the device key; none of an authority that was asked for one before. */
export function requestKeyStamps(vault: Vault, at: string, rows: readonly StampRow[]): Promise<void> {
  return commit(vault, [vault.stamps, vault.custody], async () => {
    const wanted: StampRow[] = []
    for (const row of rows) {
      const before = await vault.stamps.where("of").equals(row.of).toArray()
      if (before.every(({ authority }) => authority !== row.authority)) wanted.push(row)
    }
    await addStamps(vault, at, wanted)
  })
}

/** A try that failed: when the next one is due. Nothing, for a stamp that is not awaited any more. */
export function noteStampFailed(
  vault: Vault,
  id: string,
  at: string,
  failed: { readonly code: ErrorCode; readonly nextTryAt: string },
): Promise<void> {
  return commit(vault, [vault.stamps, vault.custody], async () => {
    const row = await waitingRow(vault, id)
    if (row === null) return
    await vault.stamps.update(id, { ...failed, tries: row.tries + 1 })
    // The first one tells that there was an attempt; a week without a net must not fill the log.
    if (row.code === failed.code) return
    await appendCustody(vault, at, { event: "time.failed", ...stampedBy(row), code: failed.code })
  })
}

/** Keeps a reply that was checked. */
export function keepStamp(
  vault: Vault,
  id: string,
  at: string,
  kept: {
    readonly reply: StampRow["query"]
    readonly time: string
    readonly signer: string
    readonly token: Sha256
    readonly httpDate: ClockFacts["httpDate"]
  },
): Promise<void> {
  return commit(vault, [vault.stamps, vault.custody], async () => {
    const row = await waitingRow(vault, id)
    if (row === null) return
    const received: StampRow = {
      ...row,
      ...kept,
      state: "received",
      receivedAt: at,
      tries: row.tries + 1,
      code: null,
    }
    await vault.stamps.put(received)
    const event = outcomeOf(received)
    if (event !== null) await appendCustody(vault, at, event)
  })
}

/** The user's choice, whole, in place of the one before. */
export function keepAuthorities(vault: Vault, at: string, authorities: readonly Authority[]): Promise<void> {
  return commit(vault, [vault.settings, vault.custody], async () => {
    const before = authoritiesIn(await vault.settings.get("time"))
    await vault.settings.put({ name: "time", authorities })
    const on = namesOn(authorities)
    if (on.join() !== namesOn(before).join()) {
      await appendCustody(vault, at, { event: "settings.changed", setting: "time", on })
    }
  })
}

const namesOn = (authorities: readonly Authority[]): string[] =>
  authorities
    .filter(({ on }) => on)
    .map(({ name }) => name)
    .sort()

async function waitingRow(vault: Vault, id: string): Promise<StampRow | null> {
  const row = await vault.stamps.get(id)
  return row?.state === "waiting" ? row : null
}

function outcomeOf(row: StampRow): CustodyEvent | null {
  const { code, token, time, httpDate } = row
  if (code !== null) return { event: "time.failed", ...stampedBy(row), code }
  if (token === null || time === null) return null
  const clock = httpDate == null ? {} : { localMinusServerMs: httpDate.localMinusServerMs }
  return { event: "time.received", ...stampedBy(row), token, time, ...clock }
}

const stampedBy = ({ kind, of, digest, authority }: StampRow) => ({
  [kind]: of,
  digest,
  authority,
})
