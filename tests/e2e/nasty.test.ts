/**
 * The pages of capture.md §5: right pixels or a stated gap, and the page left as
 * it was. Each has its place in the table of all of them.
 */
import { afterAll, describe, expect, test } from "vitest"
import { type Driven, type Page } from "../../scripts/browsers/driver.ts"
import { type Route } from "../../scripts/site/serve-site.ts"
import { until } from "../../scripts/browsers/surface.ts"
import { type CaptureRow } from "../../src/vault/capture-row.ts"
import { BAND, bandColour, bandsPage, wrongRows } from "./harness/bands.ts"
import { gapName } from "./harness/exported.ts"
import { installed } from "./harness/installed.ts"
import { type Colour, hexColour } from "./harness/picture.ts"
import { begin } from "./harness/running.ts"
import { sharedRows } from "./harness/shared.ts"
import { servePages } from "./harness/site.ts"
import { target } from "./harness/target.ts"
import { readVault } from "./harness/vault.ts"
import { awkward } from "./nasty/awkward.ts"
import { content } from "./nasty/content.ts"
import { furniture } from "./nasty/furniture.ts"
import { layout } from "./nasty/layout.ts"
import { gapsOf, HEIGHT, html, type NastyPage, style } from "./nasty/page.ts"
import { type Seen, seen, seenIn } from "./nasty/seen.ts"
import { type State, stateOf } from "./nasty/state.ts"

const pages: readonly NastyPage[] = [...furniture, ...layout, ...content, ...awkward]
const pathOf = (page: NastyPage) => `/${pages.indexOf(page)}`

const PLAIN = 2_000
const LONG = 12_000
const DARK: Colour = 0x003060
const plain = {
  "/plain": bandsPage(PLAIN),
  "/long": bandsPage(LONG),
  "/other": "<!doctype html><title>other</title><p>other",
  "/dark": bandsPage(PLAIN, {
    head: style(
      `table { width: 60% !important; margin: 0 auto } @media (prefers-color-scheme: dark) { body { background: ${hexColour(DARK)} } }`,
    ),
  }),
}
const routes = new Map<string, Route>()
for (const each of pages) {
  routes.set(pathOf(each), typeof each.page === "string" ? html(each.page) : each.page)
  for (const [path, route] of Object.entries(each.routes ?? {})) routes.set(path, route)
}
const site = await servePages(plain, Object.fromEntries(routes))
const browser = installed()
afterAll(() => site.close())

/** Rows that lie otherwise than the page says, at most ten. */
async function wrongSpots({ spots = [] }: NastyPage, found: Seen, dpr: number): Promise<readonly string[]> {
  const wrong: string[] = []
  for (const { x, colour, rows } of spots) {
    const column: readonly Colour[] = await found.column(x * dpr)
    for (const [y, shown] of column.entries()) {
      const wanted = rows.some(([from, to]) => y >= from * dpr && y < to * dpr)
      if ((shown === colour) !== wanted)
        wrong.push(`${hexColour(colour)} at ${x}: ${y} is ${hexColour(shown)}`)
    }
  }
  return wrong.slice(0, 10)
}

/** As it is when it is as it was, or after half a minute: observers of a page take their time. */
async function stateLike(page: Page, before: State, changed: NastyPage["changed"]): Promise<State> {
  const end = Date.now() + 30_000
  for (;;) {
    const now = { ...(await stateOf(page)), ...changed }
    if (JSON.stringify(now) === JSON.stringify(before) || Date.now() > end) return now
  }
}

describe.each(sharedRows(pages))("$numbers $name", each => {
  test("is shown as it is, or its gaps say what is missing; and it is left as it was", async () => {
    const page = await browser.driven.newPage((each.address?.(site.origin) ?? site.origin) + pathOf(each))
    await page.evaluate(`scrollTo({ left: 0, top: ${each.at ?? 300}, behavior: "instant" })`)
    await each.before?.(page)
    const before = await stateOf(page)
    const found = await seen(browser.driven, page)
    expect
      .soft(await stateLike(page, { ...before, ...each.changed }, each.changed))
      .toEqual({ ...before, ...each.changed })
    expect.soft({ gaps: found.gaps, complete: found.row.complete }).toEqual({
      gaps: gapsOf(each),
      complete: gapsOf(each).length === 0,
    })
    const bands = each.bands === undefined ? HEIGHT : each.bands
    if (bands !== null) expect.soft(wrongRows(await found.middle(), bands)).toEqual([])
    expect.soft(await wrongSpots(each, found, 1)).toEqual([])
    await each.check?.(found, page)
    await page.close()
  })
})

/** Every row, at a number of device pixels for each CSS pixel; a row that two bands share may have a colour of both. */
function wrongAt(column: readonly Colour[], height: number, dpr: number): readonly string[] {
  const wrong = column.flatMap((colour, y) => {
    const [above, below] = [y - 0.5, y + 1.5].map(edge => Math.floor(edge / (BAND * dpr)))
    return above === below && above !== undefined && colour !== bandColour(above)
      ? [`${y}: ${hexColour(colour)}`]
      : []
  })
  return Math.abs(column.length - height * dpr) < 1 ? wrong : [`${column.length} rows`, ...wrong]
}

/** Sets the zoom of the pages of the site, as the browser's own menu does; Firefox has not every ratio. */
async function zoomTo(driven: Driven, page: Page, factor: number, wanted: number): Promise<void> {
  await driven.background.evaluate(`(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
    await chrome.tabs.setZoom(tab.id, ${factor})
  })()`)
  await until(
    "the zoom",
    async () => Math.abs((await page.evaluate<[], number>("devicePixelRatio")) - wanted) < 0.03,
  )
}

