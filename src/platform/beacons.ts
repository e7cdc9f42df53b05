/** Public random numbers. Nothing is sent but the question; the user's own switch is asked by whoever calls. */
import { parseRound, QUICKNET, type Round } from "../core/bracket/drand.ts"
import { MOST_PULSE_CHARACTERS, pulseTime } from "../core/bracket/nist.ts"
import { EvidenceError } from "../core/errors.ts"
import { get } from "./post.ts"

const MOST_ROUND_BYTES = 4_096

/** The newest round of quicknet, as a relay has it. Throws `time/offline`, `time/refused`, or `time/bad-answer`. */
export async function newestRound(relay: string): Promise<Round> {
  const text = await answer(`${relay}/${QUICKNET.hash}/public/latest`, MOST_ROUND_BYTES)
  return understood(() => parseRound(JSON.parse(text)))
}

/** NIST's newest pulse, as it came. Throws as {@link newestRound}. */
export async function newestPulse(beacon: string): Promise<string> {
  const text = await answer(`${beacon}/beacon/2.0/pulse/last`, MOST_PULSE_CHARACTERS)
  understood(() => pulseTime(text))
  return text
}

async function answer(url: string, mostBytes: number): Promise<string> {
  const bytes = await get(url, "application/json", mostBytes)
  if (bytes === null) throw new EvidenceError("time/refused", "status 404")
  return new TextDecoder().decode(bytes)
}

function understood<T>(read: () => T): T {
  try {
    return read()
  } catch (cause) {
    throw new EvidenceError("time/bad-answer", String(cause), { cause })
  }
}
