/** What stands in a page (28, 33–40): frames, shadow roots, scripts of the world, colours, layers over the page. */
import { expect } from "vitest"
import { BAND, bandColour, bandsPage } from "../harness/bands.ts"
import { type Colour, hexColour } from "../harness/picture.ts"
import { target } from "../harness/target.ts"
import { block, HEIGHT, html, type NastyPage, script, style, typed } from "./page.ts"

const LEFT = 100
const MARK: Colour = 0x0055aa

/** A column of its own beside the bands, which it does not push. */
const beside = (content: string, css = "") =>
  `<div style="position:absolute;left:0;top:0;width:300px;${css}">${content}</div>`

const cells = (count: number) =>
  Array.from({ length: count }, (_, band) => block(BAND, bandColour(band))).join("")

const words: Readonly<Record<string, string>> = {
  Arabic: "هذا الرجل كذّاب ومحتال",
  Persian: "این شخص کلاهبردار است",
  Hebrew: "האיש הזה שקרן",
  Chinese: "此人诈骗，骗取钱财",
  Japanese: "この人は詐欺師です（縦書き）",
  emoji: "🤥👨‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿",
  combining: "Z̸a̷l̵g̶o̷ é",
  override: "he is \u202ereverof raey a rof tsrif eht\u202c a liar",
}

const pixel = (colour: Colour) =>
  typed(
    "image/svg+xml",
    `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"><rect width="300" height="100" fill="${hexColour(colour)}"/></svg>`,
  )

