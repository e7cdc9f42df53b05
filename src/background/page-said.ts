/** What a page of a guided recording says of its post or its account, by its site's adapter. */
import { isSamePage } from "../core/address.ts"
import { EvidenceError } from "../core/errors.ts"
import { judgeReading } from "../core/post-facts/judge.ts"
import { summaryOf } from "../core/post-facts/summary.ts"
import { type PageSaid } from "../core/procedure/entry.ts"
import { localTime, now, timeZone } from "../platform/clock.ts"
import { askPage, injectPage } from "../platform/page.ts"
import { readPost } from "./read-post.ts"
import { type Run } from "./run.ts"

/** Null where the page does not say, or is being captured by itself: a second script would put back what that one holds. */
export async function readPageSaid(run: Run, url: string): Promise<PageSaid | null> {
  if (run.ports.isTaken(run.tabId)) return null
  try {
    await injectPage(run.tabId)
    const asked = now()
    const { reading, pageWorld } = await readPost(askPage(run.tabId), run.tabId, () => undefined)
    if (!isSamePage(reading.href, url)) return null
    const clock = { now: asked, utcOffsetMinutes: localTime(asked).offsetMinutes, timeZone: timeZone() }
    const facts = judgeReading(reading, { clock, href: reading.href }, pageWorld)
    const { adapter, pageType, permalink, authorName, authorId, comments } = summaryOf(facts)
    return { adapter, pageType, permalink, authorName, authorId, comments }
  } catch (thrown) {
    const { code, message } = EvidenceError.from(thrown)
    run.note("procedure", "a page's own words were not read", { code, message: message.slice(0, 300) })
    return null
  }
}
