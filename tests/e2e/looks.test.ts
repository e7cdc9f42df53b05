/**
 * The real popup in each of its states: nothing that axe finds wrong, and a
 * picture to look at, in a folder of the system's own for temporary files.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openPopup, type Page, type Popup } from "../../scripts/browsers/driver.ts"
import { installed } from "./harness/installed.ts"
import { judged, type Look } from "./harness/look.ts"
import { begunIn, modesOfRun } from "./harness/modes.ts"
import { photographer } from "./harness/photograph.ts"
import { servePages, tallPage } from "./harness/site.ts"
import { target } from "./harness/target.ts"

const gaps = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>缺了许多</title><h2>评论 312</h2>
<div style="height:100px;overflow:auto"><p style="height:900px">长</p></div><button>展开全文</button>
<img src="/none.png" alt="照片" width="90" height="90"><video controls></video><div style="width:3000px">宽</div></html>`
const site = await servePages({
  "/gaps": gaps,
  "/endless": tallPage("Endless", 120_000),
  "/short": tallPage("Short", 900),
})
afterAll(() => site.close())

const states = [
  "ready-first",
  "capturing",
  "capturing-confirm",
  "saved-stopped",
  "saved-gaps",
  "discarded",
  "saved-complete",
  "ready",
  "export",
  "export-selected",
  "export-done",
  "refused",
] as const
type State = (typeof states)[number]

const languages = { "zh-CN": "固证", "en-GB": "Holdfast" } as const
describe.each(modesOfRun)("the popup in $language, $scheme", mode => {
  const browser = installed(begunIn(mode))
  const photograph = photographer(browser, "popup", mode)
  const looks = new Map<State, Look>()
  const held: { missing?: string; copied?: string | undefined } = {}

  beforeAll(async () => {
    const page = await browser.driven.newPage(`${site.origin}/short`)
    const first = await openPopup(browser.driven, page)
    await first.waitFor(() => document.body.dataset.view === "ready")
    const [title, isDark] = await first.evaluate(
      () => [document.title, matchMedia("(prefers-color-scheme: dark)").matches] as const,
    )
    if (title !== languages[mode.language])
      held.missing = `${target} has no ${mode.language} of its own installed here`
    if (held.missing !== undefined) return
    expect(isDark).toBe(mode.scheme === "dark")
    const look = async (popup: Popup, state: State) => {
      await photograph(popup, state)
      looks.set(state, await judged(popup))
    }
    await tour(page, first, look)
  })

  /** Goes from state to state as a user does. */
  async function tour(
    page: Page,
    first: Popup,
    look: (popup: Popup, state: State) => Promise<void>,
  ): Promise<void> {
    const { driven } = browser
    await look(first, "ready-first")
    await first.close()
    const open = async (path: string) => {
      await page.goto(path.includes(":") ? path : site.origin + path)
      return openPopup(driven, page)
    }
    const saved = (popup: Popup) => popup.waitFor(() => document.querySelector("#saved"), 60_000)

    const long = await open("/endless")
    await long.click("#capture")
    await long.waitFor(() => document.querySelector("#stop-keep:not([aria-disabled])"))
    await look(long, "capturing")
    await long.click("#discard")
    await long.waitFor(() => document.querySelector("#discard-confirm"))
    await look(long, "capturing-confirm")
    await long.click("#discard-no")
    await long.click("#stop-keep")
    await saved(long)
    await look(long, "saved-stopped")
    await long.close()

    const gappy = await open("/gaps")
    await gappy.click("#capture")
    await saved(gappy)
    await look(gappy, "saved-gaps")
    await gappy.click("#undo")
    await gappy.waitFor(() => document.body.dataset.view === "discarded")
    await look(gappy, "discarded")
    await gappy.click("#restore")
    await saved(gappy)
    await gappy.close()

    const short = await open("/short")
    await short.click("#capture")
    await saved(short)
    await look(short, "saved-complete")
    await short.click("#back")
    await short.waitFor(() => document.body.dataset.view === "ready")
    await look(short, "ready")
    await short.click("#export-open")
    await short.waitFor(() => document.querySelector("#export-start"))
    await look(short, "export")
    await short.click("input[value=selected]")
    await short.waitFor(() => document.querySelector("input[name=item]"))
    await short.click("input[name=item]")
    await look(short, "export-selected")
    await short.click("#export-start")
    await short.waitFor(() => document.querySelector("#export-done"), 60_000)
    await driven.nextDownload()
    await look(short, "export-done")
    await short.close()

    // Chromium finds out by trying; Firefox's own pages are known beforehand, and the button is off.
    const refused = await open(target === "chrome" ? "about:blank" : "about:support")
    if (target === "chrome") await refused.click("#capture")
    await refused.waitFor(() => document.querySelector("#error"))
    await refused.click("[data-diagnostics]")
    held.copied = await refused.waitFor(() => document.querySelector(".diagnostics pre")?.textContent)
    await refused.waitFor(() => document.querySelector(".diagnostics output")?.textContent)
    await look(refused, "refused")
    await refused.close()
  }

  test("axe finds nothing wrong in any state, and nothing reaches out of the popup", context => {
    if (held.missing !== undefined) context.skip(held.missing)
    const good: Look = { wrong: [], sideways: false }
    expect(Object.fromEntries(looks)).toEqual(Object.fromEntries(states.map(state => [state, good])))
  })

  test("what can be copied of a problem names this build and browser, and no page", context => {
    if (held.missing !== undefined) context.skip(held.missing)
    expect(held.copied).toMatch(/^code: capture\/page-forbidden$/m)
    expect(held.copied).toMatch(/^tool: Holdfast \d+\.\d+\.\d+ \([0-9a-f]{40}/m)
    expect(held.copied).toMatch(target === "chrome" ? /^browser: .*Chrom/m : /^browser: Firefox/m)
    expect(held.copied).toMatch(/^vault: \d+ items$/m)
    expect(held.copied).not.toMatch(/about:|127\.0\.0\.1|http/)
  })
})
