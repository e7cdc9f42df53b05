/** A draft as the Word document that it becomes, read by Info-ZIP, Python's XML parser, LibreOffice and poppler. */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterEach, expect, test, vi } from "vitest"
import { type DraftBlock } from "../../../src/core/papers/draft.ts"
import { plain } from "../../../src/core/papers/say.ts"
import { reportLanguages } from "../../../src/core/papers/wanted.ts"
import { settleZip } from "../../../src/workshop/word/settle-zip.ts"
import { xmlText } from "../../../src/workshop/word/text.ts"
import { writeDraft } from "../../../src/workshop/word/write-draft.ts"
import { noOffice, officePdf, partsOf } from "../../e2e/harness/office.ts"
import { noPdfTools, pdfInfo, pdfText } from "../../e2e/harness/pdf.ts"
import { exampleItem, pixel } from "../bundle/example.ts"
import { inScratch } from "../bundle/written.ts"
import { exampleList, exampleListItems, listGround } from "./example-list.ts"

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
})

const written = (...given: Parameters<typeof exampleList>) =>
  inScratch(async folder => {
    const file = join(folder, "list.docx")
    writeFileSync(file, await writeDraft(await exampleList(...given)))
    return partsOf(file)
  })

test("the same draft gives the same bytes, at another hour and in another time zone", async () => {
  const draft = await exampleList("both")
  const made: [offset: number, hex: string][] = []
  for (const [zone, at] of [
    ["Asia/Shanghai", "2026-11-22T15:22:01Z"],
    ["America/St_Johns", "2031-02-03T04:05:06Z"],
  ] as const) {
    vi.stubEnv("TZ", zone)
    vi.useFakeTimers({ now: new Date(at), toFake: ["Date"] })
    made.push([new Date().getTimezoneOffset(), Buffer.from(await writeDraft(draft)).toString("hex")])
  }
  expect(made.map(([offset]) => offset)).toEqual([-480, 210])
  expect(made[1]?.[1] === made[0]?.[1]).toBe(true)
})

test.each(reportLanguages)(
  "in %s every part is well-formed, and none loads or runs anything",
  async language => {
    const parts = await written(language)
    expect([...parts.keys()]).toContain("word/document.xml")
    const all = [...parts.values()].join("\n")
    expect(all).not.toMatch(/TargetMode="External"|vbaProject|altChunk|attachedTemplate|INCLUDE/)
    expect(parts.get("docProps/core.xml")).toContain(">2026-11-22T15:22:01.900Z<")
  },
)

test("what no XML can hold is there by its number, and markup of a page is text", async () => {
  const document = (await written("zh-CN")).get("word/document.xml") ?? ""
  expect(document).toContain(
    "[U+0000][U+0008][U+001B][U+FFFE][U+FFFF][U+D800] &lt;/w:t&gt;&lt;/w:p&gt; &amp;",
  )
  expect(xmlText("a\u0001\u{1f642}\ufffd\udc00")).toBe("a[U+0001]\u{1f642}\ufffd[U+DC00]")
})

const draftOf = (blocks: readonly DraftBlock[]) =>
  inScratch(async folder => {
    const file = join(folder, "draft.docx")
    writeFileSync(file, await writeDraft({ ...(await exampleList("zh-CN")), blocks }))
    return partsOf(file).get("word/document.xml") ?? ""
  })
const text = (said: string): DraftBlock => ({ kind: "text", said: plain(said), isNote: false })

test("no line ends in the number of a piece of evidence, and addresses and dates stay as they can be copied", async () => {
  const document = await draftOf([
    text("见证据 1-2、4-12-2。"),
    text("see evidence 1-3."),
    text("2026-11-20 https://example.cn/a-1/1-2?b=3-4#5-6"),
  ])
  expect(document.match(/<w:noBreakHyphen\/>/g)).toHaveLength(4)
  expect(document).toContain("2026-11-20 https://example.cn/a-1/1-2?b=3-4#5-6")
})

