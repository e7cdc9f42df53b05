/**
 * A post that the user points at: the picker in the page, by the pointer and by
 * the keys alone, and what is kept because of it. And words that are selected.
 */
import { readFile } from "node:fs/promises"
import { PNG } from "pngjs"
import { afterAll, describe, expect, test } from "vitest"
import { openPopup, type Page } from "../../scripts/browsers/driver.ts"
import { until } from "../../scripts/browsers/surface.ts"
import { switchOn } from "../../scripts/browsers/use-settings.ts"
import { type CaptureRecord } from "../../src/core/evidence.ts"
import { type Area } from "../../src/core/marks.ts"
import { type CaptureRow, type LogRow } from "../../src/vault/capture-row.ts"
import { caught, type Caught, caughtIn } from "./harness/caught.ts"
import { installed } from "./harness/installed.ts"
import { judged } from "./harness/look.ts"
import { type Colour, hexColour } from "./harness/picture.ts"
import { servePages } from "./harness/site.ts"
import { target } from "./harness/target.ts"
import { readVault } from "./harness/vault.ts"

/** The picker's own colour, which no page here has. */
const INK: Colour = 0xd6006f

const POST: Colour = 0x20a050
const EDGE: Colour = 0x104020
const QUOTE: Colour = 0xffd000
const row = (height: number, colour: Colour) =>
  `<div style="height:${height}px;background:${hexColour(colour)}"></div>`

