/** The page of a sealed item read again: what is opened, what is kept, and that nothing is opened without a grant. */
import "fake-indexeddb/auto"
import { beforeEach, describe, expect, test, vi } from "vitest"
import { type Ports } from "../../../src/background/ports.ts"
import { changesSince, readAgain } from "../../../src/background/read-again.ts"
import { createReader } from "../../../src/background/scheduled-readings.ts"
import { type PostSummary, summaryOf } from "../../../src/core/post-facts/summary.ts"
import { writePostJson } from "../../../src/core/post-facts/post-json.ts"
import { checkCountersLine } from "../../../src/core/readings/parse.ts"
import { type CountersReading } from "../../../src/core/readings/reading.ts"
import { type CaptureRow } from "../../../src/vault/capture-row.ts"
import { type Vault } from "../../../src/vault/schema.ts"
import { storeBytes } from "../../../src/vault/blobs.ts"
import { readingsOf } from "../../../src/vault/read.ts"
import { scheduleOf } from "../../../src/vault/read-schedules.ts"
import { setTrashed } from "../../../src/vault/write.ts"
import { deleteCapture } from "../../../src/vault/write-deletions.ts"
import { readReadings } from "../../../src/workshop/readings-of-item.ts"
import { factsOf, words } from "../readings/read-again.ts"
import { chainFaults, custodyOf, fileOf, later, record, sealedCapture } from "../vault/rows.ts"
import { openTab, pageOf, resetScene, scene } from "./browser.ts"
import { portsWith } from "./ports.ts"

vi.mock("webextension-polyfill", async () => ({ default: (await import("./browser.ts")).fakeBrowser }))
beforeEach(resetScene)

const url = "https://weibo.com/1/N"
const said = { postId: "N", authorName: "林小满", text: words, views: "1200", likes: "3" }

/** A page that says this of its post. */
const pageSaying = (now: Readonly<Record<string, string>>, different: object = {}) => ({
  ...pageOf(url, 130),
  readPostFacts: () => ({
    href: url,
    adapter: { id: "weibo", version: "2026-11-26" },
    siteOffsetMinutes: 480,
    pageType: "post",
    candidates: Object.entries(now).map(([field, raw]) => ({
      ...{ field, raw, source: "page-json", where: "test", isCut: false },
    })),
    comments: [],
    commentsLeft: 0,
    wanted: [],
    faults: [],
  }),
  ...different,
})

async function withItem(
  different: Partial<Ports> = {},
  facts: Parameters<typeof factsOf>[0] = said,
): Promise<{ ports: Ports; vault: Vault }> {
  const ports = portsWith({}, different)
  await sealedCapture(ports.vault, "a", words)
  const bytes = writePostJson(factsOf(facts))
  const sha256 = await storeBytes(ports.vault, bytes, "application/json", later)
  await ports.vault.artifacts.put({ ...fileOf("a", "post.json", ""), sha256, bytes: bytes.length })
  return { ports, vault: ports.vault }
}

const linesOf = async (vault: Vault, id = "a") =>
  (await readingsOf(vault, id)).map(({ line }) => JSON.parse(line) as CountersReading)

test("a page that the user has open is looked at, and nothing is opened or counted", async () => {
  const { ports, vault } = await withItem()
  openTab(1, 130, { url: `${url}#comments`, page: pageSaying({ ...said, views: "5300" }) })
  const { readingId } = await readAgain(ports, "a", 1)
  expect(scene.asked.filter(asked => /open|close|inject/.test(asked))).toEqual([])
  const [line] = await linesOf(vault)
  expect(line).toMatchObject({
    ...{ schema: 1, kind: "counters", id: readingId, of: record, url, basis: "page", status: 200 },
    ...{ openedBy: "user", occasion: "click", visits: 0, state: "there", stateBasis: "same-text" },
    fields: { views: { value: { count: 5300, rounded: false }, raw: "5300", verdict: "ok" } },
  })
  expect(line?.changes.counters).toContainEqual({
    ...{ name: "views", then: { count: 1200, rounded: false }, now: { count: 5300, rounded: false } },
    difference: 4100,
  })
  expect(() => {
    checkCountersLine(line)
  }).not.toThrow()
  expect((await custodyOf(vault)).at(-1)).toMatchObject({ event: "reading.kept", reading: readingId })
  expect(JSON.stringify(await custodyOf(vault))).not.toMatch(/weibo|5300|欠钱/)
  expect(await chainFaults(vault)).toEqual([])
})

