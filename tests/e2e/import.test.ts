/**
 * Files that were made elsewhere become items: chosen and dropped, hashed as
 * they are, found again, exported, and judged by tools that know nothing of us.
 */
import { execFileSync } from "node:child_process"
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openPopup, type Page, type Surface } from "../../scripts/browsers/driver.ts"
import { chooseReport, exportAs } from "../../scripts/browsers/use-popup.ts"
import { folder as exampleFolder, good } from "../unit/verify/example.ts"
import { type Bundle, bundleOf } from "./harness/exported.ts"
import { drop, untilSettled } from "./harness/import-page.ts"
import { installed } from "./harness/installed.ts"
import { noPdfTools, pdfText } from "./harness/pdf.ts"
import { judged, type Look } from "./harness/look.ts"
import { begunIn } from "./harness/modes.ts"
import { photographer } from "./harness/photograph.ts"
import { sharedRows } from "./harness/shared.ts"
import { servePages, tallPage } from "./harness/site.ts"
import { verify } from "./harness/verifier.ts"

const site = await servePages({ "/post": tallPage("A post", 900) })
const folder = mkdtempSync(join(tmpdir(), "holdfast-import-"))
afterAll(async () => {
  await site.close()
  rmSync(folder, { recursive: true })
})

/** Under the name that a person's file has. */
function fixture(name: string, as = name): string {
  const path = join(folder, as)
  copyFileSync(new URL(`../fixtures/imports/${name}`, import.meta.url), path)
  return path
}
const sha256sum = (path: string): string => execFileSync("sha256sum", [path]).toString().slice(0, 64)

const photo = fixture("phone.jpg", "聊天截图 1.jpg")
const letter = fixture("letter.eml")
const saved = fixture("saved.html.bin", "saved.html")
const clip = fixture("clip.webm")
const bundleZip = join(folder, `${exampleFolder}.zip`)
writeFileSync(bundleZip, good())

const modes = [
  { language: "zh-CN", scheme: "light" },
  { language: "en-GB", scheme: "dark" },
] as const

