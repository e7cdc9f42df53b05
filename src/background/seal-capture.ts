/**
 * Closing a capture: stitched pages, every byte read back and hashed again, the
 * procedure log, capture.json, and the line in custody. Only then is it saved.
 */
import { allGaps, type ItemKind, reasonOf } from "../core/completeness.ts"
import { utf8, type Bytes } from "../core/bytes.ts"
import { type CustodyEvent } from "../core/custody.ts"
import { EvidenceError } from "../core/errors.ts"
import { type Gap } from "../core/evidence.ts"
import { isOriginalPath } from "../core/imported.ts"
import { crc32 } from "../core/seal/crc32.ts"
import { type Sha256 } from "../core/seal/hash.ts"
import { sm3 } from "../core/seal/sm3.ts"
import { VIEWING_FILE } from "../core/viewing.ts"
import { localTime, monotonicMs, now } from "../platform/clock.ts"
import { type ReadBack } from "../protocol.ts"
import { readBack, storeBytes } from "../vault/blobs.ts"
import { artifactsOf, captureById, logOf } from "../vault/read.ts"
import { type ArtifactRow, type CaptureRow } from "../vault/capture-row.ts"
import { sealCapture } from "../vault/write.ts"
import { cutChosenPost } from "./cut-post.ts"
import { joinRecording } from "./join-step.ts"
import { keepProcedure } from "./procedure-file.ts"
import { captureRecord } from "./record.ts"
import { wantedAnchors } from "./anchors.ts"
import { wantedStamps } from "./stamps.ts"
import { writeTranscript } from "./transcript.ts"
import { type Run, runStep, showProgress, store } from "./run.ts"
import { stitchFrames } from "./stitch-step.ts"
import { makeViewing } from "./view-step.ts"

/**
 * @param interrupted true for a capture that an earlier run of the background left unfinished
 * Throws when the record itself could not be stored: the capture then stays open, and is found at the next start.
 */
export async function closeCapture(run: Run, interrupted: boolean): Promise<void> {
  const { vault } = run.ports
  const opened = await captureById(vault, run.id)
  if (opened?.recording !== undefined) {
    await joinRecording(run, opened.recording)
    await keepProcedure(run)
    await makeViewing(run)
  } else if (opened?.imported === undefined) await makePictures(run, interrupted)
  const [checked] = await Promise.all([
    runStep(run, "verify", () => checkFiles(run)),
    showProgress(run, { stage: "verify", done: 0, total: null }),
  ])
  if (checked === null) {
    // Nothing is vouched for that was not read back: the capture stays open, and the next start tries again.
    throw new EvidenceError(run.steps().at(-1)?.code ?? "vault/failed", "the files could not be read back")
  }
  if (opened?.imported !== undefined && !interrupted && !checked.some(({ path }) => isOriginalPath(path))) {
    throw new EvidenceError("vault/damaged", "the file that was given is not in the vault as it was given")
  }
  run.note("seal", interrupted ? "closed after an interruption" : "closed")
  await store(run, { progress: { stage: "seal", done: 0, total: null } })

  const row = await captureById(vault, run.id)
  if (row === undefined) throw new EvidenceError("vault/missing", `capture ${run.id}`)
  const log = await ownFile(run, "log.jsonl", "application/jsonl", await logFile(run))
  const files = [...checked, log].sort((a, b) => (a.path < b.path ? -1 : 1))
  const gaps = closingGaps(run, row, files, interrupted)
  const endedAt = now()
  const record = captureRecord(row, files, {
    endedAt,
    localTime: localTime(row.startedAt).text,
    monotonicMs: monotonicMs(),
    gaps,
    sameRun: !interrupted,
  })
  const recordFile = await ownFile(
    run,
    "capture.json",
    "application/json",
    utf8(`${JSON.stringify(record, null, 2)}\n`),
  )
  const stamped = { kind: "capture", of: run.id, digest: recordFile.sha256 } as const
  await sealCapture(vault, run.id, {
    at: endedAt,
    stamps: await wantedStamps(vault, stamped, endedAt),
    anchors: await wantedAnchors(vault, stamped, endedAt),
    files: [...files, recordFile],
    row: {
      endedAt,
      gaps,
      complete: gaps.length === 0,
      interrupted,
      record: recordFile.sha256,
      progress: { stage: "done", done: 0, total: null },
    },
    events: closingEvents(run.id, recordFile.sha256, interrupted),
  })
}

