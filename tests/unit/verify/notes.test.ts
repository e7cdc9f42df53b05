/** Cases, and what the user says for themselves, in a bundle: of what it says it is of, unchanged, and never needed. */
import { describe, expect, test } from "vitest"
import { bundleFiles, check, type Draft, failing, type Files, sha256, zipOf } from "./example.ts"

const RECORD = "data/e001/capture.json"
const version = (content: unknown, number = 1) => ({
  ...{ version: number, at: "2026-11-23T08:00:00.250Z", content },
  sha256: sha256(JSON.stringify(content)),
})
const note = { id: "n-1", kind: "note", versions: [version({ text: "一" }), version(null, 2)] }

const one = { number: "c002", title: "张某" }

const bundleWith = (write: (files: Files) => void): Files => bundleFiles({ payload: write })
const put = (files: Files, path: string, value: unknown) =>
  files.set(path, Buffer.from(typeof value === "string" ? value : JSON.stringify(value)))

const noted = (change: Draft = {}) =>
  bundleWith(files =>
    put(files, "data/e001/notes.json", {
      ...{ schema: 1, of: sha256(files.get(RECORD) ?? ""), remarks: [note] },
      ...change,
    }),
  )
const remark = (change: Draft) => noted({ remarks: [{ ...note, ...change }] })
const text = (value: string) => bundleWith(files => put(files, "data/e001/notes.json", value))

/** As the writer lists them, before they are of any case. */
const itemsOf = (files: Files): readonly Draft[] =>
  (JSON.parse(String(files.get("data/case.json"))) as { readonly items: readonly Draft[] }).items

const filed = (change: Draft = {}, numbers: (string | undefined)[] = ["c002", "c002"]): Files =>
  bundleWith(files =>
    put(files, "data/case.json", {
      ...{ schema: 1, caseNumber: "c002", title: "张某", cases: [one] },
      items: itemsOf(files).map((item, at) => ({ ...item, case: numbers[at] })),
      ...{ leftOut: [], ...change },
    }),
  )
const several = { caseNumber: null, title: null, cases: [{ number: "c001", title: null }, one] }
const caseNotes = (remarks: unknown) => filed({ cases: [{ ...one, remarks }] })

// A file beside what is said: under its own hash, in the one folder for all of them.
const receipt = Buffer.from("%PDF-1.7 a receipt")
const named = {
  ...{ name: "回执.pdf", form: "pdf", bytes: receipt.length, sha256: sha256(receipt) },
}
const receiptAt = `data/attached/${named.sha256}.pdf`
const saidWith = (files: unknown) => [
  { id: "k-1", kind: "complaint", versions: [version({ platform: "微博", files })] },
]
/** Of an item and of the case; `change` is made to what is there. */
const attached = (files: unknown, change: (files: Files) => unknown = () => undefined): Files =>
  bundleWith(there => {
    const remarks = saidWith(files)
    put(there, "data/e001/notes.json", { schema: 1, of: sha256(there.get(RECORD) ?? ""), remarks })
    put(there, "data/case.json", {
      ...{ schema: 1, caseNumber: "c002", title: "张某", cases: [{ ...one, remarks }] },
      items: itemsOf(there).map(item => ({ ...item, case: "c002" })),
      leftOut: [],
    })
    there.set(receiptAt, receipt)
    change(there)
  })

test.each<[string, Files]>([
  ["a receipt beside a complaint of an item and of its case", attached([named])],
  ["a note with a version that was taken back", noted()],
  ["a remark of a kind that is not known yet", remark({ kind: "cost" })],
  ["more in it than is known yet", noted({ by: "x" })],
  ["one case", filed()],
  ["several cases", filed(several, ["c001", "c002"])],
  ["what is said of a case", caseNotes([note])],
])("a bundle holds with %s", async (_what, files) => {
  const result = await check(zipOf(files))
  expect(failing(result)).toEqual([])
  expect(result.exit).toBe(0)
})

describe("every list agrees and the key has signed, and still it is damaged where", () => {
  test.each<[string, Files, string]>([
    ["a note is of another record", noted({ of: "0".repeat(64) }), "notes/of-another"],
    ["it is of none", noted({ of: null }), "notes/malformed"],
    ["it is no JSON", text("{"), "notes/malformed"],
    ["a schema is not known", noted({ schema: 2 }), "notes/malformed"],
    [
      "a word of a version was changed",
      remark({ versions: [{ ...version({ text: "一" }), content: { text: "二" } }] }),
      "notes/differs",
    ],
    ["a version is missing", remark({ versions: [version(null, 2)] }), "notes/malformed"],
    ["a remark has no version", remark({ versions: [] }), "notes/malformed"],
    ["a version has no time", remark({ versions: [{ ...version(null), at: "" }] }), "notes/malformed"],
    ["two remarks have one id", noted({ remarks: [note, note] }), "notes/malformed"],
    ["a kind is markup", remark({ kind: "<b>" }), "notes/malformed"],
    [
      "a case's words were changed",
      caseNotes([{ ...note, versions: [{ ...version(1), content: 2 }] }]),
      "notes/differs",
    ],
    ["what is said of a case is none", caseNotes("x"), "records/case-malformed"],
    ["an item is in a case that is not named", filed({}, ["c002", "c003"]), "records/case-malformed"],
    ["an item says of no case that it is in it", filed({}, ["c002", undefined]), "records/case-malformed"],
    ["the number on top is another's", filed({ caseNumber: "c001" }), "records/case-malformed"],
    ["the title on top is another", filed({ title: "李某" }), "records/case-malformed"],
    [
      "a title stands on top of several",
      filed({ ...several, title: "张某" }, ["c001", "c002"]),
      "records/case-malformed",
    ],
    ["a receipt is gone", attached([named], files => files.delete(receiptAt)), "attached/missing"],
    [
      "a receipt is another of that length",
      attached([named], files => files.set(receiptAt, Buffer.alloc(receipt.length, 65))),
      "attached/differs",
    ],
    ["a receipt is longer than is said", attached([{ ...named, bytes: 3 }]), "attached/differs"],
    ["nobody names a receipt", attached([]), "attached/unlisted"],
    ["a receipt is named as something else", attached([{ ...named, form: "png" }]), "attached/missing"],
    ["a receipt is a program", attached([{ ...named, form: "exe" }]), "notes/malformed"],
    ["a receipt has no name", attached([{ ...named, name: "" }]), "notes/malformed"],
    ["a receipt's hash is none", attached([{ ...named, sha256: "x" }]), "notes/malformed"],
    ["what is attached is no list", attached("x"), "notes/malformed"],
    ["a case is named twice", filed({ ...several, cases: [one, one] }), "records/case-malformed"],
    ["a title is without a case", filed({ cases: undefined }, []), "records/case-malformed"],
    ["a number is none", filed({ cases: [{ number: "2", title: "张某" }] }), "records/case-malformed"],
  ])("%s", async (_what, files, code) => {
    const result = await check(zipOf(files))
    expect(result).toMatchObject({ verdict: "damaged", exit: 1 })
    expect(failing(result)).toEqual(["records"])
    const codes = result.layers.flatMap(({ detail }) => detail.map(each => each.code))
    expect(codes).toContain(code)
  })
})

test("a file that stands in the folder under another name has no place there", async () => {
  const files = attached([named], there => there.set("data/attached/receipt.pdf", receipt))
  const result = await check(zipOf(files))
  expect(failing(result).sort()).toEqual(["extra", "records"])
})
