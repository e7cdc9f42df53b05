import { type StepName, type StepOutcome } from "../../core/evidence.ts"

/** The steps of a capture and how each ended, by the names that stand in capture.json. */
export const steps = {
  "step.preflight": "Check before the capture",
  "step.picker": "Pointing at a post, before the first screen",
  "step.as-seen": "First screen",
  "step.page-facts": "Page details",
  "step.dom-before": "Page structure before scrolling",
  "step.offline-before": "Offline copy: page before scrolling",
  "step.source": "Page source",
  "step.unfold": "Unfolding the chosen post",
  "step.scroll-through": "First scroll, to let the page load",
  "step.scroll-frames": "Scrolling screenshots",
  "step.tiles": "Screenshots in tiles",
  "step.boxes": "Boxes that scroll by themselves",
  "step.restore": "Putting the page back",
  "step.dom-after": "Page structure after scrolling",
  "step.offline-after": "Offline copy: page after scrolling",
  "step.text": "Visible text",
  "step.gaps": "Looking for what is missing",
  "step.offline-copies": "Offline copies: pictures and styles put in",
  "step.server-record": "Server record",
  "step.originals": "Original picture files",
  "step.mhtml": "The page as one file (MHTML)",
  "step.stitch": "Stitched picture",
  "step.post": "Cutting out the chosen post",
  "step.verify": "Reading back and checking",
  "step.seal": "Fingerprints and closing",

  "outcome.done": "done",
  "outcome.failed": "not finished",
  "outcome.skipped": "skipped",
} as const satisfies Record<`step.${StepName}` | `outcome.${StepOutcome}`, string>
