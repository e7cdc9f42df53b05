/**
 * What can still be done about a gap. The reason tells it, but for subjects of
 * which capturing the page again brings nothing, or something else helps better
 * (`gapNext` in ../sentences.ts).
 */
import { type GapReason, type GapSubject } from "../../core/evidence.ts"

/** The subjects that have a way of their own, whatever the reason. */
export const ownWay = [
  ...["recording", "procedure", "origin", "file", "seam", "stitched", "post", "source"],
  ...["offline-copy", "video", "width", "environment"],
] as const satisfies readonly GapSubject[]

export const gapNext = {
  "gap.gone": "Where the page is gone by now, what is kept here is what there is: rely on it.",

  "gap.next.page-forbidden": "Take a screenshot of your own, and bring it in by “Add what you have”.",
  "gap.next.page-silent": "Wait until the page has loaded, or reload it, then capture again.",
  "gap.next.page-left": "Open the page, capture again, and stay on it until it is done.",
  "gap.next.route-changed": "Open the post by its own address and capture again.",
  "gap.next.tab-hidden": "Capture again, and keep the tab in front until it is done.",
  "gap.next.tab-closed": "Open the page again and capture it.",
  "gap.next.stopped": "Capture again if you need the rest.",
  "gap.next.interrupted": "Capture the page again.",
  "gap.next.limit": "Raise the limit in the settings, then capture again.",
  "gap.next.date": "If you need what is older, capture again from an earlier day.",
  "gap.next.moved": "Once nothing on the page moves, capture again; pause what plays.",
  "gap.next.grew": "Once the page has loaded all of it, capture again.",
  "gap.next.covered": "Close what stays in front of the page, then capture again.",
  "gap.next.pinched": "Pinch the page back to its own size, then capture again.",
  "gap.next.failed": "Capture again. If it fails again, record the screen.",
  "gap.next.refused": "In the popup, allow the sites of the pictures, then capture again.",
  "gap.next.not-loaded": "Scroll down or open “more” until it shows, then capture again.",
  "gap.next.not-scrolled":
    "Scroll that area to the part you need and capture again, once for each part; or record the screen.",
  "gap.next.not-reached": "Make the page smaller (Ctrl and minus), then capture again.",
  "gap.next.not-shown": "Make the window larger, then capture again.",
  "gap.next.not-unfolded": "Open the folded text on the page, then capture again.",
  "gap.next.not-downloaded": "Open it by itself and capture that, or save it and bring it in.",
  "gap.next.re-drawn": "Bring the page to the front and capture again: only that gives a screenshot.",
  "gap.next.cross-origin": "Open the embedded page in a tab of its own and capture that.",
  "gap.next.too-large": "Save it with the browser, and bring it in by “Add what you have”.",
  "gap.next.full":
    "Export, then delete for good in the library’s trash what you don’t need; then do it once more.",
  "gap.next.not-seen": "Keep the device and the file that it came from.",
  "gap.next.unknown": "Capture again, and see whether it is still missing.",

  "gap.nextTool": "Scroll to where it stopped and capture again from there, part by part.",

  "gap.own.recording": "What was recorded until then is kept. Record once more if you need the rest.",
  "gap.own.procedure": "Record these pages once more, if you need their course.",
  "gap.own.origin":
    "Keep the device, the account and the file that it came from, and note how it came to you.",
  "gap.own.file": "Bring the original file in once more.",
  "gap.own.seam": "Rely on the single screens; or capture again once the page is still.",
  "gap.own.stitched":
    "Nothing to do: rely on the single screens. Capture again if you need the long picture.",
  "gap.own.post": "The screens show the page as it was. To cut the post out, capture again and choose it.",
  "gap.own.source":
    "Screenshots and text do not depend on it. In the popup, allow the site and capture again.",
  "gap.own.offline-copy": "Screenshots and text do not depend on it. Capture again if you need the copy.",
  "gap.own.video":
    "Its picture and address are kept. Record the screen while it plays, or save it and bring it in.",
  "gap.own.width": "Make the window wider, or the page smaller, then capture again.",
  "gap.own.environment": "Nothing to do: screenshots and text do not depend on it.",
} as const satisfies Record<`gap.next.${GapReason}` | `gap.own.${(typeof ownWay)[number]}`, string> &
  Record<string, string>
