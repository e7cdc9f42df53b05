/**
 * A picture from elsewhere on its item's sheet: drawn as the browser decodes it,
 * under words that say whose it is. It is no capture, and its caption says so in
 * every part of it.
 */
import type { ItemSnapshot } from "../bundle/snapshot.ts"
import type { Block } from "./block.ts"
import { code, inEights, itemLabel, type Speaker } from "./say.ts"

/** Kinds that a browser decodes as a picture and as nothing else. HEIC is decoded by none that we know of. */
const DRAWN: ReadonlySet<string> = new Set(["image/jpeg", "image/png", "image/webp"])

/** The heading, the note, and the beginning of the picture under them, in points. */
const ROOM = 300

/** Nothing, for a file of another kind. */
export function importedPicture({ record, files }: ItemSnapshot, { say, inOne }: Speaker): Block[] {
  const { item, imported } = record
  const file = files.find(({ path }) => path === imported?.file)
  if (imported === undefined || file === undefined || !DRAWN.has(imported.mediaType)) return []
  const inBundle = `data/${item}/${file.path}`
  return [
    { kind: "room", height: ROOM },
    {
      kind: "heading",
      level: 3,
      said: say(({ report }) => report.importedPictureTitle),
      mark: inOne(({ report }) => report.importedPictureTitle),
    },
    { kind: "text", said: say(({ report }) => report.importedPictureNote), isNote: true },
    {
      kind: "picture",
      slot: {
        item,
        path: file.path,
        rows: [],
        isThumbnail: false,
        caption: (part, count) => [
          ...say(({ report }) => report.importedPicture(itemLabel(item), file.path, part, count)),
          ...code(`SHA-256 ${inEights(file.sha256)}`),
        ],
        missing: say(({ report }) => report.pictureMissing(inBundle)),
        cutOff: (printed, count) => say(({ report }) => report.slicesLeft(printed, count, inBundle)),
      },
    },
  ]
}
