import type { ItemSnapshot } from "../bundle/snapshot.ts"
import type { FrameRecord, PageRecord } from "../frames.ts"
import { standingMarks } from "../picture/annotations.ts"
import type { Block, PictureSlot, Said } from "./block.ts"
import { itemLabel, type Speaker } from "./say.ts"
import { localTime } from "./times.ts"

/** The heading, the note, and the first screen under them, in points. */
const PICTURE_ROOM = 300

/** The first screen small, then the chosen post and the pages, large enough to be read. */
export function itemPictures(item: ItemSnapshot, speaker: Speaker): Block[] {
  const { say, inOne } = speaker
  const slots = slotsOf(item, speaker)
  const hasMarks = slots.some(({ marked }) => marked !== undefined)
  const heading: Block[] = [
    { kind: "room", height: slots.length === 0 ? 0 : PICTURE_ROOM },
    {
      kind: "heading",
      level: 3,
      said: say(({ report }) => report.picturesTitle),
      mark: inOne(({ report }) => report.picturesTitle),
    },
  ]
  if (slots.length === 0) {
    return [...heading, { kind: "text", said: say(({ readme }) => readme.noPicture), isNote: false }]
  }
  return [
    ...heading,
    { kind: "text", said: say(({ report }) => report.picturesNote(hasMarks)), isNote: true },
    ...(hasMarks
      ? [{ kind: "text", said: say(({ report }) => report.markedNote), isNote: true } as const]
      : []),
    ...slots.map((slot): Block => ({ kind: "picture", slot })),
  ]
}

function slotsOf({ record, files, annotations }: ItemSnapshot, { say }: Speaker): PictureSlot[] {
  const { item, frames, pages, post, clock } = record
  const held = new Set(files.map(({ path }) => path))
  const own = standingMarks(annotations)
  const quoted = record.quote?.frames ?? []
  const label = itemLabel(item)
  /** The words that were selected, in the frames that show them; and what the user marked on any picture. */
  const markedOn = (path: string): Pick<PictureSlot, "marked"> => {
    const areas = [...quoted.filter(each => each.path === path), ...(own.get(path)?.marks ?? [])]
    return areas.length === 0 ? {} : { marked: { areas, note: say(({ report }) => report.marked, "soft") } }
  }
  const time = (at: string) => localTime(at, clock.utcOffsetMinutes)
  const slot = (path: string, rows: PictureSlot["rows"], caption: PictureSlot["caption"]): PictureSlot[] =>
    held.has(path)
      ? [
          {
            item,
            path,
            rows,
            isThumbnail: false,
            ...markedOn(path),
            caption,
            missing: say(({ report }) => report.pictureMissing(`data/${item}/${path}`)),
            cutOff: (printed, count) =>
              say(({ report }) => report.slicesLeft(printed, count, `data/${item}/${path}`)),
          },
        ]
      : []
  const small = (path: string, caption: PictureSlot["caption"]) =>
    slot(path, [], caption).map((made): PictureSlot => ({ ...made, isThumbnail: true }))
  const [asSeen] = frames
  const thumbnail =
    asSeen === undefined
      ? []
      : small(asSeen.path, () => say(({ report }) => report.thumbnail(label, asSeen.path, time(asSeen.at))))
  const withQuote = quoted.some(({ path }) => path === asSeen?.path)
    ? undefined
    : frames.find(frame => quoted.some(({ path }) => path === frame.path))
  const quote =
    withQuote === undefined
      ? []
      : small(withQuote.path, () =>
          say(({ report }) => report.quoteThumbnail(label, withQuote.path, time(withQuote.at))),
        )
  const pictureOf =
    (page: PageRecord) =>
    (part: number, count: number, times: readonly string[]): Said => {
      const taken = timesSaid(times.map(time))
      return page.box === undefined
        ? say(({ report }) => report.slice(label, page.path, part, count, taken))
        : say(({ report }) => report.boxSlice(label, page.path, part, count, taken))
    }
  const redrawn = record.files.filter(
    ({ source, mediaType }) => source === "re-drawn" && mediaType.startsWith("image/"),
  )
  return [
    ...thumbnail,
    ...quote,
    ...(post?.file === undefined || post.file === null
      ? []
      : slot(post.file, [], (part, count) =>
          say(({ report }) => report.postPicture(label, post.file ?? "", part, count)),
        )),
    ...pages.flatMap(page => slot(page.path, rowsOf(page, frames), pictureOf(page))),
    ...redrawn.flatMap(({ path }) => slot(path, [], () => say(({ readme }) => readme.redrawn))),
  ]
}

/** Which rows of a page each of its frames shows. */
function rowsOf(page: PageRecord, frames: readonly FrameRecord[]): PictureSlot["rows"] {
  const from = new Set(page.from)
  return frames
    .filter(({ path }) => from.has(path))
    .map(({ y, height, at, box }) => ({ y: (box?.y ?? y) - page.y, height: box?.height ?? height, at }))
}

/** From the first to the last, in one line. */
function timesSaid(times: readonly string[]): string {
  const sorted = [...new Set(times)].sort()
  const [first = "", last = first] = [sorted[0], sorted.at(-1)]
  return first === last ? first : `${first} – ${last}`
}
