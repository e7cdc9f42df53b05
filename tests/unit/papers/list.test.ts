/** What the list of evidence says: what the records have, in its group, and a blank for what they have not. */
import { expect, test } from "vitest"
import type { ItemSnapshot } from "../../../src/core/bundle/snapshot.ts"
import type { Said } from "../../../src/core/papers/block.ts"
import { BLANK, type Draft } from "../../../src/core/papers/draft.ts"
import { caseFactsOf } from "../../../src/core/papers/contents.ts"
import { listDraftOf } from "../../../src/core/papers/list-draft.ts"
import { listEntries } from "../../../src/core/papers/list-entries.ts"
import { reportLanguages } from "../../../src/core/papers/wanted.ts"
import { type Complaint, hashOfContent, type Remark } from "../../../src/core/remarks.ts"
import { exampleItem, exampleWords, pixel } from "../bundle/example.ts"
import { exampleList, exampleListItems, hostile, listGround } from "./example-list.ts"
import { importedPhoto } from "./packets/example-packets.ts"

const said = (lines: Said): string => lines.map(({ text }) => text).join("\n")

function tableOf({ blocks }: Draft) {
  const table = blocks.find(({ kind }) => kind === "groups")
  if (table?.kind !== "groups") return expect.unreachable("no table")
  return table.groups.map(group => ({
    name: said(group.said),
    rows: group.rows.map(row => row.map(cell => said(cell.said))),
  }))
}

const textsIn = ({ blocks, ...draft }: Draft): string[] => [
  draft.title,
  draft.header,
  ...blocks
    .flatMap(block => {
      if (block.kind === "groups") {
        const cells = block.groups.flatMap(({ rows }) => rows.flat().map(cell => cell.said))
        return [...block.columns.map(({ head }) => head), ...block.groups.map(group => group.said), ...cells]
      }
      if (block.kind === "table") return [...block.columns.map(({ head }) => head), ...block.rows.flat()]
      if (block.kind === "facts") return block.rows.flatMap(({ label, value }) => [label, value])
      if (block.kind === "blanks") return [...block.labels]
      return block.kind === "page" ? [] : [block.said]
    })
    .map(said),
]

test("in Chinese it reads as this file", async () => {
  await expect(textsIn(await exampleList("zh-CN")).join("\n---\n")).toMatchFileSnapshot("list-zh.txt")
})

test("in English it reads as this file", async () => {
  await expect(textsIn(await exampleList("en")).join("\n---\n")).toMatchFileSnapshot("list-en.txt")
})

test("a post, a profile, numbers and a complaint stand each in its group, under the number of their item", async () => {
  const groups = tableOf(await exampleList("zh-CN"))
  expect(groups.map(({ name, rows }) => [name, rows.map(([number]) => number)])).toEqual([
    ["一、侵权内容", ["1-1\nE-001", "1-3\nE-003", "1-9\nE-009"]],
    ["二、作者身份线索", ["2-7\nE-007"]],
    ["三、传播范围与影响", ["3-1\nE-001"]],
    ["四、投诉与沟通", ["4-1\nE-001"]],
  ])
})

test("a group without an entry is not there, and the others keep their numbers", async () => {
  const [first] = exampleListItems()
  const groups = tableOf(await exampleList("zh-CN", first === undefined ? [] : [first]))
  expect(groups.map(({ name }) => name)).toEqual(["一、侵权内容", "三、传播范围与影响", "四、投诉与沟通"])
})

test("a complaint about the whole case is one too, one that was taken back is not", async () => {
  const content: Complaint = {
    ...{ platform: "网警", channel: "police", sentAt: "2026-11-23T02:00:00.000Z", number: "A-1" },
    ...{ result: "registered", repliedAt: null, said: null },
  }
  const kept = { kind: "complaint", content } as const
  const gone = { kind: "complaint", content: null } as const
  const at = "2026-11-24T00:00:00.000Z"
  const first = { ...kept, version: 1, at, sha256: hashOfContent(kept) }
  const remarks: Remark[] = [
    { id: "1", versions: [first] },
    { id: "2", versions: [first, { ...gone, version: 2, at, sha256: hashOfContent(gone) }] },
  ]
  const items = [exampleItem("e001", { "frames/0000.png": pixel })]
  const cases = [{ number: "c001", title: "张某", remarks }]
  const groups = tableOf(await exampleList("zh-CN", items, null, { cases }))
  expect(groups.at(-1)?.rows).toEqual([
    [
      "4-0",
      "就本案向「网警」投诉或报案的记录",
      expect.stringContaining("data/case.json"),
      "2026-11-23 10:00:00 (UTC+8) 发出、公安机关报案\n工单号或回执号：A-1\n已立案",
      expect.anything(),
      BLANK,
    ],
  ])
})