test("who signs does so on the sheet of what stands before it, and dates it there", async () => {
  const blanks = { kind: "blanks", labels: [plain("签名"), plain("日期")] } as const
  const facts = { kind: "facts", rows: [{ label: plain("指纹"), value: plain("00") }] } as const
  for (const before of [text("以上属实。"), facts]) {
    const document = await draftOf([text("别的"), before, blanks])
    const kept = [...document.matchAll(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gs)].map(([all]) =>
      all.includes("<w:keepNext/>"),
    )
    expect(kept.slice(0, 1)).toEqual([false])
    expect(new Set(kept.slice(1, -2))).toEqual(new Set([true]))
    expect(document.match(/<w:pStyle w:val="BlankLine"\/>/g)).toHaveLength(2)
  }
})

test("both tables are Word's own, with a head that comes again and rows that stay in one piece", async () => {
  const document = (await written("zh-CN")).get("word/document.xml") ?? ""
  const tables = [...document.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) => table)
  const heads = tables.map(table => table.match(/<w:tblHeader\/>/g)?.length ?? 0)
  expect(heads).toEqual([0, 1, 1])
  expect(document.match(/<w:cantSplit\/>/g)?.length).toBe(document.match(/<w:tr>/g)?.length)
  expect(document).toMatch(/<w:pgSz [^>]*w:orient="landscape"/)
  expect(tables[1]?.match(/<w:pStyle w:val="Suggestion"\/>/g)).toHaveLength(6)
})

test("LibreOffice opens it on landscape sheets, with the head on each, every hash, and the blanks", async context => {
  if (noOffice !== null) context.skip(noOffice)
  if (noPdfTools !== null) context.skip(noPdfTools)
  const more = Array.from({ length: 30 }, (_, at) =>
    exampleItem(`e1${String(at).padStart(2, "0")}`, { "frames/0000.png": pixel }),
  )
  const items = [...exampleListItems(), ...more]
  const { payload, manifest } = await listGround(items)
  await inScratch(async folder => {
    const file = join(folder, "02-evidence-list.docx")
    writeFileSync(file, await writeDraft(await exampleList("zh-CN", items)))
    const pdf = officePdf(file, folder)
    const info = pdfInfo(pdf)
    expect(info).toMatch(/Title:\s+证据目录\n/)
    expect(info).toMatch(/Page size:\s+841\.\d+ x 595\.\d+ pts/)
    const sheets = pdfText(pdf).split("\f").slice(0, -1)
    expect(sheets.length).toBeGreaterThan(6)
    for (const [at, sheet] of sheets.entries()) {
      expect(sheet).toContain("草稿，请由律师审阅")
      expect(sheet).toContain(`${String(at + 1)} / ${String(sheets.length)}`)
      expect(sheet).toMatch(/证据名称|SHA-256|提交人/)
    }
    const text = sheets.join("\n")
    const compact = text.replace(/\s/g, "")
    for (const name of ["一、侵权内容", "二、作者身份线索", "三、传播范围与影响", "四、投诉与沟通"]) {
      expect(compact).toContain(name)
    }
    expect(compact).toContain("微博用户「张三」2026-11-20发布的帖子（截图、网页源码及采集记录）")
    expect(text).toMatch(/提交人（签名或盖章） *_{20}/)
    expect(text).toMatch(/提交日期 *_{20}/)
    expect(compact).toContain(manifest.sha256)
    for (const { path, sha256, sm3 } of payload) {
      expect(compact).toContain(path)
      expect(compact).toContain(sha256)
      expect(compact).toContain(sm3)
    }
  })
})

test("bytes that are no ZIP of the library's are not touched", () => {
  expect(() => settleZip(new Uint8Array(10))).toThrow("not as its writer writes them")
  expect(() => settleZip(new Uint8Array(100))).toThrow("not as its writer writes them")
})
