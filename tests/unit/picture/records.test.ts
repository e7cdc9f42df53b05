import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  type AnnotationVersion,
  annotationKinds,
  parseAnnotations,
  parseAnnotationWish,
  standingMarks,
  writeAnnotations,
} from "../../../src/core/picture/annotations.ts"
import {
  parseRedactions,
  parseRedactionWish,
  type RedactedCopy,
  redactedPath,
  writeRedactions,
} from "../../../src/core/picture/redactions.ts"
import { type Sha256 } from "../../../src/core/seal/hash.ts"

const of = "a".repeat(64) as Sha256
const at = "2026-11-26T08:00:00.250Z"
const picture = { path: "page-1.png", sha256: "b".repeat(64) as Sha256 }
const box = { x: 1, y: 2, width: 3, height: 4 }
const version: AnnotationVersion = { picture, source: "user", at, marks: [{ kind: "box", ...box }] }
const copy: RedactedCopy = {
  path: redactedPath(0, picture.path),
  sha256: "c".repeat(64) as Sha256,
  bytes: 100,
  source: "user",
  at,
  original: picture,
  boxes: [box],
  cover: "#000000",
}
const refused = expect.objectContaining({ code: "input/malformed" }) as Error

const pixel = fc.integer({ min: 0, max: 1_000_000 })
const area = {
  x: pixel,
  y: pixel,
  width: fc.integer({ min: 1, max: 900 }),
  height: fc.integer({ min: 1, max: 900 }),
}

test("whatever was marked and covered is read back as it was", () => {
  const mark = fc.record(
    {
      ...area,
      kind: fc.constantFrom(...annotationKinds),
      note: fc.string({ minLength: 1 }).filter(text => text.trim() !== ""),
    },
    { requiredKeys: ["x", "y", "width", "height", "kind"] },
  )
  fc.assert(
    fc.property(
      fc.array(fc.array(mark, { maxLength: 4 })),
      fc.array(fc.array(fc.record(area), { minLength: 1, maxLength: 4 })),
      (marks, boxes) => {
        const annotations = marks.map(each => ({ ...version, marks: each }))
        const copies = boxes.map((each, index) => ({
          ...copy,
          ...{ path: redactedPath(index, "frames/0003.png"), boxes: each },
        }))
        const read = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes))
        expect(parseAnnotations(read(writeAnnotations(of, annotations)))).toEqual({
          schema: 1,
          of,
          annotations,
        })
        expect(parseRedactions(read(writeRedactions(of, copies)))).toEqual({ schema: 1, of, copies })
      },
    ),
    { seed: 20261126, numRuns: 200 },
  )
})

describe("refused is", () => {
  const marked = (change: object) => ({
    ...{ schema: 1, of },
    annotations: [{ ...version, marks: [{ kind: "box", ...box, ...change }] }],
  })
  test.each<[string, unknown]>([
    ["another schema", { schema: 2, of, annotations: [] }],
    ["no record that it is of", { schema: 1, of: "x", annotations: [] }],
    ["no list", { schema: 1, of, annotations: {} }],
    [
      "a picture by another's path",
      { schema: 1, of, annotations: [{ ...version, picture: { ...picture, path: "../page-1.png" } }] },
    ],
    [
      "a redacted copy for a picture",
      { schema: 1, of, annotations: [{ ...version, picture: { ...picture, path: copy.path } }] },
    ],
    ["the word of a page for the user's", { schema: 1, of, annotations: [{ ...version, source: "dom" }] }],
    ["a time in no zone", { schema: 1, of, annotations: [{ ...version, at: "2026-11-26 08:00" }] }],
    ["a kind that there is not", marked({ kind: "__proto__" })],
    ["a place before the picture", marked({ x: -1 })],
    ["half a pixel", marked({ y: 0.5 })],
    ["no width", marked({ width: 0 })],
    ["a width without end", marked({ width: 1e300 })],
    ["a number as a text", marked({ height: "4" })],
    ["an empty note", marked({ note: " " })],
    ["a note without end", marked({ note: "x".repeat(2_001) })],
    ["a note that is markup in a list", marked({ note: ["<b>"] })],
    [
      "marks without end",
      { schema: 1, of, annotations: [{ ...version, marks: Array(201).fill({ kind: "box", ...box }) }] },
    ],
  ])("of marks: %s", (_what, input) => {
    expect(() => parseAnnotations(input)).toThrow(refused)
  })

  const copied = (change: object) => ({ schema: 1, of, copies: [{ ...copy, ...change }] })
  test.each<[string, unknown]>([
    ["another schema", { schema: 2, of, copies: [copy] }],
    ["a name that does not say what it is", copied({ path: "redacted/001-page-1.png" })],
    ["a name outside its folder", copied({ path: "redacted/../page-1-redacted.png" })],
    ["no hash", copied({ sha256: "c" })],
    ["no size", copied({ bytes: -1 })],
    ["no original", copied({ original: null })],
    ["a copy as its original", copied({ original: { ...picture, path: copy.path } })],
    ["no box", copied({ boxes: [] })],
    ["a box of no pixel", copied({ boxes: [{ ...box, width: 0 }] })],
    ["boxes without end", copied({ boxes: Array(201).fill(box) })],
    ["another cover", copied({ cover: "transparent" })],
    ["the word of a page for the user's", copied({ source: "dom" })],
  ])("of copies: %s", (_what, input) => {
    expect(() => parseRedactions(input)).toThrow(refused)
  })

  test.each<[string, () => unknown]>([
    ["marks on no picture", () => parseAnnotationWish({ path: "text.txt", marks: [] })],
    ["marks that are none", () => parseAnnotationWish({ path: "page-1.png", marks: [null] })],
    ["a copy of no picture", () => parseRedactionWish({ path: "source.html", boxes: [box], file: of })],
    ["a copy that covers nothing", () => parseRedactionWish({ path: "page-1.png", boxes: [], file: of })],
    ["a copy by another name", () => parseRedactionWish({ path: "page-1.png", boxes: [box], file: "x" })],
  ])("when it is asked for: %s", (_what, ask) => {
    expect(ask).toThrow(refused)
  })
})

test("the newest version of a picture stands; taking all marks away leaves none", () => {
  const other = { ...picture, path: "post.png" }
  const standing = standingMarks([
    version,
    { ...version, picture: other },
    { ...version, marks: [{ kind: "highlight", ...box }] },
    { ...version, picture: other, marks: [] },
  ])
  expect([...standing].map(([path, { marks }]) => [path, marks.map(({ kind }) => kind)])).toEqual([
    ["page-1.png", ["highlight"]],
  ])
})

test("a copy says in its name what it is and of what", () => {
  expect(redactedPath(0, "page-1.png")).toBe("redacted/001-page-1-redacted.png")
  expect(redactedPath(11, "frames/0003.png")).toBe("redacted/012-frames-0003-redacted.png")
})
