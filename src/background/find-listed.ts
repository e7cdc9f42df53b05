/** A comment of a list: looked for on its thread's page before the first frame, so that its place is in every frame. */
import { EvidenceError } from "../core/errors.ts"
import { parseMarks } from "../core/marks.ts"
import { asFields, asOneOf, asString } from "../core/parse.ts"
import { type CommentFound, type CommentWords } from "../core/queue/comment.ts"
import { monotonicMs, now, wait } from "../platform/clock.ts"
import { askPage, injectPage } from "../platform/page.ts"
import { type Picked, postOf } from "./picking.ts"

/** How long a site may take to bring its comments, once the page has loaded. */
const PATIENCE_MS = 8_000
const POLL_MS = 500
const SELECTOR_LIMIT = 1_000

/**
 * Throws `queue/no-comment` where it does not stand there, or where two places could be it; as `injectPage`, and
 * `capture/page-silent`.
 */
export async function findListed(tabId: number, comment: CommentWords): Promise<Picked> {
  await injectPage(tabId)
  const page = askPage(tabId)
  const at = now()
  const began = monotonicMs()
  for (let waited = 0; ; waited += POLL_MS) {
    const { found, selector } = parseFound(await page("findComment", { comment }))
    if (found === "one") {
      const ms = Math.round(monotonicMs() - began)
      return { at, ms, by: "words", post: postOf(selector, parseMarks(await page("readMarks", null))) }
    }
    if (found === "several" || waited >= PATIENCE_MS) throw new EvidenceError("queue/no-comment", found)
    await wait(POLL_MS)
  }
}

function parseFound(input: unknown): CommentFound {
  const { found, selector } = asFields(input, "findComment")
  return {
    found: asOneOf(found, "found", ["none", "one", "several"]),
    selector: asString(selector, "selector").slice(0, SELECTOR_LIMIT),
  }
}
