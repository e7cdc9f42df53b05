/**
 * Stitched pages, drawn from the raw frames. Derived views: the frames are the
 * evidence. A frame that is a page by itself is that page, byte for byte.
 */
import { EvidenceError } from "../core/errors.ts"
import { type ChatSummary } from "../core/chat/chat-json.ts"
import { type Bytes } from "../core/bytes.ts"
import { type Gap } from "../core/evidence.ts"
import { readAhead } from "../core/read-ahead.ts"
import {
  type PagePlan,
  type PlacedFrame,
  planBoxes,
  planStitch,
  type Seam,
  type Slice,
  type StitchPlan,
  whereOfSeam,
  wholeSlice,
} from "../core/stitch.ts"
import { type Sha256 } from "../core/seal/hash.ts"
import { now } from "../platform/clock.ts"
import { type StitchResult } from "../protocol.ts"
import { readBack, storeBytes } from "../vault/blobs.ts"
import { type ArtifactRow } from "../vault/capture-row.ts"
import { artifactsOf, captureById } from "../vault/read.ts"
import { type Vault } from "../vault/schema.ts"
import { decode, isOfSize, makePageCanvas, type PageCanvas } from "./page-canvas.ts"
import { seamMatches } from "./seam.ts"

/** Throws `capture/stitch-mismatch` when the browser's canvas or encoder lost rows: they do so without an error. */
export async function stitchCapture(vault: Vault, captureId: string): Promise<StitchResult> {
  const files = await artifactsOf(vault, captureId)
  const frames = files.flatMap(({ path, place }): PlacedFrame[] => (place ? [{ ...place, path }] : []))
  const whole = planStitch(frames)
  if (whole === null) throw new EvidenceError("vault/missing", "no frames to stitch")

  const read = readerOf(vault, files)
  const pages: Stitched[] = []
  const gaps: Gap[] = []
  const draw = async (plan: StitchPlan, box: number | null) => {
    const drawn = await drawPlan(vault, plan, read, box, pages.length)
    pages.push(...drawn.pages)
    gaps.push(...drawn.gaps)
  }
  await draw(whole, null)
  const begunBelow = beginsBelow((await captureById(vault, captureId))?.chat)
  for (const [box, { holes, ...plan }] of planBoxes(frames)) {
    await draw({ ...plan, holes: holes.filter(([from]) => from > 0 || box !== begunBelow) }, box)
  }
  return { pages, gaps }
}

/**
 * The box of a chat that was begun at the user's day or at a limit: that nothing
 * above is in the pictures is said of the transcript. Null for any other.
 */
const beginsBelow = (chat: ChatSummary | undefined): number | null =>
  chat?.ending === "date" || chat?.ending === "limit" ? chat.box : null

/** Reads a frame by its path. Throws `vault/missing`, or as `readBack` does. */
export type Read = (path: string) => Promise<Picture>

export function readerOf(vault: Vault, files: readonly Pick<ArtifactRow, "path" | "sha256">[]): Read {
  const hashes = new Map(files.map(({ path, sha256 }) => [path, sha256]))
  return async path => {
    const sha256 = hashes.get(path)
    if (sha256 === undefined) throw new EvidenceError("vault/missing", path)
    return { sha256, bytes: await readBack(vault, sha256) }
  }
}

/** A PNG that is in the vault. */
interface Picture {
  readonly sha256: Sha256
  readonly bytes: Bytes
}

type Stitched = StitchResult["pages"][number]

/** Draws and stores the pictures of one plan; `before` are already there. */
async function drawPlan(
  vault: Vault,
  plan: StitchPlan,
  read: Read,
  box: number | null,
  before: number,
): Promise<{ readonly pages: readonly Stitched[]; readonly gaps: readonly Gap[] }> {
  const of = box === null ? "" : `${String(box)}: `
  const gaps = plan.holes.map(([from, to]): Gap => ({
    what: box === null ? "frames" : "inner-scroller",
    reason: "not-reached",
    count: box === null ? to - from : null,
    where: `${of}y ${String(from)}–${String(to)}`,
  }))
  const seams = new Map(plan.seams.map(seam => [seam.lower.path, seam]))
  const pages: Stitched[] = []
  for (const [index, page] of plan.pages.entries()) {
    const at = now()
    const path = `page-${String(before + index + 1)}.png`
    const { sha256, bytes, torn } = await makePage(vault, page, read, seams, at)
    for (const seam of torn) gaps.push(tornSeam(seam))
    const from = page.slices.map(slice => slice.path)
    const { y, height } = page
    pages.push({
      path,
      sha256,
      from,
      y,
      height,
      bytes: bytes.length,
      at,
      ...(box === null ? {} : { box }),
    })
  }
  return { pages, gaps }
}

const tornSeam = (seam: Seam): Gap => ({ what: "seam", reason: "moved", count: 1, where: whereOfSeam(seam) })

/**
 * Draws and stores one picture; `torn` are the seams at which its frames do not
 * fit. Throws `capture/stitch-mismatch`, or as `storeBytes` does.
 */
export async function makePage(
  vault: Vault,
  page: PagePlan,
  read: Read,
  seams: ReadonlyMap<string, Seam>,
  at: string,
): Promise<Picture & { readonly torn: readonly Seam[] }> {
  const whole = await wholeFrame(page, read)
  if (whole !== null) return { ...whole, torn: await goThrough(page, read, seams, null) }
  const canvas = makePageCanvas(page)
  const torn = await goThrough(page, read, seams, canvas)
  const bytes = await canvas.encode()
  return { sha256: await storeBytes(vault, bytes, "image/png", at), bytes, torn }
}

/** The frame whose picture is the page to the last pixel; null where the page is put together. */
async function wholeFrame(page: PagePlan, read: Read): Promise<Picture | null> {
  const slice = wholeSlice(page)
  if (slice === null) return null
  const frame = await read(slice.path)
  return isOfSize(frame.bytes, page) ? frame : null
}

/** Draws the slices of a page, where there is a canvas, and answers with the seams at which they do not match. */
async function goThrough(
  page: PagePlan,
  read: Read,
  seams: ReadonlyMap<string, Seam>,
  canvas: PageCanvas | null,
): Promise<readonly Seam[]> {
  const torn: Seam[] = []
  if (canvas === null && page.slices.length === 1) return torn
  const decoded = async (slice: Slice) => ({ slice, bitmap: await decode((await read(slice.path)).bytes) })
  // The one that reaches farthest, as in the plan: not always the one before.
  let upper: { readonly slice: Slice; readonly bitmap: ImageBitmap } | null = null
  for await (const { slice, bitmap } of readAhead(page.slices, aheadOf(page), decoded)) {
    const seam = seams.get(slice.path)
    if (seam && upper?.slice.path === seam.upper.path && !seamMatches(upper.bitmap, bitmap, seam))
      torn.push(seam)
    canvas?.draw(bitmap, slice)
    const reachesOn = upper === null || endOf(slice) > endOf(upper.slice)
    const done: ImageBitmap | undefined = reachesOn ? upper?.bitmap : bitmap
    done?.close()
    if (reachesOn) upper = { slice, bitmap }
  }
  upper?.bitmap.close()
  return torn
}

const endOf = ({ y, height }: Slice): number => y + height

/** Pixels that may lie decoded and wait for their turn, and slices at the most: more keeps no core busier. */
const WAITING_PIXELS = 16_000_000
const MOST_WAITING = 3

const aheadOf = ({ slices }: PagePlan): number => {
  const largest = Math.max(...slices.map(({ width, height }) => width * height))
  return Math.min(MOST_WAITING, Math.floor(WAITING_PIXELS / largest))
}
