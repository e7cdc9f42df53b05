/**
 * The whole job by keys alone: capture, find it in the library, say something of
 * it and mark a picture, export, verify. Nothing here has a mouse: `Keys` has no
 * click. What is the browser's own (its toolbar, its tabs, the system's dialog
 * for a file) is not ours to press; the shortcut that needs no toolbar has its
 * story in invocations.test.ts.
 */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { openPopup, type Page } from "../../scripts/browsers/driver.ts"
import { bundleOf, type Bundle } from "./harness/exported.ts"
import { drop, untilSettled } from "./harness/import-page.ts"
import { installed } from "./harness/installed.ts"
import { type Keys, pressAt, tabTo } from "./harness/keyboard.ts"
import { servePages, tallPage } from "./harness/site.ts"
import { verify } from "./harness/verifier.ts"
import { choose, untilDone } from "./harness/verify-page.ts"

const site = await servePages({ "/one": tallPage("One", 900), "/two": tallPage("Two", 900) })
afterAll(() => site.close())
const browser = installed({ locale: "zh-CN" })
const NOTE = "by keys alone"

type Tab = Keys & Pick<Page, "close">
const held: { page?: Page; library?: Keys; item?: Tab; bundle?: Bundle } = {}
const page = () => held.page ?? expect.unreachable("opened before the tests")
const library = () => held.library ?? expect.unreachable("opened by an earlier test")
const item = () => held.item ?? expect.unreachable("opened by an earlier test")
const bundle = () => held.bundle ?? expect.unreachable("exported by an earlier test")

/** Runs where a surface is: what has the focus, and what was last said of the page. */
const whereAndWhat = (surface: Keys): Promise<readonly [string, string]> =>
  surface.evaluate(
    () => [document.activeElement?.id ?? "", document.querySelector("#status")?.textContent ?? ""] as const,
  )

/** The popup over the page in front, by its keys. */
async function inPopup(use: (popup: Keys) => Promise<void>): Promise<void> {
  const popup = await openPopup(browser.driven, page())
  await popup.waitFor(() => document.activeElement?.id === "capture")
  await use(popup)
}

beforeAll(async () => {
  await browser.driven.setViewport({ width: 1100, height: 900 })
  held.page = await browser.driven.newPage(`${site.origin}/one`)
})

test("captures: the button has the focus, and Enter is enough", async () => {
  for (const path of ["/one", "/two"]) {
    await page().goto(`${site.origin}${path}`)
    const popup = await openPopup(browser.driven, page())
    await popup.waitFor(() => document.activeElement?.id === "capture")
    await popup.press("Enter")
    await popup.waitFor(() => document.querySelector("#saved"), 60_000)
    await popup.close()
  }
})

test("finds it in the library, from the popup", async () => {
  await inPopup(popup => pressAt(popup, "[data-act=open-library]"))
  held.library = await browser.driven.opened("ui/library.html")
  await library().waitFor(() => document.querySelectorAll("#rows [data-id]").length === 2)
  await library().press("/")
  await library().waitFor(() => document.activeElement?.id === "search")
  await library().type("One")
  await library().waitFor(
    () =>
      Array.from(
        document.querySelectorAll<HTMLElement>("#rows [data-id]"),
        row => row.dataset.item,
      ).join() === "E-001",
  )
  await tabTo(library(), "#rows [data-item='E-001']")
  await library().press("Enter")
  held.item = await browser.driven.opened("ui/item.html")
  await item().waitFor(() => document.querySelector("#remarks"))
})

