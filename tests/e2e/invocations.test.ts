/** Captures begun without the popup, in a real window: the keyboard shortcut, and the page's context menu. */
import { spawnSync } from "node:child_process"
import { afterAll, expect, test, type TestContext } from "vitest"
import { type Driven, openPopup, type Page } from "../../scripts/browsers/driver.ts"
import { until } from "../../scripts/browsers/surface.ts"
import { chooseOurMenuItem, type Display, onScreen, withXvfb } from "../../scripts/browsers/xvfb.ts"
import { type Trigger } from "../../src/core/evidence.ts"
import { newPlace, start } from "./harness/browser.ts"
import { exportBundle } from "./harness/exported.ts"
import { servePages, tallPage } from "./harness/site.ts"

const site = await servePages({
  "/by-shortcut": tallPage("By the shortcut", 2500),
  "/by-menu": tallPage("By the menu", 2500),
})
afterAll(() => site.close())

const missing = [
  ["Xvfb", "-help"],
  ["xdotool", "version"],
].flatMap(([program = "", argument = ""]) => (spawnSync(program, [argument]).error ? [program] : []))

/** The list of the popup, newest first: what the vault holds, as a user sees it. */
async function listOf(driven: Driven, page: Page): Promise<readonly string[]> {
  const popup = await openPopup(driven, page)
  const list = await popup.waitFor<readonly string[]>(
    `document.body.dataset.view === "ready" && Array.from(document.querySelectorAll("#recent [data-item]"), each => each.dataset.item + " " + (each.querySelector(".chip-complete") ? "complete" : "gaps"))`,
  )
  await popup.close()
  return list
}

/** The icon says … for as long as a capture runs. */
async function untilCaptured(driven: Driven): Promise<void> {
  const badge = () => driven.background.evaluate<[], string>("chrome.action.getBadgeText({})")
  await until("a capture to begin", async () => (await badge()) === "…")
  await until("the capture to end", async () => (await badge()) !== "…", 60_000)
}

/** As the browser has it, in xdotool's words. */
async function shortcutOf(driven: Driven): Promise<string> {
  const commands = await driven.background.evaluate<
    [],
    readonly { readonly name: string; readonly shortcut: string }[]
  >("chrome.commands.getAll()")
  return commands.find(({ name }) => name === "capture")?.shortcut.toLowerCase() ?? ""
}

/** With a window of its own, its inside clicked into: keys go to what has the focus. */
async function inWindow(
  context: TestContext,
  path: string,
  use: (driven: Driven, page: Page, display: Display, folder: string) => Promise<void>,
): Promise<void> {
  if (missing.length > 0) context.skip(`needs ${missing.join(" and ")}, which is not installed`)
  const place = newPlace()
  try {
    await withXvfb(async display => {
      const driven = await start(place, { headless: false, env: display.env })
      try {
        const { origins } = await driven.background.evaluate<[], { readonly origins: readonly string[] }>(
          "chrome.permissions.getAll()",
        )
        expect(origins, "activeTab alone").toEqual([])
        const page = await driven.newPage(`${site.origin}${path}`)
        await page.bringToFront()
        display.click(...(await onScreen(page, 400, 400)))
        await page.waitFor(() => document.hasFocus())
        await use(driven, page, display, place.folder)
      } finally {
        await driven.close()
      }
    })
  } finally {
    place.clear()
  }
}

async function isCaptured(
  driven: Driven,
  page: Page,
  folder: string,
  trigger: Trigger,
  path: string,
): Promise<void> {
  await untilCaptured(driven)
  expect(await listOf(driven, page)).toEqual(["E-001 complete"])
  const { record } = (await exportBundle(driven, page, folder)).item("e001")
  expect(record).toMatchObject({ trigger, url: `${site.origin}${path}`, complete: true, gaps: [] })
  expect(record.frames.length).toBeGreaterThan(1)
}

test("the keyboard shortcut captures the page in front without the popup, with activeTab alone", context =>
  inWindow(context, "/by-shortcut", async (driven, page, display, folder) => {
    display.key(await shortcutOf(driven))
    await isCaptured(driven, page, folder, "shortcut", "/by-shortcut")
  }))

test("the page's context menu captures it without the popup, with activeTab alone", context =>
  inWindow(context, "/by-menu", async (driven, page, display, folder) => {
    await chooseOurMenuItem(display, driven, page, 300, 300)
    await isCaptured(driven, page, folder, "menu", "/by-menu")
  }))
