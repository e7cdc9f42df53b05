/** What the report says: only what the records say, all of it, and nothing more. */
import { caseFactsOf } from "../../../src/core/papers/contents.ts"
import { expect, test } from "vitest"
import type { Block, Said } from "../../../src/core/papers/block.ts"
import { inEights } from "../../../src/core/papers/say.ts"
import { textsOf } from "../../../src/core/papers/texts.ts"
import { reportLanguages } from "../../../src/core/papers/wanted.ts"
import { exampleListItems } from "./example-list.ts"
import { exampleReport, exampleReportItems, groundOf, markedItem } from "./example-report.ts"
import { foundAgain } from "./example-route.ts"

const textOf = async (...given: Parameters<typeof exampleReport>) =>
  textsOf(await exampleReport(...given)).join("\n")

test("in Chinese it reads as this file", async () => {
  await expect(await textOf("zh-CN")).toMatchFileSnapshot("report-zh.txt")
})

test("in English it reads as this file", async () => {
  await expect(await textOf("en")).toMatchFileSnapshot("report-en.txt")
})

const saids = (block: Block): Said[] => {
  if (block.kind === "facts") return block.rows.flatMap(({ label, value }) => [label, value])
  if (block.kind === "table") return [...block.columns.map(({ head }) => head), ...block.rows.flat()]
  if (block.kind === "list") return [...block.entries]
  if (block.kind === "heading" || block.kind === "text" || block.kind === "title") return [block.said]
  return []
}

test.each(reportLanguages)("in %s nothing is left blank: what is unknown is said to be", async language => {
  const { blocks } = await exampleReport(language)
  const blank = blocks
    .flatMap(saids)
    .filter(said => said.length === 0 || said.some(({ text }) => text.trim() === ""))
  expect(blank).toEqual([])
})

test.each(reportLanguages)("in %s it promises nothing that a capture cannot keep", async language => {
  const text = await textOf(language)
  const overclaims =
    /铁证|司法级|具有法律效力|不可篡改|防篡改|无法伪造|可信时间戳|一定采信(?!。)|tamper-?proof|cannot be forged|admissible/i
  expect(
    overclaims.exec(text.replaceAll("也不代表法院一定采信", "").replaceAll("或可靠的电子签名", "")),
  ).toBeNull()
})

test("in both languages each thing is said in both, Chinese first", async () => {
  const text = await textOf("both")
  expect(text).toMatch(/网络侵权证据采集报告\nReport on captured online evidence/)
  expect(text).toMatch(/四、逐项说明\n4\. Item by item/)
})

test("every file under data/ stands in it with both of its hashes, in groups of eight", async () => {
  const { payload, manifest } = await groundOf(exampleReportItems())
  const text = await textOf("zh-CN")
  expect(payload.length).toBeGreaterThan(8)
  for (const { path, sha256, sm3 } of payload) {
    expect(text).toContain(path)
    expect(text).toContain(inEights(sha256))
    expect(text).toContain(inEights(sm3))
  }
  expect(text).toContain(inEights(manifest.sha256))
  expect(text).toContain(manifest.sha256)
})

test("no token of an address goes round with it, and no mark of a title turns its neighbours", async () => {
  const text = await textOf("zh-CN")
  expect(text).not.toContain("SECRET")
  expect(text).toContain("xsec_token=…")
  expect(text).toContain("abc[U+202E]gnp.exe")
})

test("what the user filled in is marked as theirs, with its time", async () => {
  expect(await textOf("zh-CN")).toMatch(/账号名\nzhangsan\n用户填写，2026-11-23 18:00:00 \(UTC\+8\)/)
})

test("the two numbers of the law stand beside numbers alone: without a reading they are not there", async () => {
  expect(await textOf("zh-CN")).toContain("五千次以上")
  const [, second] = exampleReportItems()
  expect(await textOf("zh-CN", second === undefined ? [] : [second])).not.toContain("五千次")
})

