/** What a notice to a platform says: what 民法典 1195 asks for, from the records and from what was typed, and blanks for the rest. */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { provisions } from "../../../src/core/law/provisions.ts"
import type { Said } from "../../../src/core/papers/block.ts"
import { BLANK, type Draft } from "../../../src/core/papers/draft.ts"
import { drafts } from "../../../src/core/papers/drafts.ts"
import { listEntries } from "../../../src/core/papers/list-entries.ts"
import { audiences, draftNames } from "../../../src/core/papers/names.ts"
import { parseTyped } from "../../../src/core/papers/typed.ts"
import { reportLanguages } from "../../../src/core/papers/wanted.ts"
import { writeDraft } from "../../../src/workshop/word/write-draft.ts"
import { noOffice, officePdf, partsOf } from "../../e2e/harness/office.ts"
import { noPdfTools, pdfText } from "../../e2e/harness/pdf.ts"
import { inScratch } from "../bundle/written.ts"
import { exampleNoticeItems, exampleNotices, exampleTyped } from "./example-notice.ts"

const said = (lines: Said): string => lines.map(({ text }) => text).join("\n")

const textsIn = ({ title, header, blocks }: Draft): string[] => [
  title,
  header,
  ...blocks
    .flatMap(block => {
      switch (block.kind) {
        case "groups":
          return [
            ...block.columns.map(({ head }) => head),
            ...block.groups.flatMap(group => [group.said, ...group.rows.flat().map(cell => cell.said)]),
          ]
        case "table":
          return [...block.columns.map(({ head }) => head), ...block.rows.flat()]
        case "facts":
          return block.rows.flatMap(({ label, value }) => [label, value])
        case "blanks":
          return [...block.labels]
        case "page":
          return []
        case "title":
        case "heading":
        case "text":
        case "banner":
          return [block.said]
      }
    })
    .map(said),
]

const first = async (...given: Parameters<typeof exampleNotices>): Promise<Draft> =>
  (await exampleNotices(...given))[0]?.draft ?? expect.unreachable("no notice")

function cellsOf({ blocks }: Draft) {
  const table = blocks.find(({ kind }) => kind === "groups")
  return table?.kind === "groups" ? table.groups : expect.unreachable("no table")
}

/** What stands beside a label, in the first group. */
function cellBeside(draft: Draft, label: string) {
  const row = cellsOf(draft)[0]?.rows.find(([head]) => head !== undefined && said(head.said) === label)
  return row?.[1] ?? expect.unreachable(`no row ${label}`)
}

test("in Chinese it reads as this file", async () => {
  const notices = await exampleNotices("zh-CN", exampleTyped)
  await expect(
    notices.map(({ draft }) => textsIn(draft).join("\n---\n")).join("\n=====\n"),
  ).toMatchFileSnapshot("notice-zh.txt")
})

test("in English it reads as this file", async () => {
  await expect(textsIn(await first("en", exampleTyped)).join("\n---\n")).toMatchFileSnapshot("notice-en.txt")
})

test("each platform has a notice of its own, which says nothing of the others", async () => {
  const notices = await exampleNotices("zh-CN", exampleTyped)
  expect(notices.map(({ path }) => path)).toEqual(["04-platform-notice-1.docx", "04-platform-notice-2.docx"])
  const [weibo = "", other = ""] = notices.map(({ draft }) => textsIn(draft).join("\n"))
  expect(weibo).toContain("微博")
  expect(weibo).not.toContain("example.cn")
  expect(other).toContain("example.cn")
  expect(other).not.toContain("微博")
  expect(other).not.toContain("他偷了公司的钱")
})

test("a case on one platform has one file without a number, and one without anything posted has none", async () => {
  const items = exampleNoticeItems()
  const paths = async (names: readonly string[]) =>
    (
      await exampleNotices(
        "zh-CN",
        exampleTyped,
        items.filter(({ record }) => names.includes(record.item)),
      )
    ).map(({ path }) => path)
  expect(await paths(["e001", "e007"])).toEqual(["04-platform-notice.docx"])
  expect(await paths(["e007"])).toEqual([])
})

test("nothing that was not typed is made up: each line of the person is a blank that can be seen", async () => {
  const draft = await first("zh-CN")
  const facts = draft.blocks.flatMap(block => (block.kind === "facts" ? block.rows : []))
  const value = (label: string) => facts.find(row => said(row.label) === label)?.value
  for (const label of ["姓名（名称）", "证件种类和号码", "地址", "电话", "电子邮箱", "平台运营者全称"]) {
    expect(value(label)).toEqual([{ text: BLANK, tone: "plain" }])
  }
  expect(said(cellBeside(draft, "不实之处和真实情况").said)).toBe(BLANK)
})

test("words that were typed stand as typed; those of the page are a suggestion only", async () => {
  const typed = cellBeside(await first("zh-CN", exampleTyped), "涉嫌侵权的语句（原文）")
  expect([said(typed.said), typed.isSuggestion]).toEqual(["他偷了公司的钱", false])
  const offered = cellBeside(await first("zh-CN"), "涉嫌侵权的语句（原文）")
  expect(offered.isSuggestion).toBe(true)
  const [item] = exampleNoticeItems()
  expect(said(offered.said)).toContain(item?.facts?.fields.text.value ?? expect.unreachable("no text"))
})

