/** Lines of text: broken to a width, and set letter by letter where the font has them, as pictures where not. */
import type PDFDocument from "pdfkit"
import { type Said, type Tone } from "../../core/papers/block.ts"
import { breakLines, unitsOf } from "../../core/papers/break-lines.ts"
import { type TypeFace } from "./face.ts"

export interface Setting {
  /** In points, of what is plain. */
  readonly size: number
  readonly isBold: boolean
}

export interface LaidLine {
  readonly text: string
  readonly size: number
  readonly color: string
  readonly isBold: boolean
  /** From this line's upper edge to the next one's. */
  readonly height: number
}

const LEADING = 1.52
const look: Readonly<Record<Tone, { readonly scale: number; readonly color: string }>> = {
  plain: { scale: 1, color: "#1a1a1a" },
  strong: { scale: 1, color: "#1a1a1a" },
  soft: { scale: 0.9, color: "#5c5c5c" },
  code: { scale: 0.88, color: "#1a1a1a" },
}

export function lay(said: Said, width: number, { size, isBold }: Setting, face: TypeFace): LaidLine[] {
  return said.flatMap(({ text, tone }) => {
    const { scale, color } = look[tone]
    const own = size * scale
    const ems = { isDrawn: face.isDrawn, widthOf: (unit: string) => face.widthOf(unit) * own }
    return breakLines(text, width, ems).map((line): LaidLine => {
      return { text: line, size: own, color, isBold: isBold || tone === "strong", height: own * LEADING }
    })
  })
}

export const heightOf = (lines: readonly LaidLine[]): number =>
  lines.reduce((sum, { height }) => sum + height, 0)

/** Blank, and as wide as it is high: it carries the text of a picture. */
const CARRIER = "\u3000"

export function setLine(doc: PDFDocument, face: TypeFace, line: LaidLine, x: number, top: number): void {
  const { size, color, isBold, height } = line
  const baseline = top + (height - size) / 2 + size * 0.86
  const write = (text: string, left: number) => {
    doc.fontSize(size).fillColor(color).strokeColor(color)
    doc.lineWidth(isBold ? size * 0.035 : 0)
    doc.text(text, left, baseline, {
      lineBreak: false,
      baseline: "alphabetic",
      fill: true,
      stroke: isBold,
    })
  }
  let left = x
  let run = ""
  let runWidth = 0
  const flush = () => {
    if (run !== "") write(run, left)
    left += runWidth
    run = ""
    runWidth = 0
  }
  for (const unit of unitsOf(line.text, face.isDrawn)) {
    const picture = face.drawn(unit)
    const width = face.widthOf(unit) * size
    if (picture === undefined) {
      run += unit
      runWidth += width
      continue
    }
    flush()
    doc.markContent("Span", { actual: unit })
    const { above, below } = picture
    doc.image(picture.picture, left, baseline - above * size, { width, height: (above + below) * size })
    write(CARRIER, left)
    doc.endMarkedContent()
    left += width
  }
  flush()
}