/** The page part has them stitched as soon as it has the last frame. An earlier run's pages are made anew. */
async function makePictures(run: Run, interrupted: boolean): Promise<void> {
  if (interrupted || !run.steps().some(({ name }) => name === "stitch")) {
    await showProgress(run, { stage: "stitch", done: 0, total: null })
    await stitchFrames(run)
  }
  await cutChosenPost(run)
  await writeTranscript(run)
}

const closingEvents = (capture: string, record: Sha256, interrupted: boolean): CustodyEvent[] =>
  interrupted
    ? [
        { event: "capture.recovered", capture },
        { event: "capture.interrupted", capture, record },
      ]
    : [{ event: "capture.sealed", capture, record }]

function closingGaps(run: Run, row: CaptureRow, files: readonly ArtifactRow[], interrupted: boolean): Gap[] {
  const paths = files.map(file => file.path)
  const kind = kindOf(row)
  if (interrupted) return allGaps([...row.gaps, ...cutOff(kind)], paths, run.steps(), "interrupted", kind)
  return allGaps(run.gaps(), paths, run.steps(), run.signal.aborted ? "stopped" : unreached(run), kind)
}

const kindOf = ({ recording, imported }: CaptureRow): ItemKind =>
  imported !== undefined ? "file" : recording === undefined ? "page" : "recording"

/** Of a file that was given, nothing more was to come. */
const cutOff = (kind: ItemKind): Gap[] =>
  kind === "file"
    ? []
    : [
        {
          what: kind === "page" ? "frames" : "recording",
          ...{ reason: "interrupted", count: null, where: null },
        },
      ]

/** Where a step never ran: because the page could not be reached at all, else because one before it failed. */
function unreached(run: Run): Gap["reason"] {
  const facts = run.steps().find(step => step.name === "page-facts")
  return reasonOf(facts?.code ?? null)
}

/** Every file as it is on the disk now. One that is not what was stored becomes a gap, and is left out of the record. */
async function checkFiles(run: Run): Promise<ArtifactRow[]> {
  const stored = await artifactsOf(run.ports.vault, run.id)
  const found = new Map(
    (await run.ports.workshop("readBack", { captureId: run.id })).files.map(file => [file.path, file]),
  )
  const good: ArtifactRow[] = []
  for (const file of stored) {
    const back = found.get(file.path)
    if (isSame(file, back)) good.push({ ...file, sm3: back.sm3, crc32: back.crc32 })
    else damaged(run, file.path)
  }
  return good
}

type Whole = ReadBack & { readonly sm3: NonNullable<ReadBack["sm3"]>; readonly crc32: number }

const isSame = (file: ArtifactRow, back: ReadBack | undefined): back is Whole =>
  back?.sha256 === file.sha256 && back.bytes === file.bytes && back.sm3 !== null && back.crc32 !== null

const DAMAGED = [
  ["recording/", "recording"],
  ["frames/", "frames"],
  ["import/", "file"],
  ["self-check/", "environment"],
] as const

function damaged(run: Run, path: string): void {
  run.note("verify", "not the bytes that were stored", { path, code: "vault/damaged" })
  // The original is whole without its copy.
  if (path === VIEWING_FILE) {
    run.addStep({ name: "view", at: now(), ms: 0, outcome: "failed", code: "vault/damaged" })
    return
  }
  run.gap({
    what: DAMAGED.find(([start]) => path.startsWith(start))?.[1] ?? "stitched",
    reason: "failed",
    count: 1,
    where: path,
  })
}

async function logFile(run: Run): Promise<Bytes> {
  const rows = await logOf(run.ports.vault, run.id)
  const lines = rows.map(({ seq, at, step, what, detail }) =>
    JSON.stringify({ seq, at, step, what, ...detail }),
  )
  return utf8(lines.map(line => `${line}\n`).join(""))
}

/** Stores a file that we write ourselves, and reads it back. */
async function ownFile(run: Run, path: string, mediaType: string, bytes: Bytes): Promise<ArtifactRow> {
  const { vault } = run.ports
  const at = now()
  const sha256 = await storeBytes(vault, bytes, mediaType, at)
  const back = await readBack(vault, sha256)
  return {
    captureId: run.id,
    path,
    sha256,
    bytes: back.length,
    mediaType,
    source: "derived",
    at,
    place: null,
    sm3: sm3(back),
    crc32: crc32(back),
  }
}
