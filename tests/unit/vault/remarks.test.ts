/** What the user says for themselves: apart from the evidence, each version with its own hash, and none lost. */
import "fake-indexeddb/auto"
import { execFileSync } from "node:child_process"
import { createHash } from "node:crypto"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { DEFAULT_CASE } from "../../../src/core/cases.ts"
import { hashOfContent, parseSaid, type Said, tagsIn } from "../../../src/core/remarks.ts"
import { artifactsOf, captureById } from "../../../src/vault/read.ts"
import { remarksOf } from "../../../src/vault/read-remarks.ts"
import { type Vault } from "../../../src/vault/schema.ts"
import { beginCapture, setTrashed } from "../../../src/vault/write.ts"
import { deleteCapture } from "../../../src/vault/write-deletions.ts"
import { makeCase, moveToCase } from "../../../src/vault/write-cases.ts"
import { keepRemark } from "../../../src/vault/write-remarks.ts"
import { readCases, readNotes } from "../../../src/workshop/notes-of-export.ts"
import { at, custodyOf, draftOf, later, newVault, record, sealedCapture, sha256Of } from "./rows.ts"

const note = (text: string | null): Said => ({ kind: "note", content: text === null ? null : { text } })
const labels = (...tags: string[]): Said => ({ kind: "labels", content: { tags, wrongs: ["insult"] } })
const complaint: Said = {
  kind: "complaint",
  content: {
    ...{ platform: "微博", channel: "platform", sentAt: at, number: "WB-1" },
    ...{ result: "waiting", repliedAt: null, said: null },
  },
}

const keep = (vault: Vault, said: Said, id: string | null, newId = "n", of = "a", when = later) =>
  keepRemark(vault, { of, id, newId, at: when, said })

async function scene(): Promise<Vault> {
  const vault = newVault()
  await sealedCapture(vault, "a")
  return vault
}

test("a change is a version more, and the ones before stay as they were", async () => {
  const vault = await scene()
  await keep(vault, note("第一稿"), null)
  await keep(vault, note("第二稿"), "n")
  await keep(vault, note(null), "n")
  const [one] = await remarksOf(vault, "a")
  expect(one?.versions.map(({ version, content, sha256 }) => [version, content, sha256])).toEqual([
    [1, { text: "第一稿" }, sha256Of('{"text":"第一稿"}')],
    [2, { text: "第二稿" }, sha256Of('{"text":"第二稿"}')],
    [3, null, sha256Of("null")],
  ])
})

test("what stands already is no new version", async () => {
  const vault = await scene()
  await keep(vault, note("一样"), null)
  await keep(vault, note("一样"), "n")
  expect((await remarksOf(vault, "a"))[0]?.versions).toHaveLength(1)
})

test("an item has its labels once, whoever keeps them", async () => {
  const vault = await scene()
  const [first, second] = [
    await keep(vault, labels("a"), null, "x"),
    await keep(vault, labels("b"), null, "y"),
  ]
  expect(second).toEqual(first)
  const said = await remarksOf(vault, "a")
  expect(said.map(({ id, versions }) => [id, versions.length])).toEqual([["x", 2]])
})

test("nothing of the evidence changes, and custody says nothing of it", async () => {
  const vault = await scene()
  const before = [await captureById(vault, "a"), await artifactsOf(vault, "a"), await custodyOf(vault)]
  for (const [index, said] of [note("b"), labels("c"), complaint].entries())
    await keep(vault, said, null, `n${index}`)
  expect([await captureById(vault, "a"), await artifactsOf(vault, "a"), await custodyOf(vault)]).toEqual(
    before,
  )
})

test("with its item it goes for good, and the case's stays", async () => {
  const vault = await scene()
  await keep(vault, note("b"), null)
  await keep(vault, note("c"), null, "m", DEFAULT_CASE)
  await setTrashed(vault, "a", later, true)
  await deleteCapture(vault, "a", "2027-01-01T00:00:00.000Z")
  expect([await remarksOf(vault, "a"), (await remarksOf(vault, DEFAULT_CASE)).length]).toEqual([[], 1])
})

describe("nothing is kept of", () => {
  test.each<[string, (vault: Vault) => Promise<unknown>]>([
    [
      "an item in the trash",
      async vault => (await setTrashed(vault, "a", later, true), keep(vault, note("b"), null)),
    ],
    ["an item that is not there", vault => keep(vault, note("b"), null, "n", "gone")],
    [
      "an item that still runs",
      async vault => (
        await beginCapture(vault, draftOf("r"), [], []),
        keep(vault, note("b"), null, "n", "r")
      ),
    ],
    ["a note that is not there", vault => keep(vault, note("b"), "gone")],
    [
      "a note as a complaint",
      async vault => (await keep(vault, note("b"), null), keep(vault, complaint, "n")),
    ],
    [
      "a note of another item",
      async vault => (
        await sealedCapture(vault, "z"),
        await keep(vault, note("b"), null),
        keep(vault, note("c"), "n", "n", "z")
      ),
    ],
  ])("%s", async (_what, ask) => {
    const vault = await scene()
    await expect(ask(vault)).rejects.toMatchObject({ code: "vault/missing" })
    const texts = (await vault.remarks.toArray()).map(({ content }) => JSON.stringify(content))
    expect(texts.filter(text => text !== '{"text":"b"}')).toEqual([])
  })
})