/** A capture of a page of bands: complete, and every row in its place. */
async function expectRight(driven: Driven, page: Page, height = PLAIN): Promise<Seen> {
  const dpr = await page.evaluate<[], number>("devicePixelRatio")
  const found = await seen(driven, page)
  expect({ gaps: found.gaps, complete: found.row.complete }).toEqual({ gaps: [], complete: true })
  expect(wrongAt(await found.middle(), height, dpr).slice(0, 10)).toEqual([])
  return found
}

const untilSealed = (id: string): Promise<CaptureRow> =>
  until(
    "the capture to be sealed",
    async () => {
      const { captures } = await readVault(browser.driven.background)
      return captures.find(each => each.id === id && each.state === "sealed")
    },
    100_000,
  )

describe("the window and its pixels", () => {
  test.each(sharedRows([0.9, 1.1, 1.25, 1.5, 1.75]))("21: at a zoom of %d", async factor => {
    const page = await browser.driven.newPage(`${site.origin}/plain`)
    await zoomTo(browser.driven, page, factor, factor)
    try {
      await expectRight(browser.driven, page)
    } finally {
      await zoomTo(browser.driven, page, 1, 1)
    }
    await page.close()
  })

  test.each([1.5, 0.8])(
    "21: the zoom is changed to %d in the middle: every row is right, or it is told; and the next capture is whole",
    async factor => {
      const page = await browser.driven.newPage(`${site.origin}/long`)
      const { popup, row } = await begin(browser.driven, page)
      await page.waitFor("scrollY > 2000")
      try {
        await zoomTo(browser.driven, page, factor, factor)
        const done = await untilSealed(row.id)
        if (await popup.isOpen()) await popup.close()
        const { gaps, middle } = await seenIn(browser.driven, done.item)
        if (done.complete) {
          expect(gaps).toEqual([])
          expect(wrongAt(await middle(), LONG, factor).slice(0, 10)).toEqual([])
        } else expect(gaps.join()).toMatch(/(?:^|,)(?:frames|seam|stitched):/)
        await expectRight(browser.driven, page, LONG)
      } finally {
        await zoomTo(browser.driven, page, 1, 1)
      }
      await page.close()
    },
  )

  test("26: as narrow as a telephone", async () => {
    const width = 500
    const page = await browser.driven.newPage(`${site.origin}/plain`)
    await browser.driven.setViewport({ width, height: 600 })
    const { row } = await expectRight(browser.driven, page)
    expect(row.page?.viewport.width).toBe(width)
    await browser.driven.setViewport({ width: 1280, height: 800 })
    await page.close()
  })
})

test("43: a page that was left and come back to is captured anew", async () => {
  const page = await browser.driven.newPage(`${site.origin}/plain`)
  await expectRight(browser.driven, page)
  await page.goto(`${site.origin}/other`)
  await page.evaluate("setTimeout(() => history.back())")
  await page.waitFor(() => document.title === "bands")
  await expectRight(browser.driven, page)
  await page.close()
})

test("45: the window is minimised in the middle: every row is right, or it is told", async context => {
  const page = await browser.driven.newPage(`${site.origin}/long`)
  const { popup, row } = await begin(browser.driven, page)
  await page.waitFor("scrollY > 2000")
  const windowTo = (state: string) =>
    browser.driven.background.evaluate(`(async () => {
      const { id } = await chrome.windows.getLastFocused()
      return (await chrome.windows.update(id, { state: "${state}" })).state
    })()`)
  const state = await windowTo("minimized")
  await windowTo("normal")
  const done = await untilSealed(row.id)
  const { gaps, middle } = await seenIn(browser.driven, done.item)
  if (done.complete) {
    expect(gaps).toEqual([])
    expect(wrongRows(await middle(), LONG)).toEqual([])
  } else expect(gaps.join()).toMatch(/^(?:frames|seam|stitched):/)
  if (await popup.isOpen()) await popup.close()
  await page.close()
  if (state !== "minimized") context.skip("this browser minimises no window without a display")
})

test("48: the renderer crashes in the middle: what was taken is sealed, and is not complete", async context => {
  if (target === "firefox") {
    context.skip("Firefox crashes a page for its own chrome only, not for a driver")
    return
  }
  const page = await browser.driven.newPage(`${site.origin}/long`)
  const { popup, row } = await begin(browser.driven, page)
  await page.waitFor("scrollY > 2000")
  await page.goto("chrome://crash").catch(() => undefined)
  const done = await untilSealed(row.id)
  expect(done).toMatchObject({ complete: false, asSeenSafe: true })
  expect(done.gaps.map(gapName).join()).toMatch(/frames:/)
  if (await popup.isOpen()) await popup.close()
})

describe("one and a half device pixels, in the dark", () => {
  const dark = installed({
    dpr: 1.5,
    viewport: null,
    args: target === "chrome" ? ["--force-dark-mode"] : [],
    prefs: { "layout.css.prefers-color-scheme.content-override": 0 },
  })

  test.each(sharedRows([1, 1.1, 0.8]))("22, 23, 38: at a zoom of %d", async factor => {
    const page = await dark.driven.newPage(`${site.origin}/dark`)
    await zoomTo(dark.driven, page, factor, 1.5 * factor)
    const found = await expectRight(dark.driven, page)
    expect(found.row.page?.colorScheme).toBe("dark")
    expect(new Set(await found.column(10))).toEqual(new Set([DARK]))
    await page.close()
  })
})
