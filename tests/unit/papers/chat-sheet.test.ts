/** A chat in the papers: its messages with time, sender, words and place, as chat.json has them, and no more than a paper holds. */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import type { Block } from "../../../src/core/papers/block.ts"
import { caseFactsOf } from "../../../src/core/papers/contents.ts"
import { chatBlocks } from "../../../src/core/papers/chat-sheet.ts"
import { listDraftOf } from "../../../src/core/papers/list-draft.ts"
import { speaker } from "../../../src/core/papers/say.ts"
import { type ReportLanguage, reportLanguages } from "../../../src/core/papers/wanted.ts"
import { drawPaper } from "../../../src/workshop/report/draw-paper.ts"
import { checkPdf, noPdfTools, pdfText } from "../../e2e/harness/pdf.ts"
import { exampleItem, exampleWords } from "../bundle/example.ts"
import { inScratch } from "../bundle/written.ts"
import { chatItem, exampleChat } from "./example-chat.ts"
import { exampleReport, groundOf } from "./example-report.ts"
import { greyTools } from "./grey-tools.ts"

const blocksOf = (item: ReturnType<typeof chatItem>, language: ReportLanguage = "zh-CN") =>
  chatBlocks(item, speaker(exampleWords, language))

const textOf = (block: Block): string =>
  block.kind === "text" || block.kind === "heading"
    ? block.said.map(({ text }) => text).join("\n")
    : block.kind === "list"
      ? block.entries.flatMap(entry => entry.map(({ text }) => text)).join("\n")
      : ""

const rowsOf = (blocks: readonly Block[]) =>
  blocks.flatMap(block =>
    block.kind === "table"
      ? block.rows.map(row => row.map(cell => cell.map(({ text }) => text).join(" | ")))
      : [],
  )

test("each message stands in it with its number, time, sender, words and place", () => {
  expect(rowsOf(blocksOf(chatItem(exampleChat())))).toEqual([
    ["1", "11月19日 09:14 | 推算 2026-11-19 09:14，前后 1 分钟", "张某", "李某欠钱不还", "第 3 屏，y 120"],
    [
      "2",
      "11月19日 09:14 | 推算 2026-11-19 09:14，前后 1 分钟",
      "张某 | 名称显示在上文",
      expect.stringMatching(/^大家小心啊{290,296}… \| 未列完$/),
      "第 3 屏，y 120",
    ],
    [
      "3",
      "11月19日 09:14 | 推算 2026-11-19 09:14，前后 1 分钟",
      "页面未显示 | 本账号一侧",
      "回复：李某欠钱不还 | 这不是事实",
      "第 3 屏，y 120",
    ],
    ["4", "页面未显示", "页面未显示", "［已撤回］ | 张某撤回了一条消息", "第 3 屏，y 120"],
    [
      "5",
      "11月19日 09:14 | 推算 2026-11-19 09:14，前后 1 分钟",
      "张某",
      "［语音］",
      "第 3 屏，y 700 | 只有一部分",
    ],
    ["6", "22:05 | 日期未能推算", "张某", "未读到文字，请看截图", "没有一屏显示它"],
    ["7", "昨天 | 推算 2026-11-21 22:05，前后 1 天", "张某", "gnp[U+202E]exe", "第 3 屏，y 120"],
  ])
})

test("before it stands how many there are, of which times, and what is missing", () => {
  expect(blocksOf(chatItem(exampleChat())).map(textOf).join("\n")).toContain(
    [
      "共 7 条消息",
      "时间自 2026-11-19 09:14:00 (UTC+8) 至 2026-11-21 22:05:00 (UTC+8)",
      "按使用者选择的日期，只采集到 2026-11-19",
      "其中 1 条在采集前已撤回，只留有网站的提示",
      "其中 2 条没有一屏把它整条显示出来",
    ].join("\n"),
  )
})

test("of a long one the first messages are listed, and it says how many there are and where the others stand", () => {
  const blocks = blocksOf(chatItem(exampleChat(1_234)))
  expect(rowsOf(blocks)).toHaveLength(300)
  const cut = "本表只列出前 300 条，共 1234 条；其余见 data/e001/chat.json 和截图。"
  expect(blocks.map(textOf)).toContain(cut)
  expect(
    blocksOf(chatItem(exampleChat(300)))
      .map(textOf)
      .join("\n"),
  ).not.toContain("本表只列出")
})

test("an item whose transcript cannot be read says so, and one that is no chat says nothing", () => {
  expect(blocksOf(chatItem(null)).map(textOf)).toEqual([
    "E-001 的聊天文字记录",
    "没有可读的聊天文字记录，请看截图。",
  ])
  expect(blocksOf(exampleItem("e001", {}))).toEqual([])
})

test.each(reportLanguages)("in %s no cell is blank", language => {
  const cells = rowsOf(blocksOf(chatItem(exampleChat()), language)).flat()
  expect(cells.filter(cell => cell.trim() === "" || cell.includes("undefined"))).toEqual([])
})

test("the list of evidence says how many messages there are, and of which times", async () => {
  const ground = await groundOf([chatItem(exampleChat())])
  const draft = listDraftOf({ ...ground, caseFacts: caseFactsOf({}) }, exampleWords, "zh-CN", null)
  expect(JSON.stringify(draft)).toContain(
    "共 7 条消息、时间自 2026-11-19 09:14:00 (UTC+8) 至 2026-11-21 22:05:00 (UTC+8)",
  )
})

test("poppler finds the messages in the report, and qpdf nothing wrong with it", async context => {
  if (noPdfTools !== null) context.skip(noPdfTools)
  await inScratch(async folder => {
    const file = join(process.env.CHAT_PDF_AT ?? folder, "01-report.pdf")
    const drawn = await drawPaper(await exampleReport("zh-CN", [chatItem(exampleChat())]), greyTools())
    writeFileSync(file, Buffer.from(await drawn.arrayBuffer()))
    expect(checkPdf(file)).toContain("No syntax or stream encoding errors found")
    const text = pdfText(file).replace(/\s/g, "")
    expect(text).toContain("E-001的聊天文字记录")
    for (const words of ["李某欠钱不还", "［已撤回］张某撤回了一条消息", "本账号一侧", "第3屏，y120"]) {
      expect(text).toContain(words)
    }
  })
})
