/** What the user says of an item's fields, in a bundle: it is of that item's own record, and says whose word it is. */
import { describe, expect, test } from "vitest"
import { bundleFiles, check, type Draft, failing, type Files, sha256, zipOf } from "./example.ts"

const RECORD = "data/e001/capture.json"
const one = { field: "authorName", value: "李四", source: "user", at: "2026-11-23T08:00:00.250Z" }

const good = (files: Files): Draft => ({
  ...{ schema: 1, of: sha256(files.get(RECORD) ?? ""), corrections: [one] },
})

/** A bundle whose first item was corrected; `write` writes corrections.json. */
function corrected(write: (draft: Draft) => string): Files {
  return bundleFiles({
    payload: files => files.set("data/e001/corrections.json", Buffer.from(write(good(files)))),
  })
}

const file = (change: Draft = {}) => corrected(draft => JSON.stringify({ ...draft, ...change }))
const first = (change: Draft) => file({ corrections: [{ ...one, ...change }] })

test.each<[string, Files]>([
  ["one correction", file()],
  ["one with a note", first({ note: "看过其主页" })],
  ["one that takes back", first({ value: null })],
  ["one of a field that is not known yet", first({ field: "fans" })],
  ["more in it than is known yet", file({ by: "x" })],
])("a bundle holds with %s", async (_what, files) => {
  const result = await check(zipOf(files))
  expect(failing(result)).toEqual([])
  expect(result.exit).toBe(0)
})

describe("every list agrees and the key has signed, and still it is damaged where", () => {
  test.each<[string, Files, string]>([
    ["it is of another record", file({ of: "0".repeat(64) }), "of-another"],
    ["it is of none", file({ of: null }), "malformed"],
    ["it is no JSON", corrected(() => "{"), "malformed"],
    ["it is cut", corrected(draft => JSON.stringify(draft).slice(0, -3)), "malformed"],
    ["a schema is not known", file({ schema: 2 }), "malformed"],
    ["it holds no correction", file({ corrections: [] }), "malformed"],
    ["a correction passes for the page's word", first({ source: "dom" }), "malformed"],
    ["a correction has no source", first({ source: undefined }), "malformed"],
    ["a correction has no time", first({ at: undefined }), "malformed"],
    ["a value is a number", first({ value: 6000 }), "malformed"],
    ["a value is empty", first({ value: "" }), "malformed"],
    ["a field is a path", first({ field: "../post" }), "malformed"],
  ])("%s", async (_what, files, code) => {
    const result = await check(zipOf(files))
    expect(result).toMatchObject({ verdict: "damaged", exit: 1 })
    expect(failing(result)).toEqual(["records"])
    const codes = result.layers.flatMap(({ detail }) => detail.map(each => each.code))
    expect(codes).toContain(`corrections/${code}`)
  })
})
