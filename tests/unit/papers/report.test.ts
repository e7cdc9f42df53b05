/** What the report says: only what the records say, all of it, and nothing more. */
import { caseFactsOf } from "../../../src/core/papers/contents.ts"
import { expect, test } from "vitest"
import type { Block, Said } from "../../../src/core/papers/block.ts"
import { inEights } from "../../../src/core/papers/say.ts"
import { textsOf } from "../../../src/core/papers/texts.ts"
import { reportLanguages } from "../../../src/core/papers/wanted.ts"
import { exampleReport, exampleReportItems, groundOf } from "./example-report.ts"

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
  expect(await textOf("zh-CN")).toMatch(/账号名\nzhangsan\n用户填写，2026-11-23 10:00:00 UTC/)
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
