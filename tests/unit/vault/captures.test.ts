import "fake-indexeddb/auto"
import { describe, expect, test } from "vitest"
import {
  allCaptures,
  artifactsOf,
  captureById,
  countCaptures,
  logOf,
  recentCaptures,
  runningCaptures,
} from "../../../src/vault/read.ts"
import { capturesOfPage } from "../../../src/vault/read-posts.ts"
import { type PostSummary } from "../../../src/core/post-facts/summary.ts"
import { type Vault } from "../../../src/vault/schema.ts"
import { usualOptions } from "../../../src/core/capture-options.ts"
import { placeKey } from "../../../src/core/places/place-key.ts"
import { captureV1toV2, captureV2toV3 } from "../../../src/vault/upgrades.ts"
import { type LogEntry } from "../../../src/vault/append.ts"
import { addToCapture, beginCapture, sealCapture, setTrashed } from "../../../src/vault/write.ts"
import {
  at,
  custodyOf,
  draftOf,
  fileOf,
  later,
  newVault,
  record,
  sealedCapture,
  secondVault,
} from "./rows.ts"

const note = (what: string): LogEntry => ({ at, step: "seal", what, detail: { n: 1 } })
const notRunning = expect.objectContaining({ code: "capture/not-running" }) as Error
const sealing = {
  at: later,
  row: { record },
  files: [],
  events: [{ event: "capture.sealed", capture: "a", record } as const],
  stamps: [],
} as const

describe("beginning a capture", () => {
  test("gives rising item numbers, never again those of deleted ones", async () => {
    const vault = newVault()
    expect((await beginCapture(vault, draftOf("a"), [], [])).item).toBe(1)
    expect((await beginCapture(vault, draftOf("b"), [], [])).item).toBe(2)
    await vault.captures.clear()
    expect((await beginCapture(vault, draftOf("c"), [], [])).item).toBe(3)
  })

  test("gives every one of many at once a number of its own, from two connections", async () => {
    const vault = newVault()
    const other = secondVault(vault)
    const rows = await Promise.all(
      Array.from({ length: 40 }, (_, at) => beginCapture(at % 2 ? vault : other, draftOf(`c${at}`), [], [])),
    )
    expect(rows.map(({ item }) => item).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 40 }, (_, at) => at + 1),
    )
    expect(await custodyOf(vault)).toHaveLength(40)
  })

  test("writes one line of custody, with the item's name and without its address", async () => {
    const vault = newVault()
    await beginCapture(vault, draftOf("a"), [], [])
    expect(await custodyOf(vault)).toEqual([
      { seq: 1, at, event: "capture.started", capture: "a", item: "e001", prev: "0".repeat(64) },
    ])
  })

  test("keeps nothing at all when one part of it fails: no number, no row, no line", async () => {
    const vault = newVault()
    const twice = [fileOf("a", "text.txt", "x"), fileOf("a", "text.txt", "x")]
    await expect(beginCapture(vault, draftOf("a"), twice, [note("began")])).rejects.toMatchObject({
      code: "vault/failed",
    })
    expect(await vault.captures.count()).toBe(0)
    expect(await vault.artifacts.count()).toBe(0)
    expect(await vault.log.count()).toBe(0)
    expect(await custodyOf(vault)).toEqual([])
    expect((await beginCapture(vault, draftOf("a"), [], [])).item).toBe(1)
  })

  test("cannot be done twice with one id", async () => {
    const vault = newVault()
    await beginCapture(vault, draftOf("a"), [], [])
    await expect(beginCapture(vault, draftOf("a"), [], [])).rejects.toMatchObject({ code: "vault/failed" })
    expect(await custodyOf(vault)).toHaveLength(1)
  })
})

