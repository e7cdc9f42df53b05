/** 01-report.pdf as a judge gets it, 02-evidence-list.docx as a lawyer does, 03-notary-route.pdf as a notary: out of the bundle, read by outside tools. */
import { execFileSync } from "node:child_process"
import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs"
import { basename, join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { openPopup } from "../../scripts/browsers/driver.ts"
import { chooseReport, exportAs } from "../../scripts/browsers/use-popup.ts"
import { type ReportLanguage } from "../../src/core/papers/wanted.ts"
import { type Bundle, bundleOf } from "./harness/exported.ts"
import { installed } from "./harness/installed.ts"
import { partsOf } from "./harness/office.ts"
import { checkPdf, noPdfTools, pdfFonts, pdfInfo, pdfText } from "./harness/pdf.ts"
import { servePractice, type Story, tellStory } from "./harness/practice-story.ts"
import { verify } from "./harness/verifier.ts"

const site = await servePractice()
afterAll(() => site.close())
const browser = installed({ locale: "zh-CN" })

const held: { story?: Story; chinese?: Bundle } = {}
const story = () => held.story ?? expect.unreachable("told before the tests")
const bundle = () => held.chinese ?? expect.unreachable("exported before the tests")
const report = () => join(bundle().folder, "01-report.pdf")
const compact = (text: string) => text.replace(/\s/g, "")

beforeAll(async () => {
  held.story = await tellStory(browser, site)
  held.chinese = await exportWith("zh-CN")
})

/** Exports everything with what is chosen for the report. */
async function exportWith(choice: ReportLanguage | "none"): Promise<Bundle> {
  const page = await browser.driven.newPage(`${site.origin}/start`)
  const popup = await openPopup(browser.driven, page)
  await popup.click("#export-open")
  await chooseReport(popup, choice)
  const said = await exportAs(popup)
  const made = bundleOf(await browser.driven.nextDownload(120_000), said, browser.place.folder)
  await popup.close()
  await page.close()
  return made
}

test("qpdf finds nothing wrong with it, and its only font is an embedded subset", context => {
  if (noPdfTools !== null) context.skip(noPdfTools)
  expect(checkPdf(report())).toContain("No syntax or stream encoding errors found")
  const fonts = pdfFonts(report())
  expect(fonts.length).toBeGreaterThan(0)
  expect(fonts.filter(({ isEmbeddedSubset }) => !isEmbeddedSubset)).toEqual([])
  expect(pdfInfo(report())).toMatch(/Title:\s+网络侵权证据采集报告\n[^]*Tagged:\s+yes/)
})

test("without a word of the user all papers go along, in the language of the screen", () => {
  expect(existsSync(join(story().bundle.folder, "01-report.pdf"))).toBe(true)
  expect(existsSync(join(story().bundle.folder, "02-evidence-list.docx"))).toBe(true)
  expect(existsSync(join(story().bundle.folder, "03-notary-route.pdf"))).toBe(true)
})

test("the notary route sheet leads to the post, and is a sound file with one font", context => {
  if (noPdfTools !== null) context.skip(noPdfTools)
  const sheet = join(bundle().folder, "03-notary-route.pdf")
  expect(checkPdf(sheet)).toContain("No syntax or stream encoding errors found")
  expect(pdfFonts(sheet).filter(({ isEmbeddedSubset }) => !isEmbeddedSubset)).toEqual([])
  const text = compact(pdfText(sheet))
  expect(text).toContain("建议在公证处电脑和网络上操作")
  expect(text).toContain(`网址${story().item.record.url}`)
  expect(text).toContain("“各位邻居，忍了很久，今天必须说出来")
  expect(text).toMatch(/最近一次看到\d{4}-\d\d-\d\d/)
})

test("the list of evidence names the post, its pages in the report, and every file with its fingerprint", context => {
  if (noPdfTools !== null) context.skip(noPdfTools)
  const parts = partsOf(join(bundle().folder, "02-evidence-list.docx"))
  const lines = (parts.get("word/document.xml") ?? "")
    .replaceAll(/<\/w:p>/g, "\n")
    .replaceAll(/<[^>]+>/g, "")
    .split("\n")
  const { record } = story().item
  expect(lines).toContain("草稿，请由律师审阅")
  expect(lines).toContain("一、侵权内容")
  expect(lines.filter(line => line.includes(record.url))).toHaveLength(1)
  const sheets = pdfText(report()).split("\f")
  const first = sheets.findIndex(sheet => /^E-001 · \S+ · \S+$/m.test(sheet)) + 1
  const after = sheets.findIndex(sheet => /^五、采集过程记录$/m.test(sheet)) + 1
  expect([first > 1, after > first]).toEqual([true, true])
  const pages = after - 1 === first ? String(first) : `${String(first)}–${String(after - 1)}`
  expect(lines).toContain(pages)
  for (const manifest of ["manifest-sha256.txt", "manifest-sm3.txt"]) {
    for (const line of readFileSync(join(bundle().folder, manifest), "utf8").trimEnd().split("\n")) {
      expect(lines).toContain(line.slice(0, 64))
      expect(lines).toContain(line.slice(66))
    }
  }
})

test("its text can be searched: title, limits, the post's address, the words of the post", context => {
  if (noPdfTools !== null) context.skip(noPdfTools)
  const text = compact(pdfText(report()))
  const { record } = story().item
  expect(text).toContain("网络侵权证据采集报告")
  expect(text).toContain("它不能单独证明：页面内容属实、账号背后的真实身份、采集时的设备未被操纵。")
  expect(text).toContain("已加载部分完整")
  expect(text).toContain(record.url)
  expect(text).toContain(compact(record.title))
  expect(text).toContain("各位邻居，忍了很久，今天必须说出来")
  expect(text).toMatch(/开头几行（网址中的令牌已略去，过长的行已截断）：<!doctypehtml>/i)
})

test("every hash in it is the file's in the bundle, and the one on the cover is the manifest's", context => {
  if (noPdfTools !== null) context.skip(noPdfTools)
  const text = compact(pdfText(report()))
  const lines = (name: string) => readFileSync(join(bundle().folder, name), "utf8").trimEnd().split("\n")
  const [manifest = ""] = execFileSync("sha256sum", ["manifest-sha256.txt"], {
    cwd: bundle().folder,
    encoding: "utf8",
  }).split(" ")
  expect(text).toContain(`SHA-256${manifest}`)
  for (const line of [...lines("manifest-sha256.txt"), ...lines("manifest-sm3.txt")]) {
    expect(text).toContain(line.slice(0, 64))
    expect(text).toContain(compact(line.slice(66)))
  }
})

test("they stand in the list of papers alone, and a byte of it changed is found", () => {
  const { folder, zip } = bundle()
  for (const paper of ["01-report.pdf", "02-evidence-list.docx", "03-notary-route.pdf"]) {
    expect(readFileSync(join(folder, "tagmanifest-sha256.txt"), "utf8")).toContain(`  ${paper}\n`)
    expect(readFileSync(join(folder, "manifest-sha256.txt"), "utf8")).not.toContain(paper)
    expect(readFileSync(join(folder, "00-readme.html"), "utf8")).toContain(`href="${paper}"`)
  }
  const place = join(browser.place.folder, "changed")
  mkdirSync(place)
  const changed = join(place, basename(zip))
  copyFileSync(zip, changed)
  execFileSync("python3", [
    "-c",
    `
import sys
data = bytearray(open(sys.argv[1], "rb").read())
at = data.find(b"%PDF-1.7") + 200
data[at] ^= 1
open(sys.argv[1], "wb").write(data)
`,
    changed,
  ])
  expect(verify(zip)).toMatchObject({ status: 0, faults: [] })
  expect(verify(changed).status).toBe(1)
})

test("who wants none of them gets a bundle without them", async () => {
  const without = await exportWith("none")
  expect(existsSync(join(without.folder, "01-report.pdf"))).toBe(false)
  expect(existsSync(join(without.folder, "02-evidence-list.docx"))).toBe(false)
  expect(existsSync(join(without.folder, "03-notary-route.pdf"))).toBe(false)
  expect(verify(without.zip)).toMatchObject({ status: 0, faults: [] })
})

test("who gives up the whole export while its report is made is told that there is no file, and can export again", async () => {
  const page = await browser.driven.newPage(`${site.origin}/start`)
  const popup = await openPopup(browser.driven, page)
  await popup.click("#export-open")
  await chooseReport(popup, "both")
  // A small export is soon over: the question is opened and answered as soon as it is there.
  await popup.evaluate(() => {
    const watch = new MutationObserver(() => {
      const stop = document.querySelector<HTMLElement>("#stop-export")
      if (stop === null) return
      watch.disconnect()
      document.querySelector<HTMLElement>("#stop-ask")?.click()
      stop.click()
    })
    watch.observe(document.body, { subtree: true, childList: true })
  })
  await popup.click("#export-start")
  await popup.waitFor(() => document.querySelector("#export-stopped") !== null, 60_000)
  expect(await popup.evaluate(() => document.querySelector("#export-stopped")?.textContent)).toMatch(
    /没有交给您任何文件|No file was handed to you/,
  )
  expect(await popup.evaluate(() => document.querySelector("#export-done, #digits"))).toBeNull()
  await popup.close()
  await page.close()
  // The next file that the browser gets is the next export's, and it holds.
  const again = await exportWith("none")
  expect(verify(again.zip)).toMatchObject({ status: 0, faults: [] })
})
