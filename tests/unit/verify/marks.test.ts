/** What the user marked on pictures, and redacted copies of them, in a bundle: each is of that item's own record and pictures. */
import { describe, expect, test } from "vitest"
import {
  bundleFiles,
  check,
  codes,
  type Draft,
  failing,
  type Files,
  picture as png,
  sha256,
  zipOf,
} from "./example.ts"

const ITEM = "data/e001/"
const area = { x: 1, y: 2, width: 3, height: 4 }
const at = "2026-11-26T08:00:00.250Z"
const COPY = "redacted/001-frames-0000-redacted.png"
const covered = png(1280, 800, "covered")

const inItem = (files: Files, path: string) => files.get(ITEM + path) ?? expect.unreachable(`no ${path}`)
const picture = (files: Files) => ({
  ...{ path: "frames/0000.png", sha256: sha256(inItem(files, "frames/0000.png")) },
})
const of = (files: Files) => sha256(inItem(files, "capture.json"))

type Write = (draft: Draft, files: Files) => string

const annotated = (write: Write): Files =>
  bundleFiles({
    payload: files => {
      const version = { picture: picture(files), source: "user", at, marks: [{ kind: "box", ...area }] }
      const text = write({ schema: 1, of: of(files), annotations: [version] }, files)
      files.set(`${ITEM}annotations.json`, Buffer.from(text))
    },
  })
const file = (change: Draft = {}) => annotated(draft => JSON.stringify({ ...draft, ...change }))
const first = (change: (version: Draft) => Draft) =>
  annotated(draft => {
    const [version] = draft.annotations as Draft[]
    return JSON.stringify({ ...draft, annotations: [{ ...version, ...change(version ?? {}) }] })
  })
const mark = (change: Draft) => first(() => ({ marks: [{ kind: "box", ...area, ...change }] }))

const copied = (write: Write, also: (files: Files) => void = () => undefined): Files =>
  bundleFiles({
    payload: files => {
      const copy = {
        ...{ path: COPY, sha256: sha256(covered), bytes: covered.length, source: "user", at },
        ...{ original: picture(files), boxes: [area], cover: "#000000" },
      }
      files.set(ITEM + COPY, covered)
      files.set(
        `${ITEM}redacted/redactions.json`,
        Buffer.from(write({ schema: 1, of: of(files), copies: [copy] }, files)),
      )
      also(files)
    },
  })
const list = (change: Draft = {}) => copied(draft => JSON.stringify({ ...draft, ...change }))
const copy = (change: (copy: Draft, files: Files) => Draft, also?: (files: Files) => void) =>
  copied((draft, files) => {
    const [given] = draft.copies as Draft[]
    return JSON.stringify({ ...draft, copies: [{ ...given, ...change(given ?? {}, files) }] })
  }, also)

test.each<[string, Files]>([
  ["marks", file()],
  ["a note", mark({ note: "这里" })],
  ["marks that were all taken away", first(() => ({ marks: [] }))],
  ["a kind of mark that is not known yet", mark({ kind: "arrow" })],
  ["more in it than is known yet", file({ by: "x" })],
  ["a redacted copy", list()],
  ["a cover that is not known yet", copy(() => ({ cover: "#ffffff" }))],
])("a bundle holds with %s", async (_what, files) => {
  const result = await check(zipOf(files))
  expect(failing(result)).toEqual([])
  expect(result.exit).toBe(0)
})