describe("a running capture", () => {
  test("takes files, log lines and changes of its row together", async () => {
    const vault = newVault()
    await beginCapture(vault, draftOf("a"), [fileOf("a", "text.txt", "x")], [note("one")])
    await addToCapture(vault, "a", {
      files: [fileOf("a", "source.html", "yyy")],
      log: [note("two"), note("three")],
      row: { asSeenSafe: true },
    })
    expect((await artifactsOf(vault, "a")).map(({ path }) => path)).toEqual(["source.html", "text.txt"])
    expect((await logOf(vault, "a")).map(({ seq, what }) => [seq, what])).toEqual([
      [1, "one"],
      [2, "two"],
      [3, "three"],
    ])
    expect(await captureById(vault, "a")).toMatchObject({ asSeenSafe: true, bytes: 3, state: "running" })
  })

  test("has a log of its own, numbered from 1", async () => {
    const vault = newVault()
    await beginCapture(vault, draftOf("a"), [], [note("a1")])
    await beginCapture(vault, draftOf("b"), [], [note("b1")])
    await addToCapture(vault, "a", { log: [note("a2")] })
    expect((await logOf(vault, "b")).map(({ seq, what }) => [seq, what])).toEqual([[1, "b1"]])
    expect((await logOf(vault, "a")).map(({ seq, what }) => [seq, what])).toEqual([
      [1, "a1"],
      [2, "a2"],
    ])
  })

  test("is sealed once, with its line in custody, and its size is that of its files", async () => {
    const vault = newVault()
    await beginCapture(vault, draftOf("a"), [], [])
    const files = [fileOf("a", "capture.json", "{}"), fileOf("a", "text.txt", "text")]
    await sealCapture(vault, "a", { ...sealing, files })
    expect(await captureById(vault, "a")).toMatchObject({ state: "sealed", record, bytes: 6 })
    expect((await custodyOf(vault)).at(-1)).toMatchObject({
      seq: 2,
      at: later,
      event: "capture.sealed",
      capture: "a",
      record,
    })
  })

  test("has only the files that the record vouches for: others would make its export leave out the whole item", async () => {
    const vault = newVault()
    const sound = fileOf("a", "text.txt", "x")
    await beginCapture(vault, draftOf("a"), [sound, fileOf("a", "frames/0003.png", "torn")], [])
    await beginCapture(vault, draftOf("b"), [fileOf("b", "frames/0003.png", "whole")], [])
    await sealCapture(vault, "a", { ...sealing, files: [sound] })
    expect((await artifactsOf(vault, "a")).map(({ path }) => path)).toEqual(["text.txt"])
    expect(await artifactsOf(vault, "b")).toHaveLength(1)
  })
})

describe.each([
  ["that is sealed", async (vault: ReturnType<typeof newVault>) => sealedCapture(vault, "a")],
  ["that does not exist", async () => Promise.resolve()],
])("a capture %s", (_name, prepare) => {
  test("is not sealed, and custody says nothing of it", async () => {
    const vault = newVault()
    await prepare(vault)
    const before = await custodyOf(vault)
    await expect(sealCapture(vault, "a", sealing)).rejects.toEqual(notRunning)
    expect(await custodyOf(vault)).toEqual(before)
  })

  test("takes nothing more", async () => {
    const vault = newVault()
    await prepare(vault)
    const files = await artifactsOf(vault, "a")
    const change = {
      files: [fileOf("a", "late.txt", "late")],
      log: [note("late")],
      row: { title: "changed" },
    }
    await expect(addToCapture(vault, "a", change)).rejects.toEqual(notRunning)
    expect(await artifactsOf(vault, "a")).toEqual(files)
    expect(await logOf(vault, "a")).toEqual([])
    expect((await captureById(vault, "a"))?.title).not.toBe("changed")
  })
})