export const content: readonly NastyPage[] = [
  {
    numbers: [28],
    name: "thirty pictures that load when they are seen",
    page: bandsPage(HEIGHT, {
      body: beside(
        Array.from(
          { length: 30 },
          () => `<img src="/nasty-lazy.svg" loading="lazy" width="300" height="100" style="display:block">`,
        ).join(""),
      ),
    }),
    routes: { "/nasty-lazy.svg": pixel(MARK) },
    spots: [{ x: LEFT, colour: MARK, rows: [[0, HEIGHT]] }],
  },
  {
    numbers: [28],
    name: "pictures whose address is filled in by an observer",
    page: bandsPage(HEIGHT, {
      body: `${beside(Array.from({ length: 10 }, () => `<img data-src="/nasty-seen.svg" width="300" height="100" style="display:block;margin-bottom:200px">`).join(""))}${script(
        `const observer = new IntersectionObserver(entries => { for (const { target, isIntersecting } of entries) if (isIntersecting) target.src = target.dataset.src })
         for (const image of document.images) observer.observe(image)`,
      )}`,
    }),
    routes: { "/nasty-seen.svg": pixel(MARK) },
    changed: { html: "pictures have addresses" },
    spots: [
      {
        x: LEFT,
        colour: MARK,
        rows: Array.from({ length: 10 }, (_, index) => [index * 300, index * 300 + 100] as const),
      },
    ],
  },
  {
    numbers: [33],
    name: "things that move by themselves, beside what stands still",
    page: bandsPage(HEIGHT, {
      head: style(
        `@keyframes turn { to { transform: rotate(1turn) } } .turn { width: 80px; height: 80px; background: #f40; animation: turn 1s linear infinite } canvas { display: block; margin: 300px 0 }`,
      ),
      body: `${beside(`<div class="turn"></div><canvas width="200" height="200"></canvas><p id="count" style="background:#ff0;margin:0">0</p>`)}${script(
        `const brush = document.querySelector("canvas").getContext("2d"); let n = 0
         const step = () => { n += 1; brush.fillStyle = "hsl(" + n % 360 + " 100% 50%)"; brush.fillRect(0, 0, 200, 200); requestAnimationFrame(step) }; step()
         document.querySelector("#count").textContent = Date.now() % 1e6`,
      )}`,
    }),
  },
  {
    numbers: [35],
    name: "frames: with srcdoc, sandboxed, and three inside one another",
    page: bandsPage(HEIGHT, {
      body: beside(
        `<iframe srcdoc="<body style='margin:0;background:${hexColour(MARK)}'>" width="300" height="400" style="border:0;display:block"></iframe>
         <iframe sandbox src="/nasty-plain" width="300" height="400" style="border:0;display:block"></iframe>
         <iframe src="/nasty-nest-1" width="300" height="1200" style="border:0;display:block"></iframe>`,
        "line-height:0",
      ),
    }),
    routes: {
      "/nasty-plain": html(`<body style="margin:0;background:${hexColour(MARK)}">`),
      "/nasty-nest-1": html(
        `<body style="margin:0"><iframe src="/nasty-nest-2" width="300" height="1200" style="border:0;display:block"></iframe>`,
      ),
      "/nasty-nest-2": html(
        `<body style="margin:0"><iframe src="/nasty-nest-3" width="300" height="1200" style="border:0;display:block"></iframe>`,
      ),
      "/nasty-nest-3": html(
        `<body style="margin:0;background:${hexColour(MARK)}"><p style="color:${hexColour(MARK)}">three inside one another`,
      ),
    },
    // A sandboxed frame is of no site: its document is closed to everybody.
    gaps: ["frame-content:cross-origin"],
    spots: [{ x: 290, colour: MARK, rows: [[0, 2000]] }],
    check: async seen => {
      expect(await seen.text("text.txt")).toContain("three inside one another")
    },
  },
  {
    numbers: [35],
    name: "a frame taller than the window that scrolls by itself",
    page: bandsPage(HEIGHT, {
      body: beside(
        `<iframe src="/nasty-tall" width="300" height="1000" style="border:0;display:block"></iframe>`,
      ),
    }),
    routes: { "/nasty-tall": html(`<!doctype html>${style("body { margin: 0 }")}<body>${cells(24)}`) },
    check: async seen => {
      const column = await seen.column(LEFT, 1)
      expect(column).toEqual(Array.from({ length: 2400 }, (_, y) => bandColour(Math.floor(y / BAND))))
    },
  },
  {
    numbers: [36],
    name: "declarative and closed shadow roots, slots, and constructed style sheets",
    page: bandsPage(HEIGHT, {
      body: `${beside(`<my-open><template shadowrootmode="open"><style>:host { display: block; height: 500px; background: ${hexColour(MARK)} } slot { color: ${hexColour(MARK)} }</style><slot></slot></template>in the slot</my-open><my-closed></my-closed>`)}${script(
        `const sheet = new CSSStyleSheet(); sheet.replaceSync(":host { display: block; height: 900px; background: ${hexColour(MARK)}; color: ${hexColour(MARK)} }")
         const root = document.querySelector("my-closed").attachShadow({ mode: "closed" }); root.adoptedStyleSheets = [sheet]; root.innerHTML = "<p style=margin:0>behind a closed door</p>"`,
      )}`,
    }),
    spots: [{ x: 290, colour: MARK, rows: [[0, 1400]] }],
    check: async seen => {
      const text = await seen.text("text.txt")
      expect(text).toContain("in the slot")
      expect(text).toContain("behind a closed door")
    },
  },
  {
    numbers: [37],
    name: "the scripts of the world, in the text and in the document to the letter",
    page: bandsPage(HEIGHT, {
      body: beside(
        Object.values(words)
          .map(text => `<p>${text}</p>`)
          .join(""),
      ),
    }),
    check: async seen => {
      const [text, dom] = [await seen.text("text.txt"), await seen.text("dom-after.html")]
      for (const each of Object.values(words)) {
        // Firefox leaves out of what it lays out the signs that turn the direction.
        expect(text).toContain(target === "firefox" ? each.replace(/[\u202a-\u202e]/g, "") : each)
        expect(dom).toContain(each)
      }
    },
  },
  {
    numbers: [38],
    name: "what is for print only is not shown, and what is for the screen only is",
    page: bandsPage(HEIGHT, {
      head: style(
        `.print { display: none; position: absolute; left: 0; top: 0; width: 300px; height: 300px; background: #f00 } .screen { position: absolute; left: 0; top: 500px; width: 300px; height: 200px; background: ${hexColour(MARK)} }
         @media print { .print { display: block } .screen { display: none } }`,
      ),
      body: `<div class="print"></div><div class="screen"></div>`,
    }),
    spots: [
      { x: LEFT, colour: 0xff0000, rows: [] },
      { x: LEFT, colour: MARK, rows: [[500, 700]] },
    ],
  },
  {
    numbers: [39],
    name: "colours of the newer kinds",
    page: bandsPage(HEIGHT, {
      body: beside(
        `<div style="height:200px;background:color-mix(in srgb, #f00 50%, #00f)"></div><div style="height:200px;background:oklch(1 0 0)"></div><div style="height:200px;background:color(srgb 0 1 0)"></div>`,
      ),
    }),
    spots: [
      { x: LEFT, colour: 0x800080, rows: [[0, 200]] },
      { x: LEFT, colour: 0xffffff, rows: [[200, 400]] },
      { x: LEFT, colour: 0x00ff00, rows: [[400, 600]] },
    ],
  },
  {
    numbers: [40],
    name: "a popover that is open",
    page: bandsPage(HEIGHT, {
      head: style(
        `[popover] { margin: 0; border: 0; padding: 0; inset: auto; left: 0; top: 20px; width: 300px; height: 200px; background: ${hexColour(MARK)} }`,
      ),
      body: `<div popover></div>${script(`document.querySelector("[popover]").showPopover()`)}`,
    }),
    spots: [{ x: LEFT, colour: MARK, rows: [[20, 220]] }],
  },
  {
    numbers: [40],
    name: "a modal dialog in the top layer, with what darkens the page behind it",
    page: bandsPage(HEIGHT, {
      head: style(
        `dialog { margin: 0; border: 0; padding: 0; left: 0; top: 20px; width: 300px; height: 200px; background: ${hexColour(MARK)} } dialog::backdrop { background: rgb(255 0 0 / 0) }`,
      ),
      body: `<dialog></dialog>${script(`document.querySelector("dialog").showModal()`)}`,
    }),
    spots: [{ x: LEFT, colour: MARK, rows: [[20, 220]] }],
  },
  {
    numbers: [40],
    name: "a wall of cookies over the whole window",
    page: bandsPage(HEIGHT, {
      head: style(`#wall { position: fixed; inset: 0; background: rgb(0 0 0 / .5) }`),
      body: `<div id="wall"><button>OK</button></div>`,
    }),
    bands: null,
    // The first screen is darkened, and what is below is not: that is told.
    gaps: { chrome: ["seam:moved"], firefox: [] },
    check: async seen => {
      const column = await seen.column(LEFT)
      const bare = column.findIndex((colour, y) => colour === bandColour(Math.floor(y / BAND)))
      expect(bare).toBeGreaterThan(600)
      expect(
        column.slice(bare).every((colour, y) => colour === bandColour(Math.floor((y + bare) / BAND))),
      ).toBe(true)
    },
  },
]