const page = (head: string, body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>posts</title><style>body{margin:0}${head}</style><body>${body}</body></html>`

/** Three posts of 1,000 px, each with an edge of 5 px around; the one in the middle begins at y 1100. */
const post = (id: string, colour: Colour, inside = "") =>
  `<article id="${id}" style="box-sizing:border-box;height:1000px;width:600px;margin:0 0 50px 40px;border:5px solid ${hexColour(EDGE)};background:${hexColour(colour)}">${inside}</article>`
const posts = page(
  "",
  row(50, 0x101010) + post("one", 0x6060f0) + post("two", POST) + post("three", 0xf06060),
)

const quoted = page(
  "#quote{background:#ffd000;color:transparent;font:20px/30px monospace} ::selection{background:#ffd000;color:transparent}",
  `${row(1500, 0x303030)}<p style="margin:0 0 0 70px;width:300px;background:#ffffff;color:transparent">words before <span id="quote">the quoted sentence that is long enough for two lines</span></p>${row(1500, 0x303030)}`,
)

const shell = page(
  "html,body{height:100%;overflow:hidden} main{height:100%;overflow-y:auto}",
  `<main id="box">${row(700, 0x101010)}${post("two", POST)}${row(900, 0x303030)}</main>`,
)

const menu = page(
  "",
  `${row(100, 0x101010)}<nav id="menu" style="height:300px;width:400px;overflow-y:auto;background:${hexColour(POST)}">${row(350, 0x6060f0)}${row(350, 0xf06060)}</nav>${row(900, 0x303030)}`,
)

const folded = page(
  ".text{height:40px;overflow:hidden} .open .text{height:auto}",
  `${row(50, 0x101010)}<article id="two" style="width:600px;background:${hexColour(POST)}"><div class="text">${row(300, POST)}</div>
    <button id="label" onclick="this.parentNode.classList.add('open');this.remove()">展开全文</button>
    <a href="/elsewhere">全文</a></article>
  <article id="other" style="width:600px"><div class="text">${row(300, 0x303030)}</div><button onclick="this.parentNode.classList.add('open');this.remove()">展开全文</button></article>${row(900, 0x303030)}`,
)

const site = await servePages({
  "/posts": posts,
  "/quoted": quoted,
  "/shell": shell,
  "/menu": menu,
  "/folded": folded,
  "/elsewhere": page("", "elsewhere"),
})
afterAll(() => site.close())
const browser = installed()

const inVault = () => readVault(browser.driven.background)
const documentOf = (surface: Page) => surface.evaluate(() => document.documentElement.outerHTML)

/** Waits until the picker stands in the page, the one element that is not the page's own, and the keys go there. */
const untilShown = (surface: Page) =>
  surface.waitFor(() => document.querySelector("html > [role=application]") !== null && document.hasFocus())

async function pick(surface: Page): Promise<void> {
  const popup = await openPopup(browser.driven, surface)
  await popup.click("#pick")
  await until("the popup to make way", async () => !(await popup.isOpen()))
  await untilShown(surface)
}

/** Waits until a capture that is not in `before` is over. */
async function captured(before: number): Promise<Caught & { readonly log: readonly LogRow[] }> {
  const done = await until(
    "the capture to be over",
    async () => {
      const { captures } = await inVault()
      const row = captures.find(({ item, state }) => item > before && state === "sealed")
      return row ?? null
    },
    110_000,
  )
  const found = await caughtIn(browser.driven.background, done)
  const { log } = await inVault()
  return { ...found, log: log.filter(({ captureId }) => captureId === done.id) }
}

const count = async () => (await inVault()).captures.length

async function recordOf(found: Caught): Promise<CaptureRecord> {
  return JSON.parse(await found.text("capture.json")) as CaptureRecord
}

/** Each colour of a part of a picture, with how often it is there. */
function coloursIn(png: Buffer, part?: Area): ReadonlyMap<Colour, number> {
  const { width, height, data } = PNG.sync.read(png)
  const { x, y, width: across, height: down } = part ?? { x: 0, y: 0, width, height }
  const seen = new Map<Colour, number>()
  for (let at = y; at < y + down; at++) {
    for (let column = x; column < x + across; column++) {
      const colour = data.readUInt32BE((at * width + column) * 4) >>> 8
      seen.set(colour, (seen.get(colour) ?? 0) + 1)
    }
  }
  return seen
}

async function hasNoInk(found: Caught): Promise<void> {
  for (const path of found.paths.filter(each => each.endsWith(".png")))
    expect({ path, ink: coloursIn(await found.bytes(path)).get(INK) ?? 0 }).toEqual({ path, ink: 0 })
}

/** post.png shows the post of 600 x 1000 px in the middle: its edge, its colour, and nothing else. */
async function isPostTwo(found: Caught): Promise<void> {
  const picture = await found.bytes("post.png")
  const { width, height } = PNG.sync.read(picture)
  expect({ width, height }).toEqual({ width: 600, height: 1000 })
  expect([...coloursIn(picture).keys()].sort()).toEqual([EDGE, POST].sort())
  expect(coloursIn(picture).get(POST)).toBe(590 * 990)
}

const shown = (row: CaptureRow) => row.steps.map(({ name }) => name)

test("pointed at by the mouse, a post is cut out of the frames, and its place told in numbers", async () => {
  const surface = await browser.driven.newPage(`${site.origin}/posts`)
  const [before, html] = [await count(), await documentOf(surface)]
  await pick(surface)
  await surface.click("#two")
  const found = await captured(before)

  expect({ gaps: found.gaps, complete: found.row.complete }).toEqual({ gaps: [], complete: true })
  await isPostTwo(found)
  const { post: told, frames, files, steps } = await recordOf(found)
  expect(told).toMatchObject({ x: 40, y: 1100, width: 600, height: 1000, file: "post.png", clicks: [] })
  expect(told?.selector).toContain("article#two")
  expect(files.find(({ path }) => path === "post.png")?.source).toBe("derived")
  expect(told?.from.length).toBeGreaterThan(0)
  for (const { path, column, row, ...area } of told?.frames ?? []) {
    const frame = frames.find(each => each.path === path)
    expect({ path, x: area.x - column + (frame?.x ?? 0), y: area.y - row + (frame?.y ?? 0) }).toEqual({
      path,
      x: 40,
      y: 1100,
    })
    expect([...coloursIn(await found.bytes(path), area).keys()].filter(each => each !== EDGE)).toEqual([POST])
  }
  // What was in the page before the as-seen frame is said, in its place.
  expect(steps.slice(0, 2).map(({ name }) => name)).toEqual(["picker", "as-seen"])
  expect(found.log.filter(({ step }) => step === "picker").map(({ what }) => what)).toEqual([
    "picker shown before the first frame, and gone from the page before it",
  ])
  await hasNoInk(found)
  expect(await documentOf(surface)).toBe(html)

  const popup = await openPopup(browser.driven, surface)
  await popup.click("#recent [data-capture]")
  const said = await popup.waitFor<string>(`document.querySelector("[data-line=post] dd")?.textContent`)
  for (const number of ["40", "1,100", "600", "1,000"]) expect(said).toContain(number)
  expect(await judged(popup)).toEqual({ wrong: [], sideways: false })
  await popup.close()
  await surface.close()
})

test("by the keys alone the same is had, from the popup on", async () => {
  const surface = await browser.driven.newPage(`${site.origin}/posts`)
  const [before, html] = [await count(), await documentOf(surface)]
  const popup = await openPopup(browser.driven, surface)
  await popup.waitFor(() => document.activeElement?.id === "capture")
  if (target === "firefox") {
    // The popup of a Firefox without a display hears no keys from here. The step is a plain button.
    await popup.click("#pick")
  } else {
    for (
      let tabs = 0;
      tabs < 5 && (await popup.evaluate(() => document.activeElement?.id)) !== "pick";
      tabs++
    )
      await popup.press("Tab")
    await popup.press("Enter")
  }
  await untilShown(surface)
  await surface.press("Tab")
  await surface.press("ArrowUp")
  await surface.press("ArrowDown")
  await surface.press("Enter")
  const found = await captured(before)
  expect(found.gaps).toEqual([])
  await isPostTwo(found)
  await hasNoInk(found)
  expect(await documentOf(surface)).toBe(html)
  await surface.close()
})

test("the popup may be opened again meanwhile: the picker stays, and is answered", async () => {
  const surface = await browser.driven.newPage(`${site.origin}/posts`)
  const before = await count()
  await pick(surface)
  const popup = await openPopup(browser.driven, surface)
  await popup.waitFor(() => document.body.dataset.view === "ready")
  const walls =
    await popup.evaluate(`browser.tabs.query({ active: true, currentWindow: true }).then(([tab]) =>
    browser.runtime.sendMessage({ api: "background", method: "readWalls", input: { tabId: tab.id } }))`)
  expect(walls).toEqual({ ok: true, value: { walls: [] } })
  await popup.close()
  await untilShown(surface)
  await surface.click("#two")
  const found = await captured(before)
  expect(found.gaps).toEqual([])
  await isPostTwo(found)
  await surface.close()
})

test("Escape lets it be: nothing is captured, and the page stands as it stood", async () => {
  const surface = await browser.driven.newPage(`${site.origin}/posts`)
  await surface.evaluate(() => {
    getSelection()?.selectAllChildren(document.querySelector("#one") ?? document.body)
  })
  const state = () => [
    document.documentElement.outerHTML,
    scrollX,
    scrollY,
    document.activeElement?.localName,
  ]
  const [before, was] = [await count(), await surface.evaluate(state)]
  await pick(surface)
  // So that what follows can fail: the picker is seen.
  const shot = `${browser.place.folder}/picker.png`
  await surface.screenshot(shot)
  expect(coloursIn(await readFile(shot)).get(INK) ?? 0).toBeGreaterThan(1000)
  await surface.press("Tab")
  await surface.waitFor(() => scrollY > 0)
  await surface.press("Escape")
  await surface.waitFor(() => document.querySelector("html > [role=application]") === null)
  expect(await surface.evaluate(state)).toEqual(was)
  expect(await count()).toBe(before)
  await surface.close()
})

test("events that the page's own scripts make choose nothing", async () => {
  const surface = await browser.driven.newPage(`${site.origin}/posts`)
  const before = await count()
  await pick(surface)
  await surface.evaluate(() => {
    for (const target of [window, document.body, document.querySelector("html > [role=application]")]) {
      target?.dispatchEvent(new MouseEvent("click", { bubbles: true, clientX: 300, clientY: 300 }))
      target?.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, key: "Enter" }))
    }
  })
  expect(await surface.evaluate(() => document.querySelector("html > [role=application]") !== null)).toBe(
    true,
  )
  await surface.press("Escape")
  expect(await count()).toBe(before)
  await surface.close()
})

test("a post in a box that scrolls is cut out of the frames of the box", async () => {
  const surface = await browser.driven.newPage(`${site.origin}/shell`)
  const [before, html] = [await count(), await documentOf(surface)]
  await pick(surface)
  await surface.click("#two")
  const found = await captured(before)
  expect(found.gaps).toEqual([])
  await isPostTwo(found)
  const { post: told, frames } = await recordOf(found)
  const boxed = new Set(frames.filter(({ box }) => box !== undefined).map(({ path }) => path))
  expect(told?.from.every(path => boxed.has(path))).toBe(true)
  await hasNoInk(found)
  expect(await documentOf(surface)).toBe(html)
  await surface.close()
})

test("a box that is passed over as a menu is captured to its end when it is pointed at", async () => {
  const surface = await browser.driven.newPage(`${site.origin}/menu`)
  const unpicked = await caught(browser.driven, surface)
  expect(unpicked.row.boxes).toEqual([])
  const before = await count()
  await pick(surface)
  await surface.press("Enter")
  const found = await captured(before)
  expect({ gaps: found.gaps, boxes: found.row.boxes.map(({ contentHeight }) => contentHeight) }).toEqual({
    gaps: [],
    boxes: [700],
  })
  expect((await recordOf(found)).post).toMatchObject({ box: 1, x: 0, y: 100, width: 400, height: 300 })
  await surface.close()
})

describe("words that are selected", () => {
  test("are found in the frames, to the pixel, and stay selected", async () => {
    const surface = await browser.driven.newPage(`${site.origin}/quoted`)
    const selection = () => String(getSelection())
    await surface.evaluate(() => {
      getSelection()?.selectAllChildren(document.querySelector("#quote") ?? document.body)
      scrollTo(0, 1200)
    })
    const was = await surface.evaluate(selection)
    const found = await caught(browser.driven, surface)
    expect(await surface.evaluate(selection)).toBe(was)

    const { quote, frames } = await recordOf(found)
    expect(quote?.text).toBe("the quoted sentence that is long enough for two lines")
    expect(quote?.rects.length).toBeGreaterThan(1)
    const held = new Set(quote?.frames.map(({ path }) => path))
    expect(held.has("frames/0000.png")).toBe(true)
    expect(held.size).toBeGreaterThan(1)
    for (const { path, rect, ...area } of quote?.frames ?? []) {
      const frame = frames.find(each => each.path === path)
      expect([...coloursIn(await found.bytes(path), area).keys()].map(hexColour)).toEqual([hexColour(QUOTE)])
      const line = quote?.rects[rect]
      if (area.height === line?.height)
        expect([area.x + (frame?.x ?? 0), area.y + (frame?.y ?? 0)]).toEqual([line.x, line.y])
    }
    await surface.close()
  })
})

describe("folded text in the chosen post", () => {
  test.each([
    { extras: [], clicked: 0, height: null },
    { extras: ["unfold"], clicked: 1, height: 300 },
  ])("with extras $extras, $clicked labels are clicked", async ({ extras, clicked, height }) => {
    const surface = await browser.driven.newPage(`${site.origin}/folded`)
    for (const extra of extras) await switchOn(browser.driven, extra)
    await surface.bringToFront()
    const before = await count()
    await pick(surface)
    await surface.click("#two .text")
    const found = await captured(before)
    const { post: told } = await recordOf(found)
    expect(told?.clicks.map(({ words }) => words)).toEqual(clicked === 0 ? [] : ["展开全文"])
    expect(told?.height).toBeGreaterThan(height ?? 0)
    if (height === null) expect(told?.height).toBeLessThan(200)
    expect(shown(found.row).includes("unfold")).toBe(clicked > 0)
    expect(
      found.log.filter(({ step, detail }) => step === "unfold" && detail.property === "click"),
    ).toHaveLength(clicked)
    // The link leads away and is not clicked; the other post is not the chosen one. Both stay folded, and are a gap.
    expect(
      await surface.evaluate(() => [location.pathname, document.querySelectorAll(".open").length]),
    ).toEqual(["/folded", clicked])
    expect(found.gaps).toEqual(["folded:not-unfolded"])
    await surface.close()
  })
})
