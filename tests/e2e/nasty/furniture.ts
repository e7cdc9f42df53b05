/** What stays in the window while the page scrolls (3–5), and what only looks as if it did. */
import { expect } from "vitest"
import { BAND, bandsPage } from "../harness/bands.ts"
import { type Colour, hexColour } from "../harness/picture.ts"
import { block, HEIGHT, type NastyPage, script, style } from "./page.ts"
import { columnOf, type Seen } from "./seen.ts"

const HEAD: Colour = 0x0055aa
const BAR: Colour = 0xaa5500
/** Left of the middle column, so that the bands can be seen beside it. */
const LEFT = 100

const bar = (css: string, colour = HEAD) =>
  `position:fixed;left:0;width:300px;height:60px;background:${hexColour(colour)};${css}`
const onScroll = (code: string) => script(`addEventListener("scroll", () => { ${code} })`)

/** What was hidden stands in the log, with its selector and what was there before. */
function expectLogged(seen: Seen, selector: string, property: string, old = ""): void {
  const changed = seen.log.filter(({ what }) => what === "page changed by us").map(({ detail }) => detail)
  expect(changed).toContainEqual(expect.objectContaining({ selector, property, old }))
}

/** The raw frame of the untouched page has it; no frame after the first of a pass does. */
async function expectInFirstFrameOnly(seen: Seen, colour: Colour): Promise<void> {
  const shown: string[] = []
  for (const path of seen.paths.filter(each => each.startsWith("frames/")))
    if (columnOf(await seen.picture(path), LEFT).includes(colour)) shown.push(path)
  expect(shown).toContain("frames/0000.png")
}

const once = [{ x: LEFT, colour: HEAD, rows: [[0, 60]] }] as const
const never = [{ x: LEFT, colour: HEAD, rows: [] }] as const