test("an incomplete item lists its gaps, and is nowhere called complete", async () => {
  const [, second] = exampleReportItems()
  const text = await textOf("zh-CN", second === undefined ? [] : [second])
  expect(text).toContain("不完整，有 1 项缺口")
  // Once, where the glossary says what it means.
  expect(text.match(/^已加载部分完整$/gm)).toHaveLength(1)
})

test.each([
  ["no case is known", [], null, null],
  ["all items are in one case", [["c002", "张某"]], "c002", "张某"],
  ["that case has no name", [["c001", null]], "c001", null],
  [
    "they are in several",
    [
      ["c001", null],
      ["c002", "张某"],
    ],
    null,
    null,
  ],
] as const)("the case of the report, where %s", (_when, cases, number, name) => {
  const said = cases.map(([each, title]) => ({ number: each, title, remarks: [] }))
  expect(caseFactsOf({ cases: said })).toEqual({ number, name })
})

test("the selected words and the user's marks are outlined where they stand, and the report says that it alone does so", async () => {
  const { blocks } = await exampleReport("zh-CN", [markedItem()])
  const marked = blocks.flatMap(block =>
    block.kind === "picture" && block.slot.marked !== undefined
      ? [[block.slot.path, block.slot.isThumbnail, block.slot.marked.areas.length]]
      : [],
  )
  expect(marked).toEqual([
    ["frames/0001.png", true, 1],
    ["page-1.png", false, 1],
  ])
  const text = await textOf("zh-CN", [markedItem()])
  expect(text).toContain("红框仅见于本报告，证据包内的原图未改动")
  expect(text).toContain("E-001 · 显示所选文字的截图 · frames/0001.png")
  expect(await textOf("zh-CN")).not.toContain("红框标出的")
})

test("complaints and the answers to them stand in the timeline, as the user's own record", async () => {
  const [post] = exampleListItems()
  const text = await textOf("zh-CN", post === undefined ? [] : [post])
  const at = text.indexOf("2026-11-23 10:00:00 (UTC+8)\nE-001\n就 E-001 向「微博客服」投诉或报案的记录")
  expect(at).toBeGreaterThan(0)
  expect(text.indexOf("2026-11-25 11:00:00 (UTC+8)\nE-001\n就 E-001 向「微博客服」")).toBeGreaterThan(at)
  expect(text).toContain("只是使用者自己的记录，请另附投诉回执、往来文件。")
})

test("a post that was not shown any more says so at the head of its sheet", async () => {
  const [post] = exampleReportItems()
  if (post === undefined) return expect.unreachable("no post")
  const gone = foundAgain("2026-11-24T03:00:00.000Z", "gone", "phrase-deleted", "该微博已被作者删除")
  const { blocks } = await exampleReport("zh-CN", [{ ...post, counters: [gone] }])
  const head = blocks.findIndex(block => block.kind === "heading" && block.mark === "E-001 · 微博 · 帖子")
  const told = blocks
    .slice(head, head + 3)
    .flatMap(saids)
    .flat()
  expect(told.map(({ text }) => text).join()).toContain("该网址没有显示该帖，页面写着“该微博已被作者删除”")
})

test("a time that the user filled in stands in the timeline beside the page's, as theirs; one that names no time does not", async () => {
  const [first, ...rest] = exampleReportItems()
  if (first === undefined) throw new Error("no item")
  const at = "2026-11-23T10:00:00.000Z"
  const withTime = (value: string) => [
    { ...first, corrections: [{ field: "publishedAt", value, source: "user", at } as const] },
    ...rest,
  ]
  const filled = await textOf("zh-CN", withTime("2026-11-19 08:00"))
  expect(filled).toMatch(
    /2026-11-19 08:00.*\n.*\n用户填写的发布时间（2026-11-19 08:00）\n?用户填写，2026-11-23/,
  )
  expect(filled).toContain("页面所载的发布时间")
  expect(await textOf("zh-CN", withTime("去年冬天"))).not.toContain("用户填写的发布时间")
})
