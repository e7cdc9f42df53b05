/**
 * A page that calls home in 23 ways is captured, and then looked at wherever we
 * show captured data. Whoever posted it must not learn that it was.
 */
import { readdirSync } from "node:fs"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openPopup, type Page } from "../../scripts/browsers/driver.ts"
import { chooseReport, exportAll, exportAs } from "../../scripts/browsers/use-popup.ts"
import { serveSite } from "../../scripts/site/serve-site.ts"
import { type CaptureRow } from "../../src/vault/capture-row.ts"
import { beaconName, placesOf, type Shown, showNothingCaptured, type World } from "./harness/beacon-places.ts"
import { beaconPage, beacons, beaconText, heldIn } from "./harness/beacons.ts"
import { type Bundle, bundleOf, keep } from "./harness/exported.ts"
import { installed } from "./harness/installed.ts"
import { partsOf } from "./harness/office.ts"
import { noPdfTools, pdfActions, pdfText } from "./harness/pdf.ts"
import { seed } from "./harness/seed.ts"
import { servePages } from "./harness/site.ts"
import { extensionDir } from "./harness/target.ts"
import { readVault } from "./harness/vault.ts"

/** Where the beacons go: another host than the page's, and whatever it is asked for is not there. */
const poster = await serveSite()
const blank = `<!doctype html><html lang="en"><meta charset="utf-8"><title>blank</title><link rel="icon" href="data:,"><p>blank`
const site = await servePages({ "/post": beaconPage(poster.origin), "/blank": blank })
const browser = installed()
afterAll(async () => {
  await site.close()
  await poster.close()
})

/** Long enough for a refresh after no time, or a picture, to have called. */
const SETTLE_MS = 1_200

const held: { bundle?: Bundle; kept?: CaptureRow } = {}
const world: World = {
  driven: () => browser.driven,
  poster: poster.origin,
  blank: `${site.origin}/blank`,
  folder: () => browser.place.folder,
  bundle: () => held.bundle ?? expect.unreachable("exported before the tests"),
  kept: () => held.kept ?? expect.unreachable("captured before the tests"),
}
const places = placesOf(world)

beforeAll(async () => {
  const { driven } = browser
  const name = encodeURIComponent(beaconText(poster.origin))
  const page = await driven.newPage(`${site.origin}/post?name=${name.slice(0, 4000)}#${name}`)
  await openCase(page)
  await keep(driven, page)
  await keep(driven, page)
  await page.close()
  held.bundle = await exportWithPapers()
  const library = await driven.openExtensionPage("ui/library.html")
  const { captures } = await readVault(library)
  const [first, second] = captures.toSorted((a, b) => a.item - b.item)
  if (first === undefined || second === undefined) throw new Error("the page was not captured twice")
  held.kept = first
  // No adapter knows a page of this machine: what one would have read of it.
  await seed(library, { captures: [{ ...first, facts: postBy(beaconName(poster.origin)) }] })
  await library.goto(`${driven.origin}/ui/item.html?item=${second.id}`)
  await library.click("#to-trash > summary")
  await library.click("#act-trash")
  await library.waitFor(() => document.querySelector("#act-restore"))
  await library.close()
})

/** What is captured from here on goes into a case whose name calls home. */
async function openCase(page: Page): Promise<void> {
  const popup = await openPopup(browser.driven, page)
  await popup.waitFor(() => document.querySelector("#case"))
  await popup.evaluate(() => {
    const select = document.querySelector<HTMLSelectElement>("#case")
    if (select === null) return
    select.value = "new"
    select.dispatchEvent(new Event("change", { bubbles: true }))
  })
  await popup.waitFor(() => document.querySelector("#case-name"))
  await popup.evaluate(text => {
    const field = document.querySelector<HTMLInputElement>("#case-name")
    if (field !== null) field.value = text
  }, beaconName(poster.origin))
  await popup.click("#case-keep")
  await popup.waitFor(() =>
    document.querySelector<HTMLSelectElement>("#case")?.selectedOptions[0]?.text.includes("<img"),
  )
  await popup.close()
}

async function exportWithPapers(): Promise<Bundle> {
  const page = await browser.driven.newPage(world.blank)
  const popup = await openPopup(browser.driven, page)
  await popup.click("#export-open")
  await chooseReport(popup, "en")
  const said = await exportAs(popup)
  const made = bundleOf(await browser.driven.nextDownload(120_000), said, browser.place.folder)
  await popup.close()
  await page.close()
  return made
}

const postBy = (authorName: string) => ({
  ...{ adapter: "weibo", pageType: "post", permalink: null, authorName, authorHandle: null },
  ...{ authorId: "7654321", publishedAt: null, counters: { views: { count: 4_800, rounded: false } } },
  ...{ ambiguous: [], missing: [], comments: 0, faulty: false },
})

