/** capture.json, made from what the vault holds. Pure: the same rows give the same record. */
import { type ChatSummary } from "../core/chat/chat-json.ts"
import { type CaptureRecord, type FileRecord, type Gap, itemName, type Unknown } from "../core/evidence.ts"
import { type FrameRecord } from "../core/frames.ts"
import { EvidenceError } from "../core/errors.ts"
import { type ImportedRecord, isOriginalPath } from "../core/imported.ts"
import { type PostRecord, type QuoteRecord } from "../core/post.ts"
import { CHUNKS_FILE, RECORDING_FILE, type RecordingRecord } from "../core/recording.ts"
import { type ArtifactRow, type CaptureRow } from "../vault/capture-row.ts"

export interface Closing {
  readonly endedAt: string
  readonly localTime: string
  readonly monotonicMs: number
  readonly gaps: readonly Gap[]
  /** Known only where the same run of the background saw the beginning and the end. */
  readonly sameRun: boolean
}

export function captureRecord(
  row: CaptureRow,
  files: readonly ArtifactRow[],
  closing: Closing,
): CaptureRecord {
  const elapsedMs = closing.monotonicMs - row.startedMonotonicMs
  const wallMs = Date.parse(closing.endedAt) - Date.parse(row.startedAt)
  return {
    schema: 1,
    id: row.id,
    item: itemName(row.item),
    url: row.url,
    canonicalUrl: row.page?.canonicalUrl ?? null,
    title: row.title,
    referrer: row.page?.referrer ?? null,
    startedAt: row.startedAt,
    endedAt: closing.endedAt,
    timeZone: row.timeZone,
    clock: {
      startedWall: row.startedAt,
      endedWall: closing.endedAt,
      monotonicMs: closing.sameRun ? Math.round(elapsedMs) : null,
      wallMinusMonotonicMs: closing.sameRun ? Math.round(wallMs - elapsedMs) : null,
      localTime: closing.localTime,
      utcOffsetMinutes: row.utcOffsetMinutes,
      httpDate: row.httpDate,
    },
    environment: row.environment,
    trigger: row.trigger,
    access: [],
    redirects: { count: redirectCount(row), chain: null },
    signedIn: "unknown",
    unknown: unknowns(row, closing),
    nonce: row.nonce,
    previousCapture: row.previousCapture,
    options: row.options,
    page: row.page,
    frames: files.filter(file => file.place !== null).map(frameRecord),
    pages: row.pages,
    ...(row.boxes.length > 0 ? { boxes: row.boxes } : {}),
    ...(row.post === undefined ? {} : { post: postRecord(row.post, files) }),
    ...(row.quote === undefined ? {} : { quote: quoteRecord(row.quote, files) }),
    ...(row.chat === undefined ? {} : { chat: chatRecord(row.chat, files) }),
    ...(row.walls === undefined ? {} : { walls: row.walls }),
    ...(row.bracket === undefined ? {} : { bracket: row.bracket }),
    files: files.map(fileRecord),
    requests: row.requests,
    ...(row.server === undefined ? {} : { server: row.server }),
    ...(row.originals === undefined ? {} : { originals: row.originals }),
    ...(row.procedure === undefined ? {} : { procedure: row.procedure }),
    ...(row.recording?.joined === undefined ? {} : { recording: recordingRecord(row.recording, row, files) }),
    ...(row.imported === undefined ? {} : { imported: importedRecord(row.imported, files) }),
    redacted: row.redacted,
    steps: row.steps,
    complete: closing.gaps.length === 0,
    gaps: closing.gaps,
  }
}

function fileRecord(file: ArtifactRow): FileRecord {
  const { path, sha256, sm3, bytes, mediaType, source, at } = file
  if (sm3 === null) throw new EvidenceError("internal", `${path} was not read back`)
  return { path, sha256, sm3, bytes, mediaType, source, at }
}

function frameRecord(file: ArtifactRow): FrameRecord {
  if (file.place === null) throw new EvidenceError("internal", `${file.path} is no frame`)
  return { path: file.path, sha256: file.sha256, at: file.at, ...file.place }
}

