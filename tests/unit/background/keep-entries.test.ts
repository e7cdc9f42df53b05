import "fake-indexeddb/auto"
import { describe, expect, test, vi } from "vitest"
import { correctField } from "../../../src/background/correct-field.ts"
import { createIndexer, keepMissingEntries } from "../../../src/background/keep-entries.ts"
import { utf8 } from "../../../src/core/bytes.ts"
import { type FieldName } from "../../../src/core/post-facts/fields.ts"
import { judgeReading } from "../../../src/core/post-facts/judge.ts"
import { writePostJson } from "../../../src/core/post-facts/post-json.ts"
import { parseReading } from "../../../src/core/post-facts/reading.ts"
import { parseQuery } from "../../../src/core/search/query.ts"
import { storeBytes } from "../../../src/vault/blobs.ts"
import { type ArtifactRow } from "../../../src/vault/capture-row.ts"
import { ENTRY_VERSION } from "../../../src/vault/entry-row.ts"
import { findEntries, idsWithoutEntry } from "../../../src/vault/read-entries.ts"
import { type Vault } from "../../../src/vault/schema.ts"
import { beginCapture, sealCapture, setTrashed } from "../../../src/vault/write.ts"
import { deleteCapture } from "../../../src/vault/write-deletions.ts"
import { keepEntries } from "../../../src/vault/write-entries.ts"
import { keepRemark } from "../../../src/vault/write-remarks.ts"
import { at, custodyOf, draftOf, fileOf, later, newVault, record, sealedCapture } from "../vault/rows.ts"

vi.mock("webextension-polyfill", async () => ({ default: (await import("./browser.ts")).fakeBrowser }))

/** A signature that no question is turned away by. */
const everything = new Uint8Array(4_096).fill(255)

const idle = () => false

/** Ids of the items that hold the words. */
async function found(vault: Vault, typed: string): Promise<string[]> {
  const ids: string[] = []
  const entries = await vault.entries.orderBy("item").toArray()
  for await (const some of findEntries(vault, parseQuery(typed), entries, new AbortController().signal)) {
    ids.push(...some)
  }
  return ids
}

/** A sealed capture of these files. */
async function keepItem(vault: Vault, id: string, files: Readonly<Record<string, string>>): Promise<void> {
  const rows: ArtifactRow[] = []
  for (const [path, text] of Object.entries(files)) {
    await storeBytes(vault, utf8(text), "text/plain", at)
    rows.push(fileOf(id, path, text))
  }
  await beginCapture(vault, draftOf(id), rows, [])
  await sealCapture(vault, id, { at, row: { record }, files: rows, events: [], stamps: [] })
}

const postJson = (text: string): string => {
  const said = (field: string, raw: string) => ({ field, raw, source: "dom", where: "p", isCut: false })
  const reading = parseReading({
    href: "https://weibo.com/1/N",
    adapter: { id: "weibo", version: "2026-11-26" },
    siteOffsetMinutes: 480,
    pageType: "post",
    candidates: [said("text", text), said("authorName", "王五")],
    comments: [[said("text", "评论里的话")]],
    commentsLeft: 0,
    wanted: [],
    faults: [],
  })
  const given = { clock: { now: at, utcOffsetMinutes: 480 }, href: reading.href }
  return new TextDecoder().decode(writePostJson(judgeReading(reading, given)))
}

describe("a sealed item is found", () => {
  test.each([
    ["by the words of the page", "恶意诽"],
    ["by the words of the post", "帖子写"],
    ["by its author", "王五"],
    ["by a comment", "论里的"],
    ["by its address", "weibo.com/1"],
    ["by its title", "标题"],
    ["by its number", "E-001"],
  ])("%s", async (_how, typed) => {
    const vault = newVault()
    await keepItem(vault, "a", { "text.txt": "被恶意诽谤网络", "post.json": postJson("帖子写了这些") })
    await keepMissingEntries(vault, idle)
    expect(await found(vault, typed)).toEqual(["a"])
  })

  test("without the words of a file that is gone, or is none of ours, and its entry says so", async () => {
    const vault = newVault()
    await keepItem(vault, "gone", { "text.txt": "被恶意诽谤" })
    await keepItem(vault, "odd", { "text.txt": "别的话", "post.json": "{]" })
    await vault.blobs.delete(fileOf("gone", "text.txt", "被恶意诽谤").sha256)
    await keepMissingEntries(vault, idle)
    expect(await found(vault, "weibo.com")).toEqual(["gone", "odd"])
    expect(await found(vault, "诽谤")).toEqual([])
    expect(await found(vault, "别的话")).toEqual(["odd"])
    expect((await vault.entries.toArray()).map(({ isTextRead }) => isTextRead)).toEqual([false, false])
    expect(await idsWithoutEntry(vault)).toEqual([])
  })
})

