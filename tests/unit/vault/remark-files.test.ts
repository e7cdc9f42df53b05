/** Files beside a complaint or a cost: kept only where their bytes are, no longer than what names them, and whole in a bundle. */
import "fake-indexeddb/auto"
import { describe, expect, test } from "vitest"
import { filingHandlers } from "../../../src/background/filing.ts"
import { DEFAULT_CASE } from "../../../src/core/cases.ts"
import { type RemarkFile } from "../../../src/core/remark-files.ts"
import { parseSaid, type Said } from "../../../src/core/remarks.ts"
import { utf8 } from "../../../src/core/bytes.ts"
import { storeBytes } from "../../../src/vault/blobs.ts"
import { captureById } from "../../../src/vault/read.ts"
import { remarksOf, standingCosts } from "../../../src/vault/read-remarks.ts"
import { type Vault } from "../../../src/vault/schema.ts"
import { setTrashed } from "../../../src/vault/write.ts"
import { deleteCapture, dropOrphanBytes } from "../../../src/vault/write-deletions.ts"
import { readCases, readNotes } from "../../../src/workshop/notes-of-export.ts"
import { at, later, newVault, record, sealedCapture, sha256Of } from "./rows.ts"

const receipt = "%PDF-1.7 一张票据"
const old = "2020-01-01T00:00:00.000Z"
const named: RemarkFile = {
  ...{ name: "票据.pdf", form: "pdf", bytes: utf8(receipt).length, sha256: sha256Of(receipt) },
}
const cost = (...files: readonly RemarkFile[]): Said => ({
  kind: "cost",
  content: { day: "2026-11-20", what: "公证费", cents: 120_050, ...(files.length === 0 ? {} : { files }) },
})
const answered = (...files: readonly RemarkFile[]): Said => ({
  kind: "complaint",
  content: {
    ...{ platform: "微博", channel: "platform", sentAt: at, number: null },
    ...{ result: "declined", repliedAt: later, said: null, files },
  },
})

async function scene(): Promise<Vault> {
  const vault = newVault()
  await sealedCapture(vault, "a")
  await storeBytes(vault, utf8(receipt), "application/octet-stream", old)
  return vault
}
const keep = (vault: Vault, said: Said, of = "a", remarkId: string | null = null) =>
  filingHandlers(vault, () => undefined).keepRemark({ of, remarkId, said }, {})
const stored = (vault: Vault) => vault.blobs.get(named.sha256)

test("it is kept with what names it, and is no orphan, in a version that was taken back as well", async () => {
  const vault = await scene()
  const { remarkId } = await keep(vault, answered(named))
  await keep(vault, { kind: "complaint", content: null }, "a", remarkId)
  await dropOrphanBytes(vault, later)
  expect(await stored(vault)).toBeDefined()
})

test("bytes that nothing names are swept away", async () => {
  const vault = await scene()
  await dropOrphanBytes(vault, later)
  expect(await stored(vault)).toBeUndefined()
})

test("it goes with its item, unless something else names it", async () => {
  for (const isShared of [false, true]) {
    const vault = await scene()
    await keep(vault, answered(named))
    if (isShared) await keep(vault, cost(named), DEFAULT_CASE)
    await setTrashed(vault, "a", later, true)
    await deleteCapture(vault, "a", "2027-01-01T00:00:00.000Z")
    expect((await stored(vault)) !== undefined).toBe(isShared)
  }
})

describe("nothing is kept", () => {
  test.each<[string, RemarkFile, string]>([
    ["whose bytes are not there", { ...named, sha256: sha256Of("other") }, "vault/missing"],
    ["that is said to be shorter", { ...named, bytes: 3 }, "input/malformed"],
    ["that is said to be something else", { ...named, form: "png" }, "input/malformed"],
  ])("of a file %s", async (_what, file, code) => {
    const vault = await scene()
    await expect(keep(vault, answered(file))).rejects.toMatchObject({ code })
    expect(await remarksOf(vault, "a")).toEqual([])
  })

  test("of a file that was changed on the disk", async () => {
    const vault = await scene()
    const bytes = new Blob([receipt.replace("票", "粟")])
    await vault.blobs.put({ sha256: named.sha256, bytes, at })
    await expect(keep(vault, answered(named))).rejects.toMatchObject({ code: "vault/damaged" })
  })
})