test("without it the page is opened once, behind, closed again, and counted each time", async () => {
  const { ports, vault } = await withItem()
  scene.opens = () => ({ page: pageSaying(said) })
  await readAgain(ports, "a", null)
  await readAgain(ports, "a", null)
  expect(scene.asked.filter(asked => /open|close/.test(asked))).toEqual([
    "open behind",
    "900 close",
    "open behind",
    "900 close",
  ])
  expect((await linesOf(vault)).map(({ visits, openedBy }) => [openedBy, visits])).toEqual([
    ["tool", 1],
    ["tool", 2],
  ])
  expect(scene.tabs.size).toBe(0)
})

test("a page whose numbers come late is waited for, within a bound", async () => {
  const { ports, vault } = await withItem()
  let asked = 0
  const late = pageSaying(said)
  scene.opens = () => ({
    page: {
      ...late,
      readPostFacts: () => (++asked < 3 ? pageSaying({}).readPostFacts() : late.readPostFacts()),
    },
  })
  await readAgain(ports, "a", null)
  expect((await linesOf(vault))[0]).toMatchObject({ state: "there" })
})

test("a new tab that is complete before its page has come is waited for", async () => {
  const { ports, vault } = await withItem()
  const tab = { page: {} as ReturnType<typeof pageSaying> }
  scene.opens = () => {
    setTimeout(() => Object.assign(tab.page, pageSaying(said)), 600)
    return tab
  }
  await readAgain(ports, "a", null)
  expect((await linesOf(vault))[0]).toMatchObject({ state: "there" })
})

test("a page that lets no script in was opened all the same: that is kept, counted, and told", async () => {
  const { ports, vault } = await withItem()
  scene.opens = () => ({ page: {} })
  await expect(readAgain(ports, "a", null)).rejects.toMatchObject({ code: "reading/no-answer" })
  const [line] = await linesOf(vault)
  expect(line).toMatchObject({
    state: "cannot-tell",
    stateBasis: "no-answer",
    adapter: null,
    text: null,
    visits: 1,
  })
  expect(() => {
    checkCountersLine(line)
  }).not.toThrow()
  expect(scene.asked).toContain("900 close")
})

test("the numbers of another post, which the page has gone on to, are not kept as this one's", async () => {
  const { ports, vault } = await withItem()
  openTab(1, 130, { url, page: pageSaying({ ...said, postId: "Another", views: "99000" }) })
  await readAgain(ports, "a", 1)
  const [line] = await linesOf(vault)
  expect(line).toMatchObject({ state: "cannot-tell", stateBasis: "other-post", text: null })
  expect(JSON.stringify(line)).not.toContain("99000")
  expect((await readingsOf(vault, "a"))[0]?.summary).toMatchObject({ counters: {} })
  expect(() => {
    checkCountersLine(line)
  }).not.toThrow()
})

test("visits of a post are counted by whatever link it was come to", async () => {
  const { ports, vault } = await withItem()
  await sealedCapture(vault, "b", words)
  const permalink = { ...summaryOf(factsOf(said)), permalink: url }
  await vault.captures.update("a", { facts: permalink })
  await vault.captures.update("b", { facts: permalink, url: `${url}?xsec_token=another` })
  scene.opens = () => ({ page: pageSaying(said) })
  await readAgain(ports, "a", null)
  await readAgain(ports, "b", null)
  expect((await linesOf(vault, "b")).map(({ visits }) => visits)).toEqual([2])
})

test("no script is put into a page that a capture or the picker has begun in", async () => {
  const { ports } = await withItem({ isTaken: tabId => tabId === 1 })
  const silent = () => {
    throw new Error("Receiving end does not exist.")
  }
  openTab(1, 130, { url, page: { ...pageSaying(said), readSigns: silent } })
  expect(await changesSince(ports, "a", 1)).toBeNull()
  expect(scene.asked.filter(asked => asked.includes("inject"))).toEqual([])
})

describe("nothing is opened, and nothing kept,", () => {
  test.each<[string, Partial<Ports>, (vault: Vault) => Promise<unknown>, string]>([
    ["without a grant", { mayReach: () => Promise.resolve(false) }, nothing, "reading/not-allowed"],
    ["while the browser is offline", { isOnline: () => false }, nothing, "reading/offline"],
    ["of what is in the trash", {}, vault => setTrashed(vault, "a", later, true), "vault/missing"],
    [
      "of what is no page of the web",
      {},
      vault => vault.captures.update("a", { url: "file:///x" }),
      "capture/page-forbidden",
    ],
  ])("%s", async (_when, different, before, code) => {
    const { ports, vault } = await withItem(different)
    scene.opens = () => ({ page: pageSaying(said) })
    await before(vault)
    await expect(readAgain(ports, "a", null)).rejects.toMatchObject({ code })
    expect(scene.asked).toEqual([])
    expect(await vault.readings.count()).toBe(0)
  })

  test("in a tab with another address", async () => {
    const { ports, vault } = await withItem()
    openTab(1, 130, { url: "https://weibo.com/1/Other" })
    await expect(readAgain(ports, "a", 1)).rejects.toMatchObject({ code: "reading/another-page" })
    expect(await vault.readings.count()).toBe(0)
  })
})

