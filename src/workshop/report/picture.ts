/** Pictures of an item, in parts of a sheet's height; one part is in memory at a time. */
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

export async function drawPicture(
  sheets: Sheets,
  slot: PictureSlot,
  open: OpenSlot,
  onPart: () => Promise<void>,
): Promise<void> {
  const picture = await open(slot)
  if (picture === null) {
    drawLines(sheets, "P", sheets.lay(slot.missing, BODY.width, CAPTION))
    sheets.skip(6)
    return
  }
  try {
    await drawParts(sheets, slot, picture, onPart)
  } finally {
    picture.close()
  }
}

async function drawParts(
  sheets: Sheets,
  slot: PictureSlot,
  picture: OpenPicture,
  onPart: () => Promise<void>,
): Promise<void> {
  const captionRoom = 4 * CAPTION.size * 2
  const fitted = slot.isThumbnail ? THUMBNAIL_HEIGHT / picture.height : LARGEST_SCALE
  const scale = Math.min(LARGEST_SCALE, BODY.width / picture.width, fitted)
  const slices = slicesOf(picture.height, (BODY.height - captionRoom) / scale)
  for (const [index, slice] of slices.slice(0, MOST_PARTS).entries()) {
    const times = slot.rows
      .filter(({ y, height }) => y < slice.y + slice.height && y + height > slice.y)
      .map(({ at }) => at)
    const areas = areasIn(slice, slot.marked?.areas ?? [])
    const said = [
      ...slot.caption(index + 1, slices.length, times),
      ...(areas.length === 0 ? [] : (slot.marked?.note ?? [])),
    ]
    const caption = sheets.lay(said, BODY.width, CAPTION)
    const size = { width: picture.width * scale, height: slice.height * scale }
    const across = Math.min(picture.width, Math.ceil((size.width / 72) * DENSITY))
    const jpeg = await picture.part(slice, across)
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
  if (slices.length > MOST_PARTS) {
    drawLines(sheets, "P", sheets.lay(slot.cutOff(MOST_PARTS, slices.length), BODY.width, CAPTION))
    sheets.skip(6)
  }
}