/** `file` only where it is among the files: one that could not be read back is not. */
const postRecord = (post: NonNullable<CaptureRow["post"]>, files: readonly ArtifactRow[]): PostRecord => ({
  ...post,
  file: files.some(({ path }) => path === post.file) ? post.file : null,
  frames: files.flatMap(({ path, marks }) => {
    if (marks?.post == null) return []
    const { x, y, width, height, column, row } = marks.post
    return [{ path, x, y, width, height, column, row }]
  }),
})

/** `file` only where it is among the files: one that could not be read back is not. */
const chatRecord = (chat: ChatSummary, files: readonly ArtifactRow[]): ChatSummary => ({
  ...chat,
  file: files.some(({ path }) => path === chat.file) ? chat.file : null,
})

const quoteRecord = (
  quote: NonNullable<CaptureRow["quote"]>,
  files: readonly ArtifactRow[],
): QuoteRecord => ({
  ...quote,
  frames: files.flatMap(({ path, marks }) =>
    (marks?.quote ?? [])
      .filter(({ line }) => line < quote.rects.length)
      .map(({ line, x, y, width, height }) => ({ path, rect: line, x, y, width, height })),
  ),
})

function recordingRecord(
  { ended, joined, view, resized, ...start }: NonNullable<CaptureRow["recording"]>,
  { startedAt }: CaptureRow,
  files: readonly ArtifactRow[],
): RecordingRecord {
  if (joined === undefined) throw new EvidenceError("internal", "a recording that is no file yet")
  return {
    ...start,
    ...{ file: RECORDING_FILE, chunks: CHUNKS_FILE, startedAt },
    ...joined,
    ended: ended ?? "interrupted",
    // Only where it is among the files: one that could not be read back is not.
    ...(view !== undefined && files.some(({ path }) => path === view.file) ? { view } : {}),
    ...(resized === undefined ? {} : { resized }),
  }
}

/** Where it could not be looked into, what it is said to be is its name's word alone. */
function importedRecord(
  { read, ...start }: NonNullable<CaptureRow["imported"]>,
  files: readonly ArtifactRow[],
): ImportedRecord {
  if (read !== undefined) return { ...start, ...read }
  const mediaType = files.find(({ path }) => isOriginalPath(path))?.mediaType ?? "application/octet-stream"
  return { ...start, kind: "other", kindBy: "name", mediaType, claims: [], unread: "not-understood" }
}

function redirectCount(row: CaptureRow): number | null {
  const count = row.page?.navigation?.redirectCount
  return typeof count === "number" ? count : null
}

/** What the record cannot say, and why: stated, never left blank. */
function unknowns(row: CaptureRow, closing: Closing): Unknown[] {
  if (row.imported !== undefined) {
    return [
      { field: "url", reason: "a file that was made elsewhere; no page was captured" },
      { field: "imported.stated", reason: "the user's word, which nothing here verifies" },
      { field: "imported.claims", reason: "the file's own word, which anyone can write" },
    ]
  }
  const found: Unknown[] = [
    { field: "access", reason: "the extension sees a page only from the click on" },
    { field: "redirects.chain", reason: "the browser tells a page how many redirects there were, not which" },
    { field: "signedIn", reason: "no rule for this site in this version" },
  ]
  if (row.url === "") {
    found.push({ field: "url", reason: "the browser hides the addresses of its own pages from extensions" })
  }
  if (row.page === null) {
    found.push(
      { field: "page", reason: "the browser allows no script on this page, or it did not answer" },
      { field: "frames[0].x", reason: "the page could not be asked where it stands" },
    )
  }
  if (row.page !== null && row.page.selection !== "" && row.quote === undefined) {
    found.push({ field: "quote", reason: "the page does not say where the selected words stand" })
  }
  if (row.httpDate === null) {
    found.push({
      field: "clock.httpDate",
      reason: "no answer of the server with a Date header could be read",
    })
  }
  if (!closing.sameRun) {
    found.push({ field: "clock.monotonicMs", reason: "the capture was cut off; its monotonic clock is gone" })
  }
  return found
}
