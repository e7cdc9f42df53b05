/** A capture leaves no trace in the page: not when it ends, and not when it is stopped. */
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openPopup, type Page } from "../../scripts/browsers/driver.ts"
import { type Route } from "../../scripts/site/serve-site.ts"
import { type Bundle, exportBundle, folderName, gapName, type Item, keep } from "./harness/exported.ts"
import { installed } from "./harness/installed.ts"
import { type Colour, hexColour, stitchedRows } from "./harness/picture.ts"
import { servePages } from "./harness/site.ts"

const BAND = 100
const bandColour = (band: number): Colour =>
  ((200 - (band % 50)) << 16) | (((band * 83) % 256) << 8) | (band % 256)
const bands = (height: number) =>
  Array.from(
    { length: height / BAND },
    (_, band) => `<section style="height:${BAND}px;background:${hexColour(bandColour(band))}"></section>`,
  ).join("")

const HEADER: Colour = 0x101010
const STICKY: Colour = 0x202020
// None a grey: the edges of letters are greys of every kind.
const FOOTER: Colour = 0x30a0f0
const BUBBLE: Colour = 0x40f0a0
const SHADED: Colour = 0x5000f0
const furniture = [HEADER, FOOTER, BUBBLE, SHADED]

/** Above the bands: 60 px under the fixed header, and 40 px of the bar that sticks below it. */
const TOP = 100
const html = (style: string, rest: string, height = 6000) => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>furnished</title>
<style>
  body { margin: 0 } ${style}
  .bar { position:fixed;top:0;left:0;right:0;height:60px;background:${hexColour(HEADER)}; transition: all .4s }
  .foot { position:fixed;bottom:0;left:0;right:0;height:50px;background:${hexColour(FOOTER)} }
  .bubble { position:fixed;right:30px;bottom:80px;width:60px;height:60px;background:${hexColour(BUBBLE)} }
</style>
<body><div class="bar" style="z-index:9;  color:white"><button id="field">here</button><input></div>
<div style="height:60px;background:${hexColour(bandColour(0))}"></div>
<div class="tabs" style="position:sticky;top:60px;  height:40px;background:${hexColour(STICKY)};color:${hexColour(STICKY)}" onclick="void 0">tabs</div>
${bands(height)}<p id="words" style="margin:0;height:100px;background:#fff">words to select</p>
<div class="foot"></div><div class="bubble"></div><my-chat></my-chat>${rest}
<script>
  document.querySelector("input").value = "typed"
  document.querySelector("my-chat").attachShadow({ mode: "closed" }).innerHTML =
    '<div style="position:fixed;left:30px;bottom:80px;width:60px;height:60px;background:${hexColour(SHADED)}"></div>'
  window.seen = { input: 0, change: 0, click: 0, submit: 0, keydown: 0, resize: 0, beforeunload: 0 }
  for (const name of Object.keys(seen)) addEventListener(name, () => { seen[name] += 1 }, true)