describe("a post that has an address of its own", () => {
  const list = "https://weibo.com/u/501"
  const facts = { adapter: "weibo", permalink: url } as PostSummary
  const post = { x: 0, y: 0 } as unknown as NonNullable<CaptureRow["post"]>

  test("is opened there, when it was pointed at in a list", async () => {
    const { ports, vault } = await withItem()
    await vault.captures.update("a", { url: list, facts, post })
    const opened: string[] = []
    scene.opens = address => {
      opened.push(address)
      return { page: pageSaying(said) }
    }
    await readAgain(ports, "a", null)
    expect(opened).toEqual([url])
    expect((await linesOf(vault))[0]).toMatchObject({ url, openedBy: "tool", state: "there" })
  })

  test("is read of the tab that shows it by another link, which the reading names", async () => {
    const { ports, vault } = await withItem()
    await vault.captures.update("a", { url: `${url}?from=1`, facts })
    openTab(1, 130, { url: `${url}?from=2`, page: pageSaying(said) })
    expect(await changesSince(ports, "a", 1)).toMatchObject({ state: "there" })
    await readAgain(ports, "a", 1)
    expect((await linesOf(vault))[0]).toMatchObject({
      url: `${url}?from=2`,
      openedBy: "user",
      state: "there",
    })
  })

  test("is not looked for in the list that it was pointed at in, and of one without an address nothing is said", async () => {
    const { ports, vault } = await withItem()
    openTab(1, 130, { url: list, page: pageSaying(said) })
    await vault.captures.update("a", { url: list, facts, post })
    expect(await changesSince(ports, "a", 1)).toBeNull()
    await expect(readAgain(ports, "a", 1)).rejects.toMatchObject({ code: "reading/another-page" })
    await vault.captures.update("a", { facts: { ...facts, permalink: null } })
    expect(await changesSince(ports, "a", 1)).toBeNull()
    expect(await vault.readings.count()).toBe(0)
  })
})

test("an item without post.json is read all the same, and its words are not compared", async () => {
  const { ports, vault } = await withItem()
  await vault.artifacts.delete(["a", "post.json"])
  openTab(1, 130, { url, page: pageSaying(said) })
  await readAgain(ports, "a", 1)
  expect((await linesOf(vault))[0]).toMatchObject({ state: "there", stateBasis: "fields" })
})

describe("on opening a page that is kept", () => {
  test("what changed is told, and nothing is kept", async () => {
    const { ports, vault } = await withItem()
    openTab(1, 130, { url, page: pageSaying({ ...said, text: words.replace("上周", "昨天") }) })
    expect(await changesSince(ports, "a", 1)).toMatchObject({ state: "changed", stateBasis: "text-differs" })
    expect(await vault.readings.count()).toBe(0)
  })

  test.each([
    ["no words and no numbers", { postId: "N", authorName: "林小满" }],
    ["nothing at all", {}],
  ])(
    "of an item that had %s nothing is said: there is nothing to hold the page against",
    async (_what, facts) => {
      const { ports } = await withItem({}, facts)
      openTab(1, 130, { url, page: pageSaying(said) })
      expect(await changesSince(ports, "a", 1)).toBeNull()
    },
  )

  test("a page that does not answer says nothing", async () => {
    const { ports } = await withItem()
    openTab(1, 130, { url, page: {} })
    expect(await changesSince(ports, "a", 1)).toBeNull()
  })
})

