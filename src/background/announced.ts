/** What the site's own data says of the post's comments, when the page is asked for the last time. */
import { judgeReading } from "../core/post-facts/judge.ts"
import { localTime, now } from "../platform/clock.ts"
import { type AnnouncedComments } from "../core/post-facts/announced.ts"
import { checkAddress } from "./ownership.ts"
import { type PageAsk } from "./page-texts.ts"
import { readPost } from "./read-post.ts"
import { type Run } from "./run.ts"

const LONGEST = 40

/** Null where it does not say, and where the page is not one of a post. Throws as `readPost` does. */
export async function announcedComments(run: Run, page: PageAsk): Promise<AnnouncedComments | null> {
  const asked = now()
  const { reading, pageWorld } = await readPost(page, run.tabId, (what, detail) => {
    run.note("gaps", what, detail)
  })
  checkAddress(run, reading.href)
  const clock = { now: asked, utcOffsetMinutes: localTime(asked).offsetMinutes }
  const post = judgeReading(reading, { clock, href: reading.href }, pageWorld)
  const { verdict, value, raw } = post.fields.comments
  const isOfOne = post.pageType === "post" || post.pageType === "thread"
  if (!isOfOne || verdict !== "ok" || value === null) return null
  return {
    count: value.count,
    raw: (raw ?? String(value.count)).slice(0, LONGEST),
    read: post.comments.length + post.commentsLeft,
  }
}