export const furniture: readonly NastyPage[] = [
  {
    numbers: [4],
    name: "a header that becomes fixed once it is scrolled to, and leaves its room empty",
    page: bandsPage(HEIGHT, {
      head: style(
        `#room { position: absolute; top: 200px; height: 60px } #room div { width: 300px; height: 60px; background: ${hexColour(HEAD)} } .on { position: fixed; top: 0; left: 0 }`,
      ),
      body: `<div id="room"><div></div></div>${onScroll(`document.querySelector("#room div").className = scrollY > 200 ? "on" : ""`)}`,
    }),
    spots: [{ x: LEFT, colour: HEAD, rows: [[200, 260]] }],
    check: seen => expectInFirstFrameOnly(seen, HEAD),
  },
  {
    numbers: [4],
    name: "a header that comes into being below the first screen",
    page: bandsPage(HEIGHT, {
      head: style(`#late { ${bar("top:0")}; display: none } .on #late { display: block }`),
      body: `<div id="late"></div>${onScroll(`document.body.className = scrollY > 900 ? "on" : ""`)}`,
    }),
    spots: never,
  },
  {
    numbers: [4],
    name: "a header that a late style sheet makes fixed, without any change of an element",
    page: bandsPage(HEIGHT, {
      head: style(`#late { ${bar("top:0")}; position: absolute; left: 0 }`),
      body: `<div id="late"></div>${onScroll(`if (scrollY < 900 || document.styleSheets[0].cssRules.length > 1) return; document.styleSheets[0].insertRule("#late { position: fixed !important }", 1)`)}`,
    }),
    spots: once,
  },
  {
    numbers: [4],
    name: "a headroom header: away on the way down, back on the way up",
    page: bandsPage(HEIGHT, {
      head: style(
        `header { ${bar("top:0")}; transition: transform .2s } .away { transform: translateY(-100%) }`,
      ),
      body: `<header></header>${script(`let last = scrollY; addEventListener("scroll", () => { document.querySelector("header").className = scrollY > last && scrollY > 60 ? "away" : ""; last = scrollY })`)}`,
    }),
    spots: once,
    check: seen => {
      // One tile shows the whole of a page this short: nothing had to be hidden.
      if (seen.row.steps.some(({ name }) => name === "scroll-frames"))
        expectLogged(seen, "html > body > header", "opacity")
    },
  },
  {
    numbers: [4],
    name: "a header whose own script writes its style at each scroll",
    page: bandsPage(HEIGHT, {
      head: style(`header { ${bar("top:0")} }`),
      body: `<header style="opacity: .99"></header>${onScroll(`document.querySelector("header").style.opacity = 1 - scrollY / 1e6`)}`,
    }),
    spots: once,
  },
  {
    numbers: [5],
    name: "sticky headings, one a section",
    at: 900,
    page: `<!doctype html>${style("body { margin: 0 } h2 { position: sticky; top: 0; margin: 0; height: 50px; width: 300px } section { position: relative }")}<body>${Array.from(
      { length: 8 },
      (_, index) =>
        `<section><h2 style="background:${hexColour(headingColour(index))}"></h2>${block(450, 0x808080)}</section>`,
    ).join("")}`,
    bands: null,
    spots: Array.from({ length: 8 }, (_, index) => ({
      x: LEFT,
      colour: headingColour(index),
      rows: [[index * 500, index * 500 + 50] as const],
    })),
    check: seen => {
      expectLogged(seen, "html > body > section > h2", "position")
    },
  },
  {
    numbers: [3, 5],
    name: "a bar that sticks to the lower edge, and one in a column of its own",
    page: bandsPage(HEIGHT, {
      head: style(`.low { position: sticky; bottom: 0; height: 40px; width: 300px; background: ${hexColour(HEAD)} }
        aside { position: absolute; right: 0; top: 0; height: ${HEIGHT}px; width: 200px } .side { position: sticky; top: 20px; height: 100px; background: ${hexColour(BAR)} }`),
      body: `<div class="low"></div><aside><div class="side"></div></aside>`,
    }),
    spots: [
      { x: LEFT, colour: HEAD, rows: [[HEIGHT, HEIGHT + 40]] },
      { x: -100, colour: BAR, rows: [[0, 100]] },
    ],
  },
  {
    numbers: [3],
    name: "a bar over the first of two screens, of which the second cannot be scrolled to as a whole",
    page: bandsPage(1_000, { body: `<div style="${bar("top:300px")}"></div>` }),
    at: 0,
    bands: 1_000,
    spots: [{ x: LEFT, colour: HEAD, rows: [[300, 360]] }],
  },
  {
    numbers: [3],
    name: "what is fixed in a box that is moved by a transform scrolls with the page: no row of it is lost",
    page: `<!doctype html>${style("body { margin: 0; height: 3000px } .moved { transform: translateY(0); height: 3000px } .fixed { position: fixed; left: 0; width: 100%; top: 1000px }")}<div class="moved"><div class="fixed">${block(1000, HEAD)}</div></div>`,
    bands: null,
    spots: [{ x: LEFT, colour: HEAD, rows: [[1000, 2000]] }],
  },
  {
    numbers: [10],
    name: "a smooth-scroll library that keeps the whole page fixed, and moves it by a transform",
    page: bandsPage(HEIGHT, {
      head: style("table { position: fixed; left: 0; top: 0 }"),
      body: `<div style="height:${HEIGHT}px"></div>${onScroll(`document.querySelector("table").style.transform = "translateY(" + -scrollY + "px)"`)}`,
    }),
  },
  {
    numbers: [10],
    name: "the same, whose movement lags behind",
    page: bandsPage(HEIGHT, {
      head: style("table { position: fixed; left: 0; top: 0 }"),
      body: `<div style="height:${HEIGHT}px"></div>${script(`let at = 0; const step = () => { at += (scrollY - at) * .2; if (Math.abs(scrollY - at) < .5) at = scrollY; document.querySelector("table").style.transform = "translateY(" + -at + "px)"; requestAnimationFrame(step) }; step()`)}`,
    }),
    before: page => page.waitFor(() => document.querySelector("table")?.style.transform.includes("-300px")),
  },
  {
    numbers: [50],
    name: "a header that a mutation observer puts back at once, whatever is done to it",
    page: bandsPage(HEIGHT, {
      head: style(`header { ${bar("top:0")} }`),
      body: `<header></header>${script(`const header = document.querySelector("header"); new MutationObserver(() => { if (header.hasAttribute("style")) header.removeAttribute("style") }).observe(document, { subtree: true, attributes: true, childList: true })`)}`,
    }),
    // Nobody can win that: what it covers is a gap.
    gaps: { chrome: ["stitched:covered", "seam:moved"], firefox: [] },
  },
]

function headingColour(index: number): Colour {
  return 0x200040 + ((index * BAND * 0x010000) % 0xd00000) + index
}