describe("by a schedule", () => {
  const day = 86_400_000
  const scheduled = async (different: Partial<Ports> = {}) => {
    const alarms: (string | null)[] = []
    const { ports, vault } = await withItem({
      setReadingAlarm: at => {
        alarms.push(at)
        return Promise.resolve()
      },
      ...different,
    })
    scene.opens = () => ({ page: pageSaying(said) })
    return { ports, vault, alarms, reader: createReader(ports) }
  }
  const daysAgo = (days: number) => new Date(Date.now() - days * day).toISOString()

  test("nothing is read before a day has passed, and then once, however long the browser was closed", async () => {
    const { vault, alarms, reader } = await scheduled()
    await reader.choose("a", 1)
    await reader.wake()
    expect(await vault.readings.count()).toBe(0)
    await vault.schedules.update("a", { since: daysAgo(9) })
    await Promise.all([reader.wake(), reader.wake()])
    await reader.wake()
    expect((await linesOf(vault)).map(({ occasion, openedBy }) => [occasion, openedBy])).toEqual([
      ["schedule", "tool"],
    ])
    const next = Date.parse(alarms.at(-1) ?? "") - Date.now()
    expect(next > day - 60_000 && next <= day).toBe(true)
  })

  test("two items of one address are not two visits a day", async () => {
    const { ports, vault, reader } = await scheduled()
    await sealedCapture(ports.vault, "b", "b")
    for (const id of ["a", "b"]) {
      await reader.choose(id, 1)
      await vault.schedules.update(id, { since: daysAgo(2) })
    }
    await reader.wake()
    expect(await vault.readings.count()).toBe(1)
  })

  test("an item in the trash has none, nor has one that was taken out again", async () => {
    const { vault, reader } = await scheduled()
    await reader.choose("a", 1)
    await setTrashed(vault, "a", later, true)
    await setTrashed(vault, "a", later, false)
    expect(await scheduleOf(vault, "a")).toBeUndefined()
  })

  test("without the site's permission it cannot be switched on, and is switched off", async () => {
    const may = { reach: true }
    const { vault, reader } = await scheduled({ mayReach: () => Promise.resolve(may.reach) })
    await reader.choose("a", 7)
    may.reach = false
    await expect(reader.choose("a", 1)).rejects.toMatchObject({ code: "reading/not-allowed" })
    await vault.schedules.update("a", { since: daysAgo(8) })
    await reader.wake()
    expect(await scheduleOf(vault, "a")).toMatchObject({ everyDays: 7, off: "no-permission" })
    expect(scene.asked).toEqual([])
  })

  test("offline it waits an hour and has not visited", async () => {
    const { vault, alarms, reader } = await scheduled({ isOnline: () => false })
    await reader.choose("a", 1)
    await vault.schedules.update("a", { since: daysAgo(2) })
    await reader.wake()
    expect(await vault.readings.count()).toBe(0)
    const wait = Date.parse(alarms.at(-1) ?? "") - Date.now()
    expect(wait > 3_500_000 && wait <= 3_600_000).toBe(true)
  })

  test("one that fails keeps no other one from being read, and its failure is told", async () => {
    const { ports, vault, reader } = await scheduled()
    await sealedCapture(ports.vault, "b", "b")
    await vault.captures.update("b", { url: "https://weibo.com/1/B" })
    for (const id of ["a", "b"]) {
      await reader.choose(id, 1)
      await vault.schedules.update(id, { since: daysAgo(id === "a" ? 3 : 2) })
    }
    let opened = 0
    scene.opens = () => {
      opened += 1
      if (opened === 1) throw new Error("no window")
      return { page: pageSaying(said) }
    }
    await expect(reader.wake()).rejects.toMatchObject({ code: "capture/tab-closed" })
    expect([(await readingsOf(vault, "a")).length, (await readingsOf(vault, "b")).length]).toEqual([0, 1])
  })

  test("switched off, nothing wakes for it", async () => {
    const { vault, alarms, reader } = await scheduled()
    await reader.choose("a", 1)
    await reader.choose("a", null)
    expect([await scheduleOf(vault, "a"), alarms.at(-1)]).toEqual([undefined, null])
  })
})

test("in a bundle stand the lines that its log holds, to the byte; with their item they go", async () => {
  const { ports, vault } = await withItem()
  openTab(1, 130, { url, page: pageSaying(said) })
  await readAgain(ports, "a", 1)
  await readAgain(ports, "a", 1)
  const [first, second] = await readingsOf(vault, "a")
  const one = await readReadings(vault, "a", first?.custodySeq ?? 0)
  expect(await one.files[0]?.blob.text()).toBe(first?.line)
  const both = await readReadings(vault, "a", second?.custodySeq ?? 0)
  expect([both.readings, both.counters.map(({ state }) => state)]).toEqual([[], ["there", "there"]])
  await setTrashed(vault, "a", later, true)
  await deleteCapture(vault, "a", "2027-01-01T00:00:00.000Z")
  expect(await vault.readings.count()).toBe(0)
})

function nothing(): Promise<void> {
  return Promise.resolve()
}
