/** A procedure log in a bundle: chained, in order, inside the recording, with the pictures that it names, whatever was signed. */
import { expect, test } from "vitest"
import { bundleFiles, check, codes, type Draft, type Files, sha256, sm3, zipOf } from "./example.ts"

const at = "2026-11-26T08:00:00.250Z"
const LOG = "recording/procedure.jsonl"
const PICTURE = "recording/page-00004.png"
const picture = Buffer.from("\x89PNG a page", "latin1")
const piece = Buffer.from("\x1a\x45 piece", "latin1")

type Line = Record<string, unknown>

const lines = (): Line[] => [
  { ms: 0, kind: "begin", allPages: true },
  { ms: 20, kind: "page", url: "https://a.example/", title: "首页", frame: null, code: "capture/no-picture" },
  { ms: 900, kind: "click", x: 4, y: 5, role: "a", text: "post" },
  { ms: 1_000, kind: "step", step: "home", state: "done", by: "facts", reason: null },
  {
    ...{ ms: 1_500, kind: "page", url: "https://a.example/1", title: "帖子", code: null },
    frame: { path: PICTURE, sha256: sha256(picture) },
  },
  { ms: 2_000, kind: "scroll", x: 0, y: 700, height: 700, documentHeight: 1400 },
  { ms: 2_500, kind: "end", ended: "stopped" },
]

const record = (): Draft => ({
  ...{ file: LOG, lines: 7, pages: 2, pictured: 1 },
  chapters: [
    { ms: 20, title: "首页" },
    { ms: 1_000, title: "平台首页" },
    { ms: 1_500, title: "帖子" },
  ],
})

/** As the format says: each line names the hash of the one before it. */
function chained(all: readonly Line[]): string[] {
  let prev = "0".repeat(64)
  return all.map((line, seq) => {
    const text = JSON.stringify({ seq, at, ...line, prev })
    prev = sha256(text)
    return text
  })
}

interface Made {
  readonly lines: (all: Line[]) => readonly Line[]
  readonly texts: (all: string[]) => readonly string[]
  readonly record: (draft: Draft) => Draft | undefined
  readonly picture: Buffer | null
  readonly isThere: boolean
}

/** Sealed, listed and signed as it is: whoever holds the key can do that. */
function guided(made: Partial<Made> = {}): Files {
  const texts = chained((made.lines ?? (all => all))(lines()))
  const text = (made.texts ?? (all => all))(texts)
    .map(line => `${line}\n`)
    .join("")
  const chunk = { seq: 0, at, bytes: piece.length, sha256: sha256(piece), prev: "0".repeat(64) }
  const shown = made.picture === undefined ? picture : made.picture
  const added: [string, Buffer][] = [
    ["recording/original.webm", piece],
    ["recording/chunks.jsonl", Buffer.from(`${JSON.stringify(chunk)}\n`)],
    ...(made.isThere === false ? [] : [[LOG, Buffer.from(text)] as [string, Buffer]]),
    ...(shown === null ? [] : [[PICTURE, shown] as [string, Buffer]]),
  ]
  return bundleFiles({
    record: (draft, item) => {
      if (item !== "e001") return
      const files = draft.files as Draft[]
      const [like] = files
      for (const [path, data] of added) {
        files.push({ ...like, path, sha256: sha256(data), sm3: sm3(data), bytes: data.length })
      }
      draft.recording = { startedAt: "2026-11-26T08:00:00.000Z", endedAt: "2026-11-26T08:00:03.000Z" }
      const said = (made.record ?? (all => all))(record())
      if (said !== undefined) draft.procedure = said
    },
    payload: files => {
      for (const [path, data] of added) files.set(`data/e001/${path}`, data)
    },
  })
}

const found = async (files: Files) => {
  const result = await check(zipOf(files))
  return { verdict: result.verdict, codes: codes(result).filter(code => code.startsWith("procedure/")) }
}

