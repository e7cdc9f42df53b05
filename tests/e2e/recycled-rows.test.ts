/** Lists that take rows away once they are out of sight: every row that was on the screen is in the pictures, the text, and the documents kept. */
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { bandColour } from "./harness/bands.ts"
import { type Bundle, exportBundle, type Item, keep } from "./harness/exported.ts"
import { installed } from "./harness/installed.ts"
import { hexColour, stitchedRows } from "./harness/picture.ts"
import { sharedEntries } from "./harness/shared.ts"
import { servePages } from "./harness/site.ts"
import { sizeOf } from "./harness/sizes.ts"

const ROWS = sizeOf("rows")
const ROW = 40
const words = (row: number) => `第${String(row).padStart(3, "0")}行的话`
const colours = Array.from({ length: ROWS }, (_, row) => hexColour(bandColour(row)))

/** Draws the rows in sight of `scroller`, and two more on each side, the way that `how` says. */
const list = (scroller: string, how: string) => `<script>
  const colours = ${JSON.stringify(colours)}
  const words = row => "第" + String(row).padStart(3, "0") + "行的话"
  const scroller = ${scroller}
  const room = document.querySelector("#room")
  const isPage = scroller === window
  const rowOf = row => {
    const made = document.createElement("div")
    made.className = "row"
    fill(made, row)
    return made
  }
  const fill = (element, row) => {
    element.textContent = words(row)
    element.style.cssText = "position:absolute;left:0;right:0;height:${ROW}px;overflow:hidden;font:0/0 a;top:" + row * ${ROW} + "px;background:" + colours[row]
  }
  const draw = () => {
    const top = isPage ? scrollY - room.offsetTop : scroller.scrollTop
    const height = isPage ? innerHeight : scroller.clientHeight
    const first = Math.max(0, Math.floor(top / ${ROW}) - 2)
    const end = Math.min(${ROWS}, Math.ceil((top + height) / ${ROW}) + 2)
    ;(${how})(first, end)
  }
  addEventListener("scroll", () => requestAnimationFrame(draw), true)
  draw()
</script>`

/** Rows that stay are the same elements; others go and come. */
const KEYED = `(first, end) => {
  const kept = new Map(Array.from(room.children, row => [Number(row.dataset.row), row]))
  for (const [row, element] of kept) if (row < first || row >= end) element.remove()
  for (let row = first; row < end; row++) {
    if (kept.has(row)) continue
    const made = rowOf(row)
    made.dataset.row = row
    room.append(made)
  }
}`
/** All are made anew each time. */
const ANEW = `(first, end) => room.replaceChildren(...Array.from({ length: end - first }, (_, at) => rowOf(first + at)))`
/** The same elements, put to use for other rows. */
const REUSED = `(first, end) => {
  while (room.children.length < end - first) room.append(rowOf(0))
  while (room.children.length > end - first) room.lastChild.remove()
  for (let row = first; row < end; row++) fill(room.children[row % room.children.length], row)
}`

const pageWith = (head: string, body: string) =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>长列表</title><style>body{margin:0}#room{position:relative;height:${ROWS * ROW}px}${head}</style><body>${body}</body></html>`
const box = (how: string) =>
  pageWith(
    "html,body{height:100%;overflow:hidden}#box{height:100%;overflow-y:auto}",
    `<main id="box"><div id="room"></div></main>${list('document.querySelector("#box")', how)}`,
  )
const whole = (how: string) =>
  pageWith(
    "",
    `<h1 style="margin:0;height:50px">列表之前</h1><div id="room"></div><footer style="height:30px">列表之后</footer>${list("window", how)}`,
  )

interface Shape {
  readonly page: string
  /** The box that it stands in; undefined for the page itself. */
  readonly box?: number
  /** Where its first row begins in the stitched picture. */
  readonly above: number
}

const shapes: Readonly<Record<string, Shape>> = sharedEntries({
  "a page whose rows go and come": { page: whole(KEYED), above: 50 },
  "a page whose rows are made anew": { page: whole(ANEW), above: 50 },
  "a page whose rows are put to use again": { page: whole(REUSED), above: 50 },
  "a box whose rows go and come": { page: box(KEYED), box: 1, above: 0 },
  "a box whose rows are put to use again": { page: box(REUSED), box: 1, above: 0 },
})

