/** NIST's Randomness Beacon 2.0 (NISTIR 8213): a pulse a minute. Kept as it came; its signature is checked by nobody here. */
import { asFields, asString, asTime, malformed } from "../parse.ts"

/** A pulse has some 3 kB, its signature and the hashes of earlier ones among them. */
export const MOST_PULSE_CHARACTERS = 16_384

/** When the pulse says that it was published. Throws `input/malformed` for what is no pulse. */
export function pulseTime(raw: string): string {
  if (raw.length > MOST_PULSE_CHARACTERS) throw malformed("nist: its length")
  const { pulse } = asFields(parsed(raw), "nist")
  const { timeStamp, outputValue } = asFields(pulse, "nist.pulse")
  if (!/^[0-9a-fA-F]{128}$/.test(asString(outputValue, "nist.outputValue")))
    throw malformed("nist.outputValue")
  return asTime(timeStamp, "nist.timeStamp")
}

function parsed(raw: string): unknown {
  try {
    return JSON.parse(raw)
  } catch {
    throw malformed("nist: no JSON")
  }
}
