/** What a picture's own fields say: EXIF (CIPA DC-008) and the texts of a PNG. */
import { load } from "exifreader"
import { type Claims } from "./claims.ts"

/** Cameras and phones write their fields before the picture, and most pictures are smaller. */
const PICTURE_BYTES = 32 * 1024 * 1024

/** Throws what the library throws, where it finds no fields that it understands. */
export async function readPicture(blob: Blob, claims: Claims): Promise<void> {
  const bytes = await blob.slice(0, PICTURE_BYTES).arrayBuffer()
  const { exif, pngText, gps } = load(bytes, { expanded: true })
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
