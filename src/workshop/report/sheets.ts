/** The sheets of a paper, from top to bottom: where the next line goes, and when a new sheet begins. */
import PDFDocument, { type OutlineItem, type StructureElement } from "pdfkit"
import { type Said } from "../../core/papers/block.ts"
import { type Placed, type PlacedHeading } from "../../core/papers/placed.ts"
import { type TypeFace } from "./face.ts"
import { type LaidLine, lay, type Setting, setLine } from "./lines.ts"

/** A4, in points. */
const PAGE = { width: 595.28, height: 841.89 }
const MARGIN = { left: 62, right: 62, top: 78, bottom: 84 }
export const BODY = {
  left: MARGIN.left,
  width: PAGE.width - MARGIN.left - MARGIN.right,
  height: PAGE.height - MARGIN.top - MARGIN.bottom,
}
const HEADER_AT = 46
const FOOTER_AT = PAGE.height - 56

export interface Properties {
  readonly title: string
  readonly language: string
  readonly at: string
}

export interface Sheets {
  readonly doc: PDFDocument
  readonly face: TypeFace
  /** Of the next line's upper edge. */
  readonly y: () => number
  /** What is left of the sheet. */
  readonly room: () => number
  readonly isFresh: () => boolean
  readonly newSheet: () => void
  /** Begins a new sheet where less is left than this. */
  readonly need: (height: number) => void
  /** Goes down past what was drawn. */
  readonly pass: (height: number) => void
  /** Leaves space, which at the head of a sheet would only look like a mistake. */
  readonly skip: (height: number) => void
  readonly element: (tag: string, alt?: string) => StructureElement
  /** Marks what `draw` draws as a part of the element. */
  readonly mark: (element: StructureElement, tag: string, draw: () => void) => void
  readonly artifact: (draw: () => void) => void
  readonly bookmark: (level: 1 | 2, title: string) => void
  /** Where what has a bookmark stands, of all that was drawn until now. */
  readonly placed: () => Placed
  readonly lay: (said: Said, width: number, setting: Setting) => LaidLine[]
  readonly set: (line: LaidLine, x: number, y: number) => void
}

export function openSheets(face: TypeFace, { title, language, at }: Properties): Sheets {
  const doc = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: "1.7",
    lang: language,
    tagged: true,
    displayTitle: true,
    fontLayoutCache: false,
    font: null,
    // Whatever differs between two runs would differ in the bytes: these are all of the record.
    info: { Title: title, Producer: "Holdfast", Creator: "Holdfast", CreationDate: new Date(at) },
  })
  let y = MARGIN.top
  const parents: OutlineItem[] = [doc.outline]
  const headings: PlacedHeading[] = []
  const newSheet = () => {
    doc.addPage()
    y = MARGIN.top
  }
  const room = () => MARGIN.top + BODY.height - y
  newSheet()
  doc.font(face.font)
  return {
    doc,
    face,
    y: () => y,
    room,
    isFresh: () => y === MARGIN.top,
    newSheet,
    need(height) {
      if (height > room() && y > MARGIN.top) newSheet()
    },
    pass(height) {
      y += height
    },
    skip(height) {
      if (y > MARGIN.top) y += height
    },
    element: (tag, alt) => doc.struct(tag, alt === undefined ? {} : { alt }),
    mark(element, tag, draw) {
      element.add(doc.markStructureContent(tag))
      draw()
      doc.endMarkedContent()
    },
    artifact(draw) {
      doc.markContent("Artifact", { type: "Layout" })
      draw()
      doc.endMarkedContent()
    },
    bookmark(level, name) {
      const parent = parents[level - 1] ?? doc.outline
      parents[level] = parent.addItem(name, { top: y - 6 })
      parents.length = level + 1
      const page = doc.bufferedPageRange().count
      headings.push({ mark: name, level, page, isAtTop: y === MARGIN.top })
    },
    placed: () => ({ headings, pages: doc.bufferedPageRange().count }),
    lay: (said, width, setting) => lay(said, width, setting, face),
    set(line, x, top) {
      setLine(doc, face, line, x, top)
    },
  }
}

/** The line at the head and at the foot of every sheet, once it is known how many there are. `breathe` between two sheets. */
export async function finishSheets(
  { doc, face }: Sheets,
  header: string,
  footer: (page: number, pages: number) => string,
  breathe: () => Promise<void>,
): Promise<void> {
  const { start, count } = doc.bufferedPageRange()
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(start + page)
    doc.markContent("Artifact", { type: "Pagination" })
    const edge = (text: string, top: number) => {
      let y = top
      for (const line of lay([{ text, tone: "soft" }], BODY.width, SMALL, face)) {
        setLine(doc, face, line, BODY.left, y)
        y += line.height
      }
    }
    edge(header, HEADER_AT)
    edge(footer(page + 1, count), FOOTER_AT)
    rule(doc, HEADER_AT + 15)
    rule(doc, FOOTER_AT - 6)
    doc.endMarkedContent()
    await breathe()
  }
  await endPages(doc, breathe)
  doc.end()
}

/** What the document's end would do with all of them without a pause: to pack hundreds of sheets takes seconds. */
async function endPages(doc: PDFDocument, breathe: () => Promise<void>): Promise<void> {
  const pages = doc._pageBuffer
  for (const page of pages) {
    doc._pageBuffer = [page]
    doc.flushPages()
    await breathe()
  }
}

const SMALL: Setting = { size: 7.5, isBold: false }

export function rule(doc: PDFDocument, y: number, x = BODY.left, width = BODY.width): void {
  doc
    .strokeColor("#b8b8b8")
    .lineWidth(0.4)
    .moveTo(x, y)
    .lineTo(x + width, y)
    .stroke()
}
