/** What the site's own data says of the post's comments, when the page is asked for the last time. */
import { EvidenceError } from "../core/errors.ts"
import { type AnnouncedComments } from "../core/post-facts/announced.ts"
import { type PageType } from "../core/post-facts/fields.ts"
import { judgeReading } from "../core/post-facts/judge.ts"
import { localTime, now, timeZone } from "../platform/clock.ts"
import { captureById } from "../vault/read.ts"
import { checkAddress } from "./ownership.ts"
import { type PageAsk } from "./page-texts.ts"
import { readPost } from "./read-post.ts"
import { type Run } from "./run.ts"

const LONGEST = 40

/**
 * Null where it does not say, and where the page is not one of a post. What was read at the beginning counts where the
 * page does not say it any more, or an adapter fails now: that costs no more than it did then.
 */
export async function announcedComments(run: Run, page: PageAsk): Promise<AnnouncedComments | null> {
  try {
    const said = await readNow(run, page)
    if (said !== null) return said
  } catch (thrown) {
    const { code, message } = EvidenceError.from(thrown)
    run.note("gaps", "the number of comments was not read again", { code, message: message.slice(0, 300) })
  }
  return readBefore(run)
}

async function readBefore({ ports, id }: Run): Promise<AnnouncedComments | null> {
  const facts = (await captureById(ports.vault, id))?.facts
  const said = facts?.counters.comments
  if (facts === undefined || said === undefined || !isOfOne(facts.pageType)) return null
  return { count: said.count, raw: String(said.count), read: facts.comments }
}

const isOfOne = (pageType: PageType): boolean => pageType === "post" || pageType === "thread"

async function readNow(run: Run, page: PageAsk): Promise<AnnouncedComments | null> {
  const asked = now()
  const { reading, pageWorld } = await readPost(page, run.tabId, (what, detail) => {
    run.note("gaps", what, detail)
  })
  checkAddress(run, reading.href)
  const clock = { now: asked, utcOffsetMinutes: localTime(asked).offsetMinutes, timeZone: timeZone() }
  const post = judgeReading(reading, { clock, href: reading.href }, pageWorld)
  const { verdict, value, raw } = post.fields.comments
  if (!isOfOne(post.pageType) || verdict !== "ok" || value === null) return null
  return {
    count: value.count,
    raw: (raw ?? String(value.count)).slice(0, LONGEST),
    read: post.comments.length + post.commentsLeft,
  }
}
