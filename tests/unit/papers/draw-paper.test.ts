/** A paper as the PDF that it becomes, read by qpdf and poppler. The canvas is the only thing that is not the product's. */
import { execFileSync } from "node:child_process"
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { type Block, type Said } from "../../../src/core/papers/block.ts"
import { drawPaper } from "../../../src/workshop/report/draw-paper.ts"
import { checkPdf, noPdfTools, pdfFonts, pdfInfo, pdfText } from "../../e2e/harness/pdf.ts"
import { inScratch } from "../bundle/written.ts"
import { exampleReport, markedItem, strange } from "./example-report.ts"
import { exampleRoute } from "./example-route.ts"
import { greyTools } from "./grey-tools.ts"

const bytesOf = async (blob: Blob) => Buffer.from(await blob.arrayBuffer())

test("the same paper, font and pictures give the same bytes", async () => {
  const paper = await exampleReport("both")
  const [first, second] = [await drawPaper(paper, greyTools()), await drawPaper(paper, greyTools())]
  expect((await bytesOf(first)).equals(await bytesOf(second))).toBe(true)
})

test("what the font lacks is drawn, each thing once, and nothing else is", async () => {
  const drawn: string[] = []
  await drawPaper(await exampleReport("zh-CN"), greyTools(drawn))
  expect(drawn).toEqual(["\u{20bb7}", "🙂", "مرحبا بالعالم", "สวัสดี"])
})

test("qpdf is content, poppler finds every sentence, and the only font is an embedded subset", async context => {
  if (noPdfTools !== null) context.skip(noPdfTools)
  await inScratch(async folder => {
    const file = join(folder, "01-report.pdf")
    writeFileSync(file, await bytesOf(await drawPaper(await exampleReport("zh-CN"), greyTools())))
    expect(checkPdf(file)).toContain("No syntax or stream encoding errors found")
    const fonts = pdfFonts(file)
    expect(fonts.map(({ name }) => name)).toEqual([expect.stringMatching(/^[A-Z]{6}\+NotoSansSC-Regular$/)])
    expect(fonts.every(({ isEmbeddedSubset }) => isEmbeddedSubset)).toBe(true)
    const info = pdfInfo(file)
    expect(info).toMatch(/Title:\s+网络侵权证据采集报告\n/)
    expect(info).toMatch(/Tagged:\s+yes/)
    const pages = Number(/Pages:\s+(\d+)/.exec(info)?.[1])
    const text = pdfText(file)
    const compact = text.replace(/\s/g, "")
    for (const page of [1, pages]) expect(text).toContain(`第 ${String(page)} / ${String(pages)} 页`)
    expect(compact).toContain("它不能单独证明：页面内容属实、账号背后的真实身份、采集时的设备未被操纵。")
    expect(compact).toMatch(/E-001·截图2\/\d+·page-1\.png/)
    // poppler turns what runs from right to left round, so the Arabic letters are there in another order.
    for (const word of strange.split(" ").filter(each => !/\p{Script=Arabic}/u.test(each))) {
      expect(compact).toContain(word)
    }
  })
})

test("a picture that cannot be read is told in its place, and the rest is printed", async context => {
  if (noPdfTools !== null) context.skip(noPdfTools)
  await inScratch(async folder => {
    const file = join(folder, "01-report.pdf")
    const blind = { ...greyTools(), openSlot: () => Promise.resolve(null) }
    writeFileSync(file, await bytesOf(await drawPaper(await exampleReport("zh-CN"), blind)))
    const compact = pdfText(file).replace(/\s/g, "")
    expect(compact).toContain("图片data/e001/page-1.png在制作本报告时无法读取")
    expect(compact).toContain("十、名词说明")
  })
})

test("a heading stands on the sheet of the table that it is above, wherever the sheet ends", async context => {
  if (noPdfTools !== null) context.skip(noPdfTools)
  const line = (text: string): Said => [{ text, tone: "plain" }]
  const tall = line(Array.from({ length: 14 }, (_, at) => `r${String(at)}`).join("\n"))
  await inScratch(async folder => {
    for (let above = 20; above < 52; above += 3) {
      const blocks: Block[] = [
        ...Array.from({ length: above }, (): Block => ({ kind: "text", said: line("x"), isNote: false })),
        { kind: "heading", level: 1, said: line("HEADING"), mark: "HEADING" },
        { kind: "text", said: line("NOTE"), isNote: true },
        { kind: "table", columns: [{ head: line("HEAD"), width: 1 }], rows: [[tall]] },
      ]
      const file = join(folder, `${String(above)}.pdf`)
      writeFileSync(
        file,
        await bytesOf(await drawPaper({ ...(await exampleReport("en")), blocks }, greyTools())),
      )
      const sheet = pdfText(file)
        .split("\f")
        .find(each => each.includes("HEADING"))
      expect(sheet, String(above)).toMatch(/HEADING[^]*NOTE[^]*HEAD[^]*r0[^]*r13/)
    }
  })
})

