/** Records that contradict themselves, written and signed by whoever holds the key: every list agrees with them. */
import { describe, expect, test } from "vitest"
import {
  bundleFiles,
  check,
  codes,
  type Draft,
  entriesOf,
  failing,
  type Files,
  json,
  type Making,
  picture,
  sha256,
  sm3,
  zipOf,
} from "./example.ts"
import { FRAME, RECORD } from "./tamper.ts"
import { zip } from "./zip.ts"

type Change = (record: Draft, item: string) => unknown

const of = (change: Change): Making => ({ record: (draft, item) => void change(draft, item) })
const list = (record: Draft, name: string): Draft[] => record[name] as Draft[]
const first = (record: Draft, name: string): Draft => list(record, name)[0] ?? {}
const environment = (record: Draft): Draft => record.environment as Draft

const dropFirst = (record: Draft): void => {
  for (const name of ["frames", "files"]) record[name] = list(record, name).slice(1)
  first(record, "pages").from = ["frames/0001.png"]
}

/** A file in the item's folder, that its record lists. */
const withFile = (
  path: string,
  data: Buffer,
  more: Draft = {},
  change: Change = () => undefined,
): Making => ({
  record: (draft, item) => {
    if (item !== "e001") return
    const facts = { path, sha256: sha256(data), sm3: sm3(data), bytes: data.length }
    list(draft, "files").push({ ...first(draft, "files"), ...facts, ...more })
    change(draft, item)
  },
  payload: files => files.set(`data/e001/${path}`, data),
})

/** The first frame is this, in the folder and in the record. */
const framed = (data: Buffer): Making => ({
  record: (draft, item) => {
    if (item !== "e001") return
    const facts = { sha256: sha256(data), sm3: sm3(data), bytes: data.length }
    Object.assign(first(draft, "files"), facts)
    Object.assign(first(draft, "frames"), { sha256: facts.sha256 })
  },
  payload: files => files.set(FRAME, data),
})

/** data/case.json changed after it was written. */
const filed = (change: (file: Draft, files: Files) => unknown): Making => ({
  payload: files => {
    const file = JSON.parse(String(files.get("data/case.json"))) as Draft
    change(file, files)
    files.set("data/case.json", json(file))
  },
})
const item = (change: Draft): Making => filed(file => Object.assign(list(file, "items")[1] ?? {}, change))

const required = [
  ...["id", "url", "title", "startedAt", "endedAt", "nonce", "timeZone", "steps", "clock", "trigger"],
  ...["environment", "files", "frames", "pages", "gaps", "complete", "access", "redirects", "signedIn"],
  ...["unknown", "referrer", "canonicalUrl", "previousCapture"],
]

const malformed: readonly (readonly [string, Making])[] = [
  ...required.map(name => [`no ${name}`, of(record => (record[name] = undefined))] as const),
  ["an end that is no time", of(record => (record.endedAt = "yesterday"))],
  ["an end that is null", of(record => (record.endedAt = null))],
  ["a beginning on no day", of(record => (record.startedAt = "2026-02-30T00:00:00Z"))],
  ["a beginning in no hour", of(record => (record.startedAt = "2026-02-03T24:00:00Z"))],
  ["an empty id", of(record => (record.id = ""))],
  ["an empty nonce", of(record => (record.nonce = ""))],
  ["a frame narrower than nothing", of(record => (first(record, "frames").width = -5))],
  ["a frame of no time", of(record => delete first(record, "frames").at)],
  ["a file without a source", of(record => delete first(record, "files").source)],
  ["a file without a kind", of(record => delete first(record, "files").mediaType)],
  ["a gap without a reason", of(record => Object.assign(record, { complete: false, gaps: [{ what: "x" }] }))],
  ["no word on automation", of(record => (environment(record).automation = {}))],
]

test.each(malformed)("a record with %s is malformed", async (_what, making) => {
  const result = await check(zipOf(bundleFiles(making)))
  // Of a record that cannot be read, the log's lines have nothing to be of.
  const layers = failing(result).filter(layer => layer !== "history")
  expect({ verdict: result.verdict, layers }).toEqual({ verdict: "damaged", layers: ["records"] })
  expect(codes(result)).toContain("records/malformed")
})