/** All requests so far, but for the page that asks for nothing. */
const requests = () => site.requests.length + poster.requests.length - site.count("/blank")
const askedFor = (path: string) => poster.count(path) > 0

/** The HTML files of a folder, by their paths in it. */
const htmlIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map(path => path.replaceAll("\\", "/"))
    .filter(path => path.endsWith(".html"))
    .sort()

test("every page of the extension is one of the places, or shows nothing that was captured", () => {
  const opened = new Set(places.map(({ page }) => page))
  const pages = htmlIn(extensionDir)
  expect(pages.filter(page => !opened.has(page) && !(page in showNothingCaptured))).toEqual([])
  expect(Object.keys(showNothingCaptured).filter(page => opened.has(page) || !pages.includes(page))).toEqual(
    extensionDir.endsWith("firefox") ? ["offscreen.html"] : [],
  )
})

test("every page of the bundle is one of them, but for the documents that are kept as they were", () => {
  const opened = new Set(places.map(({ page }) => page.replace("e001", "e002")))
  const pages = htmlIn(world.bundle().folder).map(page => page.replace("e001", "e002"))
  const asTheyWere = /^data\/e002\/(?:dom-before|dom-after|source)\.html$/
  expect(pages.filter(page => !opened.has(page) && !asTheyWere.test(page))).toEqual([])
})

test.each(beacons.filter(({ calls }) => calls))("the page itself does call home by $kind", ({ kind }) => {
  expect(askedFor(`/page-${kind}`)).toBe(true)
})

describe.each(places)("$name", place => {
  const seen: { shown?: Shown; before?: number } = {}
  const shown = () => seen.shown ?? expect.unreachable("opened before the tests")

  beforeAll(async () => {
    seen.before = requests()
    const opened = await place.open()
    seen.shown = opened
    await opened.waitFor(place.shows)
    await sleep(SETTLE_MS)
  })
  afterAll(() => seen.shown?.close())

  test("runs no script but its own, and holds nothing that loads, sends or leads away", async () => {
    const { links, ...rest } = await heldIn(shown(), place.own(), place.isCopy)
    expect(rest).toEqual({ pwned: false, foreign: [], handlers: [], scripts: place.scripts(), loaded: [] })
    // The stored document would call home if it were opened: nothing of ours leads to it.
    const ours =
      /^(?:#[\w-]*|[a-z]+\.html(?:\?[\w=&.%-]+)?|data\/e\d+\/frames\/\d+\.png|0[1-3]-[a-z-]+\.(?:pdf|docx))$/
    expect(links.filter(link => !ours.test(link))).toEqual([])
  })

  test("asks nothing of anyone", () => {
    expect(requests()).toBe(seen.before)
  })

  test("stays where it is", async () => {
    const address = await shown().evaluate(() => location.href)
    expect(address.startsWith(place.own())).toBe(true)
    expect(await shown().evaluate(() => performance.getEntriesByType("navigation").length)).toBe(1)
    expect(await shown().evaluate(place.shows)).toBeTruthy()
  })
})

test("what the page calls itself has called nobody, from the click to the export", () => {
  const texts = poster.requests.map(({ path }) => path).filter(path => path.startsWith("/text-"))
  expect(texts).toEqual([])
})

test("no paper of such a page does anything when it is opened, or leads to who posted it", context => {
  if (noPdfTools !== null) context.skip(noPdfTools)
  for (const name of ["01-report.pdf", "03-notary-route.pdf"]) {
    const paper = join(world.bundle().folder, name)
    expect([name, pdfActions(paper)]).toEqual([name, []])
    expect(pdfText(paper)).toContain("127.0.0.1")
  }
  const parts = partsOf(join(world.bundle().folder, "02-evidence-list.docx"))
  const related = [...parts].filter(([part]) => part.endsWith(".rels")).map(([, xml]) => xml)
  expect(related.join("")).not.toContain("External")
  expect(related.join("")).not.toContain(poster.origin)
  expect(parts.get("word/document.xml")).not.toMatch(/<w:(?:instrText|fldSimple|altChunk|object)\b/)
})

test("an export of such a page asks nothing of anyone", async () => {
  const page = await browser.driven.newPage(`${site.origin}/blank`)
  const before = requests()
  const opened = await openPopup(browser.driven, page)
  await exportAll(opened)
  await browser.driven.nextDownload(120_000)
  await opened.close()
  expect(requests()).toBe(before)
  await page.close()
})

test("the record keeps what the page called itself, and its document every beacon, as they were", () => {
  const item = world.bundle().item("e001")
  expect(item.record.page?.title).toContain("<script>globalThis.pwned = 1</script>")
  const document = item.text("dom-before.html")
  for (const { kind } of beacons) expect(document).toContain(`${poster.origin}/page-${kind}`)
})
