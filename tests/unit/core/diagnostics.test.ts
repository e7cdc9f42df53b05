import { describe, expect, test } from "vitest"
import { diagnosticsText, type Traits } from "../../../src/core/diagnostics.ts"

const traits: Traits = {
  at: "2026-11-26T01:02:03.000Z",
  code: "vault/full",
  tool: { name: "Holdfast", version: "0.1.0", commit: "abc" },
  browser: { browser: "Firefox", version: "140.0 (2026)", os: "linux x86-64" },
  language: "zh-CN",
  usedBytes: 214_400_000,
  freeBytes: null,
  vault: {
    items: 12,
    exported: {
      ...{ state: "done", code: null, cause: null },
      papers: [
        {
          ...{ name: "report", code: "export/report-failed" },
          cause: { name: "RangeError", places: ["draw-paper.js:12:3", "workshop.js:4:5"] },
        },
      ],
    },
    last: [
      {
        ...{ state: "sealed", complete: false, interrupted: true, failure: "capture/stopped", pages: 2 },
        gaps: [
          { what: "pictures", reason: "not-loaded", count: 3 },
          { what: "frames", reason: "limit", count: null },
        ],
        steps: [
          { name: "as-seen", outcome: "done", code: null, ms: 90 },
          { name: "source", outcome: "failed", code: "capture/refetch-refused", ms: 15_000 },
        ],
      },
    ],
  },
}

describe("what can be copied of a problem", () => {
  test("names the tool, the browser, the room, and how the last captures went", () => {
    expect(diagnosticsText(traits)).toBe(`code: vault/full
at: 2026-11-26T01:02:03.000Z
tool: Holdfast 0.1.0 (abc)
browser: Firefox 140.0 (2026); linux x86-64; zh-CN
storage: 214 MB used, unknown free
vault: 12 items
last 1: sealed, not complete, interrupted, 2 stitched, capture/stopped
  gap: pictures not-loaded 3
  gap: frames limit
  step: source failed capture/refetch-refused 15000 ms
export: done
  paper: report failed, export/report-failed, RangeError < draw-paper.js:12:3 < workshop.js:4:5
`)
  })

  test("says so where the vault cannot be read", () => {
    expect(diagnosticsText({ ...traits, vault: "vault/unavailable" })).toContain(
      "vault: not read, vault/unavailable\n",
    )
  })
})