describe("in a bundle", () => {
  const exporting = { at: later, withNotes: true }

  test("it is notes.json of the item's own record, with every version that was there when it was begun", async () => {
    const vault = await scene()
    await keep(vault, note("第一稿"), null, "n", "a", at)
    await keep(vault, note("第二稿"), "n", "n", "a", later)
    await keep(vault, note("太晚"), "n", "n", "a", "2026-11-22T15:30:00.251Z")
    const { files, remarks } = await readNotes(vault, "a", record, exporting)
    expect(remarks.map(({ content }) => content)).toEqual([{ text: "第二稿" }])
    expect(files.map(({ path }) => path)).toEqual(["notes.json"])
    const text = (await files[0]?.blob.text()) ?? ""
    expect(JSON.parse(text)).toEqual({
      schema: 1,
      of: record,
      remarks: [
        {
          ...{ id: "n", kind: "note" },
          versions: [
            { version: 1, at, content: { text: "第一稿" }, sha256: sha256Of('{"text":"第一稿"}') },
            { version: 2, at: later, content: { text: "第二稿" }, sha256: sha256Of('{"text":"第二稿"}') },
          ],
        },
      ],
    })
  })

  test("it is left out where the user says so, and where there is none", async () => {
    const vault = await scene()
    expect(await readNotes(vault, "a", record, exporting)).toEqual({ files: [], remarks: [], attached: [] })
    await keep(vault, note("b"), null)
    const without = { at: later, withNotes: false }
    expect(await readNotes(vault, "a", record, without)).toEqual({ files: [], remarks: [], attached: [] })
    await keep(vault, note("c"), null, "m", DEFAULT_CASE)
    const captures = [await captureById(vault, "a")].filter(row => row !== undefined)
    expect((await readCases(vault, captures, without)).cases).toEqual([
      { number: "c001", title: null, remarks: [], attached: [] },
    ])
  })

  test("of a case it stands with the case, of those in the bundle alone", async () => {
    const vault = await scene()
    await makeCase(vault, { id: "x", name: "张某", created: at })
    await makeCase(vault, { id: "y", name: "别人", created: at })
    await moveToCase(vault, ["a"], "x")
    await keep(vault, complaint, null, "m", "x")
    await keep(vault, note("not of this bundle"), null, "o", "y")
    const captures = [await captureById(vault, "a")].filter(row => row !== undefined)
    const { cases, numberOf } = await readCases(vault, captures, exporting)
    expect(cases).toMatchObject([{ number: "c002", title: "张某", remarks: [{ id: "m" }] }])
    expect(captures.map(numberOf)).toEqual(["c002"])
  })
})

test("the hash is over the content as JSON without space, as Python writes it too", () => {
  const python =
    "import json,sys,hashlib;c=json.load(sys.stdin);print(hashlib.sha256(json.dumps(c,ensure_ascii=False,separators=(',',':')).encode()).hexdigest())"
  for (const said of [note('引号 " 与\n换行'), labels("甲", "乙"), complaint, note(null)]) {
    const input = JSON.stringify(said.content, null, 2)
    expect(execFileSync("python3", ["-c", python], { input, encoding: "utf8" }).trim()).toBe(
      hashOfContent(said),
    )
  }
})

test("whatever is said is read back as the same, and keeps its hash", () => {
  const text = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 200 })
    .filter(each => each.trim() !== "")
  fc.assert(
    fc.property(
      text,
      fc.array(
        text.map(tag => tag.slice(0, 40)),
        { maxLength: 5 },
      ),
      (words, tags) => {
        for (const said of [note(words), labels(...tags.filter(tag => tag.trim() !== ""))]) {
          const once = parseSaid(JSON.parse(JSON.stringify(said)))
          const written = JSON.stringify(once.content)
          expect(parseSaid(JSON.parse(JSON.stringify(once)))).toEqual(once)
          expect(hashOfContent(once)).toBe(createHash("sha256").update(written).digest("hex"))
        }
      },
    ),
  )
})

test.each<[string, unknown]>([
  ["of no kind", { kind: "verdict", content: { text: "a" } }],
  ["an empty note", { kind: "note", content: { text: "  " } }],
  ["a note that is too long", { kind: "note", content: { text: "a".repeat(20_001) } }],
  ["a wrong that is not in the list", { kind: "labels", content: { tags: [], wrongs: ["crime"] } }],
  [
    "too many tags",
    { kind: "labels", content: { tags: Array.from({ length: 31 }, (_, n) => `t${n}`), wrongs: [] } },
  ],
  ["a complaint without a time", { kind: "complaint", content: { ...complaint.content, sentAt: "gestern" } }],
  ["a complaint to nobody", { kind: "complaint", content: { ...complaint.content, platform: "" } }],
])("refused is %s", (_what, said) => {
  expect(() => parseSaid(said)).toThrow(expect.objectContaining({ code: "input/malformed" }))
})

test.each([
  ["甲，乙、丙; 丁", ["甲", "乙", "丙", "丁"]],
  ["a, a ,, A", ["a", "A"]],
  ["  ", []],
])("tags in %j are %j", (typed, tags) => {
  expect(tagsIn(typed)).toEqual(tags)
})