test("one whose lines are chained, in order, and name what is there holds", async () => {
  expect(await found(guided())).toEqual({ verdict: "integrity-only", codes: [] })
})

test("a kind of line that this verifier does not know is no fault", async () => {
  const later = guided({
    lines: all => all.toSpliced(3, 0, { ms: 950, kind: "later-kind", x: "?" }),
    record: draft => ({ ...draft, lines: 8 }),
  })
  expect(await found(later)).toEqual({ verdict: "integrity-only", codes: [] })
})

test("one that was cut off has no end", async () => {
  const cut = guided({ lines: all => all.slice(0, -1), record: draft => ({ ...draft, lines: 6 }) })
  expect(await found(cut)).toEqual({ verdict: "integrity-only", codes: [] })
})

const swap = ([a, b, ...rest]: string[]) => [b, a, ...rest].map(String)
const at2 = (all: Line[], change: Line) => all.with(2, { ...all[2], ...change })

test.each<[string, Partial<Made>, string]>([
  ["a line was cut out", { texts: all => all.toSpliced(2, 1) }, "malformed"],
  ["two lines were exchanged", { texts: swap }, "malformed"],
  ["a click's text was rewritten", { texts: all => all.map(t => t.replace("post", "pos7")) }, "malformed"],
  ["the last line was cut off", { texts: all => all.slice(0, -1) }, "differs"],
  ["there is no line", { texts: () => [] }, "malformed"],
  ["a line is no JSON", { texts: () => ["{"] }, "malformed"],
  ["a time runs backwards", { lines: all => at2(all, { ms: 10 }) }, "malformed"],
  [
    "a time is after the end of the recording",
    { lines: all => all.with(6, { ms: 3_600_000, kind: "end", ended: "stopped" }) },
    "malformed",
  ],
  ["a time is none", { lines: all => at2(all, { at: "yesterday" }) }, "malformed"],
  ["it does not begin", { lines: all => all.slice(1) }, "malformed"],
  ["it begins twice", { lines: all => at2(all, { kind: "begin" }) }, "malformed"],
  ["it ends before its end", { lines: all => at2(all, { kind: "end" }) }, "malformed"],
  ["a click is nowhere", { lines: all => at2(all, { x: null }) }, "malformed"],
  [
    "a page without a picture says no reason",
    { lines: all => all.with(1, { ...all[1], code: null }) },
    "malformed",
  ],
  ["its picture is another", { picture: Buffer.from("another") }, "picture"],
  ["its picture is not there", { picture: null }, "picture"],
  [
    "a picture of a page is named by no line",
    {
      lines: all => all.with(4, { ...all[4], frame: null, code: "capture/no-picture" }),
      record: draft => ({ ...draft, pictured: 0 }),
    },
    "picture",
  ],
  ["the record says nothing of it", { record: () => undefined }, "malformed"],
  ["the log is not there", { isThere: false }, "malformed"],
  ["the record counts other lines", { record: draft => ({ ...draft, lines: 6 }) }, "differs"],
  ["the record counts other pages", { record: draft => ({ ...draft, pages: 1 }) }, "differs"],
  ["the record counts other pictures", { record: draft => ({ ...draft, pictured: 2 }) }, "differs"],
  [
    "a chapter is elsewhere",
    {
      record: draft => ({
        ...draft,
        chapters: (draft.chapters as Draft[]).with(0, { ms: 21, title: "首页" }),
      }),
    },
    "differs",
  ],
  [
    "a chapter has another page's title",
    {
      record: draft => ({
        ...draft,
        chapters: (draft.chapters as Draft[]).with(2, { ms: 1_500, title: "别的" }),
      }),
    },
    "differs",
  ],
  [
    "a chapter was left out",
    { record: draft => ({ ...draft, chapters: (draft.chapters as Draft[]).slice(1) }) },
    "differs",
  ],
])("where %s, and all is listed and signed anew, it is damaged", async (_what, made, code) => {
  expect(await found(guided(made))).toEqual({ verdict: "damaged", codes: [`procedure/${code}`] })
})