test("who stops it between two parts is obeyed", async () => {
  const stopping = { ...greyTools(), onPart: () => Promise.reject(new Error("enough")) }
  await expect(drawPaper(await exampleReport("en"), stopping)).rejects.toThrow("enough")
})

test("a route sheet is a sound file with one font, its words and links can be searched, and it is the same each time", async context => {
  if (noPdfTools !== null) context.skip(noPdfTools)
  await inScratch(async folder => {
    const file = join(folder, "03-notary-route.pdf")
    const bytes = await bytesOf(await drawPaper(await exampleRoute("zh-CN"), greyTools()))
    expect((await bytesOf(await drawPaper(await exampleRoute("zh-CN"), greyTools()))).equals(bytes)).toBe(
      true,
    )
    writeFileSync(file, bytes)
    expect(checkPdf(file)).toContain("No syntax or stream encoding errors found")
    expect(pdfFonts(file)).toEqual([
      { name: expect.stringMatching(/^[A-Z]{6}\+NotoSansSC-Regular$/) as string, isEmbeddedSubset: true },
    ])
    expect(pdfInfo(file)).toMatch(/Title:\s+公证现场操作单\n/)
    const compact = pdfText(file).replace(/\s/g, "")
    for (const words of [
      "建议在公证处电脑和网络上操作",
      "二、最近一次核对时没有显示的",
      "https://weibo.com/1234567890/e004",
      "该网址没有显示该帖，页面写着“该微博已被作者删除”",
    ]) {
      expect(compact).toContain(words)
    }
  })
})

/** Pixels of a page, as poppler renders it, that are of the red of a mark. */
function redPixels(file: string): number {
  const [head, pixels] = splitPpm(
    execFileSync("pdftoppm", ["-r", "40", file], { maxBuffer: 256 * 1024 * 1024 }),
  )
  expect(head).toMatch(/^P6/)
  let count = 0
  for (let at = 0; at + 2 < pixels.length; at += 3) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(at, at + 3)
    if (red > 150 && green < 110 && blue < 110) count += 1
  }
  return count
}

/** The head of the first picture, and all that follows. */
function splitPpm(bytes: Buffer): [string, Buffer] {
  const end = bytes.indexOf("255\n") + 4
  return [bytes.subarray(0, end).toString("latin1"), bytes.subarray(end)]
}

test("marks are red boxes in the picture of the report, and without marks nothing is red", async context => {
  if (noPdfTools !== null) context.skip(noPdfTools)
  await inScratch(async folder => {
    const render = async (name: string, item: ReturnType<typeof markedItem>) => {
      const file = join(folder, name)
      writeFileSync(file, await bytesOf(await drawPaper(await exampleReport("zh-CN", [item]), greyTools())))
      return redPixels(file)
    }
    const { record, ...rest } = markedItem()
    const { quote, ...unquoted } = record
    expect(quote).toBeDefined()
    expect(await render("marked.pdf", markedItem())).toBeGreaterThan(100)
    expect(await render("bare.pdf", { ...rest, record: unquoted, annotations: [] })).toBe(0)
  })
})

test("the next pictures are cut before it is their turn, as many as asked for, and each is closed", async () => {
  let [opened, closed, openedAtFirst] = [0, 0, 0]
  const paper = await exampleReport("zh-CN", [markedItem()])
  const slots = paper.blocks.filter(({ kind }) => kind === "picture").length
  expect(slots).toBeGreaterThan(2)
  await drawPaper(paper, {
    ...greyTools(),
    ahead: 1,
    openSlot: async slot => {
      opened += 1
      const picture = await greyTools().openSlot(slot)
      const close = () => {
        closed += 1
      }
      return picture === null ? null : { ...picture, close }
    },
    onPart: () => {
      openedAtFirst ||= opened
      return Promise.resolve()
    },
  })
  expect([openedAtFirst, opened, closed]).toEqual([2, slots, slots])
})
