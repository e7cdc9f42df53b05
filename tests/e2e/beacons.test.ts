/**
 * A page that calls home in 23 ways is captured, and then looked at wherever we
 * show captured data. Whoever posted it must not learn that it was.
 */
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { pathToFileURL } from "node:url"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openPopup, type Surface } from "../../scripts/browsers/driver.ts"
import { exportAll } from "../../scripts/browsers/use-popup.ts"
import { serveSite } from "../../scripts/site/serve-site.ts"
import { beaconPage, beacons, beaconText, heldIn } from "./harness/beacons.ts"
import { type Bundle, exportBundle, keep } from "./harness/exported.ts"
import { installed } from "./harness/installed.ts"
import { servePages } from "./harness/site.ts"

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

const held: { bundle?: Bundle; item?: string } = {}
const bundle = () => held.bundle ?? expect.unreachable("exported before the tests")

beforeAll(async () => {
  const name = encodeURIComponent(beaconText(poster.origin))
  const page = await browser.driven.newPage(`${site.origin}/post?name=${name.slice(0, 4000)}#${name}`)
  held.item = (await keep(browser.driven, page)).item
  await page.close()
  const elsewhere = await browser.driven.newPage(`${site.origin}/blank`)
  held.bundle = await exportBundle(browser.driven, elsewhere, browser.place.folder)
  await elsewhere.close()
})

type Shown = Pick<Surface, "evaluate" | "waitFor"> & { close(): Promise<void> }

interface Place {
  readonly name: string
  /** Opens it in front of a page that asks for nothing. */
  readonly open: () => Promise<Shown>
  /** An expression that is truthy once it shows the captured page. */
  readonly shows: string
  /** What addresses in it may begin with, and its own scripts. */
  readonly own: () => string
  readonly scripts: () => readonly string[]
}

async function popup(clicks: readonly string[]): Promise<Shown> {
  const page = await browser.driven.newPage(`${site.origin}/blank`)
  const opened = await openPopup(browser.driven, page)
  for (const selector of clicks) await opened.click(selector)
  return {
    ...opened,
    async close() {
      await opened.close()
      await page.close()
    },
  }
}

const inPopup = (name: string, clicks: readonly string[], shows: string): Place => ({
  name: `the popup, ${name}`,
  open: () => popup(clicks),
  shows,
  own: () => `${browser.driven.origin}/`,
  scripts: () => [`${browser.driven.origin}/ui/popup.js`],
})

/** Everything on it shown and unfolded. */
async function itemPage(): Promise<Shown> {
  const opened = await popup(["button.item"])
  await opened.waitFor(() => document.querySelector("#open-item-page"))
  const id = await opened.evaluate(
    () => document.querySelector<HTMLElement>("#open-item-page")?.dataset.capture ?? "",
  )
  await opened.close()
  const page = await browser.driven.openExtensionPage(`ui/item.html?item=${id}`)
  await page.click("#show-content")
  await page.waitFor(() => document.querySelector<HTMLImageElement>(".frame img")?.naturalWidth)
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true
  })
  return page
}

/** The first picture of the item, shown. */
async function picturePage(): Promise<Shown> {
  const item = await itemPage()
  const href = await item.evaluate(() => document.querySelector("a.open-picture")?.getAttribute("href") ?? "")
  await item.close()
  const page = await browser.driven.openExtensionPage(`ui/${href}`)
  await page.click("#show-content")
  await page.waitFor(() => document.querySelector("#picture"))
  return page
}

/** The library, with the page found by its words, and these shown. */
const inLibrary: Place = {
  name: "the library",
  open: async () => {
    const page = await browser.driven.openExtensionPage("ui/library.html")
    await page.click("#search")
    await page.type("text-refresh")
    await page.click("#show-words")
    return page
  },
  shows: `document.querySelector("#rows .cell-words mark")?.textContent`,
  own: () => `${browser.driven.origin}/`,
  scripts: () => [`${browser.driven.origin}/ui/library.js`],
}

/** A file of the unpacked bundle, opened from the disk. */
const inBundle = (file: string, shows: string): Place => ({
  name: `${file} of the bundle`,
  open: () => browser.driven.newPage(pathToFileURL(join(bundle().folder, file)).href),
  shows,
  own: () => pathToFileURL(bundle().folder).href,
  scripts: () => [],
})

// A new place that shows captured data is one line here.
const places: readonly Place[] = [
  inPopup("the recent items", [], `document.querySelector("button.item .host")?.textContent`),
  inPopup(
    "the receipt",
    ["button.item"],
    `document.querySelector("#receipt dd") && document.querySelector("#gaps li")`,
  ),
  inPopup(
    "the items to export",
    ["#export-open", "input[name=scope][value=selected]"],
    `document.querySelector("#export-items .host")?.textContent`,
  ),
  inPopup("the last export", ["#export-view"], `document.querySelector("#export-done #digits")?.textContent`),
  {
    name: "the page of the item",
    open: itemPage,
    shows: `document.querySelector("#text")?.textContent.includes("<script>globalThis.pwned")`,
    own: () => `${browser.driven.origin}/`,
    scripts: () => [`${browser.driven.origin}/ui/item.js`],
  },
  {
    name: "the page of a picture",
    open: picturePage,
    shows: `document.querySelector("#picture")?.naturalWidth`,
    own: () => `${browser.driven.origin}/`,
    scripts: () => [`${browser.driven.origin}/ui/picture.js`],
  },
  inLibrary,
  inBundle("00-readme.html", `document.body.innerText.includes("<script>globalThis.pwned")`),
]

/** All requests so far, but for the page that asks for nothing. */
const requests = () => site.requests.length + poster.requests.length - site.count("/blank")
const askedFor = (path: string) => poster.count(path) > 0

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
    const { links, ...rest } = await heldIn(shown(), place.own())
    expect(rest).toEqual({ pwned: false, foreign: [], handlers: [], scripts: place.scripts(), loaded: [] })
    // The stored document would call home if it were opened: nothing of ours leads to it.
    const ours =
      /^(?:data\/e\d+\/frames\/\d+\.png|(?:item|visitor|picture)\.html\?item=[0-9a-f-]{36}(?:&path=[\w%.-]+)?|roads\.html\?case=(?:default|[0-9a-f-]{36})|prepare\.html\?case=(?:default|[0-9a-f-]{36})(?:&road=[a-z]+)?|(?:queue|import|restore)\.html|queue\.html\?item=[0-9a-f-]{36}|library\.html\?(?:export=item&item=[0-9a-f-]{36}|view=trash))$/
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
  const item = bundle().item(held.item ?? "")
  expect(item.record.page?.title).toContain("<script>globalThis.pwned = 1</script>")
  const document = item.text("dom-before.html")
  for (const { kind } of beacons) expect(document).toContain(`${poster.origin}/page-${kind}`)
})