describe("every list agrees and the key has signed, and still it is damaged where", () => {
  const none = "0".repeat(64)
  test.each<[string, Files, string]>([
    ["marks are of another record", file({ of: none }), "annotations/of-another"],
    ["marks are of none", file({ of: null }), "annotations/malformed"],
    ["marks are no JSON", annotated(() => "{"), "annotations/malformed"],
    ["a schema of marks is not known", file({ schema: 2 }), "annotations/malformed"],
    ["there is no version", file({ annotations: [] }), "annotations/malformed"],
    [
      "marks are on a picture of another hash",
      first(({ picture: named }) => ({ picture: { ...(named as Draft), sha256: none } })),
      "annotations/picture",
    ],
    [
      "marks are on a picture that the record does not list",
      first(({ picture: named }) => ({ picture: { ...(named as Draft), path: "page-9.png" } })),
      "annotations/picture",
    ],
    ["marks pass for the page's own", first(() => ({ source: "dom" })), "annotations/malformed"],
    ["marks have no time", first(() => ({ at: undefined })), "annotations/malformed"],
    ["a mark has no width", mark({ width: 0 }), "annotations/malformed"],
    ["a mark is between pixels", mark({ x: 0.5 }), "annotations/malformed"],
    ["a note is no text", mark({ note: 1 }), "annotations/malformed"],

    ["copies are of another record", list({ of: none }), "redacted/of-another"],
    ["the list of copies is no JSON", copied(() => "{"), "redacted/malformed"],
    ["the list of copies is empty", list({ copies: [] }), "redacted/malformed"],
    ["a copy has another hash", copy(() => ({ sha256: none })), "redacted/differs"],
    ["a copy has another size", copy(() => ({ bytes: 1 })), "redacted/differs"],
    [
      "a copy is gone",
      copy(
        () => ({}),
        files => files.delete(ITEM + COPY),
      ),
      "redacted/missing",
    ],
    [
      "a copy is not in the list",
      copied(
        draft => JSON.stringify(draft),
        files => files.set(`${ITEM}redacted/002-page-1-redacted.png`, covered),
      ),
      "redacted/unlisted",
    ],
    [
      "the list of copies is gone",
      copied(
        draft => JSON.stringify(draft),
        files => files.delete(`${ITEM}redacted/redactions.json`),
      ),
      "redacted/unlisted",
    ],
    [
      "a copy is of a picture of another hash",
      copy(({ original }) => ({ original: { ...(original as Draft), sha256: none } })),
      "redacted/original",
    ],
    [
      "a copy is of a copy",
      copy(({ path, sha256: hash }) => ({ original: { path, sha256: hash } })),
      "redacted/original",
    ],
    [
      "the picture itself passes for a copy",
      copy(
        (_given, files) => ({
          sha256: picture(files).sha256,
          bytes: inItem(files, "frames/0000.png").length,
        }),
        files => files.set(ITEM + COPY, inItem(files, "frames/0000.png")),
      ),
      "redacted/original",
    ],
    [
      "a copy does not say in its name what it is",
      copy(() => ({ path: "redacted/001.png" })),
      "redacted/malformed",
    ],
    ["a copy covers nothing", copy(() => ({ boxes: [] })), "redacted/malformed"],
    ["a copy has no time", copy(() => ({ at: "today" })), "redacted/malformed"],
  ])("%s", async (_what, files, code) => {
    const result = await check(zipOf(files))
    expect(result).toMatchObject({ verdict: "damaged", exit: 1 })
    expect(failing(result)).toEqual(["records"])
    expect(result.layers.flatMap(({ detail }) => detail.map(each => each.code))).toContain(code)
  })
})

test("a mark and a cover that lie outside of their picture are told, and no fault", async () => {
  const outside = { x: 1_279, y: 0, width: 2, height: 1 }
  for (const files of [mark(outside), copy(() => ({ boxes: [outside] }))]) {
    const result = await check(zipOf(files))
    expect({ exit: result.exit, told: codes(result).includes("record/mark-outside") }).toEqual({
      ...{ exit: 0, told: true },
    })
  }
  const inside = await check(zipOf(mark({ x: 1_279, y: 799, width: 1, height: 1 })))
  expect(codes(inside)).not.toContain("record/mark-outside")
})

test.each<[string, Buffer, string]>([
  ["is no PNG", Buffer.from("GIF89a"), "record/copy-no-picture"],
  ["is wider than its picture", png(1281, 800, "covered"), "record/copy-other-size"],
  ["is not as high as its picture", png(1280, 799, "covered"), "record/copy-other-size"],
])("a redacted copy that %s is a fault", async (_what, data, code) => {
  const facts = { sha256: sha256(data), bytes: data.length }
  const result = await check(
    zipOf(
      copy(
        () => facts,
        files => files.set(ITEM + COPY, data),
      ),
    ),
  )
  expect(failing(result)).toEqual(["records"])
  expect(codes(result)).toContain(code)
})
