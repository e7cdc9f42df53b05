/** A comment of a list: looked for on its thread's page before the first frame, so that its place is in every frame. */
import { EvidenceError } from "../core/errors.ts"
import { parseMarks } from "../core/marks.ts"
import { asBoolean, asFields, asOneOf, asString } from "../core/parse.ts"
import { type CommentFound, type CommentWords } from "../core/queue/comment.ts"
import { monotonicMs, now, wait } from "../platform/clock.ts"
import { askPage, injectPage } from "../platform/page.ts"
import { type Picked, postOf } from "./picking.ts"

/** How long a site may take to bring its comments, once the page has loaded, before it is scrolled for them. */
const PATIENCE_MS = 4_000
/** And at the end of what it has brought, where more may come. */
const PATIENCE_AT_END_MS = 4_000
const LONGEST_MS = 60_000
const POLL_MS = 500
const SELECTOR_LIMIT = 1_000

/**
 * Sites bring comments as one scrolls: where it is not there, the page is scrolled for it, before the first frame, which
 * then shows the comment in the middle. Throws `queue/no-comment` where it does not stand there, or where two places
 * could be it; as `injectPage`, and `capture/page-silent`.
 */
export async function findListed(tabId: number, comment: CommentWords): Promise<Picked> {
  await injectPage(tabId)
  const page = askPage(tabId)
  const at = now()
  const began = monotonicMs()
  let screens = 0
  let still = 0
  let isInMiddle = false
  for (let waited = 0; ; waited += POLL_MS) {
    const further = waited >= PATIENCE_MS
    const { found, selector, moved } = parseFound(await page("findComment", { comment, further }))
    // Once more where it was brought to the middle: what came with that may hold the same words.
    if (found === "one" && (screens === 0 || isInMiddle)) {
      const ms = Math.round(monotonicMs() - began)
      const post = postOf(selector, parseMarks(await page("readMarks", null)))
      return { at, ms, by: "words", screens, post }
    }
    isInMiddle = found === "one"
    if (further) still = moved ? 0 : still + POLL_MS
    if (found === "none" && moved) screens += 1
    const isOver = still >= PATIENCE_AT_END_MS || waited >= LONGEST_MS
    if (found === "several" || (found === "none" && isOver))
      throw new EvidenceError("queue/no-comment", found)
    await wait(POLL_MS)
  }
}

function parseFound(input: unknown): CommentFound {
  const { found, selector, moved } = asFields(input, "findComment")
  return {
    found: asOneOf(found, "found", ["none", "one", "several"]),
    selector: asString(selector, "selector").slice(0, SELECTOR_LIMIT),
    moved: asBoolean(moved, "moved"),
  }
}
