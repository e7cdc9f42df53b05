import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { allGaps, reasonOf } from "../../../src/core/completeness.ts"
import { type ErrorCode, errorCodes } from "../../../src/core/errors.ts"
import {
  type Gap,
  type GapReason,
  type GapSubject,
  gapReasons,
  type StepName,
  type StepRecord,
} from "../../../src/core/evidence.ts"

const step = (name: StepName, code: ErrorCode | null = null): StepRecord => ({
  name,
  at: "2026-11-22T15:20:00.250Z",
  ms: 1,
  outcome: code === null ? "done" : "failed",
  code,
})

/** bundle.md: what an item holds when nothing is missing. */
const files = [
  "frames/0000.png",
  "frames/0001.png",
  "page-1.png",
  "dom-before.html",
  "dom-after.html",
  "source.html",
  "text.txt",
]
const needed: readonly StepName[] = ["as-seen", "page-facts", "restore", "gaps", "stitch", "verify"]
const taken: readonly StepName[] = ["dom-before", "source", "dom-after", "text"]
const scrolled: readonly StepName[] = [...needed, ...taken, "scroll-frames"]
const tiled: readonly StepName[] = [...needed, ...taken, "scroll-through", "tiles"]

const gap = (what: GapSubject, reason: GapReason, where: string | null = null): Gap => ({
  what,
  reason,
  count: null,
  where,
})

const gapsOf = (paths: readonly string[], names: readonly StepName[]) =>
  allGaps(
    [],
    paths,
    names.map(name => step(name)),
    "failed",
  )

describe("a capture is complete", () => {
  test.each([
    ["by scrolling", files, scrolled],
    ["by tiles", files, tiled],
    ["with more frames and pages than one", [...files, "frames/0002.png", "page-2.png"], scrolled],
    [
      "with a frame of five digits",
      [...files.filter(f => f !== "frames/0001.png"), "frames/10000.png"],
      tiled,
    ],
    ["with its log and record", [...files, "log.jsonl", "capture.json"], scrolled],
  ])("%s when every file and step is there", (_name, paths, names) => {
    expect(gapsOf(paths, names)).toEqual([])
  })
})

describe("a capture is not complete without", () => {
  test.each<[string, GapSubject]>([
    ["frames/0000.png", "as-seen"],
    ["frames/0001.png", "frames"],
    ["page-1.png", "stitched"],
    ["dom-before.html", "dom"],
    ["dom-after.html", "dom"],
    ["source.html", "source"],
    ["text.txt", "text"],
  ])("%s: the gap is %s", (missing, what) => {
    const rest = files.filter(path => path !== missing)
    expect(gapsOf(rest, scrolled)).toEqual([gap(what, "failed")])
  })

  test.each<[StepName, GapSubject]>([
    ["as-seen", "as-seen"],
    ["page-facts", "page-facts"],
    ["restore", "page-facts"],
    ["gaps", "page-facts"],
    ["stitch", "stitched"],
    ["verify", "frames"],
  ])("the step %s: the gap is %s", (missing, what) => {
    const rest = scrolled.filter(name => name !== missing)
    expect(gapsOf(files, rest)).toEqual([gap(what, "failed")])
  })

  test.each(["source-files/x", "xframes/0001.png", "frames", "my-page-1.png", "DOM-BEFORE.HTML", ""])(
    "its own files, whatever else is called %j",
    path => {
      expect(gapsOf([path], scrolled).map(({ what }) => what)).toEqual([
        "as-seen",
        "frames",
        "stitched",
        "dom",
        "source",
        "text",
      ])
    },
  )

  test("any one of its files and steps, whichever it is and whatever else is there", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(scrolled, tiled),
        fc.nat({ max: files.length + needed.length - 1 }),
        fc.uniqueArray(fc.constantFrom("log.jsonl", "media/1.png", "server.json", "page.mhtml")),
        (steps, lost, others) => {
          const paths = files.filter((_, index) => index !== lost)
          const names = steps.filter(name => name !== needed[lost - files.length])
          expect(gapsOf([...paths, ...others], names)).toHaveLength(1)
        },
      ),
      { seed: 20261122 },
    )
  })

  test("what a skipped step would have brought", () => {
    const steps = scrolled.map(name => ({
      ...step(name),
      ...(name === "gaps" && { outcome: "skipped" as const }),
    }))
    expect(allGaps([], files, steps, "page-forbidden")).toEqual([gap("page-facts", "page-forbidden")])
  })
})

