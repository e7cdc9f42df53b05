/**
 * The side panel of Chromium and the sidebar of Firefox, opened for real by the
 * popup's button: it goes along from tab to tab, says of a page that it was not
 * invoked on what to do first, shows what is captured by other ways at once, and
 * captures where the browser lets it.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openPopup, type Page, type Surface } from "../../scripts/browsers/driver.ts"
import { capture } from "../../scripts/browsers/use-popup.ts"
import { installed } from "./harness/installed.ts"
import { judged } from "./harness/look.ts"
import { begunIn } from "./harness/modes.ts"
import { photographer } from "./harness/photograph.ts"
import { sharedRows } from "./harness/shared.ts"
import { servePages, tallPage } from "./harness/site.ts"
import { newest, readVault } from "./harness/vault.ts"

const site = await servePages({ "/one": tallPage("One", 1200), "/two": tallPage("Two", 1200) })
afterAll(() => site.close())

const modes = [
  { language: "zh-CN", scheme: "light", way: "用固证采集此页" },
  { language: "en-GB", scheme: "dark", way: "Capture this page with Holdfast" },
] as const

describe.each(sharedRows(modes))("in $language, $scheme", ({ language, scheme, way }) => {
  const browser = installed(begunIn({ language, scheme }))
  const held: { panel?: Surface; one?: Page; two?: Page } = {}
  const panel = () => held.panel ?? expect.unreachable("opened before the tests")
  const one = () => held.one ?? expect.unreachable("opened before the tests")
  const two = () => held.two ?? expect.unreachable("opened before the tests")
  const photograph = photographer(browser, "panel", { language, scheme })
  const look = async (surface: Surface, name: string) => {
    await photograph(surface, name)
    expect(await judged(surface), name).toEqual({ wrong: [], sideways: false })
  }
  const untilAllowed = () =>
    panel().waitFor(() => document.querySelector("[data-view=ready] #capture:not([disabled])"))
  const untilForbidden = () =>
    panel().waitFor(() => document.querySelector("#not-granted ~ #capture[disabled]"))

  beforeAll(async () => {
    const { driven } = browser
    await driven.setViewport({ width: 1200, height: 800 })
    held.two = await driven.newPage(`${site.origin}/two`)
    held.one = await driven.newPage(`${site.origin}/one`)
    const popup = await openPopup(driven, one())
    await popup.waitFor(() => document.querySelector("#panel-open"))
    await photograph(popup, "popup")
    await popup.click("#panel-open")
    held.panel = await driven.panel()
  })

  test("beside the page that the icon was clicked on, it offers the capture", async () => {
    await untilAllowed()
    await look(panel(), "ready")
  })

  test("beside a page that it was not, it says first what to do, and offers nothing that would fail", async () => {
    await two().bringToFront()
    await untilForbidden()
    const said = await panel().evaluate(() => document.querySelector("#not-granted")?.textContent ?? "")
    expect(said).toContain(way)
    expect(said).toMatch(/Alt\+Shift\+[SK]/)
    await look(panel(), "not-granted")
  })

  test("what is captured there by the icon shows at once, and the page may be captured from here then", async () => {
    const { popup } = await capture(browser.driven, two(), 120_000)
    await popup.close()
    await panel().waitFor(() => document.querySelector("#saved[data-item='E-001']"))
    await panel().click("#back")
    await untilAllowed()
  })

  test("turned to another page, it captures that one on a click, and the record says from where", async () => {
    await one().bringToFront()
    await untilAllowed()
    await panel().click("#capture")
    await panel().waitFor(() => document.querySelector("#saved[data-item='E-002']"), 120_000)
    await look(panel(), "saved")
    const row = newest(await readVault(panel()))
    expect(row).toMatchObject({ trigger: "panel", url: `${site.origin}/one`, complete: true })
    await panel().click("#back")
    await panel().waitFor(() => document.querySelectorAll("#recent [data-item]").length === 2)
    await look(panel(), "recent")
  })

  test("a page that leads elsewhere takes the permission along, and that is said at once", async () => {
    // In Firefox any other page does; in Chromium one of another site.
    await one().goto(`${site.origin.replace("127.0.0.1", "localhost")}/two`)
    await untilForbidden()
  })

  test("everything is there at 320 px", async () => {
    const page = await browser.driven.openExtensionPage("ui/panel.html")
    await browser.driven.setViewport({ width: 500, height: 800 })
    await page.evaluate(() => {
      document.body.style.width = "320px"
    })
    await page.waitFor(() => document.querySelector("#not-granted"))
    await look(page, "320")
    const widest = await page.evaluate(() =>
      Math.max(
        ...Array.from(document.querySelectorAll("body *"), each => each.getBoundingClientRect().right),
      ),
    )
    expect(widest).toBeLessThanOrEqual(320)
  })
})
