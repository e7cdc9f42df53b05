/** A recording's viewing copy in a bundle: called derived, and of the same blocks as the original, or the bundle is damaged. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, expect, test } from "vitest"
import { remux } from "../../../src/workshop/viewing/remux.ts"
import { bundleFiles, check, codes, type Draft, type Files, sha256, sm3, zipOf } from "./example.ts"

const original = readFileSync(join("tests/fixtures/webm/vp8.webm"))
const other = readFileSync(join("tests/fixtures/webm/vp9-opus.webm"))
const made: { copy: Buffer } = { copy: Buffer.alloc(0) }

beforeAll(async () => {
  await remux(
    new Blob([original]),
    new WritableStream<{ data: Uint8Array; position: number }>({
      write({ data, position }) {
        const grown = Buffer.alloc(Math.max(made.copy.length, position + data.length))
        made.copy.copy(grown)
        grown.set(data, position)
        made.copy = grown
      },
    }),
  )
})

interface Made {
  readonly copy: Buffer | null
  readonly view: (view: Draft) => Draft | undefined
  readonly source: string
}

/** Sealed, listed and signed as it is: whoever holds the key can do that. */
function recorded({ copy = made.copy, view = all => all, source = "derived" }: Partial<Made> = {}): Files {
  const line = { seq: 0, at: "2026-11-26T08:00:00.250Z", bytes: original.length, sha256: sha256(original) }
  const chunks = Buffer.from(`${JSON.stringify({ ...line, prev: "0".repeat(64) })}\n`)
  const added: [string, Buffer, string][] = [
    ["recording/original.webm", original, "screen"],
    ["recording/chunks.jsonl", chunks, "derived"],
    ...(copy === null ? [] : [["recording/view-derived.webm", copy, source] as [string, Buffer, string]]),
  ]
  return bundleFiles({
    record: (draft, item) => {
      if (item !== "e001") return
      const files = draft.files as Draft[]
      const [like] = files
      for (const [path, data, from] of added) {
        files.push({ ...like, path, sha256: sha256(data), sm3: sm3(data), bytes: data.length, source: from })
      }
      const said = view({
        ...{ file: "recording/view-derived.webm", sha256: sha256(copy ?? Buffer.alloc(0)) },
        ...{ of: "recording/original.webm", ofSha256: sha256(original) },
      })
      draft.recording = said === undefined ? {} : { view: said }
    },
    payload: files => {
      for (const [path, data] of added) files.set(`data/e001/${path}`, data)
    },
  })
}

const found = async (files: Files) => {
  const result = await check(zipOf(files))
  return { verdict: result.verdict, codes: codes(result).filter(code => code.startsWith("recording/")) }
}

test("one that is what its record says holds, and so does a recording without one", async () => {
  expect(await found(recorded())).toEqual({ verdict: "integrity-only", codes: [] })
  const none = { copy: null, view: () => undefined }
  expect(await found(recorded(none))).toEqual({ verdict: "integrity-only", codes: [] })
})

/** Where the file's own words are, nothing moves. */
const withByte = (at: (copy: Buffer) => number) => () => {
  const copy = Buffer.from(made.copy)
  const index = at(copy)
  copy.writeUInt8(copy.readUInt8(index) ^ 1, index)
  return { copy }
}
const picture = withByte(copy => copy.lastIndexOf(original.subarray(-200)) + 150)
/** A block begins with its id, its size in two bytes, its track and its time. */
const time = withByte(copy => copy.lastIndexOf(Buffer.from([0xa3])) + 5)

const forged: [string, () => Partial<Made>, string][] = [
  ["it is of another recording", () => ({ copy: other }), "view-differs"],
  ["a byte of a picture is another", picture, "view-differs"],
  ["a picture comes at another time", time, "view-differs"],
  ["it is no WebM", () => ({ copy: Buffer.from("no video") }), "view-malformed"],
  ["it ends before its end", () => ({ copy: made.copy.subarray(0, 20_000) }), "view-differs"],
  ["it is called a picture of the screen", () => ({ source: "screen" }), "view-unlabelled"],
  ["no record speaks of it", () => ({ view: () => undefined }), "view-unlabelled"],
  ["it is spoken of, and is not there", () => ({ copy: null }), "view-unlabelled"],
  [
    "it is said to be of another file",
    () => ({ view: view => ({ ...view, of: "x.webm" }) }),
    "view-unlabelled",
  ],
  ["another hash is named", () => ({ view: view => ({ ...view, sha256: "a".repeat(64) }) }), "view-differs"],
  [
    "it is of another original",
    () => ({ view: view => ({ ...view, ofSha256: "a".repeat(64) }) }),
    "view-differs",
  ],
]

test.each(forged)(
  "where %s, and all is listed and signed anew, it is damaged",
  async (_what, prepare, code) => {
    expect(await found(recorded(prepare()))).toEqual({ verdict: "damaged", codes: [`recording/${code}`] })
  },
)
