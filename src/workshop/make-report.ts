/** The papers of a bundle that are drawn, the report and the notary route sheet, when the bundle is packed. */
import { type BagFile } from "../core/bundle/bag-file.ts"
import { type DocumentGround } from "../core/bundle/bundle.ts"
import { type BothWords } from "../core/bundle/readme-parts.ts"
import { type ItemSnapshot } from "../core/bundle/snapshot.ts"
import { hex } from "../core/bytes.ts"
import { EvidenceError } from "../core/errors.ts"
import { type Paper } from "../core/papers/block.ts"
import { caseFactsOf, type ReportContents } from "../core/papers/contents.ts"
import { type Placed } from "../core/papers/placed.ts"
import { REPORT, reportOf } from "../core/papers/report.ts"
import { routeSheetOf } from "../core/papers/route-sheet.ts"
import { NOTARY_ROUTE } from "../core/papers/route-words.ts"
import { type ReportLanguage } from "../core/papers/wanted.ts"
import { makeReadThrough } from "../core/read-through.ts"
import { crc32Stream } from "../core/seal/crc32.ts"
import { isSha256, isSm3, sha256Stream } from "../core/seal/hash.ts"
import { sm3Stream } from "../core/seal/sm3.ts"
import { readOwnFile } from "../platform/identity.ts"
import { openPictures } from "./pictures/pictures.ts"

const FONT = "fonts/noto-sans-sc.ttf"

export interface ReportMaking {
  readonly language: ReportLanguage
  readonly words: BothWords
  /** Gives it up. */
  readonly signal: AbortSignal
  /** Told as it goes on, `done` of `all`. */
  readonly onProgress: (done: number, all: number) => Promise<void>
}

/** A paper as a document of a bundle, and where its parts stand. Throws what the drawing throws, and where it is given up. */
export interface DrawnPaper {
  readonly document: BagFile
  readonly placed: Placed
}

export const drawReport = (making: ReportMaking, ground: DocumentGround): Promise<DrawnPaper> =>
  drawn(REPORT, reportOf, making, ground)

/** The notary route sheet, by the same means. */
export const drawRoute = (making: ReportMaking, ground: DocumentGround): Promise<DrawnPaper> =>
  drawn(NOTARY_ROUTE, routeSheetOf, making, ground)

async function drawn(
  path: string,
  paperOf: (contents: ReportContents, words: BothWords, language: ReportLanguage) => Paper,
  { language, words, signal, onProgress }: ReportMaking,
  ground: DocumentGround,
): Promise<DrawnPaper> {
  const { drawPaper } = await import("./report/draw-paper.ts")
  const { items } = ground.snapshot
  const places: Placed[] = []
  const paper = paperOf({ ...ground, caseFacts: caseFactsOf(ground.snapshot) }, words, language)
  const fontFile = await readOwnFile(FONT)
  const pictures = openPictures(signal)
  try {
    const file = await drawPaper(paper, {
      fontFile,
      drawUnit: pictures.drawUnit,
      openSlot: ({ item, path: picture }) => pictures.open(blobOf(items, item, picture)),
      ahead: pictures.ahead,
      onPart: async (done, all) => {
        await onProgress(done, all)
        signal.throwIfAborted()
      },
      onPlaced: placed => {
        places.push(placed)
      },
    })
    const [placed] = places
    if (placed === undefined) throw new EvidenceError("internal", "a paper without pages")
    return { document: await asBagFile(path, file), placed }
  } finally {
    pictures.close()
  }
}

const blobOf = (items: readonly ItemSnapshot[], item: string, path: string): Blob | undefined =>
  items.find(({ record }) => record.item === item)?.files.find(file => file.path === path)?.blob

/** Read once, piece by piece: a report with many pictures is as large as they are. */
async function asBagFile(path: string, content: Blob): Promise<BagFile> {
  const [sums, short, crc] = [sha256Stream(), sm3Stream(), crc32Stream()]
  await makeReadThrough()(content, piece => {
    sums.update(piece)
    short.update(piece)
    crc.update(piece)
  })
  const [sha256, sm3] = [hex(sums.digest()), hex(short.digest())]
  if (!isSha256(sha256) || !isSm3(sm3)) throw new EvidenceError("internal", "not a hash")
  return { path, bytes: content.size, sha256, sm3, crc32: crc.digest(), content }
}