</script></body></html>`

const strict: Route = (_request, response) => {
  // Styles of its own only; none that anybody writes into the page.
  response.writeHead(200, {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": "default-src 'self'; style-src 'self'; script-src 'self'",
  })
  response.end(
    `<!doctype html><html lang="en"><title>strict</title><link rel="stylesheet" href="/strict.css"><body>${"<section></section>".repeat(30)}</body></html>`,
  )
}
const strictStyle: Route = (_request, response) => {
  const nth = Array.from(
    { length: 30 },
    (_, band) => `section:nth-of-type(${band + 1}){background:${hexColour(bandColour(band))}}`,
  )
  response.writeHead(200, { "Content-Type": "text/css" })
  response.end(
    `html{scroll-snap-type:y mandatory;scroll-behavior:smooth}body{margin:0}section{height:370px;scroll-snap-align:start}${nth.join("")}`,
  )
}

const site = await servePages(
  {
    "/furnished": html("", ""),
    "/smooth": html("html { scroll-behavior: smooth }", ""),
    "/snapping": html("html { scroll-snap-type: y mandatory } section { scroll-snap-align: start }", ""),
    "/endless": html("", "", 120_000),
  },
  { "/strict": strict, "/strict.css": strictStyle },
)
afterAll(() => site.close())
const browser = installed()

interface State {
  readonly html: string
  readonly place: readonly [number, number]
  readonly focus: string | undefined
  readonly selection: string
  readonly value: string | undefined
  readonly globals: readonly string[]
  readonly sheets: number
  readonly seen: Readonly<Record<string, number>> | undefined
}

/** Runs in the page. */
function stateOf(): State {
  const seen: unknown = Reflect.get(window, "seen")
  return {
    html: document.documentElement.outerHTML,
    place: [scrollX, scrollY],
    focus: document.activeElement?.id,
    selection: String(getSelection()),
    value: document.querySelector("input")?.value,
    globals: Object.keys(window).sort(),
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    seen: seen as Readonly<Record<string, number>>,
  }
}

/** Scrolled, with the focus in the fixed header and words selected; and the popup was open once, which the page may notice. */
async function usedPage(page: Page, path: string): Promise<State> {
  await page.goto(site.origin + path)
  await page.waitFor(() => {
    const words = document.querySelector("#words")
    if (words) getSelection()?.selectAllChildren(words)
    document.querySelector<HTMLElement>("#field")?.focus({ preventScroll: true })
    scrollTo({ left: 0, top: 1700, behavior: "instant" })
    return scrollY > 1500
  })
  const popup = await openPopup(browser.driven, page)
  await popup.waitFor(() => document.body.dataset.view === "ready")
  await popup.close()
  return page.evaluate(stateOf)
}

const paths = ["/furnished", "/smooth", "/snapping", "/strict"] as const
const held: { bundle?: Bundle } = {}
const stories = new Map<string, { readonly before: State; readonly after: State; readonly item: string }>()

beforeAll(async () => {
  const page = await browser.driven.newPage("about:blank")
  for (const path of paths) {
    const before = await usedPage(page, path)
    const { item } = await keep(browser.driven, page)
    stories.set(path, { before, after: await page.evaluate(stateOf), item })
  }

  const before = await usedPage(page, "/endless")
  const popup = await openPopup(browser.driven, page)
  await popup.click("#capture")
  await popup.click("#stop-keep")
  const name = await popup.waitFor<string>(`document.querySelector("#saved")?.dataset.item`)
  await popup.close()
  const item = folderName({ item: name })
  stories.set("/endless", { before, after: await page.evaluate(stateOf), item })

  held.bundle = await exportBundle(browser.driven, page, browser.place.folder)
})

const storyOf = (path: string) => stories.get(path) ?? expect.unreachable(`${path} was not captured`)
const itemOf = (path: string): Item =>
  held.bundle?.item(storyOf(path).item) ?? expect.unreachable("not exported")

describe.each([...paths, "/endless"])("after a capture of %s", path => {
  test("the document is what it was, to the letter", () => {
    const { before, after } = storyOf(path)
    expect(after.html).toBe(before.html)
    expect(after.sheets).toBe(before.sheets)
    expect(after.globals).toEqual(before.globals)
  })

  test("place, focus, selection and fields are what they were, and the page saw no event of ours", () => {
    const { before, after } = storyOf(path)
    const ofUser = ({ place, focus, selection, value, seen }: State) => ({
      place,
      focus,
      selection,
      value,
      seen,
    })
    expect(ofUser(after)).toEqual(ofUser(before))
    expect(before.place[1]).toBeGreaterThan(1500)
    if (path !== "/strict")
      expect(before).toMatchObject({ focus: "field", selection: "words to select", value: "typed" })
  })
})

describe.each(["/furnished", "/smooth", "/snapping"])("the stitched page of %s", path => {
  test("shows every band, in its place, between columns that only furniture covers", () => {
    const wrong: string[] = []
    let end = 0
    for (const { y, row, picture } of stitchedRows(itemOf(path))) {
      end = y + 1
      if (y < TOP || y >= TOP + 6000) continue
      const found = picture.at(500, row)
      const wanted = bandColour(Math.floor((y - TOP) / BAND))
      if (found !== wanted) wrong.push(`row ${y}: ${hexColour(found)}, not ${hexColour(wanted)}`)
    }
    expect(wrong.slice(0, 5)).toEqual([])
    expect(end).toBe(TOP + 6000 + 100)
  })

  test("has the fixed header and the sticky bar once, at the top, and nothing that floats elsewhere", () => {
    const rows = new Map<Colour, number[]>()
    for (const { y, row, picture } of stitchedRows(itemOf(path))) {
      // Left third: the chat in the shadow root; middle; right: the bubble.
      for (const x of [60, 500, picture.width - 60]) {
        const found = picture.at(x, row)
        if (furniture.includes(found) || found === STICKY) rows.set(found, [...(rows.get(found) ?? []), y])
      }
    }
    const span = (colour: Colour) => [...new Set(rows.get(colour) ?? [])]
    expect(span(HEADER)).toEqual(Array.from({ length: 60 }, (_, y) => y))
    expect(span(STICKY)).toEqual(Array.from({ length: 40 }, (_, y) => 60 + y))
    for (const floating of [FOOTER, BUBBLE, SHADED]) expect(span(floating), hexColour(floating)).toEqual([])
  })

  test("is complete", () => {
    expect(itemOf(path).record.gaps).toEqual([])
  })
})

test("a page that allows no styles but its own is scrolled and stitched all the same", () => {
  const wrong: string[] = []
  let end = 0
  for (const { y, row, picture } of stitchedRows(itemOf("/strict"))) {
    end = y + 1
    if (picture.rowColour(row, picture.width) !== bandColour(Math.floor(y / 370))) wrong.push(`row ${y}`)
  }
  expect(wrong.slice(0, 5)).toEqual([])
  expect(end).toBe(30 * 370)
  expect(itemOf("/strict").record.gaps).toEqual([])
})

test("a capture that the user stopped says so, and keeps what it has", () => {
  const { record } = itemOf("/endless")
  expect(record.complete).toBe(false)
  expect(record.gaps.map(gapName)).toContain("frames:stopped")
  expect(record.files.map(({ path }) => path)).toEqual(
    expect.arrayContaining(["frames/0000.png", "dom-before.html", "dom-after.html", "text.txt"]),
  )
})
