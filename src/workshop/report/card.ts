/** A card: an address as a square and a picture on the left, what is known beside them, all of it on one sheet. */
import { type Block } from "../../core/papers/block.ts"
import { drawLines, drawSquare } from "./blocks.ts"
import { heightOf, type LaidLine, type Setting } from "./lines.ts"
import { type OpenPicture, type OpenSlot } from "./picture.ts"
import { BODY, rule, type Sheets } from "./sheets.ts"

type Of<Kind extends Block["kind"]> = Extract<Block, { readonly kind: Kind }>

/** Large: it is read off a table, while somebody types. */
const HEAD: Setting = { size: 12.5, isBold: true }
const VALUE: Setting = { size: 10, isBold: false }
const LABEL: Setting = { size: 9.5, isBold: true }
const SIDE = 112
const SQUARE = 88
const PICTURE_HEIGHT = 76
const LABELS = 60
const GAP = 10
const ROW_GAP = 1.5
/** Pixels across of a thumbnail. */
const ACROSS = 380

export async function drawCard(sheets: Sheets, card: Of<"card">, open: OpenSlot): Promise<void> {
  const picture = card.slot === null ? null : await open(card.slot)
  try {
    await drawWith(sheets, card, picture)
  } finally {
    picture?.close()
  }
}

interface Row {
  readonly label: readonly LaidLine[]
  readonly value: readonly LaidLine[]
}

async function drawWith(
  sheets: Sheets,
  { said, mark, code, slot, facts }: Of<"card">,
  picture: OpenPicture | null,
): Promise<void> {
  const head = sheets.lay(said, BODY.width, HEAD)
  const left = BODY.left + SIDE + GAP
  const values = { x: left + LABELS + GAP, width: BODY.width - SIDE - LABELS - 2 * GAP }
  const rows = facts.map(({ label, value }): Row => ({
    label: sheets.lay(label, LABELS, LABEL),
    value: sheets.lay(value, values.width, VALUE),
  }))
  const shot = picture === null ? null : await thumbnail(picture)
  const missing = slot === null || shot !== null ? [] : sheets.lay(slot.missing, SIDE, LABEL)
  const squareHeight = code === null ? 0 : SQUARE + 6
  const side = squareHeight + (shot?.height ?? heightOf(missing))
  const table = rows.reduce((sum, row) => sum + rowHeight(row), 0)
  sheets.need(heightOf(head) + 6 + Math.max(side, table) + 12)
  sheets.bookmark(2, mark)
  drawLines(sheets, "H2", head)
  sheets.pass(4)
  const top = sheets.y()
  if (code !== null) drawSquare(sheets, code, { x: BODY.left, y: top, side: SQUARE })
  if (slot !== null) {
    const at = top + squareHeight
    const alt = slot.caption(1, 1, []).map(({ text }) => text)
    if (shot !== null) {
      const figure = sheets.element("Figure", alt.join(" "))
      sheets.doc.addStructure(figure)
      sheets.mark(figure, "Figure", () => {
        sheets.doc.image(shot.jpeg, BODY.left, at, shot)
        sheets.doc.strokeColor("#c8c8c8").lineWidth(0.4)
        sheets.doc.rect(BODY.left, at, shot.width, shot.height).stroke()
      })
      figure.end()
    } else setLines(sheets, "P", missing, BODY.left, at)
  }
  drawRows(sheets, rows, left, values.x, top)
  sheets.pass(Math.max(side, table) + 5)
  sheets.artifact(() => {
    rule(sheets.doc, sheets.y())
  })
  sheets.skip(7)
}

/** The top of the picture, as much of it as there is room for. */
async function thumbnail(picture: OpenPicture) {
  const scale = SIDE / picture.width
  const rows = Math.max(1, Math.min(picture.height, Math.floor(PICTURE_HEIGHT / scale)))
  const across = Math.min(picture.width, ACROSS)
  const jpeg = await picture.part({ y: 0, height: rows }, across)
  return { jpeg, width: SIDE, height: rows * scale }
}

const rowHeight = ({ label, value }: Row): number => Math.max(heightOf(label), heightOf(value)) + ROW_GAP

function drawRows(sheets: Sheets, rows: readonly Row[], labels: number, values: number, top: number): void {
  const table = sheets.element("Table")
  sheets.doc.addStructure(table)
  let y = top
  for (const row of rows) {
    const line = sheets.element("TR")
    table.add(line)
    for (const [tag, lines, x] of [
      ["TH", row.label, labels],
      ["TD", row.value, values],
    ] as const) {
      const cell = sheets.element(tag)
      line.add(cell)
      sheets.mark(cell, tag, () => {
        let down = y
        for (const each of lines) {
          sheets.set(each, x, down)
          down += each.height
        }
      })
      cell.end()
    }
    line.end()
    y += rowHeight(row)
  }
  table.end()
}

function setLines(sheets: Sheets, tag: string, lines: readonly LaidLine[], x: number, top: number): void {
  const element = sheets.element(tag)
  sheets.doc.addStructure(element)
  sheets.mark(element, tag, () => {
    let y = top
    for (const line of lines) {
      sheets.set(line, x, y)
      y += line.height
    }
  })
  element.end()
}

const PAD = 9
const ADVICE: Setting = { size: 10.5, isBold: false }

/** Short paragraphs in a frame; short enough to stand on one sheet. */
export function drawBox(sheets: Sheets, { entries }: Of<"box">): void {
  const paragraphs = entries.map(said => sheets.lay(said, BODY.width - 2 * PAD, ADVICE))
  const height = paragraphs.reduce((sum, lines) => sum + heightOf(lines) + 3, 0) + 2 * PAD - 3
  sheets.need(height)
  const top = sheets.y()
  sheets.artifact(() => {
    sheets.doc.strokeColor("#1a1a1a").lineWidth(0.9)
    sheets.doc.rect(BODY.left, top, BODY.width, height).stroke()
  })
  let y = top + PAD
  for (const lines of paragraphs) {
    setLines(sheets, "P", lines, BODY.left + PAD, y)
    y += heightOf(lines) + 3
  }
  sheets.pass(height)
  sheets.skip(6)
}
