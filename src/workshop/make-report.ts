/** The report of a bundle, drawn when the bundle is packed. */
import { type BagFile } from "../core/bundle/bag-file.ts"
import { type DocumentGround } from "../core/bundle/bundle.ts"
import { type BothWords } from "../core/bundle/readme-parts.ts"
import { type ItemSnapshot } from "../core/bundle/snapshot.ts"
import { hex } from "../core/bytes.ts"
import { EvidenceError } from "../core/errors.ts"
import { caseFactsOf } from "../core/papers/contents.ts"
import { type Placed } from "../core/papers/placed.ts"
import { REPORT, reportOf } from "../core/papers/report.ts"
import { type ReportLanguage } from "../core/papers/wanted.ts"
import { makeReadThrough } from "../core/read-through.ts"
import { crc32Stream } from "../core/seal/crc32.ts"
import { isSha256, isSm3, sha256Stream } from "../core/seal/hash.ts"
import { sm3Stream } from "../core/seal/sm3.ts"
import { readOwnFile } from "../platform/identity.ts"
import { drawUnit, openPicture } from "./picture-canvas.ts"

const FONT = "fonts/noto-sans-sc.ttf"

export interface ReportMaking {
  readonly language: ReportLanguage
  readonly words: BothWords
  /** Gives it up. */
  readonly signal: AbortSignal
  /** Told as it goes on, `done` of `all`. */
  readonly onProgress: (done: number, all: number) => Promise<void>
}

/** The report as a document of a bundle, and where its parts stand in it. Throws what the drawing throws, and where it is given up. */
export async function drawReport(
  { language, words, signal, onProgress }: ReportMaking,
  ground: DocumentGround,
): Promise<{ readonly document: BagFile; readonly placed: Placed }> {
  const { drawPaper } = await import("./report/draw-paper.ts")
  const { items } = ground.snapshot
  const drawn: Placed[] = []
  const file = await drawPaper(
    reportOf({ ...ground, caseFacts: caseFactsOf(ground.snapshot) }, words, language),
    {
      fontFile: await readOwnFile(FONT),
      drawUnit,
      openSlot: ({ item, path }) => openPicture(blobOf(items, item, path)),
      onPart: async (done, all) => {
        await onProgress(done, all)
        signal.throwIfAborted()
      },
      onPlaced: placed => {
        drawn.push(placed)
      },
    },
  )
  const [placed] = drawn
  if (placed === undefined) throw new EvidenceError("internal", "a report without pages")
  return { document: await asBagFile(REPORT, file), placed }
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
