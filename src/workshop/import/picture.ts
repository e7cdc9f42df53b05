/** What a picture's own fields say: EXIF (CIPA DC-008) and the texts of a PNG. */
import { load } from "exifreader"
import { type Claims } from "./claims.ts"

/** Cameras and phones write their fields before the picture, and most pictures are smaller. */
const PICTURE_BYTES = 32 * 1024 * 1024

/** Parts that cameras and programs write; the library takes seconds for a million empty ones. */
const MOST_PARTS = 20_000

/**
 * Answers whether there may be more in it than was read. Throws what the library
 * throws, where it finds no fields that it understands.
 */
export async function readPicture(blob: Blob, claims: Claims): Promise<boolean> {
  const bytes = await blob.slice(0, PICTURE_BYTES).arrayBuffer()
  if (partsIn(new DataView(bytes)) > MOST_PARTS) return true
  // Its XML reader takes seconds and gigabytes for a few pages of open tags, and nothing of XMP is told.
  const { exif, pngText, gps } = load(bytes, { expanded: true, excludeTags: UNTOLD })
  const said = (tags: unknown, name: string): string => textOf(tags, name)
  const time = (name: string, offset: string) => `${said(exif, name)} ${said(exif, offset)}`.trim()
  claims.add("taken", "EXIF DateTimeOriginal", time("DateTimeOriginal", "OffsetTimeOriginal"))
  claims.add("created", "EXIF DateTimeDigitized", time("DateTimeDigitized", "OffsetTimeDigitized"))
  claims.add("modified", "EXIF DateTime", time("DateTime", "OffsetTime"))
  claims.add("maker", "EXIF Make", said(exif, "Make"))
  claims.add("model", "EXIF Model", said(exif, "Model"))
  claims.add("software", "EXIF Software", said(exif, "Software"))
  claims.add("author", "EXIF Artist", said(exif, "Artist"))
  // That there is one, and not where: what is read stands in the record, which goes wherever the bundle goes.
  if (gps !== undefined && Object.keys(gps).length > 0) claims.add("position", "EXIF GPS", "GPS")
  claims.add("software", "PNG Software", said(pngText, "Software"))
  claims.add("created", "PNG Creation Time", said(pngText, "Creation Time"))
  claims.add("author", "PNG Author", said(pngText, "Author"))
  return false
}

const UNTOLD = { xmp: true, iptc: true, icc: true, mpf: true, photoshop: true, makerNotes: true } as const

/** Segments of a JPEG before its picture, chunks of a PNG or of a WebP; one more than may be where there are too many. */
function partsIn(view: DataView): number {
  const has = (at: number, code: number) => at + 4 <= view.byteLength && view.getUint32(at) === code
  const isPng = has(0, 0x89504e47)
  const isWebp = has(0, 0x52494646) && has(8, 0x57454250)
  if (isPng) return walk(view, 8, at => 12 + view.getUint32(at))
  if (isWebp) return walk(view, 12, at => 8 + view.getUint32(at + 4, true))
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return 0
  return walk(view, 2, at =>
    view.getUint8(at) !== 0xff || view.getUint8(at + 1) === 0xda ? Infinity : 2 + view.getUint16(at + 2),
  )
}

function walk(view: DataView, from: number, sizeAt: (at: number) => number): number {
  let parts = 0
  for (let at = from; at + 8 <= view.byteLength && parts <= MOST_PARTS; at += sizeAt(at)) parts += 1
  return parts
}

/** As the tag is described; empty where there is none, or one of another kind. */
function textOf(tags: unknown, name: string): string {
  const tag = valueOf(tags, name)
  const described = valueOf(tag, "description")
  return typeof described === "string" ? described : ""
}

const valueOf = (of: unknown, name: string): unknown =>
  typeof of === "object" && of !== null && Object.hasOwn(of, name)
    ? (of as Readonly<Record<string, unknown>>)[name]
    : undefined
