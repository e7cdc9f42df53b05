/** Layouts and ways to scroll (8–20): each row of the page once, in its place, or a gap. */
import { expect } from "vitest"
import { BAND, bandColour, bandsPage } from "../harness/bands.ts"
import { hexColour } from "../harness/picture.ts"
import { block, html, HEIGHT, type NastyPage, script, style, typed } from "./page.ts"

const cells = (height: number) =>
  Array.from({ length: height / BAND }, (_, band) => block(BAND, bandColour(band))).join("")

const svgBands = (height: number) =>
  Array.from(
    { length: height / BAND },
    (_, band) =>
      `<rect y="${band * BAND}" width="1280" height="${BAND}" fill="${hexColour(bandColour(band))}"/>`,
  ).join("")

/** As the animation libraries do it: unseen until it has been in the window. */
const reveal = (again: string) => `
  const observer = new IntersectionObserver(entries => { for (const { target, isIntersecting } of entries)
    if (isIntersecting) target.classList.add("seen"); ${again} })
  for (const section of document.querySelectorAll("section")) observer.observe(section)`
const hidden = (rest: string) =>
  `<!doctype html>${style(`body { margin: 0; background: #fff } section { opacity: 0; transition: opacity .5s, transform .5s; transform: translateX(-30px) } .seen { opacity: 1; transform: none }`)}<body>${Array.from(
    { length: 6 },
    (_, index) =>
      `<section>${Array.from({ length: 5 }, (_, band) => block(BAND, bandColour(index * 5 + band))).join("")}</section>`,
  ).join("")}${rest}`

export const layout: readonly NastyPage[] = [
  {
    numbers: [12],
    name: "from right to left, wider than the window, with negative positions",
    page: `<!doctype html><html dir="rtl">${style("body { margin: 0 }")}<body><div style="width:2000px">${cells(HEIGHT)}</div>`,
    before: page => page.evaluate("scrollTo(-300, 300)"),
    gaps: ["width:not-scrolled"],
  },
  {
    numbers: [12],
    name: "from right to left",
    page: `<!doctype html><html dir="rtl">${style("body { margin: 0 }")}<body>${cells(HEIGHT)}`,
  },
  {
    numbers: [11],
    name: "wider than the window, and scrolled to the right",
    page: `<!doctype html>${style("body { margin: 0 }")}<body><div style="width:2000px">${cells(HEIGHT)}</div>`,
    before: page => page.evaluate("scrollTo(300, 300)"),
    gaps: ["width:not-scrolled"],
  },
  {
    numbers: [13],
    name: "in columns from right to left: what is beside the window is a gap",
    page: `<!doctype html><html style="writing-mode:vertical-rl">${style("body { margin: 0 } div { width: 400px }")}<body>${Array.from({ length: 10 }, (_, band) => `<div style="background:${hexColour(bandColour(band))}"></div>`).join("")}`,
    at: 0,
    bands: null,
    gaps: ["width:not-scrolled"],
  },
  {
    numbers: [14],
    name: "quirks mode, where the body is the scroller",
    page: `<html>${style("body { margin: 0 }")}<body>${cells(HEIGHT)}</body></html>`,
  },
  {
    numbers: [15],
    name: "a frameset: each of its frames is a box with pictures of its own",
    page: `<html><head><title>frames</title></head><frameset cols="300,*"><frame src="/nasty-frame-left"><frame src="/nasty-frame-right"></frameset></html>`,
    routes: {
      "/nasty-frame-left": html(`<!doctype html>${style("body { margin: 0 }")}<body>${cells(1500)}`),
      "/nasty-frame-right": html(`<!doctype html>${style("body { margin: 0 }")}<body>${cells(2000)}`),
    },
    at: 0,
    bands: null,
    check: async seen => {
      expect(seen.row.boxes.length).toBe(2)
      expect((await seen.column(100, 1)).length).toBe(2000)
      expect((await seen.column(100, 2)).length).toBe(1500)
    },
  },
  {
    numbers: [16],
    name: "XHTML",
    page: typed(
      "application/xhtml+xml",
      `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title><style>body { margin: 0 }</style></head><body>${cells(HEIGHT)}</body></html>`,
    ),
  },
  {
    numbers: [16],
    name: "an SVG document taller than the window",
    page: typed(
      "image/svg+xml",
      `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="${HEIGHT}">${svgBands(HEIGHT)}</svg>`,
    ),
  },
  {
    numbers: [17],
    name: "an image document: the picture as the browser fits it into the window",
    page: typed(
      "image/svg+xml",
      `<svg xmlns="http://www.w3.org/2000/svg" width="700" height="700">${svgBands(700)}</svg>`,
    ),
    at: 0,
    bands: 700,
  },
  {
    numbers: [18],
    name: "a background that stays while the page scrolls, and one that lags behind",
    page: bandsPage(HEIGHT, {
      head: style(
        `body { background: linear-gradient(#fc0, #06c) fixed } table { width: 60% !important; margin: 0 auto } #slow { position: absolute; left: 0; top: 0; width: 100px; height: 400px; background: #c0f }`,
      ),
      body: `<div id="slow"></div>${script(`addEventListener("scroll", () => { document.querySelector("#slow").style.transform = "translateY(" + scrollY / 2 + "px)" })`)}`,
    }),
    gaps: { chrome: ["seam:moved"], firefox: [] },
  },
  {
    numbers: [18],
    name: "a header that blurs what is behind it",
    page: bandsPage(HEIGHT, {
      head: style(
        `header { position: sticky; top: 0; height: 60px; width: 300px; backdrop-filter: blur(8px); background: #06c8 }`,
      ),
    }).replace("<table", "<header></header><table style='margin-top:-60px'"),
  },
  {
    numbers: [19],
    name: "content-visibility: auto, whose heights are other than was thought",
    page: `<!doctype html>${style("body { margin: 0 } section { content-visibility: auto; contain-intrinsic-size: 1px 200px }")}<body>${Array.from(
      { length: 6 },
      (_, index) =>
        `<section>${Array.from({ length: 5 }, (_, band) => block(BAND, bandColour(index * 5 + band))).join("")}</section>`,
    ).join("")}`,
  },
  {
    numbers: [20],
    name: "content that fades in when it is seen for the first time",
    page: hidden(script(reveal(""))),
    changed: { html: "sections have been seen" },
  },
  {
    numbers: [20],
    name: "content that fades in when it is seen, and out when it is not",
    page: hidden(script(reveal(`if (!isIntersecting) target.classList.remove("seen")`))),
    changed: { html: "sections were seen, and have an empty class" },
  },
  {
    numbers: [20],
    name: "content that the scroll position fades in and out, by CSS alone",
    page: `<!doctype html>${style(`body { margin: 0 } @keyframes in { entry 0% { opacity: 0 } entry 100% { opacity: 1 } exit 0% { opacity: 1 } exit 100% { opacity: 0 } }
      section > div { animation: in linear both; animation-timeline: view() }`)}<body>${Array.from({ length: 3 }, (_, index) => `<section>${Array.from({ length: 10 }, (_, band) => block(BAND, bandColour(index * 10 + band))).join("")}</section>`).join("")}`,
  },
]