test("it gives the bare link, the ids of post and account, and no token of an address", async () => {
  const draft = await first("zh-CN", exampleTyped)
  const [item] = exampleNoticeItems()
  const fields = item?.facts?.fields ?? expect.unreachable("no facts")
  expect(said(cellBeside(draft, "固定链接").said)).toBe(fields.permalink.value ?? BLANK)
  expect(said(cellBeside(draft, "内容编号（ID）").said)).toBe(fields.postId.value ?? BLANK)
  expect(said(cellBeside(draft, "账号编号（UID）").said)).toBe(fields.authorId.value ?? BLANK)
  expect((await exampleNotices("both")).flatMap(({ draft: each }) => textsIn(each)).join("\n")).not.toContain(
    "SECRET",
  )
})

test("the evidence has the numbers of the list of evidence, and each record's SHA-256", async () => {
  const draft = await first("zh-CN", exampleTyped)
  const table = draft.blocks.find(({ kind }) => kind === "table")
  const rows = table?.kind === "table" ? table.rows.map(row => row.map(said)) : []
  const expected = listEntries({ items: exampleNoticeItems() }).flatMap(({ number, item, group }) =>
    item !== null && group !== "complaints" && ["e001", "e007", "e009"].includes(item.record.item)
      ? [[number, item.recordSha256]]
      : [],
  )
  expect(rows.map(([number = "", , , print]) => [number.split("\n")[0], print])).toEqual(expected)
})

test.each(reportLanguages)(
  "in %s it demands, guarantees, is signed, warns before it is sent, and quotes the law word for word",
  async language => {
    const text = textsIn(await first(language, exampleTyped)).join("\n")
    for (const words of language === "en"
      ? [
          "deleting, blocking or breaking the links",
          "keep the data",
          "guarantees",
          "reaches the poster",
          "Capture first",
        ]
      : [
          "删除、屏蔽、断开链接",
          "保存与上述内容和账号有关的后台数据",
          "通知人保证",
          "会转到发布者那里",
          "先采集，再发出",
        ]) {
      expect(text).toContain(words)
    }
    expect(text).toContain(language === "en" ? "Draft, to be reviewed by a lawyer" : "草稿，请由律师审阅")
    for (const name of ["notice", "statement", "reputation"] as const) {
      expect(text).toContain(provisions[name].text)
    }
  },
)

test.each(reportLanguages)(
  "in %s nothing is empty, and no mark of a page turns its neighbours",
  async language => {
    for (const { draft } of await exampleNotices(language)) {
      const texts = textsIn(draft)
      expect(texts.filter(text => text.trim() === "")).toEqual([])
      expect(texts.join("\n")).not.toMatch(/[\u0000-\u0009\u202a-\u202e\u2066-\u2069]/u)
    }
  },
)

test.each(reportLanguages)("in %s it promises nothing", async language => {
  const overclaims =
    /铁证|司法级|具有法律效力|不可篡改|防篡改|无法伪造|可信时间戳|一定|必须|完整|tamper-?proof|cannot be forged|admissible|complete\b/i
  const ours = textsIn(await first(language, exampleTyped)).join("\n")
  expect(overclaims.exec(ours)).toBeNull()
})

test("as a Word document it is well-formed, and LibreOffice shows person, words, hashes and blanks", async context => {
  if (noOffice !== null) context.skip(noOffice)
  if (noPdfTools !== null) context.skip(noPdfTools)
  const draft = await first("zh-CN", exampleTyped)
  await inScratch(async folder => {
    const file = join(folder, "04-platform-notice.docx")
    writeFileSync(file, await writeDraft(draft))
    const parts = partsOf(file)
    const all = [...parts.values()].join("\n")
    expect(all).not.toMatch(/TargetMode="External"|vbaProject|altChunk|attachedTemplate|INCLUDE/)
    expect(parts.get("docProps/core.xml")).not.toContain("李小明")
    const sheets = pdfText(officePdf(file, folder)).split("\f").slice(0, -1)
    expect(sheets[0]).toContain("发出前请看")
    expect(sheets[0]).not.toContain("李小明")
    for (const sheet of sheets) expect(sheet).toContain("草稿，请由律师审阅")
    const compact = sheets.join("").replace(/\s/g, "")
    for (const words of ["李小明", "他偷了公司的钱", "当年的审计报告没有发现短款", "侵权通知书", BLANK]) {
      expect(compact).toContain(words)
    }
    const [item] = exampleNoticeItems()
    expect(compact).toContain(item?.recordSha256)
  })
})

test("typed words are taken as text, empty ones as nothing, and too many are refused", () => {
  const given = { ...exampleTyped, person: { ...exampleTyped.person, agent: "  " } }
  expect(parseTyped(JSON.parse(JSON.stringify(given)))).toEqual(exampleTyped)
  const long = { ...exampleTyped, own: { story: "长".repeat(4_001) } }
  expect(() => parseTyped(long)).toThrow("typed.own.story")
  expect(parseTyped({ ...exampleTyped, claims: ["stop"] }).claims).toEqual(["stop"])
  expect(() => parseTyped({ ...exampleTyped, claims: ["all"] })).toThrow("typed.claims")
  expect(() => parseTyped({ ...exampleTyped, person: { ...exampleTyped.person, name: 1 } })).toThrow(
    "person.name",
  )
  expect(() => parseTyped({ ...exampleTyped, statements: [{ item: "e001", words: 1 }] })).toThrow(
    "statement.words",
  )
})

test.each(draftNames)(
  "the line of %s offers it to those for whom it is chosen, and to others that there are",
  name => {
    const { for: chosen, offeredTo, file } = drafts[name]
    expect(offeredTo).toEqual(expect.arrayContaining([...chosen]))
    for (const audience of offeredTo) expect(audiences).toContain(audience)
    expect(file).toMatch(/^\d\d-[a-z0-9-]+$/)
  },
)
