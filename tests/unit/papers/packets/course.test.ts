/** What happened when, in the papers: from the records, and as the user recorded it. */
import { expect, test } from "vitest"
import type { ItemSnapshot } from "../../../../src/core/bundle/snapshot.ts"
import { packetsZh } from "../../../../src/i18n/papers/packets-zh.ts"
import { exampleItem, pixel } from "../../bundle/example.ts"
import { exampleListItems } from "../example-list.ts"
import { examplePacket, rowsUnder, textUnder } from "./example-packets.ts"

const { heading } = packetsZh

const firstItem = (): ItemSnapshot => {
  const [first] = exampleListItems()
  return first ?? expect.unreachable("no item")
}

test("what is told stands in the order of time, each with the number of what proves it", async () => {
  const rows = rowsUnder(await examplePacket("police", "zh-CN", [firstItem()]), heading.timeline)
  expect(rows.map(([time, number, event]) => [time, number, event?.split("\n")[0]])).toEqual([
    ["2026-11-20 11:02:00 (UTC+8)", "1-1", "页面所载的发布时间（页面原文：11-20 11:02）"],
    ["2026-11-22 23:20:00 (UTC+8)", "1-1", "采集开始"],
    ["2026-11-23 10:00:00 (UTC+8)", "4-1", "向「微博客服」投诉或报案（平台投诉入口），由使用者记录"],
    ["2026-11-24 09:00:00 (UTC+8)", "3-1", "仍能看到该帖，文字与采集时一致。"],
    ["2026-11-25 11:00:00 (UTC+8)", "4-1", "「微博客服」的答复：未采取措施，由使用者记录"],
  ])
})

test("each post is told as its page had it, with the number of its evidence", async () => {
  const [, story, excerpt] = textUnder(
    await examplePacket("civil", "zh-CN", [firstItem()]),
    packetsZh.paper.civil.story,
  )
  expect(story).toBe(
    "据页面所载，微博账号「张三」（账号 ID：1234567890）发布了下列内容，发布时间：2026-11-20，网址：https://weibo.com/1/abc。该页面于 2026-11-22 23:20:00 (UTC+8) 采集，见证据 1-1。",
  )
  expect(excerpt).toBe("页面文字（摘录）：“这是一个示例帖子的正文。 第二段。”")
})

test("what the user filled in in place of the page is marked as theirs", async () => {
  const corrections = [
    { field: "authorName", value: "李四", source: "user", at: "2026-11-23T10:00:00.000Z" },
  ] as const
  const lines = textUnder(
    await examplePacket("civil", "zh-CN", [{ ...firstItem(), corrections }]),
    packetsZh.paper.civil.story,
  )
  expect(lines[1]).toContain("账号「李四」")
  expect(lines[3]).toBe("作者昵称：用户填写，2026-11-23 18:00:00 (UTC+8)")
})

test("when a page was last opened is told as it was found then, and that it was not where it was not", async () => {
  const found = {
    ...firstItem().counters[0],
    at: "2026-11-26T01:00:00.000Z",
  } as ItemSnapshot["counters"][number]
  const gone = { ...found, state: "gone", stateBasis: "status", status: 404, counters: {} } as const
  const before = { ...found, at: "2026-11-25T01:00:00.000Z" }
  const items = [
    { ...firstItem(), counters: [before, gone] },
    exampleItem("e002", { "frames/0000.png": pixel }),
  ]
  const rows = rowsUnder(await examplePacket("preservation", "zh-CN", items), heading.seen)
  expect(rows.map(row => row.at(-1))).toEqual([
    "2026-11-26 09:00:00 (UTC+8)\n该网址没有显示该帖，服务器返回状态 404。这只说明这次打开的情形，不等于所有人都看不到。",
    packetsZh.notReadAgain,
  ])
})

test("how long records are kept at least is counted from the oldest post, and named as that", async () => {
  const lines = textUnder(await examplePacket("preservation"), heading.retention)
  expect(lines.slice(0, 3)).toEqual([
    "证据 1-1 是本证据包内最早的内容：2026-11-20 11:02:00 (UTC+8)（按页面显示的发布时间，没有读到的按采集时间）。自该时间推算：",
    "信息内容记录备份的最短保存期：到 2027-01-19",
    "网络日志的最短保存期：到 2027-05-20",
  ])
})

test("a notary is told the times of each capture, how its clock compared, and which stamps there are", async () => {
  const stamps = [{ authority: "DigiCert", time: "2026-11-22T15:21:00.000Z" }]
  const items = [{ ...firstItem(), stamps }, exampleItem("e002", { "frames/0000.png": pixel })]
  const rows = rowsUnder(await examplePacket("notary", "zh-CN", items), heading.times)
  expect(rows.map(row => row[1])).toEqual([
    "2026-11-22 23:20:00 (UTC+8)\n2026-11-22 15:20:00 UTC",
    "2026-11-22 23:20:00 (UTC+8)\n2026-11-22 15:20:00 UTC",
  ])
  expect(rows.map(row => row.at(-1))).toEqual(["DigiCert：2026-11-22 15:21:00 UTC", "没有"])
  expect(rows[0]?.[2]).toContain("服务器没有给出时间")
})

test.each(["zh-CN", "en"] as const)(
  "in %s a notary's paper says what a notary cannot certify",
  async language => {
    const draft = await examplePacket("notary", language)
    const title = language === "en" ? "What a notary cannot certify" : heading.limits
    const lines = textUnder(draft, title)
    expect(lines).toHaveLength(6)
    expect(lines.join("\n")).toMatch(language === "en" ? /who is behind an account/ : /不能证明账号背后是谁/)
  },
)
