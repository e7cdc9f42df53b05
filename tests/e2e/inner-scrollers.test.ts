/** Boxes that scroll by themselves, each captured to its end: every row of what they hold, and the page left as it was. */
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type BoxRecord } from "../../src/core/frames.ts"
import { BAND, bandColour } from "./harness/bands.ts"
import { caught } from "./harness/caught.ts"
import { type Bundle, exportBundle, gapName, type Item, keep } from "./harness/exported.ts"
import { installed } from "./harness/installed.ts"
import { type Colour, hexColour, stitchedRows } from "./harness/picture.ts"
import { sharedEntries } from "./harness/shared.ts"
import { servePages } from "./harness/site.ts"
import { target } from "./harness/target.ts"

/** Bands from `first` on, so that each box of a page has its own. */
const bands = (count: number, first = 0) =>
  Array.from(
    { length: count },
    (_, band) =>
      `<div style="flex:none;height:${BAND}px;background:${hexColour(bandColour(first + band))}"></div>`,
  ).join("")

const pageWith = (head: string, body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>boxes</title><style>body{margin:0}${head}</style><body>${body}</body></html>`

interface Shape {
  readonly page: string
  /** What each box holds, as the number of its first band and how many there are; the largest box first. */
  readonly boxes: readonly (readonly [first: number, count: number])[]
  readonly gaps?: readonly string[]
}

const shell = "html,body{height:100%;overflow:hidden}"

const shapes: Readonly<Record<string, Shape>> = sharedEntries({
  "an app whose main part scrolls and whose page does not": {
    page: pageWith(
      `${shell} header{height:60px;background:#036} main{height:calc(100% - 60px);overflow-y:auto}`,
      `<header></header><main id="box">${bands(40)}</main>`,
    ),
    boxes: [[0, 40]],
  },
  "a list and a pane side by side": {
    page: pageWith(
      `${shell} #both{display:flex;height:100%} #list{width:300px;overflow:auto} #pane{flex:1;overflow:auto}`,
      `<div id="both"><div id="list">${bands(20, 50)}</div><div id="pane">${bands(30)}</div></div>`,
    ),
    boxes: [
      [0, 30],
      [50, 20],
    ],
  },
  "a dialog over a page that is locked": {
    page: pageWith(
      `body{overflow:hidden} .veil{position:fixed;inset:0;background:#0008} .dialog{position:fixed;inset:80px 200px;overflow:auto;background:#fff}`,
      `<p style="height:3000px">页面</p><div class="veil"></div><div class="dialog">${bands(25)}</div>`,
    ),
    boxes: [[0, 25]],
    // Where a page is scrolled, its first screen has the veil over it, and those below have not.
    gaps: target === "chrome" ? ["seam:moved"] : [],
  },
  "a page that scrolls, with a box far below": {
    page: pageWith(
      `.bar{position:fixed;left:0;right:0;bottom:0;height:50px;background:#600} .box{height:300px;width:400px;overflow:auto;border:7px solid #123}`,
      `<div style="height:2500px"></div><div class="box">${bands(12)}</div><div style="height:900px"></div><div class="bar"></div>`,
    ),
    boxes: [[0, 12]],
  },
  "a box taller than the window": {
    page: pageWith(
      `.box{height:1500px;width:500px;overflow:auto}`,
      `<div style="height:300px"></div><div class="box">${bands(40)}</div><div style="height:200px"></div>`,
    ),
    boxes: [[0, 40]],
  },
  "a chat that is laid out from its newest line": {
    page: pageWith(
      `${shell} #chat{height:500px;display:flex;flex-direction:column-reverse;overflow-y:auto}`,
      `<div id="chat"><div>${bands(30)}</div></div>`,
    ),
    boxes: [[0, 30]],
  },
  "a chat that loads older lines when it is scrolled up": {
    page: pageWith(
      `${shell} #chat{height:500px;overflow-y:auto}`,
      `<div id="chat"><div>${bands(10, 20)}</div></div><script>
        const chat = document.querySelector("#chat")
        const older = [${JSON.stringify(bands(10, 10))}, ${JSON.stringify(bands(10, 0))}]
        chat.scrollTop = 1e6
        chat.addEventListener("scroll", () => {
          if (chat.scrollTop > 5 || older.length === 0) return
          const html = older.shift()
          setTimeout(() => {
            const before = chat.scrollHeight
            chat.firstElementChild.insertAdjacentHTML("afterbegin", html)
            chat.scrollTop += chat.scrollHeight - before
          }, 120)
        })
      </script>`,
    ),
    boxes: [[0, 30]],
  },
  "a frame of the same site": {
    page: pageWith(
      "iframe{border:5px solid #444;padding:3px;margin:20px;display:block}",
      `<div style="height:1000px"></div><iframe src="/inner-frame" width="600" height="350"></iframe>`,
    ),
    boxes: [[0, 15]],
  },
  "a box in a closed shadow root, in a box": {
    page: pageWith(
      `#outer{height:400px;overflow:auto;width:600px}`,
      `<div id="outer">${bands(9)}<my-list></my-list></div><script>
        document.querySelector("my-list").attachShadow({ mode: "closed" }).innerHTML =
          '<div style="height:200px;overflow:auto">' + ${JSON.stringify(bands(11, 30))} + "</div>"
      </script>`,
    ),
    boxes: [
      [0, 9],
      [30, 11],
    ],
  },
})