test("pages are those of the report, and blanks where there is none", async () => {
  const pages = (groups: ReturnType<typeof tableOf>) => groups.flatMap(({ rows }) => rows.map(row => row[5]))
  expect(pages(tableOf(await exampleList("en")))).toEqual(["5–7", "8", BLANK, "9–10", BLANK, BLANK])
  const without = await exampleList("en", exampleListItems(), null)
  expect(new Set(pages(tableOf(without)))).toEqual(new Set([BLANK]))
  expect(textsIn(without).join("\n")).toContain("No report was made in this export")
})

test("what proves what is a suggestion, and nothing else is", async () => {
  const { blocks } = await exampleList("zh-CN")
  const rows = blocks.flatMap(block =>
    block.kind === "groups" ? block.groups.flatMap(group => group.rows) : [],
  )
  expect(rows.length).toBeGreaterThan(4)
  for (const row of rows) {
    expect(row.map(({ isSuggestion }) => isSuggestion)).toEqual([false, false, false, false, true, false])
  }
})

test("what is not known is a blank: who wrote it, when, what number they gave", async () => {
  const [first] = exampleListItems()
  if (first?.facts === undefined) return expect.unreachable("no facts")
  const { authorName, publishedAt, text } = first.facts.fields
  const none = { value: null, raw: null, source: null, where: null, verdict: "not-found" } as const
  const facts = {
    ...first.facts,
    fields: {
      ...first.facts.fields,
      authorName: { ...authorName, ...none },
      publishedAt: { ...publishedAt, ...none },
      text: { ...text, ...none },
    },
  }
  const [group] = tableOf(await exampleList("zh-CN", [{ ...first, facts }]))
  expect(group?.rows[0]?.[1]).toContain(`微博用户「${BLANK}」${BLANK} 发布的帖子`)
  expect(group?.rows[0]?.[3]).toContain(`${BLANK}\n未从页面读到正文`)
})

test.each([
  ["that leave one day", 30, "2026-11-20"],
  ["that leave two", 60 * 60 * 14, "“11-20 11:02”"],
])("seconds of doubt %s are printed as such", async (_how, plusMinusSeconds, printed) => {
  const [first] = exampleListItems()
  if (first?.facts === undefined) return expect.unreachable("no facts")
  const { publishedAt } = first.facts.fields
  if (publishedAt.value === null) return expect.unreachable("no time")
  const value = { ...publishedAt.value, plusMinusSeconds }
  const facts = {
    ...first.facts,
    fields: { ...first.facts.fields, publishedAt: { ...publishedAt, value } },
  }
  const [group] = tableOf(await exampleList("zh-CN", [{ ...first, facts }]))
  expect(group?.rows[0]?.[1]).toContain(`微博用户「张三」${printed} 发布的帖子`)
})

test("what the user filled in in place of the page is marked as theirs", async () => {
  const [first] = exampleListItems()
  if (first === undefined) return expect.unreachable("no item")
  const corrections = [
    { field: "authorName", value: "李四", source: "user", at: "2026-11-23T10:00:00.000Z" },
  ] as const
  const [group] = tableOf(await exampleList("zh-CN", [{ ...first, corrections }]))
  expect(group?.rows[0]?.[1]).toMatch(/用户「李四」[^]*\n作者昵称：用户填写，2026-11-23 18:00:00 \(UTC\+8\)/)
})

test("a re-drawn picture is no screenshot, and a capture by a script says so", async () => {
  const item = exampleItem("e001", { "redrawn.png": pixel }, { trigger: "script" })
  const files = item.record.files.map(file => ({
    ...file,
    ...{ source: "re-drawn", mediaType: "image/png" },
  })) as typeof item.record.files
  const [group] = tableOf(await exampleList("zh-CN", [{ ...item, record: { ...item.record, files } }]))
  expect(group?.rows[0]?.[1]).toBe("网页「示例帖子」（重绘图（不是截图）及采集记录）")
  expect(group?.rows[0]?.[2]).toContain("自动化环境采集")
})

test.each(reportLanguages)(
  "in %s it says that it is a draft, and is to be signed and dated",
  async language => {
    const texts = textsIn(await exampleList(language))
    const draft = language === "en" ? "Draft, to be reviewed by a lawyer" : "草稿，请由律师审阅"
    expect(texts.filter(text => text.startsWith(draft))).toHaveLength(1)
    expect(texts[1]).toContain(draft.slice(1))
    const lines = language === "en" ? ["Submitted by", "Date of submission"] : ["提交人", "提交日期"]
    expect(texts.filter(text => lines.some(line => text.startsWith(line)))).toHaveLength(2)
  },
)