test("says something of it, and marks a picture of it", async () => {
  await pressAt(item(), "#remark-add-note")
  await item().waitFor(() => document.activeElement?.id === "note-text")
  await item().type(NOTE)
  for (const key of ["Tab", "Enter"]) await item().press(key)
  await item().waitFor(
    `document.querySelector("#notes .said .own-words")?.textContent === ${JSON.stringify(NOTE)}`,
  )
  await pressAt(item(), "#show-content")
  await item().waitFor(() => document.querySelector("#show-content[data-act=hide]"))
  expect(await whereAndWhat(item())).toEqual([
    "show-content",
    expect.stringMatching(/内容已显示|content is shown/),
  ])
  await pressAt(item(), "#recompute")
  await item().waitFor(() => document.querySelector("#files[data-recomputed=done]"))
  expect(await item().evaluate(() => document.activeElement?.id)).toBe("recompute")
  await pressAt(item(), "a.open-picture[href*='page-1.png']")
  // The page before has a button of that name, too.
  await item().waitFor(() => location.pathname.endsWith("/picture.html") && document.querySelector("#calm"))
  await pressAt(item(), "#show-content")
  await item().waitFor(() => (document.querySelector<HTMLImageElement>("#picture")?.naturalWidth ?? 0) > 0)
  await pressAt(item(), "#tool-highlight", "Space")
  await pressAt(item(), "#add")
  await item().waitFor(() => document.activeElement?.id === "stage")
  await item().press("ArrowDown")
  await pressAt(item(), "#keep-marks")
  await item().waitFor(
    () => document.querySelector("#keep-marks[aria-disabled=true]") ?? document.querySelector("#kept"),
  )
  await item().close()
})

test("exports it from the library", async () => {
  await tabTo(library(), "#rows [data-item='E-001']")
  await library().press("Space")
  await pressAt(library(), "#export-open")
  await library().waitFor(() => document.activeElement?.id === "export-title")
  await pressAt(library(), "#export-start")
  const said = await library().waitFor(() => {
    const done = document.querySelector<HTMLElement>("#export-done")
    return done && { fileName: done.dataset.file ?? "", sha256: done.dataset.sha256 ?? "" }
  })
  const zip = await browser.driven.nextDownload(120_000)
  const rest = { stamps: [], encrypted: null }
  held.bundle = bundleOf(zip, { fileName: "", sha256: "", ...said, ...rest }, browser.place.folder)
  expect(bundle().item("e001").text("notes.json")).toContain(NOTE)
  expect(JSON.parse(bundle().item("e001").text("annotations.json"))).toMatchObject({ schema: 1 })
})

test("brings a file in: when the form is gone, the list of what became of it has the focus", async () => {
  const importing = await browser.driven.openExtensionPage("ui/import.html")
  await importing.waitFor(() => document.querySelector("#file"))
  const letter = join(browser.place.folder, "letter.txt")
  writeFileSync(letter, "made elsewhere")
  await drop(importing, [letter])
  await untilSettled(importing, 1)
  await pressAt(importing, "#keep")
  await importing.waitFor(() => document.querySelector("#files > [data-at=kept]"))
  await importing.waitFor(() => document.querySelector("#keep-form") === null)
  const [at, said] = await whereAndWhat(importing)
  expect(at).toBe("given-title")
  expect(said).not.toBe("")
  await importing.close()
})

test("takes a key away: asked twice, told, and still where it was", async () => {
  const settings = await browser.driven.openExtensionPage("ui/settings.html")
  await pressAt(settings, "#recipient-form input[name=label]")
  await settings.type("王律师")
  await settings.press("Tab")
  await settings.type("age194g772utkwhq5vh0mc3j9n0dzq0l44jv834fhwhd5wrp3ald4vwsly5yew")
  await settings.press("Enter")
  await pressAt(settings, "#recipients .confirm > summary")
  expect(await settings.evaluate(() => document.querySelectorAll(".recipient-key").length)).toBe(1)
  await pressAt(settings, "[data-act=remove-recipient]")
  await settings.waitFor(() => document.querySelector("#no-recipients"))
  await settings.waitFor(() => document.querySelector("#status")?.textContent)
  expect(await whereAndWhat(settings)).toEqual(["recipients-title", expect.stringContaining("王律师")])
  await settings.close()
})

test("verifies it, and is taken to the verdict", async () => {
  await inPopup(popup => pressAt(popup, "[data-act=open-verifier]"))
  const verifier = await browser.driven.opened("ui/verify.html")
  await tabTo(verifier, "#file")
  await choose(verifier, bundle().zip)
  await untilDone(verifier)
  await verifier.waitFor(() => document.activeElement?.id === "heading")
  expect(await verifier.evaluate(() => document.querySelector<HTMLElement>("#result")?.dataset.verdict)).toBe(
    "integrity-only",
  )
  expect(verify(bundle().zip)).toMatchObject({ status: 0, faults: [] })
})