describe.each(sharedRows(modes))("in $language, $scheme", ({ language, scheme }) => {
  const browser = installed(begunIn({ language, scheme }))
  const held: { page?: Page; bundle?: Bundle } = {}
  const page = () => held.page ?? expect.unreachable("opened before the tests")
  const bundle = () => held.bundle ?? expect.unreachable("exported by an earlier test")
  const photograph = photographer(browser, "import", { language, scheme })
  const looks = new Map<string, Look>()
  const look = async (surface: Surface, state: string) => {
    await photograph(surface, state)
    looks.set(state, await judged(surface))
  }
  const openItem = async (at: number): Promise<Page> => {
    const href = await page().evaluate(
      index => document.querySelectorAll<HTMLAnchorElement>("#files > [data-at=kept] a")[index]?.href ?? "",
      at,
    )
    const item = await browser.driven.openExtensionPage(href.replace(/^[^/]+\/\/[^/]+\//, ""))
    await item.waitFor(() => document.querySelector("#files li"))
    return item
  }

  beforeAll(async () => {
    await browser.driven.setViewport({ width: 900, height: 1400 })
    const library = await browser.driven.openExtensionPage("ui/library.html")
    await library.click("#import-open")
    await library.waitFor(() => document.querySelector("#give"))
    held.page = library
    await look(page(), "empty")
  })

  test("what is chosen and what is dropped is read, and a bundle of this tool is sent to its own place", async () => {
    await page().choose("#file", photo)
    expect(await untilSettled(page(), 1)).toEqual(["ready"])
    await drop(page(), [letter, saved, clip, bundleZip])
    expect(await untilSettled(page(), 5)).toEqual(["ready", "ready", "ready", "ready", "refused bundle"])
    const shown = await page().evaluate(() => document.querySelector("#files code")?.textContent ?? "")
    expect(shown.replaceAll(" ", "")).toBe(sha256sum(photo))
    await look(page(), "ready")
  })

  test("what is known of their origin is asked, and they are kept by the keyboard", async () => {
    await page().evaluate(() => {
      for (const [name, value] of [
        ["maker", "me"],
        ["device", "my-phone"],
      ]) {
        const select = document.querySelector<HTMLSelectElement>(`select[name=${name ?? ""}]`)
        if (select !== null) select.value = value ?? ""
      }
      document.querySelector<HTMLElement>("textarea[name=note]")?.focus()
    })
    await page().type("wechat group 7")
    await page().evaluate(() => {
      document.querySelector<HTMLElement>("#keep")?.focus()
    })
    await page().press("Enter")
    await page().waitFor(`document.querySelectorAll("#files > [data-at=kept]").length === 4`, 60_000)
    expect(await untilSettled(page(), 5)).toEqual(["kept", "kept", "kept", "kept", "refused bundle"])
    await look(page(), "kept")
  })

  test("the same bytes under another name are told, with the item that holds them, and are not added unasked", async () => {
    await page().choose("#file", fixture("phone.jpg", "copy.jpg"))
    expect((await untilSettled(page(), 6))[5]).toBe("ready")
    const row = await page().evaluate(() => {
      const last = document.querySelector("#files > li:last-child")
      const box = last?.querySelector<HTMLInputElement>("input[name=wanted]")
      return { held: last?.querySelector("[data-held] a")?.textContent, wanted: box?.checked }
    })
    expect(row).toEqual({ held: "E-001", wanted: false })
    await look(page(), "held")
  })

  test("the item says what was seen, said and claimed; the picture is shown when asked for, and comes out again as it went in", async () => {
    const item = await openItem(0)
    await look(item, "item")
    expect(
      await item.evaluate(() => ({
        chip: document.querySelector(".chip")?.className,
        taken: document.querySelector("[data-claim=taken]")?.textContent,
        place: document.querySelector("#position") !== null,
        place31: document.body.textContent.includes("31.2"),
        note: document.querySelector("#imported")?.textContent.includes("wechat group 7"),
        complete: document.querySelector(".chip-complete"),
        shown: document.querySelector("#preview"),
      })),
    ).toEqual({
      ...{ chip: "chip chip-imported", taken: "2025:03:01 21:14:05 +08:00", place: true, place31: false },
      ...{ note: true, complete: null, shown: null },
    })
    await item.click("#show-content")
    const width = `document.querySelector("#preview img")?.naturalWidth`
    await item.waitFor(`${width} > 0`)
    expect(await item.evaluate(width)).toBe(120)
    await look(item, "item-shown")
    await item.click("#save-original")
    expect(sha256sum(await browser.driven.nextDownload())).toBe(sha256sum(photo))
    await item.close()
  })

  test("a stranger's page is named and never shown; an e-mail's words are text; a film plays", async () => {
    const stranger = await openItem(2)
    await stranger.click("#show-content")
    await stranger.waitFor(() => document.querySelector("#show-content[data-act=hide]"))
    expect(
      await stranger.evaluate(() => ({
        preview: document.querySelector("#preview"),
        ran: document.title.includes("ran"),
        frames: document.querySelectorAll("iframe, embed, object").length,
        address: document.querySelector("[data-claim=address]")?.textContent,
      })),
    ).toEqual({ preview: null, ran: false, frames: 0, address: "https://example.com/post/1" })
    await stranger.close()
    const mail = await openItem(1)
    await mail.click("#show-content")
    await mail.waitFor(() => document.querySelector("#page-text")?.textContent.includes("海豚餐厅"))
    expect(await mail.evaluate(() => document.querySelectorAll("[data-claim=relay]").length)).toBe(2)
    await look(mail, "mail")
    await mail.close()
    const film = await openItem(3)
    await film.click("#show-content")
    await film.waitFor(
      () => (document.querySelector<HTMLVideoElement>("#preview video")?.duration ?? 0) > 0.5,
    )
    await film.close()
  })

  test("the library names them as imported, and finds an e-mail by its file's name", async () => {
    const library = await browser.driven.openExtensionPage("ui/library.html")
    await library.waitFor(`document.querySelectorAll(".entry .chip-imported").length === 4`, 60_000)
    await look(library, "library")
    await library.click("#search")
    await library.type("letter.eml")
    await library.waitFor(`document.querySelector("#count")?.dataset.n === "1"`)
    expect(await library.evaluate(() => document.querySelector("#rows")?.textContent)).toContain("E-002")
    await library.close()
  })

  test("the bundle holds each file as it was given, says what it is, and verifies", async () => {
    const post = await browser.driven.newPage(`${site.origin}/post`)
    const popup = await openPopup(browser.driven, post)
    await popup.click("#export-open")
    await chooseReport(popup, "zh-CN")
    const said = await exportAs(popup)
    held.bundle = bundleOf(await browser.driven.nextDownload(120_000), said, join(folder, language))
    await popup.close()
    const item = bundle().item("e001")
    expect(sha256sum(item.path("import/original.jpg"))).toBe(sha256sum(photo))
    expect(sha256sum(bundle().item("e003").path("import/original.html"))).toBe(sha256sum(saved))
    expect(item.record).toMatchObject({
      ...{ trigger: "import", complete: false, gaps: [{ what: "origin", reason: "not-seen" }] },
      imported: { givenName: "聊天截图 1.jpg", kind: "picture", stated: { maker: "me", device: "my-phone" } },
    })
    expect(verify(bundle().zip)).toMatchObject({
      status: 0,
      faults: [],
      result: { verdict: "integrity-only" },
    })
    const readme = readFileSync(join(bundle().folder, "00-readme.html"), "utf8")
    expect(readme).toContain("并非由本工具采集")
    expect(readme).toContain("not captured by this tool")
    expect(readme).not.toMatch(/<img[^>]+import\/|<a[^>]+import\//)
  })

  test("the report prints the picture, as imported, with its hash; poppler finds both", context => {
    if (noPdfTools !== null) context.skip(noPdfTools)
    const report = join(bundle().folder, "01-report.pdf")
    const text = pdfText(report).replace(/\s/g, "")
    expect(text).toContain(`来源由使用者说明1/1·import/original.jpg·SHA-256${sha256sum(photo)}`)
    expect(text).not.toContain("import/original.jpg在制作本报告时无法读取")
  })

  test.each(["empty", "ready", "kept", "held", "item", "item-shown", "mail", "library"])(
    "%s: nothing for axe to say, nothing runs off to the side",
    state => {
      expect(looks.get(state)).toEqual({ wrong: [], sideways: false })
    },
  )
})