const png = picture(10, 10, "x")
const faults: readonly (readonly [string, string, Making])[] = [
  ["a frame twice", "frame-twice", of(record => list(record, "frames").push(first(record, "frames")))],
  ["a frame that is no picture", "frame-no-picture", framed(Buffer.from("not a picture"))],
  ["a frame that is cut off in its head", "frame-no-picture", framed(png.subarray(0, 20))],
  ["a frame of another size", "frame-size", framed(png)],
  [
    "a frame that was drawn again",
    "frame-source",
    of(record => (first(record, "files").source = "re-drawn")),
  ],
  ["a picture among the frames that is none", "frame-unnamed", withFile("frames/0042.png", png)],
  ["a page of no frames", "page-of-nothing", of(record => (first(record, "pages").from = []))],
  ["all, and no first frame", "complete-without", of(dropFirst)],
  [
    "all of a recording, and none",
    "complete-without",
    of(record => (record.recording = { startedAt: record.startedAt, endedAt: record.endedAt })),
  ],
  [
    "all, and a step that failed",
    "complete-failed",
    of(record => (record.steps = [{ name: "as-seen", outcome: "failed" }])),
  ],
  ["itself as the one before", "own-previous", of(record => (record.previousCapture = record.id))],
  ["a post that is no JSON", "post-malformed", withFile("post.json", Buffer.from("not json"))],
  [
    "a file from elsewhere that is not there, and says nothing of it",
    "file-gone-unsaid",
    of(record =>
      Object.assign(record, {
        ...{ trigger: "import", frames: [], pages: [], files: [], complete: false, imported: {} },
        gaps: [{ what: "origin", reason: "not-seen", count: null, where: null }],
      }),
    ),
  ],
  [
    "people who are none",
    "people-malformed",
    { payload: files => files.set("data/people.json", Buffer.from([255])) },
  ],
]

const cases: readonly (readonly [string, string, Making])[] = [
  ["another id", "case-differs", item({ id: "ffffffff-0000-4000-8000-000000000009" })],
  ["another hash", "case-differs", item({ sha256: "0".repeat(64) })],
  ["another item's path", "case-differs", item({ path: RECORD })],
  [
    "an item both there and left out",
    "case-both",
    filed(file => (file.leftOut = [{ item: "e001", reason: "damaged" }])),
  ],
]

test.each([...faults, ...cases])("%s is a fault", async (_what, code, making) => {
  const result = await check(zipOf(bundleFiles(making)))
  expect({ verdict: result.verdict, layer: failing(result).includes("records") }).toEqual({
    ...{ verdict: "damaged", layer: true },
  })
  expect(codes(result)).toContain(`record/${code}`)
})

test.each<[string, Making]>([
  ["no word on what was left out", filed(file => delete file.leftOut)],
  ["an item without an id", item({ id: undefined })],
  ["an item without a path", item({ path: undefined })],
  ["an item without a hash", item({ sha256: undefined })],
  ["no schema", filed(file => delete file.schema)],
  ["a schema of words", filed(file => (file.schema = "1"))],
])("data/case.json with %s is malformed", async (_what, making) => {
  const result = await check(zipOf(bundleFiles(making)))
  expect(failing(result)).toEqual(["records"])
  expect(codes(result)).toContain("records/case-malformed")
})

test("a data/case.json of a later schema is nothing that can be told, and never fine", async () => {
  const later = filed(file => (file.schema = 99))
  const result = await check(zipOf(bundleFiles(later)))
  expect(result).toMatchObject({ verdict: "cannot-tell", exit: 2 })
  expect(codes(result)).toContain("record/case-newer")
})

describe("files that no record lists", () => {
  test.each(["dom-at-0000.html", "log.jsonl"])("%s is a fault", async name => {
    const files = bundleFiles({ payload: given => given.set(`data/e003/${name}`, Buffer.from("<h1>")) })
    const result = await check(zipOf(files))
    expect(failing(result)).toEqual(["records"])
    expect(codes(result)).toContain("records/file-unlisted")
  })

  test.each(["dom-at-0000.html", "log.jsonl"])("%s that the record lists is none", async name => {
    const result = await check(zipOf(bundleFiles(withFile(name, Buffer.from("{}"), { source: "dom" }))))
    expect(result).toMatchObject({ verdict: "integrity-only", exit: 0 })
  })
})

const late = "2026-11-23T15:20:00.250Z"
const clock = (record: Draft): Draft => record.clock as Draft
const paper = (name: string, text: string): Making => ({ tags: files => files.set(name, Buffer.from(text)) })
const post = (permalink: string): Making =>
  withFile(
    "post.json",
    json({
      ...{ schema: 1, adapter: { id: "weibo", version: "1" }, pageType: "post" },
      fields: { permalink: { value: permalink, raw: "", source: "url", where: "address", verdict: "ok" } },
    }),
    { source: "derived" },
  )

