/**
 * Cases: a new one is named in the popup and takes the capture; an item is moved
 * and moved back, the case is exported, and the bundle says which case it is of.
 */
import { execFileSync } from "node:child_process"
import { mkdirSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openPopup, type Page, type Surface } from "../../scripts/browsers/driver.ts"
import { capture, exportAs } from "../../scripts/browsers/use-popup.ts"
import { readJson } from "./harness/bundle.ts"
import { type Bundle, bundleOf } from "./harness/exported.ts"
import { installed } from "./harness/installed.ts"
import { judged, type Look } from "./harness/look.ts"
import { servePages, tallPage } from "./harness/site.ts"
import { target } from "./harness/target.ts"
import { readVault } from "./harness/vault.ts"
import { verify } from "./harness/verifier.ts"

const pictures = join(tmpdir(), "holdfast-looks", target)
mkdirSync(pictures, { recursive: true })

const site = await servePages({ "/one": tallPage("One", 900), "/two": tallPage("Two", 900) })
afterAll(() => site.close())

const modes = [
  { language: "zh-CN", scheme: "light", usual: "我的证据" },
  { language: "en-GB", scheme: "dark", usual: "My evidence" },
] as const
const mine = "张某侵权"

describe.each(modes)("in $language, $scheme", ({ language, scheme, usual }) => {
  const browser = installed({
    locale: language,
    env: { LANGUAGE: language.replace("-", "_") },
    args: target === "chrome" && scheme === "dark" ? ["--force-dark-mode"] : [],
    prefs: { "ui.systemUsesDarkTheme": scheme === "dark" ? 1 : 0 },
  })
  const looks = new Map<string, Look>()
  const look = async (surface: Surface, name: string) => {
    await surface.screenshot(join(pictures, `cases-${language}-${scheme}-${name}.png`))
    looks.set(name, await judged(surface))
  }
  const held: { library?: Page; bundle?: Bundle } = {}
  const library = () => held.library ?? expect.unreachable("opened by an earlier test")
  const bundle = () => held.bundle ?? expect.unreachable("exported by an earlier test")

  /** What a person does who chooses another option of a list, once it is there. */
  const choose = async (surface: Surface, selector: string, label: string) => {
    const option = `Array.from(document.querySelector(${JSON.stringify(selector)})?.options ?? []).find(each => each.text.startsWith(${JSON.stringify(label)}))`
    await surface.waitFor(`${option} !== undefined`)
    await surface.evaluate(`(() => {
      const option = ${option}
      const select = option.closest("select")
      select.focus()
      select.value = option.value
      select.dispatchEvent(new Event("change", { bubbles: true }))
    })()`)
  }
  const shownCase = (surface: Surface) =>
    surface.evaluate(() => document.querySelector<HTMLSelectElement>("#case")?.selectedOptions[0]?.text)
  const headerHeight = (surface: Surface) =>
    surface.evaluate(() => document.querySelector("header")?.getBoundingClientRect().height)
  const untilItems = (...wanted: readonly string[]) =>
    library().waitFor(
      `Array.from(document.querySelectorAll("#rows [data-id]"), row => row.dataset.item).join() === ${JSON.stringify(wanted.join())}`,
    )

  beforeAll(async () => {
    const { driven } = browser
    await driven.setViewport({ width: 1100, height: 900 })
    const page = await driven.newPage(`${site.origin}/one`)
    const { popup } = await capture(driven, page, 120_000)
    await popup.close()
    await page.goto(`${site.origin}/two`)
    const again = await openPopup(driven, page)
    await again.waitFor(() => document.querySelector("#case"))
    expect(await again.evaluate(() => document.activeElement?.id)).toBe("capture")
    expect(await shownCase(again)).toBe(usual)
    const before = await headerHeight(again)
    await look(again, "popup")
    await choose(again, "#case", language === "zh-CN" ? "新建" : "New")
    await again.waitFor(() => document.activeElement?.id === "case-name")
    await look(again, "popup-new")
    expect(await headerHeight(again)).toBe(before)
    for (const letter of mine) await again.type(letter)
    await again.press("Enter")
    await again.waitFor(
      `document.querySelector("#case")?.selectedOptions[0]?.text === ${JSON.stringify(mine)}`,
    )
    expect(await again.evaluate(() => document.activeElement?.id)).toBe("capture")
    await again.press("Enter")
    await again.waitFor(() => document.querySelector("#saved"), 60_000)
    expect(await shownCase(again)).toBe(mine)
    expect(await headerHeight(again)).toBe(before)
    await look(again, "popup-saved")
    await again.close()
    held.library = await driven.openExtensionPage("ui/library.html")
    await untilItems("E-002", "E-001")
  }, 240_000)

  test("the capture is in the case that was named in the popup, and the one before it is not", async () => {
    await choose(library(), "#case-view", mine)
    await untilItems("E-002")
    await look(library(), "library")
    await choose(library(), "#case-view", usual)
    await untilItems("E-001")
  })

  test("an item is moved by keyboard, is there, and is moved back by one press", async () => {
    await library().evaluate(() => {
      document.querySelector<HTMLElement>("#rows [tabindex='0']")?.focus()
    })
    await library().press("Space")
    await library().waitFor(() => document.querySelector("#move-open"))
    await library().evaluate(() => {
      document.querySelector<HTMLElement>("#move-open")?.focus()
    })
    await library().press("Enter")
    await library().waitFor(() => document.activeElement?.id === "move-title")
    await choose(library(), "#move-to", mine)
    await look(library(), "move")
    await library().click("#move-yes")
    await library().waitFor(() => document.querySelector("#moved[data-to=case]"))
    await look(library(), "moved")
    await choose(library(), "#case-view", mine)
    await untilItems("E-002", "E-001")
  })

  test("the whole case is exported, and says in the bundle which it is", async () => {
    await library().click("#case-export")
    await library().waitFor(() => document.activeElement?.id === "export-title")
    const said = await exportAs(library(), 120_000)
    held.bundle = bundleOf(await browser.driven.nextDownload(120_000), said, browser.place.folder)
    expect(verify(bundle().zip)).toMatchObject({ status: 0, faults: [] })
    execFileSync("sha256sum", ["--quiet", "--strict", "-c", "manifest-sha256.txt"], { cwd: bundle().folder })
    expect(readJson(bundle().folder, "data/case.json")).toMatchObject({
      ...{ caseNumber: "c002", title: mine },
      items: [
        { item: "e001", case: "c002" },
        { item: "e002", case: "c002" },
      ],
    })
    await library().click("#export-close")
  })

  test("a case is renamed and put away, and captures go where they went before", async () => {
    await library().click("#case-rename")
    await library().waitFor(() => document.activeElement?.id === "case-naming-title")
    await library().press("Tab")
    await library().press("End")
    await library().type("2")
    await look(library(), "rename")
    await library().press("Enter")
    await library().waitFor(() => document.querySelector("#case-naming") === null)
    await library().click("#case-archive")
    await library().waitFor(() => document.querySelector("#case-archive[data-archived=yes]"))
    expect(
      await library().evaluate(
        () => document.querySelector<HTMLSelectElement>("#case-view")?.selectedOptions[0]?.text,
      ),
    ).toContain(`${mine}2`)
    await look(library(), "archived")
    const popup = await openPopup(browser.driven, library())
    await popup.waitFor(() => document.body.dataset.view)
    await popup.close()
  })

  test("custody has no line of any of it", async () => {
    const { custody } = await readVault(library())
    expect(custody.filter(({ event }) => /case|moved/.test(String(event)))).toEqual([])
    expect(JSON.stringify(custody)).not.toContain(mine)
  })

  test("nothing is wrong with its looks", () => {
    expect(looks.size).toBeGreaterThan(7)
    for (const [name, { wrong, sideways }] of looks)
      expect([name, wrong, sideways]).toEqual([name, [], false])
  })
})