test.each(reportLanguages)(
  "in %s nothing is empty: what is unknown is a blank that can be seen",
  async language => {
    expect(textsIn(await exampleList(language)).filter(text => text.trim() === "")).toEqual([])
  },
)

test.each(reportLanguages)("in %s it promises nothing that a capture cannot keep", async language => {
  const overclaims =
    /铁证|司法级|具有法律效力|不可篡改|防篡改|无法伪造|可信时间戳|一定采信|完整|tamper-?proof|cannot be forged|admissible|complete/i
  expect(overclaims.exec(textsIn(await exampleList(language)).join("\n"))).toBeNull()
})

test("no token of an address goes round with it, and no mark of a page turns its neighbours", async () => {
  const text = textsIn(await exampleList("both")).join("\n")
  expect(text).not.toContain("SECRET")
  expect(text).not.toMatch(/[\u0000-\u0009\u202a-\u202e\u2066-\u2069]|[\ud800-\udfff](?![\udc00-\udfff])/u)
  expect(text.length).toBeLessThan(hostile.length / 2)
})

test("the annex has every file under data/ with both of its hashes, in one piece", async () => {
  const { payload } = await listGround()
  const annex = (await exampleList("zh-CN")).blocks.find(({ kind }) => kind === "table")
  const rows = annex?.kind === "table" ? annex.rows.map(row => row.map(said)) : []
  expect(rows.length).toBeGreaterThan(12)
  expect(rows.toSorted()).toEqual(payload.map(({ path, sha256, sm3 }) => [path, sha256, sm3]).toSorted())
})

test.each([
  [5_000, 5_000, null],
  [5_001, 5_000, "共有 5001 个文件，本表只列出前 5000 个；其余见 manifest-sha256.txt 和 manifest-sm3.txt。"],
])("of %i files the annex lists %i, and says which are not there", async (count, listed, note) => {
  const ground = await listGround()
  const [file] = ground.payload
  if (file === undefined) return expect.unreachable("no file")
  const payload = Array.from({ length: count }, (_, at) => ({ ...file, path: `data/${String(at)}` }))
  const contents = { ...ground, payload, caseFacts: caseFactsOf({}) }
  const { blocks } = listDraftOf(contents, exampleWords, "zh-CN", null)
  expect(blocks.flatMap(block => (block.kind === "table" ? [block.rows.length] : []))).toEqual([listed])
  const texts = blocks.flatMap(block => (block.kind === "text" ? [said(block.said)] : []))
  expect(texts.filter(text => text.startsWith("共有"))).toEqual(note === null ? [] : [note])
})

const numbersOf = (items: readonly ItemSnapshot[]) => listEntries({ items }).map(({ number }) => number)

test("an item has the same number in every bundle, whatever else is in it and whatever comes later", () => {
  const items = exampleListItems()
  expect(numbersOf(items)).toEqual(["1-1", "1-3", "1-9", "2-7", "3-1", "4-1"])
  for (const item of items) {
    const own = Number(item.record.item.slice(1))
    expect(numbersOf([item])).toEqual(numbersOf(items).filter(each => each.endsWith(`-${String(own)}`)))
  }
  const later = exampleItem("e012", { "frames/0000.png": pixel })
  expect(numbersOf([...items, later]).filter(each => each !== "1-12")).toEqual(numbersOf(items))
})

test("several complaints about one item have each a number, and the first keeps the one that it had alone", () => {
  const [first] = exampleListItems()
  if (first === undefined) return expect.unreachable("no item")
  const twice = { ...first, remarks: [...(first.remarks ?? []), ...(first.remarks ?? [])] }
  expect(numbersOf([twice])).toEqual(["1-1", "3-1", "4-1", "4-1-2"])
})

test("a file from elsewhere, and what is not complained of, are other material, and keep their numbers", () => {
  const [first] = exampleListItems()
  if (first === undefined) return expect.unreachable("no item")
  expect(numbersOf([{ ...first, isAside: true }, importedPhoto()])).toEqual(["4-1", "6-1", "6-10"])
})

test("case.json has the numbers of each item, of all groups", async () => {
  const { payload } = await listGround()
  const file = payload.find(({ path }) => path === "data/case.json")
  const json =
    file !== undefined && "content" in file ? new TextDecoder().decode(file.content as Uint8Array) : ""
  const { items } = JSON.parse(json) as { items: { item: string; numbers: string[] }[] }
  expect(items.map(({ item, numbers }) => [item, numbers])).toEqual([
    ["e001", ["1-1", "3-1", "4-1"]],
    ["e003", ["1-3"]],
    ["e007", ["2-7"]],
    ["e009", ["1-9"]],
  ])
})