const plain = pageWith(
  "#room{height:auto}",
  Array.from({ length: 200 }, (_, row) => `<p>${words(row)}</p>`).join(""),
)
const site = await servePages({
  ...Object.fromEntries(Object.values(shapes).map(({ page }, index) => [`/${index}`, page])),
  "/plain": plain,
})
afterAll(() => site.close())

const browser = installed()
const held: { bundle?: Bundle; readonly items: Map<string, string> } = { items: new Map() }

beforeAll(async () => {
  const page = await browser.driven.newPage("about:blank")
  for (const [index, name] of [...Object.keys(shapes), "plain"].entries()) {
    await page.goto(`${site.origin}/${name === "plain" ? name : index}`)
    held.items.set(name, (await keep(browser.driven, page)).item)
  }
  held.bundle = await exportBundle(browser.driven, page, browser.place.folder)
})

function itemOf(name: string): Item {
  const item = held.items.get(name)
  if (held.bundle === undefined || item === undefined) expect.unreachable(`${name} was not captured`)
  return held.bundle.item(item)
}

const documentsAt = ({ record }: Item) =>
  record.files.filter(({ path }) => /^dom-at-\d{4,}\.html$/.test(path))

describe.each(Object.entries(shapes))("%s", (name, { box: of, above }) => {
  const item = () => itemOf(name)

  test("is complete as loaded", () => {
    expect(item().record.gaps).toEqual([])
  })

  test("has the text of every row in text.txt once, in order", () => {
    const found = item()
      .text("text.txt")
      .match(/第\d{3}行的话/g)
    expect(found).toEqual(Array.from({ length: ROWS }, (_, row) => words(row)))
  })

  test("has every row in the pictures, in its colour", () => {
    const wrong: string[] = []
    let last = 0
    for (const { y, row, picture } of stitchedRows(item(), of)) {
      const at = Math.floor((y - above) / ROW)
      last = Math.max(last, at)
      if (at < 0 || at >= ROWS || (y - above) % ROW < 2 || (y - above) % ROW > ROW - 2) continue
      const colour = picture.rowColour(row, 200)
      if (colour !== bandColour(at)) wrong.push(`${y}: ${hexColour(colour)}`)
    }
    expect({ wrong: wrong.slice(0, 5), last: last >= ROWS - 1 }).toEqual({ wrong: [], last: true })
  })

  test("has every row in the documents kept at the stops, each named after the frame that it belongs to", () => {
    const kept = documentsAt(item())
    expect(kept.length).toBeGreaterThan(10)
    const frames = new Set(item().record.frames.map(({ path }) => path))
    const rows = new Set<string>()
    for (const { path, source } of kept) {
      expect(source).toBe("dom")
      expect(frames).toContain(`frames/${path.slice("dom-at-".length, -".html".length)}.png`)
      for (const [found] of item()
        .text(path)
        .matchAll(/第\d{3}行的话/g))
        rows.add(found)
      expect(item().text(path), "what we changed of the page is not in it").not.toMatch(
        /scroll-snap-type|!important/,
      )
    }
    expect(rows.size).toBe(ROWS)
    expect(new Set(kept.map(({ sha256 }) => sha256)).size, "none twice").toBe(kept.length)
  })
})

test("what stands before and after the list stays where it is in the text", () => {
  const whole = Object.keys(shapes).find(name => name.startsWith("a page")) ?? expect.unreachable("no page")
  const text = itemOf(whole).text("text.txt")
  expect(
    text
      .replaceAll(/第\d{3}行的话\n?/g, "")
      .replaceAll(/\s+/g, " ")
      .trim(),
  ).toBe("列表之前 列表之后")
})

test("a page that takes nothing away has no documents but the two", () => {
  const { record } = itemOf("plain")
  expect(record.complete).toBe(true)
  expect(record.files.filter(({ source }) => source === "dom").map(({ path }) => path)).toEqual([
    "dom-after.html",
    "dom-before.html",
    "text.txt",
  ])
})
