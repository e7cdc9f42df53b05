/**
 * Random pages for the truth test: the same seed makes the same page. Nothing
 * in one depends on the height of the window, so that a window as tall as the
 * page lays it out alike; nothing moves by itself.
 */
import { type Chance, chanceOf } from "../faults/random.ts"
import { blockOf, wordsOf } from "./blocks.ts"

export interface TruthPage {
  readonly seed: number
  readonly html: string
  /** The browser's own zoom; with `dpr`, device pixels for one CSS pixel. */
  readonly zoom: number
  readonly dpr: number
  /** What is special about it, for the reader of the numbers. */
  readonly what: string
}

/**
 * Before the truth is taken: what hangs on the window's lower edge stands in no
 * stitched page, since it covers something else at every place; what sticks to
 * that edge stands where it would without sticking. What hangs on or sticks to
 * the upper edge stands once, at its first place, in the truth as well.
 */
export const TRUTH_SHEET = `
  .lower { visibility: hidden !important }
  .rising { position: relative !important; bottom: auto !important }`

/** Wide enough that every zoom gives a whole number of CSS pixels, with a scrollbar of 15 device pixels too. */
export const WINDOW = { width: 795, height: 600 }

const ZOOMS = [1, 1, 1.25, 1.5, 0.75]
const RATIOS = [1, 1, 2]
const FAMILIES = ["sans-serif", "serif", "monospace", "'Noto Sans CJK SC'", "'DejaVu Sans'", "system-ui"]

/** @param dpr in place of the page's own, where the browser is launched once for several */
export function truthPage(seed: number, dpr: number = pick(chanceOf(seed + 1_000_003), RATIOS)): TruthPage {
  const chance = chanceOf(seed)
  const isRtl = chance.below(4) === 0
  const isDark = chance.below(4) === 0
  const zoom = pick(chance, ZOOMS)
  const family = pick(chance, FAMILIES)
  const overlays = OVERLAYS.filter(() => chance.below(3) === 0)
  const columns = chance.below(3)
  const blocks = Array.from({ length: 12 + chance.below(10) }, () => blockOf(chance))
  // Colours of its own: the browsers' settings stay as they are.
  const [ink, paper] = isDark
    ? ["#e8e6e3", "#181a1b"]
    : ["#1b1b1b", pick(chance, ["#fff", "#fdf6e3", "#eef3f8"])]
  const size = 14 + chance.below(5)
  const body = `margin: 0 auto; padding: ${chance.below(40)}px; max-width: ${560 + chance.below(400)}px; color: ${ink};
    font: ${size}px/${1.3 + chance.below(5) / 10} ${family}`
  const style = `:root { color-scheme: ${isDark ? "dark" : "light"}; background: ${paper} } body { ${body} }
    * { box-sizing: border-box } img, svg { vertical-align: middle }
    main { ${columns === 0 ? "display: grid; gap: 12px" : ""} }`
  const html = `<!doctype html><html lang="en" dir="${isRtl ? "rtl" : "ltr"}"><meta charset="utf-8">
    <title>truth ${seed}</title><style>${style}</style><body>
    ${overlays.map(({ html: overlay }) => overlay(chance)).join("\n")}<main>${blocks.join("\n")}</main></body></html>`
  const what = [
    `dpr ${dpr}`,
    `zoom ${zoom}`,
    isRtl ? "rtl" : "ltr",
    isDark ? "dark" : "light",
    family,
    ...overlays.map(({ name }) => name),
  ]
  return { seed, html, zoom, dpr, what: what.join(", ") }
}

const OVERLAYS: readonly { readonly name: string; readonly html: (chance: Chance) => string }[] = [
  {
    name: "fixed header",
    html: chance =>
      `<div style="position:fixed;z-index:9;top:0;left:0;right:0;height:${30 + chance.below(40)}px;background:#c0392bcc;color:#fff">${wordsOf(chance, 4)}</div>`,
  },
  {
    name: "sticky header",
    html: chance =>
      `<div style="position:sticky;z-index:8;top:0;padding:10px;background:#2c3e50;color:#fff">${wordsOf(chance, 5)}</div>`,
  },
  {
    name: "bubble at the side",
    html: chance =>
      `<div style="position:fixed;z-index:9;top:${60 + chance.below(80)}px;inset-inline-end:8px;width:48px;height:48px;border-radius:24px;background:#8e44ad"></div>`,
  },
  {
    name: "bar below",
    html: chance =>
      `<div class="lower" style="position:fixed;z-index:9;bottom:0;left:0;right:0;height:${30 + chance.below(60)}px;background:#16a085;color:#fff">${wordsOf(chance, 4)}</div>`,
  },
  {
    name: "bubble below",
    html: () =>
      `<div class="lower" style="position:fixed;z-index:9;bottom:16px;inset-inline-end:16px;width:56px;height:56px;border-radius:28px;background:#d35400"></div>`,
  },
]

function pick<T>(chance: Chance, from: readonly T[]): T {
  const found = from[chance.below(from.length)]
  if (found === undefined) throw new Error("nothing to pick from")
  return found
}
