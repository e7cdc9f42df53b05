/** Gaps of a capture in English, as the papers say them. */
import type { Gap, GapReason, GapSubject } from "../../core/evidence.ts"
import { parseLimit } from "../../core/limit.ts"
import { limitEn } from "./limits.ts"

/** "One picture was …", "3 pictures were …", or, where nobody counted, `uncounted`. */
const counted = (count: number | null, uncounted: string, one: string, many: string) => {
  if (count === null) return uncounted
  return count === 1 ? `1 ${one}` : `${String(count)} ${many}`
}

const missing: Readonly<Record<GapSubject, (count: number | null) => string>> = {
  "as-seen": () => "The picture of the first screen was not taken",
  recording: () => "The recording is missing, or has a break",
  procedure: count =>
    counted(
      count,
      "The procedure log is missing, or is not whole",
      "page was not followed: no picture of its arrival, or nothing of what was done there",
      "pages were not followed: no pictures of their arrival, or nothing of what was done there",
    ),
  origin: () => "How the file came about was not captured by this tool",
  file: () => "The imported file is missing",
  frames: count =>
    counted(
      count,
      "Not all of the page was pictured while scrolling",
      "picture is missing from the scrolled page",
      "pictures are missing from the scrolled page",
    ),
  seam: count =>
    counted(
      count,
      "Some neighbouring pictures do not line up",
      "pair of neighbouring pictures does not line up",
      "pairs of neighbouring pictures do not line up",
    ),
  stitched: count =>
    counted(
      count,
      "Not all pictures could be joined into a long one",
      "long picture was not made",
      "long pictures were not made",
    ),
  transcript: () => "Not all messages of the chat were captured",
  post: () => "The chosen post was not cut out as a picture of its own",
  "page-facts": () => "What the page says of itself (title, canonical address) was not read",
  "offline-copy": () => "The copy of the page that opens offline was not saved in full",
  dom: () => "The page's structure (DOM) was not saved in full",
  source: () => "The page's source was not obtained",
  text: () => "The page's text was not saved in full",
  pictures: count =>
    counted(
      count,
      "Some pictures on the page did not show",
      "picture on the page did not show",
      "pictures on the page did not show",
    ),
  video: count =>
    counted(count, "Video on the page was not saved", "video was not saved", "videos were not saved"),
  "frame-content": count =>
    counted(
      count,
      "The content of embedded frames was not saved",
      "embedded frame was not saved",
      "embedded frames were not saved",
    ),
  "inner-scroller": count =>
    counted(
      count,
      "An area that scrolls by itself was not pictured to its end",
      "area that scrolls by itself was not pictured to its end",
      "areas that scroll by themselves were not pictured to their ends",
    ),
  folded: count =>
    counted(
      count,
      "Some folded text was left folded",
      "passage of folded text was left folded",
      "passages of folded text were left folded",
    ),
  "not-loaded": count =>
    counted(
      count,
      "Not all that the page announces was loaded",
      "entry that the page announces was not loaded",
      "entries that the page announces were not loaded",
    ),
  width: () => "What lies beyond the window's width was not pictured",
  environment: () => "The facts about the capturing computer could not all be read",
}

const reasons: Readonly<Record<GapReason, string>> = {
  "page-forbidden": "the browser lets no extension read this page",
  "page-silent": "the page did not answer",
  "page-left": "the page moved on to another address during the capture",
  "route-changed": "the page exchanged its content during the capture",
  "tab-hidden": "the tab was not in front during the capture",
  "tab-closed": "the tab was closed during the capture",
  stopped: "the user stopped the capture",
  interrupted: "the browser or the extension was interrupted",
  limit: "a set limit was reached",
  date: "the user chose the day from which on messages were to be captured",
  moved: "the page's content moved while it was pictured",
  grew: "the page was still growing while it was pictured",
  covered: "something stayed in front of the page and could not be hidden",
  pinched: "the page was enlarged with two fingers",
  failed: "this step failed",
  refused: "the request was refused, or not permitted",
  "not-loaded": "it had not loaded by then",
  "not-scrolled": "this area was not scrolled",
  "not-reached": "the page could not be scrolled there",
  "not-shown": "the pictures do not show all of it",
  "not-unfolded": "it was not opened",
  "not-downloaded": "it was not downloaded separately",
  "re-drawn": "there is only a re-drawn picture, which is not a screenshot",
  "cross-origin": "it belongs to another site, which the browser does not let us read",
  "too-large": "it was too large",
  full: "there was no room left on the computer",
  "not-seen": "it was made elsewhere before it was imported",
  unknown: "the reason is not known",
}

/** Here the reason would only repeat what is missing. */
const selfEvident = new Set(["folded/not-unfolded", "inner-scroller/not-scrolled", "not-loaded/not-loaded"])

/** One gap, as a sentence that a judge understands. */
export function gap({ what, reason, count, where }: Gap): string {
  const limit = reason === "limit" ? parseLimit(where) : null
  if (limit !== null) return `${missing[what](count)}: ${limitEn(limit)}.`
  const why = selfEvident.has(`${what}/${reason}`) ? "" : `: ${reasons[reason]}`
  return `${missing[what](count)}${why}${where === null ? "" : ` (where: ${where})`}.`
}
