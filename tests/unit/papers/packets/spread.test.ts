/** How far it spread, in the papers: what pages showed and when, beside the standard and never held against it. */
import { expect, test } from "vitest"
import type { ItemSnapshot } from "../../../../src/core/bundle/snapshot.ts"
import { provisions } from "../../../../src/core/law/provisions.ts"
import { type CounterValue, notFound } from "../../../../src/core/post-facts/fields.ts"
import type { CountersSummary, ReadCounter } from "../../../../src/core/readings/reading.ts"
import { packetsZh } from "../../../../src/i18n/papers/packets-zh.ts"
import { exampleListItems } from "../example-list.ts"
import { examplePacket, rowsUnder, textUnder } from "./example-packets.ts"

const { heading } = packetsZh

/** As the page of the example says it, to the day. */
const PUBLISHED = "2026-11-20"

const counter = (count: number, raw = String(count), rounded = false): ReadCounter => ({
  value: { count, rounded },
  raw,
})

const reading = (at: string, counters: CountersSummary["counters"]): CountersSummary => ({
  ...{ at, openedBy: "user", occasion: "click", visits: 2, status: 200 },
  ...{ state: "there", stateBasis: "same-text", words: null, editedAt: null },
  counters,
})

function post(
  item: string,
  facts: Partial<ItemSnapshot> = {},
  link = `https://weibo.com/1/${item}`,
): ItemSnapshot {
  const [first] = exampleListItems()
  if (first?.facts === undefined) throw new Error("no item")
  const permalink = { ...first.facts.fields.permalink, value: link }
  return {
    ...first,
    ...{ record: { ...first.record, item }, remarks: [], counters: [] },
    facts: { ...first.facts, fields: { ...first.facts.fields, permalink } },
    ...facts,
  }
}

test("every reading stands there with its time, as the page wrote the number where it wrote it short", async () => {
  const counters = [reading("2026-11-24T01:00:00.000Z", { reposts: counter(611) })]
  const rows = rowsUnder(await examplePacket("police", "zh-CN", [post("e001", { counters })]), heading.spread)
  expect(rows).toEqual([
    ["3-1", "2026-11-22 23:20:00 (UTC+8)", "≈ 12000 (1.2万)", "530"],
    ["3-1", "2026-11-24 09:00:00 (UTC+8)", "—", "611"],
  ])
})

test("of a post that was read every day, the first and the newest stand there, and how many there are", async () => {
  const counters = Array.from({ length: 30 }, (_, day) =>
    reading(new Date(Date.UTC(2026, 11, 1 + day)).toISOString(), { reposts: counter(1000 + day) }),
  )
  const draft = await examplePacket("police", "zh-CN", [post("e001", { counters })])
  const rows = rowsUnder(draft, heading.spread)
  expect(rows).toHaveLength(20)
  expect([rows[0]?.[3], rows[1]?.[3], rows.at(-1)?.[3]]).toEqual(["530", "1011", "1029"])
  expect(textUnder(draft, heading.spread)).toContain(
    packetsZh.readingsLeft(20, 31, "data/e001/readings.jsonl"),
  )
})

test("the highest number of each post stands beside the sentence of the standard, with when it was read", async () => {
  const counters = [
    reading("2026-11-24T01:00:00.000Z", { reposts: counter(611) }),
    reading("2026-11-25T01:00:00.000Z", { reposts: counter(600), views: { value: null, raw: "很多" } }),
  ]
  const draft = await examplePacket("prosecution", "zh-CN", [post("e001", { counters })])
  const lines = textUnder(draft, heading.highest)
  expect(lines.slice(0, 2)).toEqual([
    "证据 3-1：各次读数中最高的浏览数字为 ≈ 12000 (1.2万)，于 2026-11-22 23:20:00 (UTC+8) 读取。",
    "证据 3-1：各次读数中最高的转发数字为 611，于 2026-11-24 09:00:00 (UTC+8) 读取。",
  ])
  expect(lines).toEqual(expect.arrayContaining([...packetsZh.prosecution.standardNote]))
  expect(textUnder(draft, heading.law).join("\n")).toContain(provisions.spread.text)
})

test("of an account's posts of one year the highest readings are added up, of each post once", async () => {
  const counters = [reading("2026-11-24T01:00:00.000Z", { reposts: counter(611) })]
  const publishedAt = (value: string): ItemSnapshot["corrections"] => [
    { field: "publishedAt", value, source: "user", at: "2026-11-24T01:00:00.000Z" },
  ]
  const items = [
    post("e001", { counters }, "https://weibo.com/1/a"),
    post("e002", {}, "https://weibo.com/1/a"),
    post("e003", {}, "https://weibo.com/1/b"),
    post("e004", { corrections: publishedAt("2024-05-01 10:00") }, "https://weibo.com/1/c"),
  ]
  const lines = textUnder(await examplePacket("prosecution", "zh-CN", items), heading.highest)
  const total = lines.find(line => line.startsWith("账号「张三」"))
  expect(total?.split("\n")).toEqual([
    "账号「张三」：本证据包内有其内容 3 条。各项数字取合计最多的一年，按发布时间（未知的按采集时间）计，每条只计一次，取各次读数中最高的一次：",
    `浏览 约 24000（2 条读到这个数字，${PUBLISHED}）`,
    `转发 1141（2 条读到这个数字，${PUBLISHED}）`,
  ])
})

test("where no page showed a number, that is said, and no number stands there", async () => {
  const [first] = exampleListItems()
  if (first?.facts === undefined) return expect.unreachable("no facts")
  const fields = { ...first.facts.fields, views: notFound, reposts: notFound }
  const item = post("e001", { facts: { ...first.facts, fields } })
  const draft = await examplePacket("prosecution", "zh-CN", [item])
  expect(textUnder(draft, heading.spread)).toEqual([packetsZh.noReadings])
  expect(textUnder(draft, heading.highest)[0]).toBe(packetsZh.noReadings)
})

test.each<[string, CounterValue, string]>([
  ["under", { count: 10, rounded: false }, "10"],
  ["at", { count: 500, rounded: false }, "500"],
  ["over", { count: 70_000, rounded: false }, "70000"],
])("numbers %s the standard are told in the same words", async (_where, value, said) => {
  const [first] = exampleListItems()
  if (first?.facts === undefined) return expect.unreachable("no facts")
  const { reposts } = first.facts.fields
  const fields = { ...first.facts.fields, views: notFound, reposts: { ...reposts, value, raw: said } }
  const item = post("e001", { facts: { ...first.facts, fields } })
  const lines = textUnder(await examplePacket("prosecution", "zh-CN", [item]), heading.highest)
  expect(lines.map(line => line.replaceAll(said, "N"))).toEqual([
    "证据 3-1：各次读数中最高的转发数字为 N，于 2026-11-22 23:20:00 (UTC+8) 读取。",
    `账号「张三」：本证据包内有其内容 1 条。各项数字取合计最多的一年，按发布时间（未知的按采集时间）计，每条只计一次，取各次读数中最高的一次：\n转发 N（1 条读到这个数字，${PUBLISHED}）`,
    ...packetsZh.prosecution.standardNote,
  ])
})
