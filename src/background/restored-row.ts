/** The rows of a sealed item, made from its capture.json: the opposite of record.ts. Pure. */
import { usualOptions } from "../core/capture-options.ts"
import { type CaptureRecord, type FileRecord } from "../core/evidence.ts"
import { type FramePlace, type FrameRecord } from "../core/frames.ts"
import { type FrameMarks } from "../core/marks.ts"
import { type PostSummary } from "../core/post-facts/summary.ts"
import { type ItemWish, type StoredName } from "../core/restore/wish.ts"
import { type ArtifactRow } from "../vault/capture-row.ts"
import { type RestoredItem } from "../vault/write-restored.ts"

/** The run that no background ever was: it was made elsewhere. */
const ELSEWHERE = "elsewhere"

export function restoredRow(
  record: CaptureRecord,
  wish: ItemWish,
  facts: PostSummary | undefined,
): RestoredItem["row"] {
  const { server, originals, walls, bracket, chat, procedure } = record
  return {
    id: wish.captureId,
    state: "sealed",
    run: ELSEWHERE,
    trigger: record.trigger,
    startedAt: record.startedAt,
    startedMonotonicMs: 0,
    endedAt: record.endedAt,
    url: record.url,
    title: record.title,
    nonce: record.nonce,
    timeZone: record.timeZone,
    utcOffsetMinutes: record.clock.utcOffsetMinutes,
    previousCapture: record.previousCapture,
    case: wish.caseId,
    origins: wish.origins,
    options: record.options ?? usualOptions,
    environment: record.environment,
    page: record.page,
    httpDate: record.clock.httpDate,
    requests: record.requests,
    ...(server === undefined ? {} : { server }),
    ...(facts === undefined ? {} : { facts }),
    ...(originals === undefined ? {} : { originals }),
    ...(chat === undefined ? {} : { chat }),
    ...(procedure === undefined ? {} : { procedure }),
    ...recordingOf(record),
    ...importedOf(record),
    redacted: record.redacted,
    pages: record.pages,
    boxes: record.boxes ?? [],
    ...postOf(record),
    ...quoteOf(record),
    ...(walls === undefined ? {} : { walls }),
    ...(bracket === undefined ? {} : { bracket }),
    steps: record.steps,
    gaps: record.gaps,
    progress: { stage: "done", done: 0, total: null },
    failure: null,
    asSeenSafe: record.frames.length > 0,
    complete: record.complete,
    interrupted: wish.interrupted,
    record: wish.record,
    trashedAt: null,
    bytes: wish.files.reduce((sum, file) => sum + file.bytes, 0),
  }
}

function recordingOf({ recording }: CaptureRecord): Pick<RestoredItem["row"], "recording"> {
  if (recording === undefined) return {}
  const { kind, sound, width, height, ended, mediaType, count, bytes, endedAt, view, resized } = recording
  const joined = { mediaType, count, bytes, endedAt }
  const later = { ...(view === undefined ? {} : { view }), ...(resized === undefined ? {} : { resized }) }
  return { recording: { kind, sound, width, height, ended, joined, ...later } }
}

function importedOf({ imported }: CaptureRecord): Pick<RestoredItem["row"], "imported"> {
  if (imported === undefined) return {}
  const { file, givenName, lastModified, stated, bytes, kind, kindBy, mediaType, claims, unread } = imported
  return {
    imported: {
      file,
      givenName,
      lastModified,
      stated,
      bytes,
      read: { kind, kindBy, mediaType, claims, unread },
    },
  }
}

/** Which frames show it is told by the marks of their files. */
function postOf({ post }: CaptureRecord): Pick<RestoredItem["row"], "post"> {
  if (post === undefined) return {}
  const { x, y, width, height, selector, box, file, from, clicks } = post
  const kept = { x, y, width, height, selector, file, from, clicks }
  return { post: box === undefined ? kept : { ...kept, box } }
}

function quoteOf({ quote }: CaptureRecord): Pick<RestoredItem["row"], "quote"> {
  return quote === undefined ? {} : { quote: { text: quote.text, rects: quote.rects } }
}

/** A file that the record lists, or that stands beside it and is kept as it is. */
export function restoredFile(record: CaptureRecord, captureId: string, file: StoredName): ArtifactRow {
  const listed = record.files.find(({ path }) => path === file.path)
  const frame = record.frames.find(({ path }) => path === file.path)
  const marks = frame === undefined ? null : marksOf(record, file.path)
  if (frame === undefined) return { captureId, ...file, ...saidOf(record, file.path, listed), place: null }
  const place = placeOf(frame)
  return {
    ...{ captureId, ...file, ...saidOf(record, file.path, listed), place },
    ...(marks === null ? {} : { marks }),
  }
}

function saidOf(
  { endedAt }: CaptureRecord,
  path: string,
  listed: FileRecord | undefined,
): Pick<ArtifactRow, "mediaType" | "source" | "at"> {
  if (listed !== undefined) return { mediaType: listed.mediaType, source: listed.source, at: listed.at }
  const isRecord = path === "capture.json"
  const mediaType = isRecord ? "application/json" : "application/octet-stream"
  return { mediaType, source: isRecord ? "derived" : "imported", at: endedAt }
}

function placeOf(frame: FrameRecord): FramePlace {
  const { x, y, width, height, scrollX, scrollY, dpr, usedWidth, usedHeight, pass, box } = frame
  const place = { x, y, width, height, scrollX, scrollY, dpr, usedWidth, usedHeight, pass }
  return box === undefined ? place : { ...place, box }
}

function marksOf({ post, quote }: CaptureRecord, path: string): FrameMarks | null {
  const shown = post?.frames.find(frame => frame.path === path)
  const lines = (quote?.frames ?? []).filter(frame => frame.path === path)
  if (shown === undefined && lines.length === 0) return null
  const place = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) => ({
    ...{ x, y, width, height },
  })
  return {
    post:
      shown === undefined || post === undefined
        ? null
        : { ...place(shown), column: shown.column, row: shown.row, of: place(post) },
    quote: lines.map(line => ({ ...place(line), line: line.rect })),
  }
}
