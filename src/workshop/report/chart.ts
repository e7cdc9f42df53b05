/** Numbers over time: axes from zero, a line with its points for each series, and the number for reference as a broken line. */
import { type Block } from "../../core/papers/block.ts"
import { drawLines } from "./blocks.ts"
import { heightOf, type Setting } from "./lines.ts"
import { BODY, type Sheets } from "./sheets.ts"

type Chart = Extract<Block, { readonly kind: "chart" }>

const CAPTION: Setting = { size: 8.5, isBold: false }
const LABEL: Setting = { size: 7.5, isBold: false }
const HEIGHT = 132
/** Room for the numbers on the left, the names on the right, the times below. */
const ROOM = { left: 52, right: 40, bottom: 16 }
const PLOT = {
  x: BODY.left + ROOM.left,
  width: BODY.width - ROOM.left - ROOM.right,
  height: HEIGHT - ROOM.bottom,
}
/** The highest number stands that much below the upper edge. */
const HEADROOM = 1.15
const INK = "#1a1a1a"
const POINT = 1.7

export function drawChart(sheets: Sheets, chart: Chart): void {
  const { said } = chart
  const caption = sheets.lay(said, BODY.width, CAPTION)
  sheets.need(HEIGHT + heightOf(caption) + 14)
  const top = sheets.y() + 4
  const figure = sheets.element("Figure", said.map(({ text }) => text).join(" "))
  sheets.doc.addStructure(figure)
  sheets.mark(figure, "Figure", () => {
    drawPlot(sheets, chart, top)
  })
  figure.end()
  sheets.pass(HEIGHT + 8)
  drawLines(sheets, "Caption", caption)
  sheets.skip(8)
}

function drawPlot(sheets: Sheets, { series, reference, from, to }: Chart, top: number): void {
  const { doc } = sheets
  const points = series.flatMap(each => each.points)
  const highest = Math.max(reference.value, ...points.map(({ value }) => value))
  const times = points.map(({ at }) => at)
  const [first, last] = [Math.min(...times), Math.max(...times)]
  const down = (value: number) => top + PLOT.height * (1 - value / (highest * HEADROOM))
  const across = (at: number) => PLOT.x + PLOT.width * (first === last ? 0.5 : (at - first) / (last - first))
  const label = (text: string, x: number, y: number, width: number, isAtEnd = false) => {
    const [line] = sheets.lay([{ text, tone: "plain" }], width, LABEL)
    if (line === undefined) return
    const free = isAtEnd ? width - textWidth(sheets, line.text) : 0
    sheets.set(line, x + free, y - line.height / 2)
  }
  doc.strokeColor("#b8b8b8").lineWidth(0.5)
  doc
    .moveTo(PLOT.x, top)
    .lineTo(PLOT.x, top + PLOT.height)
    .stroke()
  doc
    .moveTo(PLOT.x, top + PLOT.height)
    .lineTo(PLOT.x + PLOT.width, top + PLOT.height)
    .stroke()
  label("0", BODY.left, down(0), ROOM.left - 5, true)
  label(String(highest), BODY.left, down(highest), ROOM.left - 5, true)
  label(from, PLOT.x, top + HEIGHT - ROOM.bottom / 2 + 2, PLOT.width / 2)
  label(to, PLOT.x + PLOT.width / 2, top + HEIGHT - ROOM.bottom / 2 + 2, PLOT.width / 2, true)
  doc.strokeColor(INK).lineWidth(0.7).dash(4, { space: 3 })
  doc
    .moveTo(PLOT.x, down(reference.value))
    .lineTo(PLOT.x + PLOT.width, down(reference.value))
    .stroke()
  doc.undash()
  // On the side of its line where there are no numbers, as far as one is free of them.
  const aside = points.some(({ value }) => value >= reference.value) ? 6 : -6
  label(reference.label, PLOT.x + 4, down(reference.value) + aside, PLOT.width / 2)
  for (const { points: own } of series) {
    doc.strokeColor(INK).lineWidth(0.9)
    own.forEach(({ at, value }, n) => {
      if (n === 0) doc.moveTo(across(at), down(value))
      else doc.lineTo(across(at), down(value))
    })
    if (own.length > 1) doc.stroke()
    doc.fillColor(INK)
    for (const { at, value } of own) doc.circle(across(at), down(value), POINT).fill()
  }
  const ends = series.map(({ label: name, points: own }) => ({ name, y: down(own.at(-1)?.value ?? 0) }))
  for (const { name, y } of apart(ends, top + PLOT.height)) {
    label(name, PLOT.x + PLOT.width + 5, y, ROOM.right - 5)
  }
}

const textWidth = ({ face }: Sheets, text: string): number =>
  Array.from(text).reduce((sum, sign) => sum + face.widthOf(sign), 0) * LABEL.size

/** The names where their lines end, as far apart as they are high. */
function apart<End extends { readonly y: number }>(ends: readonly End[], lowest: number): End[] {
  const gap = LABEL.size + 1.5
  let y = lowest + gap
  return ends
    .toSorted((a, b) => b.y - a.y)
    .map(end => {
      y = Math.min(end.y, y - gap)
      return { ...end, y }
    })
}
