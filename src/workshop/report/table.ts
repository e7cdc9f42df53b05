/** Tables: as wide as the sheet, with a rule under each row, and the head again on every sheet that they go on to. */
import { type StructureElement } from "pdfkit"
import { type Column, type Fact, type Said } from "../../core/papers/block.ts"
import { heightOf, type LaidLine, type Setting } from "./lines.ts"
import { BODY, rule, type Sheets } from "./sheets.ts"

const GAP = 12
const PAD = 4
/** A row that is not as tall stays whole. */
const WHOLE_ROW = BODY.height / 3
/** As much as a taller one has at least before a sheet ends. */
const PARTED_ROW = 60
const CELL: Setting = { size: 9, isBold: false }
const HEAD: Setting = { size: 8.5, isBold: true }

export function drawTable(
  sheets: Sheets,
  columns: readonly Column[],
  rows: readonly (readonly Said[])[],
): void {
  const places = placesOf(columns.map(({ width }) => width))
  const table = sheets.element("Table")
  sheets.doc.addStructure(table)
  const head = columns.map(({ head: said }, at) => sheets.lay(said, places[at]?.width ?? 0, HEAD))
  const drawHead = (isFirst: boolean) => {
    if (!isFirst) {
      sheets.artifact(() => {
        setCells(sheets, head, places)
      })
    } else drawCells(sheets, table, "TH", head, places)
    sheets.pass(tallest(head) + PAD)
    ruled(sheets)
    sheets.skip(PAD)
  }
  sheets.need(openingOf(sheets, columns, rows))
  drawHead(true)
  for (const row of rows) {
    const cells = row.map((said, at) => sheets.lay(said, places[at]?.width ?? 0, CELL))
    drawRow(sheets, table, cells, places, () => {
      drawHead(false)
    })
  }
  table.end()
  sheets.skip(8)
}

/** What has to stand together at its beginning: its head and its first row, or of a long one the first lines. */
export function openingOf(
  sheets: Sheets,
  columns: readonly Column[],
  rows: readonly (readonly Said[])[],
): number {
  const places = placesOf(columns.map(({ width }) => width))
  const laid = (cells: readonly Said[], setting: Setting) =>
    tallest(cells.map((said, at) => sheets.lay(said, places[at]?.width ?? 0, setting)))
  const head = laid(
    columns.map(({ head: said }) => said),
    HEAD,
  )
  const first = laid(rows[0] ?? [], CELL)
  return head + (first < WHOLE_ROW ? first : PARTED_ROW) + 6 * PAD
}

/** A label and what stands to it, row by row. */
export function drawFacts(sheets: Sheets, facts: readonly Fact[]): void {
  const places = placesOf([0.25, 0.75])
  const table = sheets.element("Table")
  sheets.doc.addStructure(table)
  for (const { label, value } of facts) {
    const cells = [
      sheets.lay(label, places[0]?.width ?? 0, { size: 9, isBold: false }),
      sheets.lay(value, places[1]?.width ?? 0, CELL),
    ]
    drawRow(sheets, table, cells, places, () => undefined)
  }
  table.end()
  sheets.skip(8)
}

interface Place {
  readonly x: number
  readonly width: number
}

function placesOf(shares: readonly number[]): Place[] {
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const free = BODY.width - GAP * (shares.length - 1)
  let x = BODY.left
  return shares.map(share => {
    const place = { x, width: (free * share) / whole }
    x += place.width + GAP
    return place
  })
}

type Cells = readonly (readonly LaidLine[])[]

const tallest = (cells: Cells): number => Math.max(0, ...cells.map(heightOf))

/** A row stays whole where it is not longer than a third of a sheet; a longer one goes on where it has to. */
function drawRow(
  sheets: Sheets,
  table: StructureElement,
  cells: Cells,
  places: readonly Place[],
  onNewSheet: () => void,
): void {
  const height = tallest(cells)
  const turn = () => {
    sheets.newSheet()
    onNewSheet()
  }
  if (height + 2 * PAD > sheets.room() && (height < WHOLE_ROW || sheets.room() < PARTED_ROW)) turn()
  let rest = cells
  for (;;) {
    const { fits, left } = cutAt(rest, sheets.room() - PAD)
    drawCells(sheets, table, "TD", fits, places)
    sheets.pass(tallest(fits) + PAD)
    if (left === null) break
    rest = left
    turn()
  }
  ruled(sheets)
  sheets.skip(PAD)
}

/** What of the cells fits into a height, at least a line of each; null for the rest where nothing is left. */
function cutAt(cells: Cells, height: number): { readonly fits: Cells; readonly left: Cells | null } {
  const counts = cells.map(lines => {
    let used = 0
    const over = lines.findIndex((line, at) => {
      used += line.height
      return at > 0 && used > height
    })
    return over === -1 ? lines.length : over
  })
  const left = cells.map((lines, at) => lines.slice(counts[at]))
  return {
    fits: cells.map((lines, at) => lines.slice(0, counts[at])),
    left: left.every(lines => lines.length === 0) ? null : left,
  }
}

function drawCells(
  sheets: Sheets,
  table: StructureElement,
  tag: "TH" | "TD",
  cells: Cells,
  places: readonly Place[],
): void {
  const row = sheets.element("TR")
  table.add(row)
  cells.forEach((lines, at) => {
    const cell = sheets.element(tag)
    row.add(cell)
    if (lines.length > 0) {
      sheets.mark(cell, tag, () => {
        setCells(sheets, [lines], places.slice(at))
      })
    }
    cell.end()
  })
  row.end()
}

function setCells(sheets: Sheets, cells: Cells, places: readonly Place[]): void {
  cells.forEach((lines, at) => {
    let y = sheets.y()
    for (const line of lines) {
      sheets.set(line, places[at]?.x ?? BODY.left, y)
      y += line.height
    }
  })
}

function ruled(sheets: Sheets): void {
  sheets.artifact(() => {
    rule(sheets.doc, sheets.y())
  })
}
