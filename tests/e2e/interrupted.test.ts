/** What happens when the popup, the background or the whole browser ends in the middle of a capture. */
import { afterAll, describe, expect, test } from "vitest"
import { openPopup, type Page, type Popup } from "../../scripts/browsers/driver.ts"
import { type CaptureRow } from "../../src/vault/capture-row.ts"
import { exportBundle, keep } from "./harness/exported.ts"
import { installed } from "./harness/installed.ts"
import { begin, type Looks, looksOf, untilPutBack } from "./harness/running.ts"
import { servePages, tallPage } from "./harness/site.ts"
import {
  damagedFiles,
  eventsOf,
  filesOf,
  framesOf,
  newest,
  readVault,
  untilNewest,
  untilStage,
  type Vault,
} from "./harness/vault.ts"
import { target } from "./harness/target.ts"
import { verify } from "./harness/verifier.ts"

const bar = `<div style="position:fixed;bottom:0;height:40px;width:100%;background:#123456">bar</div>`
const withBar = (html: string) => html.replace("</body>", `${bar}</body>`)
const site = await servePages({
  // Long enough for each moment to last until somebody has seen it: Firefox has few tiles, and is through with them soon.
  "/long": withBar(tallPage("long", target === "firefox" ? 40_000 : 24_000)),
  "/middle": withBar(tallPage("middle", 6_000)),
  "/short": tallPage("short", 1_500),
})
const browser = installed()
afterAll(() => site.close())

/** Where a capture is when something happens to it. */
interface Moment {
  readonly name: string
  readonly isHere: (row: CaptureRow, vault: Vault, page: Looks) => boolean
  /** Where it is over before the whole vault can be asked for from outside again and again. */
  readonly stage?: CaptureRow["progress"]["stage"]
}

const scrolled = (row: CaptureRow, vault: Vault) => framesOf(vault, row).length

const moments: readonly Moment[] = [
  { name: "right after the as-seen frame", isHere: row => row.asSeenSafe },
  { name: "while it scrolls", isHere: (row, vault) => scrolled(row, vault) >= 3 },
  { name: "while it stitches", isHere: row => row.progress.stage === "stitch", stage: "stitch" },
]

/** Begins a capture of a page, scrolled a little, and answers when the moment has come. */
async function captureUntil(moment: Moment, path = "/long") {
  const page = await browser.driven.newPage(site.origin + path)
  await page.evaluate("scrollTo(0, 321)")
  await page.waitFor("scrollY === 321")
  const before = await looksOf(page)
  const { popup, row } = await begin(browser.driven, page)
  if (moment.stage !== undefined) await untilStage(popup, moment.stage)
  const there = await untilNewest(
    popup,
    (now, vault) => now.id === row.id && moment.isHere(now, vault, before),
  )
  return { page, popup, row, before, there }
}

/** The interrupted capture as it has to be once it was found: nothing lost, nothing claimed. */
function expectInterrupted(found: Vault, { id }: CaptureRow, there: Vault): void {
  const row = found.captures.find(each => each.id === id) ?? expect.unreachable("the capture is gone")
  expect(row).toMatchObject({ state: "sealed", interrupted: true, complete: false })
  expect(row.gaps).toContainEqual({ what: "frames", reason: "interrupted", count: null, where: null })
  expect(eventsOf(found, row)).toEqual(["capture.started", "capture.recovered", "capture.interrupted"])
  expect(filesOf(found, row)).toEqual(expect.arrayContaining([...framesOf(there, row)]))
}

const itemLabel = ({ item }: CaptureRow): string => `E-${String(item).padStart(3, "0")}`

/** The popup over a page, which wakes the background as a user does; answers when nothing is left open. */
async function wake(page: Page): Promise<{ readonly popup: Popup; readonly found: Vault }> {
  const popup = await openPopup(browser.driven, page)
  const found = await untilNewest(popup, (_row, { captures }) =>
    captures.every(each => each.state === "sealed"),
  )
  return { popup, found }
}

async function expectNextWorks(): Promise<void> {
  const page = await browser.driven.newPage(`${site.origin}/short`)
  const { kept } = await keep(browser.driven, page)
  expect(kept).toMatchObject({ complete: true, gaps: [] })
  await page.close()
}

test("closing the popup ends nothing: the capture goes on, is shown again, and is complete", async () => {
  const { page, popup, row, before } = await captureUntil(moments[0]!, "/middle")
  await popup.close()
  const again = await openPopup(browser.driven, page)
  expect(await again.waitFor(() => document.body.dataset.view)).toMatch(/capturing|saved/)
  await again.waitFor(() => document.body.dataset.view === "saved", 120_000)
  const done = newest(await readVault(again))
  expect(done).toMatchObject({ id: row.id, complete: true, interrupted: false, gaps: [] })
  await untilPutBack(page, before)
  await again.close()
  await page.close()
})

describe("the background is stopped", () => {
  test.each(moments)(
    "$name: the page puts itself back, and what was kept is sealed at the next wake",
    async moment => {
      const { page, popup, row, before, there } = await captureUntil(moment)
      await browser.driven.stopWorker()
      await popup.close()
      await untilPutBack(page, before)
      const { popup: next, found } = await wake(page)
      expectInterrupted(found, row, there)
      // On the start screen, or where the popup followed it to its end.
      expect(
        await next.waitFor(() => document.querySelector("#recovered, #saved")?.getAttribute("data-item")),
      ).toBe(itemLabel(row))
      await next.close()
      await page.close()
      await expectNextWorks()
    },
  )

  test("and nobody opens anything: the alarm finds it", async () => {
    const { page, popup, row, there } = await captureUntil(moments[1]!)
    // A picture of ours is a document of the extension that asks nobody anything, and so wakes nobody.
    const onlooker = await browser.driven.openExtensionPage("icons/128.png")
    await popup.close()
    await browser.driven.stopWorker()
    expect(await browser.driven.background.isRunning()).toBe(false)
    const found = await untilNewest(onlooker, each => each.state === "sealed", 100_000)
    expectInterrupted(found, row, there)
    await onlooker.close()
    await page.close()
  })
})

describe("the browser is killed", () => {
  test.each(moments)(
    "$name: every acknowledged frame is there, and the item is sealed as interrupted",
    async moment => {
      const { row, there } = await captureUntil(moment)
      await browser.driven.kill()
      await browser.again()
      const page = await browser.driven.newPage(`${site.origin}/short`)
      const { popup, found } = await wake(page)
      expectInterrupted(found, row, there)
      expect(await damagedFiles(popup)).toEqual([])
      await popup.close()
      await expectNextWorks()
    },
  )

  test("after Saved was shown: nothing is lost", async () => {
    const page = await browser.driven.newPage(`${site.origin}/short`)
    const { popup, row } = await begin(browser.driven, page)
    await popup.waitFor(() => document.body.dataset.view === "saved")
    await browser.driven.kill()
    await browser.again()
    const next = await browser.driven.newPage(`${site.origin}/short`)
    const { popup: after, found } = await wake(next)
    const saved = found.captures.find(each => each.id === row.id)
    expect(saved).toMatchObject({ state: "sealed", interrupted: false, complete: true })
    expect(await damagedFiles(after)).toEqual([])
    await after.close()
  })
})

test("the bundle of all these interrupted captures verifies", async () => {
  const page = await browser.driven.newPage(`${site.origin}/short`)
  const bundle = await exportBundle(browser.driven, page, browser.place.folder)
  const { status, faults } = verify(bundle.zip)
  expect({ status, faults }).toEqual({ status: 0, faults: [] })
  expect(bundle.item("e002").record).toMatchObject({ complete: false })
})
