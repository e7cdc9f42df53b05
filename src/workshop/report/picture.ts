/** Pictures of an item, in parts of a sheet's height. Of a picture and the few after it the parts are in memory, as JPEGs. */
import { type Bytes } from "../../core/bytes.ts"
import { type PictureSlot } from "../../core/papers/block.ts"
import { areasIn, type PictureSlice, slicesOf } from "../../core/papers/slices.ts"
import { drawLines } from "./blocks.ts"
import { heightOf, type Setting } from "./lines.ts"
import { BODY, type Sheets } from "./sheets.ts"

export interface OpenPicture {
  readonly width: number
  readonly height: number
  /** A part of it as a JPEG of this many pixels across. */
  readonly part: (slice: PictureSlice, width: number) => Promise<Bytes>
  readonly close: () => void
}

/** Null where it is not there, or is no picture that can be read. */
export type OpenSlot = (slot: PictureSlot) => Promise<OpenPicture | null>

/** A pixel of a usual screen, in points: larger than that no picture gets. */
const LARGEST_SCALE = 0.75
/** Dots an inch, at most: more is not printed, and only makes the file large. */
const DENSITY = 220
const THUMBNAIL_HEIGHT = 190
/** Parts of one picture; the rest of a taller one is in the bundle, and that is said. */
const MOST_PARTS = 60
const MARK = "#c00000"
const MARK_LINE = 1.1
const CAPTION: Setting = { size: 8.5, isBold: false }

/** All that is printed of a picture. */
export interface CutPicture {
  readonly width: number
  /** In points, a pixel of it. */
  readonly scale: number
  readonly parts: readonly { readonly slice: PictureSlice; readonly jpeg: Bytes }[]
  /** Those that are not printed among them. */
  readonly count: number
}

/** Null where it cannot be read. Depends on nothing that is drawn, so the next ones can be cut while one is drawn. */
export async function cutPicture(slot: PictureSlot, open: OpenSlot): Promise<CutPicture | null> {
  const picture = await open(slot)
  if (picture === null) return null
  try {
    const { width, height } = picture
    const captionRoom = 4 * CAPTION.size * 2
    const fitted = slot.isThumbnail ? THUMBNAIL_HEIGHT / height : LARGEST_SCALE
    const scale = Math.min(LARGEST_SCALE, BODY.width / width, fitted)
    const slices = slicesOf(height, (BODY.height - captionRoom) / scale)
    const across = Math.min(width, Math.ceil(((width * scale) / 72) * DENSITY))
    const cutting = slices
      .slice(0, MOST_PARTS)
      .map(async slice => ({ slice, jpeg: await picture.part(slice, across) }))
    return { width, scale, parts: await Promise.all(cutting), count: slices.length }
  } finally {
    picture.close()
  }
}

export async function drawPicture(
  sheets: Sheets,
  slot: PictureSlot,
  picture: CutPicture | null,
  onPart: () => Promise<void>,
): Promise<void> {
  if (picture === null) {
    drawLines(sheets, "P", sheets.lay(slot.missing, BODY.width, CAPTION))
    sheets.skip(6)
    return
  }
  const { parts, count, scale } = picture
  for (const [index, { slice, jpeg }] of parts.entries()) {
    const times = slot.rows
      .filter(({ y, height }) => y < slice.y + slice.height && y + height > slice.y)
      .map(({ at }) => at)
    const areas = areasIn(slice, slot.marked?.areas ?? [])
    const said = [
      ...slot.caption(index + 1, count, times),
      ...(areas.length === 0 ? [] : (slot.marked?.note ?? [])),
    ]
    const caption = sheets.lay(said, BODY.width, CAPTION)
    const size = { width: picture.width * scale, height: slice.height * scale }
    sheets.need(heightOf(caption) + size.height + 6)
    drawLines(sheets, "Caption", caption)
    sheets.skip(3)
    const top = sheets.y()
    const figure = sheets.element("Figure", said.map(({ text }) => text).join(" "))
    sheets.doc.addStructure(figure)
    sheets.mark(figure, "Figure", () => {
      sheets.doc.image(jpeg, BODY.left, top, size)
      sheets.doc.strokeColor("#c8c8c8").lineWidth(0.4)
      sheets.doc.rect(BODY.left, top, size.width, size.height).stroke()
      sheets.doc.strokeColor(MARK).lineWidth(MARK_LINE)
      for (const { x, y, width, height } of areas) {
        sheets.doc.rect(BODY.left + x * scale, top + y * scale, width * scale, height * scale).stroke()
      }
    })
    figure.end()
    sheets.pass(size.height + 10)
    await onPart()
  }
  if (count > parts.length) {
    drawLines(sheets, "P", sheets.lay(slot.cutOff(parts.length, count), BODY.width, CAPTION))
    sheets.skip(6)
  }
}
