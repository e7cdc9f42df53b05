/**
 * What a record says against what it says elsewhere: its times, what it calls
 * whole, and the words that it uses. Where the product can never have written
 * it, that is a fault; where a clock that was set or a later version may have,
 * it is told.
 */
import { LATE_STAMP_MS } from "../clock.ts"
import { type Finding, finding, type Told } from "./finding.ts"
import type { CheckedRecord } from "./record-reading.ts"

/** Clocks are read one after another, and rounded. */
const SLACK_MS = 1_000

const TRIGGERS = ["popup", "panel", "shortcut", "menu", "recorder", "script", "queue", "import"]
const AUTOMATION = ["yes", "no", "unknown"]
const SOURCES = ["screen", "dom", "re-requested", "server", "derived", "re-drawn", "imported"]

/** Steps for whose failure a gap stands. The others add what is none of the page, and may fail of one that is whole. */
const NEEDED = new Set([
  ...["preflight", "picker", "as-seen", "page-facts", "dom-before", "offline-before", "source", "unfold"],
  ...["scroll-through", "scroll-frames", "tiles", "boxes", "restore", "dom-after", "offline-after", "text"],
  ...[
    "gaps",
    "offline-copies",
    "recording",
    "join",
    "procedure",
    "stitch",
    "post",
    "transcript",
    "verify",
    "seal",
  ],
])

/** No word of the format's is longer, and what is told of it must be. */
const LONGEST_WORD = 60

const FIRST_FRAME = "frames/0000.png"
const RECORDING = "recording/original.webm"
/** Where files that others made may lie in the item of a capture: outputs of a computer's own commands. */
const GIVEN = /^(?:self-check|import)\//

export function contradictions(item: string, record: CheckedRecord): Told {
  return {
    faults: [...wholenessFaults(item, record), ...ownFaults(item, record)],
    warnings: [...timeWarnings(item, record), ...wordWarnings(item, record), ...thinWarnings(item, record)],
  }
}

function ownFaults(item: string, { id, said }: CheckedRecord): Finding[] {
  return said.previousCapture === id ? [finding("record/own-previous", { item })] : []
}

function wholenessFaults(item: string, { complete, files, said, recording }: CheckedRecord): Finding[] {
  if (!complete) return []
  const paths = new Set(files.map(({ path }) => path))
  // Of one that came from elsewhere, that it may not be called whole is said with the rest of it.
  const needed =
    said.trigger === "import" ? [] : recording === undefined ? [FIRST_FRAME] : [FIRST_FRAME, RECORDING]
  const failed = said.steps.filter(({ name, outcome }) => outcome === "failed" && NEEDED.has(name))
  return [
    ...needed
      .filter(path => !paths.has(path))
      .map(path => finding("record/complete-without", { item, path })),
    ...failed.map(({ name }) => finding("record/complete-failed", { item, step: name })),
  ]
}

/** A whole page has frames besides the first, and pages stitched of them: an earlier or a later version may have called another one whole. */
function thinWarnings(item: string, { complete, frames, pages, said, recording }: CheckedRecord): Finding[] {
  const isPage = said.trigger !== "import" && recording === undefined
  const isThin = complete && isPage && (frames.length < 2 || pages.length === 0)
  return isThin ? [finding("record/complete-thin", { item })] : []
}

function timeWarnings(item: string, { said }: CheckedRecord): Finding[] {
  const { clock, startedAt, endedAt, frameTimes } = said
  const [start, end] = [Date.parse(startedAt), Date.parse(endedAt)]
  const jump = Math.abs(clock.wallMinusMonotonicMs ?? 0)
  const seconds = Math.round((start - end) / 1000)
  const outside = frameTimes.filter(({ at }) => {
    const taken = Date.parse(at)
    return taken < start - jump - SLACK_MS || taken > end + jump + SLACK_MS
  })
  return [
    ...(start - end > jump + SLACK_MS ? [finding("record/ends-before-start", { item, seconds })] : []),
    ...(jump >= LATE_STAMP_MS
      ? [finding("record/clock-set", { item, seconds: Math.round(jump / 1000) })]
      : []),
    ...(clock.startedWall === startedAt && clock.endedWall === endedAt
      ? []
      : [finding("record/clock-differs", { item })]),
    ...outside.map(({ path, at }) => finding("record/frame-time", { item, path, at })),
  ]
}

function wordWarnings(item: string, { files, said }: CheckedRecord): Finding[] {
  const unknown = (field: string, word: string, known: readonly string[]) =>
    known.includes(word)
      ? []
      : [finding("record/unknown-word", { item, field, word: word.slice(0, LONGEST_WORD) })]
  const given = said.trigger === "import" ? [] : files.filter(({ source }) => source === "imported")
  return [
    ...unknown("trigger", said.trigger, TRIGGERS),
    ...unknown("environment.automation.value", said.automationWord, AUTOMATION),
    ...[...new Set(files.map(({ source }) => source))].flatMap(word =>
      unknown("files.source", word, SOURCES),
    ),
    ...given
      .filter(({ path }) => !GIVEN.test(path))
      .map(({ path }) => finding("record/given-in-capture", { item, path })),
  ]
}