/** Content comes in above what is seen, three bands high: a seam there shows nearly the same colours. */
const shifting = (box: string, scroller: string) => `<script>
  const box = ${box}
  let done = false
  ${scroller}.addEventListener("scroll", () => {
    if (box.scrollTop < 500 || done) return
    done = true
    setTimeout(() => { box.querySelector("div").insertAdjacentHTML("beforebegin", ${JSON.stringify(bands(3, 60))}) }, 120)
  })
</script>`

/** Boxes that are not of one state: what may never be is that nobody is told. */
const torn: Readonly<Record<string, string>> = sharedEntries({
  "a box whose content moves down while it is scrolled": pageWith(
    `${shell} #box{height:500px;overflow-y:auto}`,
    `<div id="box">${bands(30)}</div>${shifting(`document.querySelector("#box")`, "box")}`,
  ),
  "a frame whose content does": pageWith(
    "iframe{display:block}",
    `<div style="height:200px"></div><iframe src="/shifting-frame" width="600" height="350"></iframe>`,
  ),
})

const site = await servePages({
  ...Object.fromEntries(Object.values(torn).map((page, index) => [`/torn-${index}`, page])),
  "/shifting-frame": pageWith("", bands(30) + shifting("document.scrollingElement", "document")),
  ...Object.fromEntries(Object.values(shapes).map(({ page }, index) => [`/${index}`, page])),
  "/inner-frame": pageWith("", bands(15)),
})
afterAll(() => site.close())

const browser = installed()
const held: { bundle?: Bundle; readonly items: Map<string, { item: string; moved: unknown }> } = {
  items: new Map(),
}

/** Every scroll position that is not zero, of the page and of all in it. */
const positions = (): readonly string[] => {
  const found: string[] = [`${String(scrollX)} ${String(scrollY)}`]
  for (const element of document.querySelectorAll("*")) {
    if (element.scrollTop !== 0) found.push(`${element.localName} ${String(element.scrollTop)}`)
  }
  return found
}

beforeAll(async () => {
  for (const [index, name] of Object.keys(shapes).entries()) {
    const page = await browser.driven.newPage(`${site.origin}/${index}`)
    const before = await page.evaluate(positions)
    const { item } = await keep(browser.driven, page)
    held.items.set(name, { item, moved: [before, await page.evaluate(positions)] })
    if (index < Object.keys(shapes).length - 1) await page.close()
    else held.bundle = await exportBundle(browser.driven, page, browser.place.folder)
  }
})

describe.each(Object.entries(shapes))("%s", (name, { boxes, gaps: wanted = [] }) => {
  const kept = () => held.items.get(name) ?? expect.unreachable("captured before the tests")
  const item = (): Item => held.bundle?.item(kept().item) ?? expect.unreachable("exported before the tests")

  test("no box is a gap: each has its own pictures", () => {
    const { complete, gaps, boxes: recorded = [] } = item().record
    expect({ complete, gaps: gaps.map(gapName) }).toEqual({
      complete: wanted.length === 0,
      gaps: wanted,
    })
    expect(recorded.map(({ box }) => box).sort()).toEqual(boxes.map((_, index) => index + 1))
  })

  test("every row of what each box holds has its one colour", () => {
    for (const [index, [first, count]] of boxes.entries()) {
      const rows: (Colour | null)[] = []
      for (const { row, picture } of stitchedRows(item(), index + 1))
        rows.push(picture.rowColour(row, narrowest(item().record.boxes ?? [])))
      const wrong = rows.flatMap((colour, y) =>
        y >= count * BAND || colour === bandColour(first + Math.floor(y / BAND))
          ? []
          : [`${y}: ${hexColour(colour)}`],
      )
      expect({ box: index + 1, rows: rows.length, wrong: wrong.slice(0, 5) }).toEqual({
        box: index + 1,
        rows: rowsOf(name, count),
        wrong: [],
      })
    }
  })

  test("its frames say in numbers where the box is in them", () => {
    for (const { box } of item().record.boxes ?? []) {
      const frames = item().record.frames.filter(frame => frame.box?.box === box)
      expect(frames.length).toBeGreaterThan(0)
      for (const { width, height, box: part } of frames) {
        if (part === undefined) continue
        expect(part.left + part.width).toBeLessThanOrEqual(width)
        expect(part.top + part.height).toBeLessThanOrEqual(height)
      }
    }
  })

  test("the page and its boxes stand where they stood", () => {
    const [before, after] = kept().moved as [unknown, unknown]
    // What loads older lines has a longer way to where it stood, and keeps its own place.
    if (name.includes("loads older")) return
    expect(after).toEqual(before)
  })
})

describe.each(Object.keys(torn))("%s", name => {
  test("is called so", async () => {
    const page = await browser.driven.newPage(`${site.origin}/torn-${Object.keys(torn).indexOf(name)}`)
    const { gaps } = await caught(browser.driven, page)
    expect(gaps).toContain("seam:moved")
    await page.close()
  })
})

/** A box in a box has a scrollbar of its own, further in. */
const narrowest = (boxes: readonly BoxRecord[]): number => Math.min(...boxes.map(({ width }) => width))

/** The box around another shows that one's 200 px too, at its lower end. */
const rowsOf = (name: string, count: number): number =>
  count * BAND + (name.includes("in a box") && count === 9 ? 200 : 0)
