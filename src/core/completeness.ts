/**
 * The completeness receipt. `complete` speaks of the page as it was loaded
 * (decisions.md, Capture); it is decided here from the files that are there and
 * the steps that ran, not from what a step believed of itself.
 */
import {
  type Gap,
  type GapReason,
  gapReasons,
  type GapSubject,
  type StepName,
  type StepRecord,
} from "./evidence.ts"
import { type ErrorCode } from "./errors.ts"
import { isOriginalPath } from "./imported.ts"
import { RECORDING_FILE } from "./recording.ts"

/** What a whole capture has, and what is missing without it. */
interface Required {
  readonly has: (path: string) => boolean
  readonly what: GapSubject
}

const PAGE: readonly Required[] = [
  { has: path => path === "frames/0000.png", what: "as-seen" },
  { has: path => /^frames\/(?!0000)/.test(path), what: "frames" },
  { has: path => path.startsWith("page-"), what: "stitched" },
  { has: path => path === "dom-before.html", what: "dom" },
  { has: path => path === "dom-after.html", what: "dom" },
  { has: path => path === "source.html", what: "source" },
  { has: path => path === "text.txt", what: "text" },
]

/** A recording is one whole without the page's texts: the page may be left while it runs. */
const RECORDING: readonly Required[] = [
  { has: path => path === "frames/0000.png", what: "as-seen" },
  { has: path => path === RECORDING_FILE, what: "recording" },
]

/** Whatever there is of it, how it came about was not seen: that is noted as a gap, and none is ever complete. */
const FILE: readonly Required[] = [{ has: isOriginalPath, what: "file" }]

const REQUIRED = { page: PAGE, recording: RECORDING, file: FILE } as const satisfies Record<ItemKind, unknown>

/**
 * What is missing of the page when a step failed. An extra is none of the page, and a re-drawn picture makes none
 * whole: their steps say by themselves how they ended.
 */
const SUBJECT = {
  preflight: "environment",
  picker: "post",
  "as-seen": "as-seen",
  "page-facts": "page-facts",
  "dom-before": "dom",
  "post-facts": null,
  "offline-before": "offline-copy",
  source: "source",
  unfold: "folded",
  "scroll-through": "pictures",
  "scroll-frames": "frames",
  tiles: "frames",
  boxes: "inner-scroller",
  restore: "page-facts",
  "dom-after": "dom",
  "offline-after": "offline-copy",
  text: "text",
  gaps: "page-facts",
  "offline-copies": "offline-copy",
  redrawn: null,
  "server-record": null,
  originals: null,
  mhtml: null,
  recording: "recording",
  join: "recording",
  procedure: "procedure",
  view: null,
  import: null,
  stitch: "stitched",
  post: "post",
  transcript: "transcript",
  verify: "frames",
  seal: "page-facts",
} as const satisfies Record<StepName, GapSubject | null>

/** Every step that a whole item has; of a page, one of the two ways to take frames is enough. */
const NEEDED_STEPS = {
  page: ["as-seen", "page-facts", "restore", "gaps", "stitch", "verify"],
  recording: ["as-seen", "recording", "join", "verify"],
  file: ["verify"],
} as const satisfies Record<ItemKind, readonly StepName[]>

/** What an item is of: a page, a time on the screen, or a file from elsewhere. */
export type ItemKind = "page" | "recording" | "file"

/** What holds of every file from elsewhere. */
export const ORIGIN_NOT_SEEN: Gap = { what: "origin", reason: "not-seen", count: null, where: null }

/**
 * All gaps of a capture: those that were noted, one for each required file
 * that is not there, for each failed step, and for each step that never ran.
 * Empty exactly when the capture is complete as loaded.
 *
 * @param otherwise why something is missing, where no step says it: `interrupted` for a capture that was cut off
 */
export function allGaps(
  noted: readonly Gap[],
  paths: readonly string[],
  steps: readonly StepRecord[],
  otherwise: GapReason,
  kind: ItemKind = "page",
): Gap[] {
  const gaps: Gap[] = []
  const add = (gap: Gap) => {
    const known = gaps.some(
      ({ what, reason, where }) => what === gap.what && reason === gap.reason && where === gap.where,
    )
    if (!known) gaps.push(gap)
  }
  const has = (what: GapSubject) => gaps.some(gap => gap.what === what)

  noted.forEach(add)
  for (const { name, outcome, code } of steps) {
    const what: GapSubject | null = SUBJECT[name]
    if (what !== null && outcome === "failed" && !has(what))
      add({ what, reason: reasonOf(code), count: null, where: null })
  }
  for (const { has: found, what } of REQUIRED[kind]) {
    if (!paths.some(found) && !has(what)) add({ what, reason: otherwise, count: null, where: null })
  }
  for (const name of NEEDED_STEPS[kind]) {
    const ran = steps.some(step => step.name === name && step.outcome === "done")
    if (!ran && !has(SUBJECT[name])) add({ what: SUBJECT[name], reason: otherwise, count: null, where: null })
  }
  return gaps
}

/** The reason that an error code stands for; `failed` where it stands for none. */
export function reasonOf(code: ErrorCode | null): GapReason {
  const reason = code?.split("/")[1]
  if (code === "capture/refetch-refused") return "refused"
  return gapReasons.find(known => known === reason) ?? "failed"
}