const warned: readonly (readonly [string, string, Making])[] = [
  ["an end before the beginning", "ends-before-start", of(record => (record.startedAt = late))],
  [
    "a clock that was set by a day",
    "clock-set",
    of(record => (clock(record).wallMinusMonotonicMs = 86_400_000)),
  ],
  ["a clock of another end", "clock-differs", of(record => (clock(record).endedWall = late))],
  ["a frame of the day after", "frame-time", of(record => (first(record, "frames").at = late))],
  ["a source of a later version", "unknown-word", of(record => (first(record, "files").source = "sensor"))],
  ["a trigger in capitals", "unknown-word", of(record => (record.trigger = "Script"))],
  [
    "an automation of a later version",
    "unknown-word",
    of(record => (environment(record).automation = { value: "maybe", basis: "" })),
  ],
  [
    "a file from elsewhere in a capture",
    "given-in-capture",
    withFile("media/x.png", png, { source: "imported" }),
  ],
  [
    "frames that begin with the second, and no word of the first",
    "no-first-frame",
    {
      ...of(record => {
        dropFirst(record)
        Object.assign(record, { complete: false, gaps: [{ what: "text", reason: "failed" }] })
      }),
      payload: files => {
        ;["e001", "e003"].forEach(each => files.delete(`data/${each}/frames/0000.png`))
      },
    },
  ],
  ["all, and no page stitched", "complete-thin", of(record => (record.pages = []))],
  ["a post of another site", "post-address", post("https://evil.test/1")],
  [
    "people who are not checked",
    "people-not-checked",
    { payload: files => files.set("data/people.json", json({})) },
  ],
  ["a paper that is no PDF", "not-its-ending", paper("99-verdict.pdf", "<html>")],
  ["a paper that is no page", "not-its-ending", paper("98-verdict.html", "%PDF-1.7")],
]

test.each(warned)("%s is told, and no fault", async (_what, code, making) => {
  const result = await check(zipOf(bundleFiles(making)))
  expect({ failing: failing(result), exit: result.exit }).toEqual({ failing: [], exit: 0 })
  expect(result.layers.find(({ layer }) => layer === "records")?.outcome).toBe("warn")
  expect(codes(result)).toContain(`record/${code}`)
})

test.each<[string, Making]>([
  [
    "an end before the beginning, by as much as the clock was set",
    of(record => {
      record.startedAt = clock(record).startedWall = "2026-11-22T15:20:30.250Z"
      clock(record).wallMinusMonotonicMs = -30_000
    }),
  ],
  ["a post of the same site under another name", post("https://m.example.cn/post/1")],
  ["a paper with a mark of its byte order", paper("98-list.html", "\ufeff\n<!DOCTYPE html>")],
  [
    "a step that is none of the page failed",
    of(record => (record.steps = [{ name: "mhtml", outcome: "failed" }])),
  ],
])("%s is nothing to tell", async (_what, making) => {
  const result = await check(zipOf(bundleFiles(making)))
  expect(result.layers.find(({ layer }) => layer === "records")?.outcome).toBe("pass")
})

test("what is written in the folder's name and in bag-info.txt are days that there are, and one", async () => {
  const dated = async (date: string) => check(zipOf(bundleFiles({ info: { "Bagging-Date": date } })))
  expect(codes(await dated("2026-99-99"))).toContain("time/impossible")
  expect((await dated("2026-99-99")).verdict).toBe("damaged")
  const other = await dated("1999-01-01")
  expect(codes(other)).toContain("time/other-day")
  expect(other).toMatchObject({ verdict: "damaged", exit: 1 })
})

test.each<[string, string | undefined, string | undefined]>([
  ["the moment that the folder was named of", undefined, undefined],
  ["another second", "2026-11-22T15:22:01.000Z", "time/other-start"],
  ["another century, with the whole log", "2099-01-01T00:00:00.000Z", "time/other-start"],
])("a log that ends with %s", async (_what, at, code) => {
  const moved = (events: Draft[]) => {
    if (at !== undefined) for (const event of events) event.at = at
  }
  const result = await check(zipOf(bundleFiles({ events: moved })))
  expect(codes(result).filter(each => each.startsWith("time/other"))).toEqual(
    code === undefined ? [] : [code],
  )
  expect(result.verdict).toBe(code === undefined ? "integrity-only" : "damaged")
})

test("a folder of a time that no clock shows is a fault", async () => {
  const shown = entriesOf(bundleFiles(), "holdfast-20269999T999999Z-7f3a9c")
  const result = await check(zip(shown))
  expect(failing(result)).toContain("bag")
  expect(codes(result)).toContain("time/impossible")
})
