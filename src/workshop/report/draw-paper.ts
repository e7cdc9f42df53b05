/**
 * A paper becomes a PDF: real text in an embedded subset of the font, tagged,
 * with bookmarks. The same paper, font and pictures give the same bytes.
 */
import { type Bytes } from "../../core/bytes.ts"
import { type Block, type Paper } from "../../core/papers/block.ts"
import { type Placed } from "../../core/papers/placed.ts"
import { textsOf } from "../../core/papers/texts.ts"
import { readAhead } from "../../core/read-ahead.ts"
import {
  drawBlanks,
  drawCode,
  drawHeading,
  drawList,
  drawQr,
  drawText,
  drawTitle,
  heightOfHeading,
  heightOfText,
} from "./blocks.ts"
import { makeBreath } from "./breath.ts"
import { drawBox, drawCard } from "./card.ts"
import { drawChart } from "./chart.ts"
import { type DrawUnit, makeFace } from "./face.ts"
import { cutPicture, drawPicture, type OpenSlot } from "./picture.ts"
import { finishSheets, openSheets, type Sheets } from "./sheets.ts"
import { drawFacts, drawTable, openingOf } from "./table.ts"

export interface Tools {
  /** A TrueType font, whole. */
  readonly fontFile: Bytes
  /** Draws what the font lacks. */
  readonly drawUnit: DrawUnit
  readonly openSlot: OpenSlot
  /** How many pictures are cut before it is their turn. */
  readonly ahead: number
  /** Told after each part of a picture and each heading: `done` of all blocks are drawn. Throws where the drawing is to stop. */
  readonly onPart: (done: number, all: number) => Promise<void>
  /** Told once all of it is drawn: on which pages its parts are. */
  readonly onPlaced: (placed: Placed) => void
}

/** Pieces of the file are gathered until they are worth a Blob, which a browser need not keep in memory. */
const GATHERED_BYTES = 8_000_000

export async function drawPaper(paper: Paper, tools: Tools): Promise<Blob> {
  const breathe = makeBreath()
  const face = makeFace(tools.fontFile, tools.drawUnit)
  await face.prepare(textsOf(paper))
  const sheets = openSheets(face, paper)
  const file = gather(sheets)
  const all = paper.blocks.length
  const slots = paper.blocks.flatMap(block => (block.kind === "picture" ? [block.slot] : []))
  // The next ones are cut while the one before is drawn. Of a paper that is given up, they are left to the collector.
  const pictures = readAhead(slots, tools.ahead, slot => cutPicture(slot, tools.openSlot))
  for (const [done, block] of paper.blocks.entries()) {
    const onPart = () => tools.onPart(done, all)
    if (block.kind === "heading" || block.kind === "card") await onPart()
    if (block.kind === "picture")
      await drawPicture(sheets, block.slot, (await pictures.next()).value ?? null, onPart)
    else if (block.kind === "card") await drawCard(sheets, block, tools.openSlot)
    else if (block.kind === "heading") drawHeading(sheets, block, followingOf(sheets, paper.blocks, done + 1))
    else drawBlock(sheets, block)
    await breathe()
  }
  tools.onPlaced(sheets.placed())
  await finishSheets(sheets, paper.header, paper.footer, breathe)
  return file
}

/** From the heading down to the beginning of the table that it is above; nothing where it is above something else. */
function followingOf(sheets: Sheets, blocks: readonly Block[], at: number): number {
  const block = blocks[at]
  if (block?.kind === "table") return openingOf(sheets, block.columns, block.rows)
  if (block?.kind === "heading") return heightOfHeading(sheets, block) + followingOf(sheets, blocks, at + 1)
  if (block?.kind !== "text" || !tableBelow(blocks, at)) return 0
  return heightOfText(sheets, block) + followingOf(sheets, blocks, at + 1)
}

/** Whether there is one below a text or two; what is longer stands under its heading by itself. */
const tableBelow = (blocks: readonly Block[], at: number): boolean => {
  const next = blocks.slice(at, at + MOST_TEXTS + 1).find(({ kind }) => kind !== "text")
  return next?.kind === "table" || next?.kind === "heading"
}
const MOST_TEXTS = 2

function drawBlock(
  sheets: Sheets,
  block: Exclude<Block, { readonly kind: "picture" | "card" | "heading" }>,
): void {
  switch (block.kind) {
    case "title":
      drawTitle(sheets, block)
      break
    case "text":
      drawText(sheets, block)
      break
    case "list":
      drawList(sheets, block)
      break
    case "facts":
      drawFacts(sheets, block.rows)
      break
    case "table":
      drawTable(sheets, block.columns, block.rows)
      break
    case "code":
      drawCode(sheets, block)
      break
    case "chart":
      drawChart(sheets, block)
      break
    case "box":
      drawBox(sheets, block)
      break
    case "qr":
      drawQr(sheets, block)
      break
    case "blanks":
      drawBlanks(sheets, block.labels)
      break
    case "room":
      sheets.need(block.height)
      break
    case "page":
      if (!sheets.isFresh()) sheets.newSheet()
  }
}

function gather({ doc }: Sheets): Promise<Blob> {
  const blobs: Blob[] = []
  let pieces: Bytes[] = []
  let bytes = 0
  doc.on("data", piece => {
    pieces.push(piece)
    bytes += piece.length
    if (bytes < GATHERED_BYTES) return
    blobs.push(new Blob(pieces))
    pieces = []
    bytes = 0
  })
  return new Promise(resolve => {
    doc.on("end", () => {
      resolve(new Blob([...blobs, ...pieces], { type: "application/pdf" }))
    })
  })
}
