import { type Correction } from "../corrections.ts"
import { type TimeValue } from "../post-facts/fields.ts"
import { readWhen } from "../post-facts/when.ts"
import { type CapturedPost } from "./account.ts"

interface Known {
  /** As the page says it. */
  readonly published: Pick<TimeValue, "at" | "plusMinusSeconds"> | null
  /** What the user says in its place. */
  readonly filled: Correction | undefined
  readonly startedAt: string
  readonly utcOffsetMinutes: number
  readonly timeZone: string
}

/**
 * When a post was published: by the user's word where there is one, else by the
 * page's. Else when it was captured, which it is where the user's word is no time.
 */
export function datedBy(known: Known): Pick<CapturedPost, "at" | "plusMinusSeconds"> {
  const { published, filled, startedAt, utcOffsetMinutes, timeZone } = known
  // "Yesterday" is the day before that on which it was written.
  const found =
    filled === undefined
      ? published
      : readWhen(filled.value ?? "", { now: filled.at, utcOffsetMinutes, timeZone })
  return found === null
    ? { at: startedAt, plusMinusSeconds: null }
    : { at: found.at, plusMinusSeconds: found.plusMinusSeconds }
}
