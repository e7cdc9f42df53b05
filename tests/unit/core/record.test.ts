import { expect, test } from "vitest"
import { parseCaptureRecord } from "../../../src/core/record.ts"
import { bundleFiles } from "../verify/example.ts"

type Tree = Record<string, unknown>

const whole = (): Tree => JSON.parse(String(bundleFiles().get("data/e001/capture.json"))) as Tree

const page = {
  href: "https://example.cn/",
  canonicalUrl: null,
  title: "t",
  referrer: "",
  frameUrls: [],
  lastModified: "",
  charset: "UTF-8",
  contentType: "text/html",
  language: "zh-CN",
  direction: "ltr",
  colorScheme: "light",
  navigation: { type: "navigate", duration: 3 },
  viewport: { width: 1, height: 1 },
  clientWidth: 1,
  clientHeight: 1,
  scrollX: 0,
  scrollY: 0,
  documentWidth: 1,
  documentHeight: 1,
  dpr: 1,
  visualScale: 1,
  visibility: "visible",
  readyState: "complete",
  screen: { width: 1, height: 1, colorDepth: 24 },
  webdriver: false,
  selection: "",
  monotonicMs: 1,
  timeOrigin: 1,
}

test("a record is read back as it was written, and fields of a later version are let by", () => {
  const { aFieldOfALaterVersion, ...known } = whole()
  expect(aFieldOfALaterVersion).toBeDefined()
  expect(parseCaptureRecord(whole())).toEqual(known)
  expect(parseCaptureRecord({ ...known, page })).toEqual({ ...known, page })
})

const names = Object.keys(whole()).filter(name => name !== "aFieldOfALaterVersion")

// A nullable text reads the same absent as null; every other field must be there.
const nullableTexts = ["canonicalUrl", "referrer"]

test.each(names.filter(name => !nullableTexts.includes(name)))("a record without %s is refused", name => {
  const rest = Object.fromEntries(Object.entries(whole()).filter(([field]) => field !== name))
  expect(() => parseCaptureRecord(rest)).toThrow(expect.objectContaining({ code: "input/malformed" }))
})

test.each(names)("a record whose %s is of another kind is refused", name => {
  expect(() => parseCaptureRecord({ ...whole(), [name]: { toString: "no" } })).toThrow(
    expect.objectContaining({ code: "input/malformed" }),
  )
})

test.each([
  ["a schema of the future", { schema: 2 }],
  ["an id that is no UUID", { id: "../../x" }],
  ["an item that is a path", { item: "../e001" }],
  ["a time without a zone", { startedAt: "2026-11-22T15:20:00" }],
  ["a local time with an offset", { endedAt: "2026-11-22T15:20:00+08:00" }],
  ["a short nonce", { nonce: "aa" }],
  ["an unknown trigger", { trigger: "robot" }],
  ["a file with an upper-case hash", { files: [{ ...firstFile(), sha256: "A".repeat(64) }] }],
  ["a file with a negative size", { files: [{ ...firstFile(), bytes: -1 }] }],
  ["a file from nowhere", { files: [{ ...firstFile(), source: "dream" }] }],
  ["a gap of an unknown kind", { gaps: [{ what: "mood", reason: "failed", count: null, where: null }] }],
  [
    "a step with an unknown code",
    { steps: [{ name: "seal", at: "2026-11-22T15:20:00Z", ms: 1, outcome: "done", code: "x" }] },
  ],
  [
    "a request for another purpose",
    { requests: [{ at: "2026-11-22T15:20:00Z", url: "u", purpose: "ads", status: 200 }] },
  ],
  ["page facts with a text for a number", { page: { ...page, scrollY: "0" } }],
])("%s is refused", (_name, change) => {
  expect(() => parseCaptureRecord({ ...whole(), ...change })).toThrow(
    expect.objectContaining({ code: "input/malformed" }),
  )
})

function firstFile(): Tree {
  return (whole().files as Tree[])[0] ?? {}
}
