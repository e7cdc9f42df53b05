/** Tables that Word knows as such: heads that come again on every sheet, rows that no sheet's end goes through. */
import { type Paragraph, Table, TableCell, TableRow } from "docx"
import { type Column, type Fact, type Said } from "../../core/papers/block.ts"
import { type Cell, type CellGroup } from "../../core/papers/draft.ts"
import { STYLES } from "./styles.ts"
import { paragraphs } from "./text.ts"

const HEAD = { fill: "e7e6e2", type: "clear", color: "auto" } as const
const GROUP = { fill: "f4f3f0", type: "clear", color: "auto" } as const
const MARGINS = { top: 50, bottom: 50, left: 90, right: 90 }
const LABELS = 0.18

/** Rows under the names of their groups. `room` is the width, in twentieths of a point. */
export function groupTable(columns: readonly Column[], groups: readonly CellGroup[], room: number): Table {
  const widths = widthsOf(columns, room)
  return tableOf(widths, [
    headRow(columns, widths),
    ...groups.flatMap(({ said, rows }) => [
      new TableRow({
        cantSplit: true,
        children: [
          new TableCell({
            columnSpan: widths.length,
            shading: GROUP,
            margins: MARGINS,
            children: paragraphs(said, STYLES.cellGroup),
          }),
        ],
      }),
      ...rows.map(row => rowOf(row.map(cellParagraphs), widths)),
    ]),
  ])
}

export function plainTable(
  columns: readonly Column[],
  rows: readonly (readonly Said[])[],
  room: number,
): Table {
  const widths = widthsOf(columns, room)
  return tableOf(widths, [
    headRow(columns, widths),
    ...rows.map(row =>
      rowOf(
        row.map(said => paragraphs(said)),
        widths,
      ),
    ),
  ])
}

/** Labels and what they are of. `keepNext`: on the sheet of what comes next. */
export function factTable(facts: readonly Fact[], room: number, keepNext = false): Table {
  const widths = [room * LABELS, room * (1 - LABELS)].map(Math.floor)
  return tableOf(
    widths,
    facts.map(({ label, value }) =>
      rowOf([paragraphs(label, STYLES.strong, keepNext), paragraphs(value, null, keepNext)], widths),
    ),
  )
}

const cellParagraphs = ({ said, isSuggestion }: Cell): Paragraph[] =>
  paragraphs(said, isSuggestion ? STYLES.suggestion : null)

const widthsOf = (columns: readonly Column[], room: number): number[] =>
  columns.map(({ width }) => Math.floor(width * room))

const tableOf = (widths: readonly number[], rows: readonly TableRow[]): Table =>
  new Table({
    rows,
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: "dxa" },
    layout: "fixed",
  })

const headRow = (columns: readonly Column[], widths: readonly number[]): TableRow =>
  new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      ({ head }, at) =>
        new TableCell({
          width: { size: widths[at] ?? 0, type: "dxa" },
          shading: HEAD,
          margins: MARGINS,
          verticalAlign: "center",
          children: paragraphs(head, STYLES.cellHead),
        }),
    ),
  })

const rowOf = (cells: readonly (readonly Paragraph[])[], widths: readonly number[]): TableRow =>
  new TableRow({
    cantSplit: true,
    children: cells.map(
      (children, at) =>
        new TableCell({ width: { size: widths[at] ?? 0, type: "dxa" }, margins: MARGINS, children }),
    ),
  })
