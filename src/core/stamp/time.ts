/** The two ways in which DER writes a time, as milliseconds since 1970. Both are UTC, or refused. */
import { malformed } from "../parse.ts"
import { type Der, GENERALIZED_TIME, UTC_TIME, decoded } from "./der.ts"

/** A certificate's time (RFC 5280 §4.1.2.5): seconds, no fraction, years 1950 to 2049 with two digits or not. */
export function certificateTimeOf(element: Der): number {
  const text = decoded(element.body, "latin1") ?? ""
  if (element.tag === UTC_TIME && /^\d{12}Z$/.test(text)) {
    return instantOf(`${Number(text.slice(0, 2)) < 50 ? "20" : "19"}${text}`)
  }
  if (element.tag === GENERALIZED_TIME && /^\d{14}Z$/.test(text)) return instantOf(text)
  throw malformed("time")
}

/** A token's time (RFC 3161 §2.4.2): a fraction may follow the seconds; what is below a millisecond is cut off. */
export function stampTimeOf(element: Der): number {
  const text = decoded(element.body, "latin1") ?? ""
  const fraction = /^\d{14}(?:\.(\d{1,9}))?Z$/.exec(text)
  if (element.tag !== GENERALIZED_TIME || fraction === null) throw malformed("time")
  return instantOf(text) + Number((fraction[1] ?? "").padEnd(3, "0").slice(0, 3))
}

/** A 30th of February, and a 61st second, would be read as another time: neither is one. */
function instantOf(text: string): number {
  const iso = text.replace(/^(....)(..)(..)(..)(..)(..).*$/, "$1-$2-$3T$4:$5:$6")
  const instant = Date.parse(`${iso}.000Z`)
  if (Number.isNaN(instant) || new Date(instant).toISOString() !== `${iso}.000Z`) throw malformed("time")
  return instant
}
