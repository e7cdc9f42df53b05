/** Unfolding the text of the chosen post, where the user switched that on. Every click is in the procedure log. */
import { parseUnfolded } from "../core/marks.ts"
import { type PostClick } from "../core/post.ts"
import { type CaptureRow } from "../vault/capture-row.ts"
import { checkAddress } from "./ownership.ts"
import { type PageAsk } from "./page-texts.ts"
import { type Run, store } from "./run.ts"

/** A post with more labels than this leaves a gap: what is still folded is counted in the end. */
const MOST_CLICKS = 20

/** Throws `capture/route-changed` where a click led to another address: the page is another one then. */
export async function unfoldPost(
  run: Run,
  page: PageAsk,
  post: NonNullable<CaptureRow["post"]>,
): Promise<void> {
  const clicks: PostClick[] = []
  try {
    while (clicks.length < MOST_CLICKS) {
      run.signal.throwIfAborted()
      const { click, href } = parseUnfolded(await page("unfoldNext", null))
      if (click !== null) {
        const { selector, words, from, to } = click
        clicks.push({ selector, words })
        run.note("unfold", "page changed by us", {
          ...{ selector, property: "click", words },
          ...{ old: `height ${String(Math.round(from))}`, now: `height ${String(Math.round(to))}` },
        })
      }
      checkAddress(run, href)
      if (click === null) break
    }
  } finally {
    await store(run, { post: { ...post, clicks } })
  }
}
