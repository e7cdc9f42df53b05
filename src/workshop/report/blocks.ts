/** Everything but tables and pictures: headings, paragraphs, lists, commands, squares of digits, lines to sign on. */
import { encode } from "uqr"
import { type Block, type Said } from "../../core/papers/block.ts"
import { heightOf, type LaidLine, type Setting } from "./lines.ts"
import { BODY, rule, type Sheets } from "./sheets.ts"

type Of<Kind extends Block["kind"]> = Extract<Block, { readonly kind: Kind }>

const HEADINGS: Readonly<Record<1 | 2 | 3, Setting & { readonly before: number; readonly after: number }>> = {
  1: { size: 15, isBold: true, before: 24, after: 10 },
  2: { size: 11.5, isBold: true, before: 16, after: 6 },
  3: { size: 9.5, isBold: true, before: 10, after: 4 },
}
/** A heading without something under it on its sheet is an orphan. */
const FOLLOWED_BY = 140
const TEXT: Setting = { size: 9.5, isBold: false }

/** Lines below one another, over as many sheets as it takes. */
export function drawLines(
  sheets: Sheets,
  tag: string,
  lines: readonly LaidLine[],
  x = BODY.left,
  before: (y: number) => void = () => undefined,
): void {
  const element = sheets.element(tag)
  sheets.doc.addStructure(element)
  lines.forEach((line, at) => {
    // Two lines at least on either side of a sheet's end.
    sheets.need(at === 0 && lines.length > 1 ? line.height * 2 : line.height)
    sheets.mark(element, tag, () => {
      if (at === 0) before(sheets.y())
      sheets.set(line, x, sheets.y())
    })
    sheets.pass(line.height)
  })
  element.end()
}

export function drawTitle(sheets: Sheets, { said }: Of<"title">): void {
  sheets.skip(8)
  drawLines(sheets, "H1", sheets.lay(said, BODY.width, { size: 23, isBold: true }))
  sheets.skip(14)
}

/** @param following what has to stand on its sheet with it: the beginning of what it is above */
export function drawHeading(sheets: Sheets, { level, said, mark }: Of<"heading">, following = 0): void {
  const setting = HEADINGS[level]
  const lines = sheets.lay(said, BODY.width, setting)
  sheets.need(setting.before + heightOf(lines) + Math.max(FOLLOWED_BY, following))
  sheets.skip(setting.before)
  if (level !== 3) sheets.bookmark(level, mark)
  drawLines(sheets, `H${String(level)}`, lines)
  sheets.skip(setting.after)
}

const settingOf = ({ isNote }: Of<"text">): Setting => (isNote ? { size: 8.5, isBold: false } : TEXT)
const UNDER_TEXT = 6

export function drawText(sheets: Sheets, text: Of<"text">): void {
  const setting = settingOf(text)
  for (const line of text.said) drawLines(sheets, "P", sheets.lay([line], BODY.width, setting))
  sheets.skip(UNDER_TEXT)
}

/** How much of a sheet a text takes, if it is not parted. */
export const heightOfText = (sheets: Sheets, text: Of<"text">): number =>
  heightOf(sheets.lay(text.said, BODY.width, settingOf(text))) + UNDER_TEXT

/** How much a heading takes. */
export function heightOfHeading(sheets: Sheets, { level, said }: Of<"heading">): number {
  const setting = HEADINGS[level]
  return setting.before + heightOf(sheets.lay(said, BODY.width, setting)) + setting.after
}

export function drawList(sheets: Sheets, { entries, isNumbered }: Of<"list">): void {
  const indent = isNumbered ? 20 : 13
  entries.forEach((said, at) => {
    const lines = sheets.lay(said, BODY.width - indent, TEXT)
    const [sign] = sheets.lay(
      [{ text: isNumbered ? `${String(at + 1)}.` : "·", tone: "plain" }],
      indent,
      TEXT,
    )
    drawLines(sheets, "P", lines, BODY.left + indent, y => {
      if (sign !== undefined) sheets.set(sign, BODY.left, y)
    })
    sheets.skip(3)
  })
  sheets.skip(5)
}

export function drawCode(sheets: Sheets, { lines }: Of<"code">): void {
  const laid = sheets.lay(
    lines.map(text => ({ text, tone: "code" })),
    BODY.width - 14,
    { size: 8.6, isBold: false },
  )
  drawLines(sheets, "Code", laid, BODY.left + 14)
  sheets.skip(6)
}

const QR_SIZE = 108

/** Digits as a square to be read by a camera. */
export function drawSquare(
  sheets: Sheets,
  text: string,
  { x: left, y: top, side }: { readonly x: number; readonly y: number; readonly side: number },
): void {
  const { size, data } = encode(text, { ecc: "M", border: 2 })
  const module = side / size
  const figure = sheets.element("Figure", text)
  sheets.doc.addStructure(figure)
  sheets.mark(figure, "Figure", () => {
    sheets.doc.fillColor("#000000")
    data.forEach((row, y) => {
      row.forEach((isDark, x) => {
        if (isDark) sheets.doc.rect(left + x * module, top + y * module, module, module)
      })
    })
    sheets.doc.fill()
  })
  figure.end()
}

export function drawQr(sheets: Sheets, { text, said }: Of<"qr">): void {
  const lines = sheets.lay(said, BODY.width - QR_SIZE - 18, TEXT)
  sheets.need(QR_SIZE + 8)
  const top = sheets.y()
  drawSquare(sheets, text, { x: BODY.left, y: top, side: QR_SIZE })
  let y = top + 8
  const beside = sheets.element("P")
  sheets.doc.addStructure(beside)
  for (const line of lines) {
    sheets.mark(beside, "P", () => {
      sheets.set(line, BODY.left + QR_SIZE + 18, y)
    })
    y += line.height
  }
  beside.end()
  sheets.pass(Math.max(QR_SIZE, heightOf(lines) + 8) + 10)
}

const BLANK = 34

export function drawBlanks(sheets: Sheets, labels: readonly Said[]): void {
  sheets.need(BLANK * labels.length)
  for (const label of labels) {
    const lines = sheets.lay(label, BODY.width * 0.3, TEXT)
    const bottom = sheets.y() + BLANK - 8
    const element = sheets.element("P")
    sheets.doc.addStructure(element)
    sheets.mark(element, "P", () => {
      let y = bottom - heightOf(lines)
      for (const line of lines) {
        sheets.set(line, BODY.left, y)
        y += line.height
      }
    })
    element.end()
    sheets.artifact(() => {
      rule(sheets.doc, bottom, BODY.left + BODY.width * 0.34, BODY.width * 0.66)
    })
    sheets.pass(BLANK)
  }
}
