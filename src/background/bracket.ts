/**
 * The lower end of the time bracket: numbers that nobody knew before, asked for
 * while the page is captured. Nothing waits for them: what has not come when the
 * record is closed is said to be missing.
 */
import {
  type BeaconMiss,
  type BeaconSource,
  type BeaconValue,
  type Beacons,
  type BracketRecord,
} from "../core/bracket/beacons.ts"
import { QUICKNET } from "../core/bracket/drand.ts"
import { EvidenceError } from "../core/errors.ts"
import { now } from "../platform/clock.ts"
import { beacons } from "../vault/read-settings.ts"
import { addToCapture } from "../vault/write.ts"
import { type Ports } from "./ports.ts"
import { type Run } from "./run.ts"

export interface Bracket {
  /** To be called once, before the record is made. */
  readonly close: () => Promise<void>
}

/** Asks whomever the user has switched on, and answers at once. */
export function openBracket(run: Run): Bracket {
  const values: BeaconValue[] = []
  const waiting = new Map<BeaconSource, BeaconMiss>()
  const missing: BeaconMiss[] = []
  const asked = { isClosed: false }
  const ask = async (source: BeaconSource, fetched: () => Promise<BeaconValue>): Promise<void> => {
    const askedAt = now()
    waiting.set(source, { source, askedAt, code: "time/offline" })
    run.note("preflight", "public random number asked for", { source })
    try {
      const value = await fetched()
      if (!asked.isClosed) values.push(value)
    } catch (thrown) {
      const { code, message } = EvidenceError.from(thrown)
      if (asked.isClosed) return
      missing.push({ source, askedAt, code })
      run.note("preflight", "no public random number came", { source, code, message: message.slice(0, 500) })
    } finally {
      waiting.delete(source)
    }
    if (!asked.isClosed) await keep({ values, missing })
  }
  const keep = (bracket: BracketRecord) => addToCapture(run.ports.vault, run.id, { row: { bracket } })
  const begun = beacons(run.ports.vault).then(chosen => {
    if (!chosen.on) return
    // Each tells of its own failure; that of the vault is met again when the bracket is closed.
    for (const [source, fetched] of questions(run.ports, chosen)) ask(source, fetched).catch(() => undefined)
  })
  return {
    async close() {
      await begun
      asked.isClosed = true
      missing.push(...waiting.values())
      if (values.length + missing.length > 0) await keep({ values, missing })
    },
  }
}

function questions(
  { beacons: { newestRound, newestPulse }, mayReach }: Ports,
  { drand, nist }: Beacons,
): [BeaconSource, () => Promise<BeaconValue>][] {
  return [
    ["drand", () => firstRound(newestRound, drand)],
    [
      "nist",
      async () => {
        const askedAt = now()
        if (!(await mayReach(nist))) throw new EvidenceError("time/not-allowed", nist)
        return { source: "nist", from: nist, askedAt, raw: await newestPulse(nist) }
      },
    ],
  ]
}

/** Throws what the last one threw. */
async function firstRound(
  newestRound: Ports["beacons"]["newestRound"],
  relays: readonly string[],
): Promise<BeaconValue> {
  let failure: unknown
  for (const from of relays) {
    const askedAt = now()
    try {
      return { source: "drand", from, askedAt, chain: QUICKNET.hash, ...(await newestRound(from)) }
    } catch (thrown) {
      failure = thrown
    }
  }
  throw EvidenceError.from(failure)
}
