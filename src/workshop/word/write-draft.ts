/**
 * A draft becomes a Word document: real tables, named styles, no macros, nothing
 * that loads anything. The same draft gives the same bytes.
 */
import {
  Document,
  Footer,
  Header,
  Packer,
  PageBreak,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TextRun,
} from "docx"
import { escapeHtml } from "../../core/bundle/shown.ts"
import { type Bytes } from "../../core/bytes.ts"
import { BLANK, type Draft, type DraftBlock } from "../../core/papers/draft.ts"
import { settleZip } from "./settle-zip.ts"
import { STYLES, styles } from "./styles.ts"
import { factTable, groupTable, plainTable } from "./tables.ts"
import { paragraph, paragraphs, xmlText } from "./text.ts"

/** A4, in twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838 }
const MARGIN = { top: 1400, bottom: 1000, left: 1000, right: 1000, header: 500, footer: 500 }
const HEADINGS = { 1: "Heading1", 2: "Heading2", 3: "Heading3" } as const

export async function writeDraft(draft: Draft): Promise<Bytes> {
  const { title, isLandscape, header, footer, blocks } = draft
  const room = (isLandscape ? PAGE.height : PAGE.width) - MARGIN.left - MARGIN.right
  const document = new Document({
    styles,
    compatibility: { version: 15 },
    sections: [
      {
        properties: {
          page: {
            size: {
              ...PAGE,
              orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: MARGIN,
          },
        },
        headers: { default: new Header({ children: [paragraph(header, STYLES.edge)] }) },
        footers: { default: new Footer({ children: [numbered(footer)] }) },
        children: blocks.flatMap((block, at) => {
          // Nobody signs a sheet that has nothing on it but the line to sign on.
          const isSigned = blocks[at + 1]?.kind === "blanks"
          return drawn(block, room, isSigned)
        }),
      },
    ],
  })
  const zip = await Packer.toArrayBuffer(document, undefined, [
    { path: "docProps/core.xml", data: properties(title, draft) },
  ])
  return settleZip(new Uint8Array(zip))
}

function drawn(block: DraftBlock, room: number, isSigned: boolean): (Paragraph | Table)[] {
  switch (block.kind) {
    case "title":
      return paragraphs(block.said, "Title")
    case "heading":
      return paragraphs(block.said, HEADINGS[block.level])
    case "text":
      return paragraphs(block.said, block.isNote ? STYLES.note : "Normal", isSigned)
    case "banner":
      return paragraphs(block.said, STYLES.banner)
    case "facts":
      return [factTable(block.rows, room, isSigned), gap(isSigned)]
    case "table":
      return [plainTable(block.columns, block.rows, room), gap()]
    case "groups":
      return [groupTable(block.columns, block.groups, room), gap()]
    case "blanks":
      return block.labels.map(said =>
        paragraph(`${said.map(({ text }) => text).join(" / ")}  ${BLANK.repeat(3)}`, STYLES.blank),
      )
    case "page":
      return [new Paragraph({ children: [new PageBreak()] })]
  }
}

/** Two tables without anything between them are one. */
const gap = (keepNext = false): Paragraph => new Paragraph({ style: STYLES.edge, keepNext, children: [] })

const numbered = (text: string): Paragraph =>
  new Paragraph({
    style: STYLES.edge,
    children: [
      new TextRun(`${xmlText(text)} · `),
      new TextRun({ children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES] }),
    ],
  })

/** In place of the library's own, which says when it ran. */
const properties = (title: string, { at, language }: Draft): string => `<?xml version="1.0" encoding="UTF-8"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeHtml(xmlText(title))}</dc:title><dc:creator>Holdfast</dc:creator><cp:lastModifiedBy>Holdfast</cp:lastModifiedBy><cp:revision>1</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified><dc:language>${language}</dc:language></cp:coreProperties>
`
