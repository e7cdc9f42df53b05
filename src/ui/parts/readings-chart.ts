/**
 * Numbers over time, one panel a counter, each on a scale of its own: nothing is
 * added to anything. A panel may have a line to compare with. Readers of screens
 * are given a sentence and the table beside; the drawing has no text of a page.
 */
import { el } from "./dom.ts"

const SVG = "http://www.w3.org/2000/svg"

export interface Panel {
  readonly name: string
  readonly label: string
  /** ISO 8601 and a number, the oldest first. */
  readonly points: readonly { readonly at: string; readonly count: number }[]
  /** A number to compare with, and what is said of it. */
  readonly line: { readonly count: number; readonly said: string } | null
  /** What stands in place of the drawing for who cannot see it. */
  readonly alt: string
  readonly format: (count: number) => string
}

const WIDTH = 440
const HEIGHT = 120
const [LEFT, RIGHT, TOP, BOTTOM] = [8, 92, 14, 10]

/** Null where nothing was read. */
export function renderPanel(panel: Panel): HTMLElement | null {
  const { name, label, line, points } = panel
  if (points.length === 0) return null
  return el(
    "figure",
    { class: "panel", "data-panel": name },
    el("figcaption", { class: "small" }, label),
    draw(panel),
    line === null ? null : el("p", { class: "small soft" }, el("span", { class: "dash" }), ` ${line.said}`),
  )
}

function draw({ points, line, alt, format }: Panel): SVGElement {
  const times = points.map(({ at }) => Date.parse(at))
  const [first, last] = [Math.min(...times), Math.max(...times)]
  const most = Math.max(1, line?.count ?? 0, ...points.map(({ count }) => count))
  const x = (time: number) =>
    last === first ? LEFT : LEFT + ((WIDTH - LEFT - RIGHT) * (time - first)) / (last - first)
  const y = (count: number) => HEIGHT - BOTTOM - ((HEIGHT - TOP - BOTTOM) * count) / most
  const places = points.map(({ count }, at) => [x(times[at] ?? first), y(count)] as const)
  const end = places.at(-1)
  const newest = points.at(-1)
  return svg(
    "svg",
    { viewBox: `0 0 ${String(WIDTH)} ${String(HEIGHT)}`, role: "img", "aria-label": alt, class: "chart" },
    straight("axis", y(0)),
    ...(line === null
      ? []
      : [
          straight("compare", y(line.count)),
          text("compare-label", WIDTH - RIGHT + 6, y(line.count) + 4, format(line.count)),
        ]),
    svg("polyline", { class: "series", points: places.map(place => place.map(round).join(",")).join(" ") }),
    ...places.map(([cx, cy]) => svg("circle", { class: "dot-read", cx: round(cx), cy: round(cy), r: "3.5" })),
    ...(end === undefined || newest === undefined || isNear(line, newest.count, most)
      ? []
      : [text("newest", WIDTH - RIGHT + 6, end[1] + 4, format(newest.count))]),
  )
}

/** Two numbers over one another could not be read; the table has both. */
const isNear = (line: Panel["line"], count: number, most: number): boolean =>
  line !== null && Math.abs(line.count - count) / most < 0.14

const straight = (className: string, at: number): SVGElement =>
  svg("line", {
    ...{ class: className, x1: String(LEFT), x2: String(WIDTH - RIGHT) },
    ...{ y1: round(at), y2: round(at) },
  })

function text(className: string, x: number, y: number, said: string): SVGElement {
  const element = svg("text", { class: className, x: round(x), y: round(y) })
  element.append(said)
  return element
}

const round = (value: number): string => String(Math.round(value * 10) / 10)

function svg(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly SVGElement[]
): SVGElement {
  const element = document.createElementNS(SVG, tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children)
  return element
}