test("the lists say what is kept, what runs and what is in the trash", async () => {
  const vault = newVault()
  for (const id of ["a", "b", "c"]) await sealedCapture(vault, id)
  await beginCapture(
    vault,
    draftOf("d", { url: "https://zhihu.com/q" }),
    [fileOf("d", "text.txt", "12345")],
    [],
  )
  await addToCapture(vault, "d", { files: [fileOf("d", "source.html", "12345")] })
  await setTrashed(vault, "b", later, true)
  const ids = async (rows: Promise<{ id: string }[]>) => (await rows).map(({ id }) => id)

  expect(await ids(recentCaptures(vault, 10))).toEqual(["d", "c", "a"])
  expect(await ids(recentCaptures(vault, 2))).toEqual(["d", "c"])
  expect(await ids(allCaptures(vault))).toEqual(["a", "c"])
  expect(await ids(runningCaptures(vault))).toEqual(["d"])
  expect(await capturesOfPage(vault, "https://weibo.com/1/N")).toMatchObject({
    times: 2,
    newest: { id: "c" },
  })
  expect(await capturesOfPage(vault, "https://zhihu.com/q")).toEqual({ times: 0, newest: null })
  expect(await capturesOfPage(vault, "")).toEqual({ times: 0, newest: null })
  expect(await countCaptures(vault)).toEqual({ kept: 2, running: 1 })
})

test("a capture of version 4 was made as is usual", () => {
  const { options, ...old } = { ...draftOf("a"), item: 1 }
  expect(captureV2toV3(old)).toEqual({ ...old, options, pageKey: placeKey(old.url) })
  expect(options).toEqual(usualOptions)
})

test("a capture of version 3 had no boxes that were scrolled by themselves", () => {
  const { boxes, ...old } = { ...draftOf("a"), item: 1 }
  expect(captureV1toV2(old)).toEqual({ ...old, boxes })
  expect(boxes).toEqual([])
})

describe("a page that comes back", () => {
  const note = "https://www.xiaohongshu.com/explore/65f0a1b2000000000c01d2e3"
  const factsAt = (permalink: string | null, adapter = "xiaohongshu") =>
    ({ adapter, permalink }) as PostSummary
  const kept: readonly (readonly [id: string, url: string, facts: PostSummary])[] = [
    ["a", `${note}?xsec_token=one`, factsAt(note)],
    ["b", `${note}?xsec_token=two#top`, factsAt(note)],
    ["c", "https://www.xiaohongshu.com/explore", factsAt(null)],
    ["d", "https://forum.example/read?id=1", factsAt("https://forum.example/read", "generic")],
    ["e", "https://weibo.com/u/7827771738", factsAt("https://weibo.com/7827771738/N4xlMvjhI", "weibo")],
  ]
  const cases: readonly (readonly [url: string, times: number, newest: string | null])[] = [
    [`${note}?xsec_token=three`, 2, "b"],
    [note.replace("explore", "discovery/item"), 2, "b"],
    ["https://www.xiaohongshu.com/explore/65f0a1b2000000000c01d2e4?xsec_token=one", 0, null],
    ["https://forum.example/read?id=1&utm_source=wx", 1, "d"],
    ["https://forum.example/read?id=1&from=2", 0, null],
    // What was pointed at in the list is known by its own address, and by the list's.
    ["https://weibo.com/7827771738/N4xlMvjhI", 1, "e"],
    ["https://m.weibo.cn/detail/4910815147462302", 1, "e"],
    ["https://weibo.com/u/7827771738?refer_flag=1", 1, "e"],
    [note, 2, "b"],
    [`${note}?xsec_token=one`, 2, "b"],
    ["https://www.xiaohongshu.com/explore?channel=1", 0, null],
    ["https://forum.example/read?id=1", 1, "d"],
    ["https://forum.example/read?id=2", 0, null],
  ]

  const keepAll = async (vault: Vault) => {
    for (const [id, address, facts] of kept) {
      await sealedCapture(vault, id)
      await vault.captures.update(id, { url: address, facts })
    }
  }

  test.each(cases)("%s was captured %d times", async (url, times, newest) => {
    const vault = newVault()
    await keepAll(vault)
    const seen = await capturesOfPage(vault, url)
    expect([seen.times, seen.newest?.id ?? null]).toEqual([times, newest])
  })

  test("by either link: what is in the trash is not counted, and not the newest", async () => {
    const vault = newVault()
    await keepAll(vault)
    await setTrashed(vault, "b", later, true)
    expect(await capturesOfPage(vault, `${note}?xsec_token=two#top`)).toMatchObject({
      times: 1,
      newest: { id: "a" },
    })
  })
})
