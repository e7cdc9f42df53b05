/**
 * What is missing, and why: each a short clause that can stand alone. The
 * sentence is made of both by `gapSentence`; the place is said apart from it,
 * because it may be the page's own words.
 */
import { type GapReason, type GapSubject } from "../../core/evidence.ts"
import { plural } from "./plural.ts"

/** `n` is null where nobody could count. */
interface Count {
  readonly n: number | null
}

const some = (one: string, many: string, unknown: string) => (n: number | null) =>
  n === null ? unknown : plural(n, one, many)

/** For what cannot be counted. */
const always =
  (sentence: string): ((count: Count) => string) =>
  () =>
    sentence

const frames = some("scrolled screen is", "scrolled screens are", "some scrolled screens are")
const seams = some("join", "joins", "some joins")
const arrivals = some("page is", "pages are", "some pages are")
const pictures = some("picture is", "pictures are", "some pictures are")
const videos = some("video is", "videos are", "video is")
const embedded = some("embedded page is", "embedded pages are", "an embedded page is")
const scrollers = some("scrolling area was", "scrolling areas were", "a scrolling area was")
const folds = some("folded text was", "folded texts were", "folded text was")
const unloaded = some("entry was", "entries were", "some entries were")

export const gaps = {
  "gap.sentence": ({ what, why }: { what: string; why: string }) =>
    `${what.charAt(0).toUpperCase()}${what.slice(1)}: ${why}.`,

  "gap.what.as-seen": always("the first screen is missing"),
  "gap.what.recording": always("the recording is missing or has a break"),
  "gap.what.procedure": ({ n }: Count) =>
    n === null
      ? "the procedure log is missing or partial"
      : `${arrivals(n)} not followed: no picture of its arrival, or nothing of what was done there`,
  "gap.what.origin": always("how this file came about is not shown by this item"),
  "gap.what.file": always("the imported file is missing"),
  "gap.what.frames": ({ n }: Count) => `${frames(n)} missing`,
  "gap.what.seam": ({ n }: Count) => `${seams(n)} between screens may overlap or miss something`,
  "gap.what.stitched": always("the stitched picture is missing or partial"),
  "gap.what.transcript": always("not all messages of the chat were captured"),
  "gap.what.post": always("the chosen post has no picture of its own"),
  "gap.what.page-facts": always("the page details are missing or partial"),
  "gap.what.dom": always("the page structure is missing or partial"),
  "gap.what.source": always("the page source is missing"),
  "gap.what.text": always("the page text is missing or partial"),
  "gap.what.offline-copy": always("the copy of the page that opens offline is missing or partial"),
  "gap.what.pictures": ({ n }: Count) => `${pictures(n)} missing`,
  "gap.what.video": ({ n }: Count) => `${videos(n)} not kept`,
  "gap.what.frame-content": ({ n }: Count) => `${embedded(n)} not kept as text`,
  "gap.what.inner-scroller": ({ n }: Count) => `${scrollers(n)} not captured to the end`,
  "gap.what.folded": ({ n }: Count) => `${folds(n)} left folded`,
  "gap.what.not-loaded": ({ n }: Count) => `${unloaded(n)} not loaded`,
  "gap.what.width": always("the part wider than the window is missing"),
  "gap.what.environment": always("facts about the device are incomplete"),

  "gap.why.page-forbidden": "the browser does not let extensions read this page",
  "gap.why.page-silent": "the page did not answer",
  "gap.why.page-left": "the page was left during the capture",
  "gap.why.route-changed": "the page changed its address during the capture",
  "gap.why.tab-hidden": "the tab was not in front",
  "gap.why.tab-closed": "the tab was closed",
  "gap.why.stopped": "you stopped the capture",
  "gap.why.interrupted": "the capture was interrupted",
  "gap.why.limit": "the set limit was reached",
  "gap.why.date": "you chose the day from which on to capture",
  "gap.why.moved": "the page moved while scrolling",
  "gap.why.grew": "the page grew during the capture",
  "gap.why.covered": "something stays in front of the page and could not be hidden",
  "gap.why.pinched": "the page was enlarged with two fingers",
  "gap.why.failed": "this step did not finish",
  "gap.why.refused": "the site refused",
  "gap.why.not-loaded": "the page had not loaded it",
  "gap.why.not-scrolled": "only the whole page was scrolled",
  "gap.why.not-reached": "the page could not be scrolled there",
  "gap.why.not-shown": "the screenshots do not show all of it",
  "gap.why.not-unfolded": "the capture did not open it",
  "gap.why.not-downloaded": "it was photographed, not downloaded",
  "gap.why.re-drawn": "there is a re-drawn picture only, not a screenshot",
  "gap.why.cross-origin": "it comes from another site and cannot be read",
  "gap.why.too-large": "it is too large",
  "gap.why.full": "there was no room left on this computer",
  "gap.why.not-seen": "it was made elsewhere, before it came here",
  "gap.why.unknown": "the reason is not known",

  "gap.spot.between": ({ n, next }: { n: number; next: string }) =>
    `Between screenshots ${String(n)} and ${next}.`,
  "gap.spot.screen": ({ n }: { n: number }) => `From screen ${String(n)} on.`,
  "gap.spot.counted": ({ held, said }: { held: string; said: string }) =>
    `The page says ${said}; ${held} could be read.`,
  "gap.spot.day": ({ day }: { day: string }) => `Captured back to ${day}, and no further.`,
} as const satisfies Record<`gap.what.${GapSubject}`, (count: Count) => string> &
  Record<`gap.why.${GapReason}`, string> &
  Record<string, unknown>