describe("the index", () => {
  test("takes in what was there before there was one, the newest first, and writes no history", async () => {
    const vault = newVault()
    for (let n = 1; n <= 45; n++) await sealedCapture(vault, `item ${String(n)}`, `words ${String(n)}`)
    await beginCapture(vault, draftOf("running"), [], [])
    const before = await custodyOf(vault)
    expect((await idsWithoutEntry(vault))[0]).toBe("item 45")
    await keepMissingEntries(vault, idle)
    expect(await vault.entries.count()).toBe(45)
    expect(await vault.texts.count()).toBe(45)
    expect(await found(vault, "words 33")).toEqual(["item 33"])
    expect(await custodyOf(vault)).toEqual(before)
  })

  test("goes on where it was stopped", async () => {
    const vault = newVault()
    for (let n = 1; n <= 45; n++) await sealedCapture(vault, `item ${String(n)}`)
    let asked = 0
    await keepMissingEntries(vault, () => ++asked > 1)
    expect(await vault.entries.count()).toBe(20)
    await keepMissingEntries(vault, idle)
    expect(await vault.entries.count()).toBe(45)
  })

  test("waits while something is captured", async () => {
    const vault = newVault()
    await sealedCapture(vault, "a")
    let isBusy = true
    const reported: Promise<void>[] = []
    const indexer = createIndexer(
      vault,
      () => isBusy,
      work => reported.push(work),
    )
    indexer.wake()
    await indexer.idle()
    expect(await vault.entries.count()).toBe(0)
    isBusy = false
    indexer.wake()
    await indexer.idle()
    expect(await vault.entries.count()).toBe(1)
    expect(reported).toHaveLength(2)
  })

  test("makes entries of an earlier version anew", async () => {
    const vault = newVault()
    await sealedCapture(vault, "a", "新的字")
    await keepMissingEntries(vault, idle)
    await vault.entries.update("a", { version: ENTRY_VERSION - 1, host: "elsewhere" })
    await keepMissingEntries(vault, idle)
    expect(await vault.entries.get("a")).toMatchObject({ version: ENTRY_VERSION, host: "weibo.com" })
  })

  test("has nothing of what is in the trash, takes it in again, and loses what is deleted", async () => {
    const vault = newVault()
    await sealedCapture(vault, "a")
    await keepMissingEntries(vault, idle)
    const [entry] = await vault.entries.toArray()
    await setTrashed(vault, "a", at, true)
    await keepMissingEntries(vault, idle)
    // One that was made while the item was put in the trash.
    await keepEntries(vault, [{ entry: entry!, text: "late", remarks: 0, corrections: 0 }])
    expect([await vault.entries.count(), await vault.texts.count()]).toEqual([0, 0])
    await setTrashed(vault, "a", later, false)
    await keepMissingEntries(vault, idle)
    expect([await vault.entries.count(), await vault.texts.count()]).toEqual([1, 1])
    await setTrashed(vault, "a", later, true)
    await deleteCapture(vault, "a", later)
    expect([await vault.entries.count(), await vault.texts.count()]).toEqual([0, 0])
  })

  test("finds an item by what the user says of it, and not by what they took back", async () => {
    const vault = newVault()
    await sealedCapture(vault, "a")
    const found = async (words: string) => {
      await keepMissingEntries(vault, idle)
      const ids: string[] = []
      const [entries, signal] = [await vault.entries.toArray(), new AbortController().signal]
      for await (const some of findEntries(vault, parseQuery(words), entries, signal)) ids.push(...some)
      return ids
    }
    const draft = { of: "a", id: null, newId: "n", at }
    await keepRemark(vault, { ...draft, said: { kind: "note", content: { text: "已问过律师" } } })
    expect(await found("律师")).toEqual(["a"])
    await keepRemark(vault, { ...draft, id: "n", said: { kind: "note", content: { text: "改期" } } })
    expect([await found("律师"), await found("改期")]).toEqual([[], ["a"]])
    await keepRemark(vault, { ...draft, id: "n", said: { kind: "note", content: null } })
    expect(await found("改期")).toEqual([])
  })

  test("of which something was said while it was being made is made again", async () => {
    const vault = newVault()
    await sealedCapture(vault, "a")
    await keepMissingEntries(vault, idle)
    const [entry] = await vault.entries.toArray()
    await keepRemark(vault, {
      of: "a",
      id: null,
      newId: "n",
      at,
      said: { kind: "note", content: { text: "b" } },
    })
    await keepEntries(vault, [{ entry: entry!, text: "without it", remarks: 0, corrections: 0 }])
    expect(await vault.entries.count()).toBe(0)
    await keepMissingEntries(vault, idle)
    expect(await vault.entries.count()).toBe(1)
  })

  test("lists and finds an item by what the user filled in by hand, marked as theirs, and not by what they took back", async () => {
    const vault = newVault()
    await keepItem(vault, "a", { "post.json": postJson("帖子写了这些") })
    await keepMissingEntries(vault, idle)
    let woken = 0
    const say = async (field: FieldName, value: string) => {
      await correctField(vault, "a", { field, value, note: "" }, () => (woken += 1))
      await keepMissingEntries(vault, idle)
      return vault.entries.get("a")
    }
    expect(await say("authorName", "赵六")).toMatchObject({ authorName: "赵六", filled: ["authorName"] })
    expect(await say("ipLocation", "浙江")).toMatchObject({ filled: ["authorName"] })
    expect([await found(vault, "赵六"), await found(vault, "浙江")]).toEqual([["a"], ["a"]])
    expect(await found(vault, "王五"), "what the page said is still found").toEqual(["a"])
    const back = await say("authorName", "")
    expect([back?.authorName, back?.filled, await found(vault, "赵六")]).toEqual([null, undefined, []])
    expect(woken).toBe(3)
  })

  test.each([
    ["in the zone of the capture", "2026-09-28 21:14", "2026-09-28T13:14:00.000Z"],
    ["as a day", "2026年9月28日", "2026-09-27T16:00:00.000Z"],
    ["which names none", "去年冬天吧", null],
  ])("takes a time of publication that was filled in, %s", async (_how, value, wanted) => {
    const vault = newVault()
    await sealedCapture(vault, "a")
    await correctField(vault, "a", { field: "publishedAt", value, note: "" }, () => undefined)
    await keepMissingEntries(vault, idle)
    const entry = await vault.entries.get("a")
    expect([entry?.publishedAt?.at ?? null, entry?.publishedSaid]).toEqual([wanted, value])
  })

  test("of which a field was filled in while it was being made is made again", async () => {
    const vault = newVault()
    await sealedCapture(vault, "a")
    await keepMissingEntries(vault, idle)
    const [entry] = await vault.entries.toArray()
    await correctField(vault, "a", { field: "authorName", value: "赵六", note: "" }, () => undefined)
    await keepEntries(vault, [{ entry: entry!, text: "without it", remarks: 0, corrections: 0 }])
    expect(await vault.entries.count()).toBe(0)
  })

  test("answers who looks for an author from the entries alone, and reads on for the others", async () => {
    const vault = newVault()
    await sealedCapture(vault, "a")
    await sealedCapture(vault, "b", "海边不加糖 is told of in the text")
    await keepMissingEntries(vault, idle)
    const entries = (await vault.entries.orderBy("item").toArray()).map(entry =>
      entry.id === "a" ? { ...entry, authorName: "海边不加糖", signature: everything } : entry,
    )
    const reading = vi.spyOn(vault.texts, "bulkGet")
    const ids: string[] = []
    const { signal } = new AbortController()
    for await (const some of findEntries(vault, parseQuery("不加糖"), entries, signal)) ids.push(...some)
    expect(ids).toEqual(["a", "b"])
    expect(reading.mock.calls.map(([keys]) => keys)).toEqual([["b"]])
  })

  test("stops looking when it is told to", async () => {
    const vault = newVault()
    for (let n = 1; n <= 120; n++) await sealedCapture(vault, `item ${String(n)}`, "the same words")
    await keepMissingEntries(vault, idle)
    const entries = await vault.entries.toArray()
    const stop = new AbortController()
    let answers = 0
    for await (const ids of findEntries(vault, parseQuery("same"), entries, stop.signal)) {
      answers += ids.length
      stop.abort()
    }
    expect(answers).toBe(50)
  })
})
