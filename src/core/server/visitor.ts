/**
 * Whether a visitor without cookies gets the post: read off two answers to the
 * same question, one asked with the user's cookies and one without. It says what
 * the server did then, not what it does for everybody.
 */
import { type Comparison, isCheck, isLogIn, placeOf, type ServerText } from "./compare.ts"

export const visitorVerdicts = ["public", "not-public", "cannot-tell"] as const
export type VisitorVerdict = (typeof visitorVerdicts)[number]

export const visitorReasons = [
  /** The text stands in what a visitor gets. */
  "same-text",
  /** As much of it as with cookies, of words that are the post's or were selected. */
  "as-much-text",
  /** The server answered a visitor with a refusal, and the user's own request with the page. */
  "refused",
  /** A visitor is sent to a page to sign in by. */
  "log-in",
  /** A visitor is checked first, or a machine is refused: a person's browser may get through. */
  "visitor-check",
  /** With cookies the server did not give it either. */
  "not-given-either",
  "no-answer",
  "part-of-text",
  "text-not-found",
] as const
export type VisitorReason = (typeof visitorReasons)[number]

export interface VisitorView {
  readonly verdict: VisitorVerdict
  readonly reason: VisitorReason
}

export interface Side {
  readonly text: ServerText
  readonly comparison: Comparison
  /** The address of another site that the server sent on to, and that was not asked. */
  readonly sentTo: string | null
}

const REFUSALS: ReadonlySet<number> = new Set([401, 404, 410, 451])
/** What sites answer to a request that looks like a machine's, and to one that may not see the page: nobody can tell which. */
const DOUBTFUL: ReadonlySet<number> = new Set([403, 412, 418, 429])

export function visitorView(own: Side, visitor: Side): VisitorView {
  const { status, url, body } = visitor.text
  if (visitor.comparison.verdict === "found") return { verdict: "public", reason: "same-text" }
  const given = own.text.status === 200 && own.comparison.found > 0
  const hasMoved = url !== null && placeOf(url) !== placeOf(visitor.text.asked)
  const elsewhere = visitor.sentTo ?? (hasMoved ? url : null)
  if (isCheck(elsewhere) || (status !== null && DOUBTFUL.has(status))) {
    return { verdict: "cannot-tell", reason: given ? "visitor-check" : "not-given-either" }
  }
  const isSentToLogIn = isLogIn(elsewhere, "")
  const isRefused = status !== null && REFUSALS.has(status)
  if (isSentToLogIn || isRefused) {
    if (!given) return { verdict: "cannot-tell", reason: "not-given-either" }
    return { verdict: "not-public", reason: isSentToLogIn ? "log-in" : "refused" }
  }
  if (status === null || visitor.sentTo !== null) return { verdict: "cannot-tell", reason: "no-answer" }
  if (visitor.comparison.found > 0) {
    // A page's text has a foot and a head that everybody gets.
    const isOfThePost = visitor.comparison.basis !== "page" && own.comparison.found > 0
    return isOfThePost && visitor.comparison.found >= own.comparison.found
      ? { verdict: "public", reason: "as-much-text" }
      : { verdict: "cannot-tell", reason: "part-of-text" }
  }
  if (!given) return { verdict: "cannot-tell", reason: "not-given-either" }
  // The same field for a password may stand in the page that the user saw.
  if (isLogIn(null, body) && !isLogIn(null, own.text.body)) return { verdict: "not-public", reason: "log-in" }
  return { verdict: "cannot-tell", reason: "text-not-found" }
}