describe("in a bundle", () => {
  const exporting = { at: "2099-01-01T00:00:00.000Z", withNotes: true }

  test("it stands under its own hash, once for all that name it", async () => {
    const vault = await scene()
    await keep(vault, answered(named))
    await keep(vault, cost(named), DEFAULT_CASE)
    const { attached } = await readNotes(vault, "a", record, exporting)
    expect(attached).toMatchObject([{ path: `attached/${named.sha256}.pdf`, sha256: named.sha256 }])
    expect(await attached[0]?.blob.text()).toBe(receipt)
    const captures = [await captureById(vault, "a")].filter(row => row !== undefined)
    const { cases } = await readCases(vault, captures, exporting)
    expect(cases[0]?.attached?.map(({ path }) => path)).toEqual([`attached/${named.sha256}.pdf`])
  })

  test("it stays at home with the words that it is beside", async () => {
    const vault = await scene()
    await keep(vault, answered(named))
    expect((await readNotes(vault, "a", record, { ...exporting, withNotes: false })).attached).toEqual([])
  })

  test("one that is damaged is never given out", async () => {
    const vault = await scene()
    await keep(vault, answered(named))
    await vault.blobs.put({ sha256: named.sha256, bytes: new Blob(["x"]), at })
    await expect(readNotes(vault, "a", record, exporting)).rejects.toMatchObject({ code: "vault/damaged" })
  })
})

test("what stands of costs is listed by day, and what was taken back is not", async () => {
  const vault = await scene()
  const { remarkId } = await keep(vault, cost(), DEFAULT_CASE)
  const early: Said = { kind: "cost", content: { day: "2026-10-01", what: "打印", cents: 300 } }
  await keep(vault, early, DEFAULT_CASE)
  expect((await standingCosts(vault)).map(({ said }) => said.cents)).toEqual([300, 120_050])
  await keep(vault, { kind: "cost", content: null }, DEFAULT_CASE, remarkId)
  expect((await standingCosts(vault)).map(({ said }) => said.what)).toEqual(["打印"])
})

test("what was said before there were files keeps its form, and so its hash", () => {
  expect(parseSaid(cost())).toEqual(cost())
  expect(parseSaid(cost(named))).toEqual(cost(named))
})

test.each<[string, unknown]>([
  ["no day", { day: "2026-02-30", what: "a", cents: 1 }],
  ["a day with a time", { day: "2026-02-03T00:00:00Z", what: "a", cents: 1 }],
  ["no purpose", { day: "2026-02-03", what: " ", cents: 1 }],
  ["nothing paid", { day: "2026-02-03", what: "a", cents: 0 }],
  ["less than 分", { day: "2026-02-03", what: "a", cents: 0.5 }],
  ["a negative sum", { day: "2026-02-03", what: "a", cents: -1 }],
  ["eleven files", { day: "2026-02-03", what: "a", cents: 1, files: Array<RemarkFile>(11).fill(named) }],
  ["one file twice", { day: "2026-02-03", what: "a", cents: 1, files: [named, named] }],
  ["a file without a name", { day: "2026-02-03", what: "a", cents: 1, files: [{ ...named, name: "" }] }],
  [
    "a file that is a program",
    { day: "2026-02-03", what: "a", cents: 1, files: [{ ...named, form: "exe" }] },
  ],
  ["a file of no hash", { day: "2026-02-03", what: "a", cents: 1, files: [{ ...named, sha256: "a" }] }],
])("refused is a cost of %s", (_what, content) => {
  expect(() => parseSaid({ kind: "cost", content })).toThrow(
    expect.objectContaining({ code: "input/malformed" }),
  )
})