describe("a failed step is a gap, even where its file is there", () => {
  test.each<[StepName, ErrorCode, GapSubject, GapReason]>([
    ["preflight", "internal", "environment", "failed"],
    ["as-seen", "capture/wrong-tab", "as-seen", "failed"],
    ["page-facts", "capture/page-forbidden", "page-facts", "page-forbidden"],
    ["dom-before", "capture/page-silent", "dom", "page-silent"],
    ["offline-before", "capture/page-silent", "offline-copy", "page-silent"],
    ["offline-after", "capture/route-changed", "offline-copy", "route-changed"],
    ["offline-copies", "capture/tab-closed", "offline-copy", "tab-closed"],
    ["source", "capture/refetch-refused", "source", "refused"],
    ["scroll-through", "capture/tab-closed", "pictures", "tab-closed"],
    ["scroll-frames", "capture/stopped", "frames", "stopped"],
    ["tiles", "capture/route-changed", "frames", "route-changed"],
    ["restore", "capture/page-left", "page-facts", "page-left"],
    ["dom-after", "vault/full", "dom", "full"],
    ["text", "bundle/limit", "text", "limit"],
    ["gaps", "input/malformed", "page-facts", "failed"],
    ["stitch", "capture/stitch-mismatch", "stitched", "failed"],
    ["verify", "vault/hung", "frames", "failed"],
    ["seal", "vault/failed", "page-facts", "failed"],
  ])("%s with %s: %s, %s", (name, code, what, reason) => {
    const steps = [...scrolled.filter(other => other !== name).map(other => step(other)), step(name, code)]
    expect(allGaps([], files, steps, "unknown")).toEqual([gap(what, reason)])
  })

  test("and the reason is the step's own, not the one for what never ran", () => {
    const paths = files.filter(path => path !== "text.txt")
    const steps = [
      ...scrolled.filter(name => name !== "text").map(name => step(name)),
      step("text", "capture/page-left"),
    ]
    expect(allGaps([], paths, steps, "interrupted")).toEqual([gap("text", "page-left")])
  })
})

describe("noted gaps", () => {
  test("stand first, each once, and are never dropped", () => {
    const noted = [
      gap("folded", "not-unfolded", "p"),
      gap("width", "not-scrolled"),
      gap("folded", "not-unfolded", "p"),
    ]
    expect(
      allGaps(
        noted,
        files,
        scrolled.map(name => step(name)),
        "failed",
      ),
    ).toEqual(noted.slice(0, 2))
  })

  test("of one kind at two places are two", () => {
    const noted = [gap("seam", "moved", "y 1"), gap("seam", "moved", "y 2")]
    expect(
      allGaps(
        noted,
        files,
        scrolled.map(name => step(name)),
        "failed",
      ),
    ).toEqual(noted)
  })

  test("say why better than a missing file would", () => {
    const noted = [gap("frames", "interrupted")]
    expect(
      allGaps(
        noted,
        files.filter(path => path !== "frames/0001.png"),
        scrolled.map(name => step(name)),
        "unknown",
      ),
    ).toEqual(noted)
  })
})

test("of a capture that was cut off at once, everything is missing", () => {
  const found = allGaps([], [], [], "interrupted")
  expect(new Set(found.map(({ reason }) => reason))).toEqual(new Set(["interrupted"]))
  expect(found.map(({ what }) => what)).toEqual([
    "as-seen",
    "frames",
    "stitched",
    "dom",
    "source",
    "text",
    "page-facts",
  ])
})

test.each([...errorCodes, null])("the reason for %s is one that every language has a sentence for", code => {
  expect(gapReasons).toContain(reasonOf(code))
})
