/** Stopping, discarding and taking back, at any time. */
import { existsSync } from "node:fs"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { openPopup, type Page } from "../../scripts/browsers/driver.ts"
import { type CaptureRow } from "../../src/vault/capture-row.ts"
import { unpack } from "./harness/bundle.ts"
import { exportBundle, folderName, keep } from "./harness/exported.ts"
import { installed } from "./harness/installed.ts"
import { begin, looksOf, untilPutBack } from "./harness/running.ts"
import { servePages, tallPage } from "./harness/site.ts"
import { eventsOf, framesOf, readVault, untilNewest } from "./harness/vault.ts"
import { verify } from "./harness/verifier.ts"

const site = await servePages({ "/long": tallPage("long", 60_000), "/short": tallPage("short", 1_500) })
const browser = installed()
afterAll(() => site.close())

const open = (path: string) => browser.driven.newPage(`${site.origin}${path}`)
const itemLabel = ({ item }: CaptureRow) => `E-${String(item).padStart(3, "0")}`
const folderOf = (row: CaptureRow) => folderName({ item: itemLabel(row) })

const rowOf = async (id: string) => {
  const vault = await readVault(browser.driven.background)
  const row = vault.captures.find(each => each.id === id) ?? expect.unreachable("the capture is gone")
  return { vault, row }
}

/** A capture of the long page with some of its frames taken, and many not. */
async function midway(page: Page) {
  const begun = await begin(browser.driven, page)
  const there = await untilNewest(begun.popup, (row, vault) => framesOf(vault, row).length >= 3)
  expect(begun.row.state).toBe("running")
  return { ...begun, there }
}

/** The labels of the items that the start screen lists. */
async function listed(page: Page): Promise<readonly string[]> {
  const popup = await openPopup(browser.driven, page)
  await popup.waitFor(() => document.querySelector("#capture") !== null)
  const labels = await popup.evaluate(() =>
    Array.from(
      document.querySelectorAll<HTMLElement>("#recent [data-item]"),
      each => each.dataset.item ?? "",
    ),
  )
  await popup.close()
  return labels
}

/** Whether a bundle of everything, made now, holds the item; it verifies either way. */
async function isExported(page: Page, row: CaptureRow): Promise<boolean> {
  const { zip, folder } = await exportBundle(browser.driven, page, browser.place.folder)
  expect(verify(zip).faults).toEqual([])
  return existsSync(join(folder, "data", folderOf(row)))
}

test("stopped in the middle: what was taken is kept, and the rest is told", async () => {
  const page = await open("/long")
  await page.evaluate("scrollTo(0, 500)")
  await page.waitFor("scrollY === 500")
  const before = await looksOf(page)
  const { popup, row, there } = await midway(page)
  await popup.click("#stop-keep")
  await popup.waitFor(() => document.body.dataset.view === "saved")
  expect(
    await popup.evaluate(() =>
      Array.from(document.querySelectorAll<HTMLElement>("#gaps li"), each => each.dataset.gap),
    ),
  ).toContain("frames:stopped")
  await popup.close()
  const { vault, row: done } = await rowOf(row.id)
  expect(done).toMatchObject({ state: "sealed", complete: false, interrupted: false })
  expect(framesOf(vault, done)).toEqual(expect.arrayContaining([...framesOf(there, row)]))
  expect(done.pages.length).toBeGreaterThan(0)
  expect(eventsOf(vault, done)).toEqual(["capture.started", "capture.sealed"])
  await untilPutBack(page, before)
  await page.close()
})

test("discarded in the middle: in the trash, out of the list and of bundles; restored, it is back", async () => {
  await keep(browser.driven, await open("/short"))
  const page = await open("/long")
  const { popup, row } = await midway(page)
  await popup.click("#discard")
  await popup.click("#discard-yes")
  await popup.waitFor(() => document.body.dataset.view === "discarded")
  const { vault, row: gone } = await rowOf(row.id)
  expect(gone).toMatchObject({ state: "sealed", complete: false, trashedAt: expect.any(String) as string })
  expect(eventsOf(vault, gone)).toEqual(["capture.started", "capture.sealed", "capture.trashed"])
  expect(framesOf(vault, gone).length).toBeGreaterThan(0)
  await popup.close()
  expect(await listed(page)).not.toContain(itemLabel(row))
  expect(await isExported(page, row)).toBe(false)

  const again = await openPopup(browser.driven, page)
  await again.click("#restore")
  await again.waitFor(() => document.body.dataset.view === "saved")
  await again.close()
  const { vault: later, row: back } = await rowOf(row.id)
  expect(back.trashedAt).toBeNull()
  expect(eventsOf(later, back).at(-1)).toBe("capture.restored")
  expect(await isExported(page, row)).toBe(true)
  await page.close()
})

test("a saved one is discarded and taken back", async () => {
  const page = await open("/short")
  const { popup, row } = await begin(browser.driven, page)
  await popup.waitFor(() => document.body.dataset.view === "saved")
  await popup.click("#undo")
  await popup.waitFor(() => document.body.dataset.view === "discarded")
  expect((await rowOf(row.id)).row.trashedAt).not.toBeNull()
  await popup.click("#restore")
  await popup.waitFor(() => document.body.dataset.view === "saved")
  const { vault, row: back } = await rowOf(row.id)
  expect(back).toMatchObject({ trashedAt: null, complete: true })
  expect(eventsOf(vault, back)).toEqual([
    "capture.started",
    "capture.sealed",
    "capture.trashed",
    "capture.restored",
  ])
  await popup.close()
  expect(await listed(page)).toContain(itemLabel(row))
  await page.close()
})

test("a bundle that is made while a capture runs leaves that one out, and disturbs nothing", async () => {
  const page = await open("/long")
  const { popup, row } = await midway(page)
  // The popup shows the running capture and offers no export; another window's may.
  const reply = await popup.evaluate<[], { ok: boolean }>(
    `chrome.runtime.sendMessage({ api: "background", method: "startExport", input: { captureIds: [], encryption: null, withNotes: true, report: null } })`,
  )
  expect(reply.ok).toBe(true)
  const zip = await browser.driven.nextDownload(120_000)
  // On a busy machine the capture may be over before the bundle is, or while the button is on its way to be pressed.
  await popup.waitFor(() => {
    document.querySelector<HTMLElement>("#stop-keep:not([aria-disabled])")?.click()
    return document.body.dataset.view === "saved"
  })
  expect((await rowOf(row.id)).row).toMatchObject({ state: "sealed", failure: null })
  await popup.close()
  expect(verify(zip).faults).toEqual([])
  const folder = unpack(zip, browser.place.folder)
  expect(existsSync(join(folder, "data", "e001"))).toBe(true)
  expect(existsSync(join(folder, "data", folderOf(row)))).toBe(false)
  await page.close()
})
