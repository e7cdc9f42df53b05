/** An imported file in a bundle: the record names it, and speaks of no capture, whatever the lists and the signature say. */
import { expect, test } from "vitest"
import { bundleFiles, check, codes, type Draft, failing, type Files, sha256, sm3, zipOf } from "./example.ts"

const file = Buffer.from("\xff\xd8\xff a photograph", "latin1")
const path = "import/original.jpg"

/** Sealed, listed and signed as it is: whoever holds the key can do that. */
function imported(
  change: (record: Draft) => void = () => undefined,
  payload?: (files: Files) => void,
): Files {
  return bundleFiles({
    record: (draft, item) => {
      if (item !== "e001") return
      const [like] = draft.files as Draft[]
      const own = { sha256: sha256(file), sm3: sm3(file), bytes: file.length, source: "imported" }
      Object.assign(draft, {
        ...{ trigger: "import", url: "", frames: [], pages: [], complete: false },
        gaps: [{ what: "origin", reason: "not-seen", count: null, where: null }],
        files: [{ ...like, path, ...own }],
        imported: { file: path, givenName: "a.jpg", bytes: file.length },
      })
      change(draft)
    },
    events: ([, begun]) => Object.assign(begun ?? {}, { by: "import" }),
    payload: files => {
      for (const each of [...files.keys()]) {
        if (each.startsWith("data/e001/") && !each.endsWith("capture.json")) files.delete(each)
      }
      files.set(`data/e001/${path}`, file)
      payload?.(files)
    },
  })
}

const found = async (files: Files) => {
  const result = await check(zipOf(files))
  const own = codes(result).filter(code => /^(?:imported|records|imports)\//.test(code))
  return { verdict: result.verdict, codes: own.filter(code => code !== "imports/none") }
}

test("one that is what its record says holds", async () => {
  const result = await check(zipOf(imported()))
  expect(failing(result), JSON.stringify(result.layers)).toEqual([])
  expect(result.verdict).toBe("integrity-only")
})

test.each<[string, (record: Draft) => void, string]>([
  [
    "its record says that it is complete",
    record => Object.assign(record, { complete: true, gaps: [] }),
    "imported/as-captured",
  ],
  [
    "its gap was exchanged for another",
    record => Object.assign(record, { gaps: [{ what: "text", reason: "failed", count: null, where: null }] }),
    "imported/as-captured",
  ],
  [
    "it is said to have been captured by the popup",
    record => (record.trigger = "popup"),
    "imported/malformed",
  ],
  [
    "its source is said to be the screen",
    record => Object.assign((record.files as Draft[])[0] ?? {}, { source: "screen" }),
    "imported/malformed",
  ],
  ["what was said of it is gone", record => delete record.imported, "imported/malformed"],
  ["its size is another", record => ((record.imported as Draft).bytes = 3), "imported/malformed"],
  [
    "it names another file",
    record => ((record.imported as Draft).file = "import/original.png"),
    "imported/malformed",
  ],
])("where %s, and all is listed and signed anew, it is damaged", async (_what, change, code) => {
  const { verdict, codes: told } = await found(imported(change))
  expect({ verdict, has: told.includes(code) }).toEqual({ verdict: "damaged", has: true })
})

test("another file in its place is told", async () => {
  const files = imported(undefined, given => given.set(`data/e001/${path}`, Buffer.from("another")))
  expect((await found(files)).codes).toContain("records/file-differs")
})

test.each(["import/original.png", "import/original"])("a %s that no record lists is told", async name => {
  const files = bundleFiles({ payload: given => void given.set(`data/e003/${name}`, file) })
  const { verdict, codes: told } = await found(files)
  expect(verdict).toBe("damaged")
  expect(told).toEqual(expect.arrayContaining(["records/file-unlisted", "imported/malformed"]))
})
