/** A file from elsewhere becomes an item: its bytes as they came, what the user says, and what the file says of itself. */
import { hex } from "../core/bytes.ts"
import { DEFAULT_CASE } from "../core/cases.ts"
import { ORIGIN_NOT_SEEN } from "../core/completeness.ts"
import { EvidenceError } from "../core/errors.ts"
import { fileKind, HEAD_BYTES } from "../core/import/kind.ts"
import { localTime, monotonicMs, now, timeZone } from "../platform/clock.ts"
import { type GivenFile } from "../protocol/import.ts"
import { bytesOf, readBlob } from "../vault/blobs.ts"
import { type ArtifactRow, type CaptureRow } from "../vault/capture-row.ts"
import { currentCase } from "../vault/read-cases.ts"
import { captureOptions } from "../vault/read-settings.ts"
import { addToCapture, beginCapture } from "../vault/write.ts"
import { type Ports } from "./ports.ts"
import { noteFailure, type Run, runStep, startRun } from "./run.ts"
import { closeCapture } from "./seal-capture.ts"

/** @throws EvidenceError `vault/…`; where the item had been begun, it is closed at the next start */
export async function importFile(
  ports: Ports,
  given: GivenFile,
): Promise<{ readonly captureId: string; readonly item: number }> {
  const run = startRun(ports, {
    ...{ id: crypto.randomUUID(), tabId: -1, windowId: -1, url: "" },
    signal: new AbortController().signal,
  })
  const row = await open(run, given)
  try {
    await runStep(run, "import", () => look(run, row, given))
    await closeCapture(run, false)
  } catch (thrown) {
    throw await noteFailure(run, EvidenceError.from(thrown))
  }
  return { captureId: run.id, item: row.item }
}

async function open(run: Run, { file, name, lastModified, stated }: GivenFile): Promise<CaptureRow> {
  const { vault } = run.ports
  const startedAt = now()
  const blob = await readBlob(vault, file)
  const { extension, mediaType } = fileKind(await bytesOf(blob.slice(0, HEAD_BYTES), file), name)
  const path = `import/original.${extension}`
  const [environment, options, current] = await Promise.all([
    readEnvironment(run.ports),
    captureOptions(vault),
    currentCase(vault),
  ])
  run.note("import", "file given by the user", { path, sha256: file, bytes: blob.size })
  run.gap(ORIGIN_NOT_SEEN)
  const draft: Omit<CaptureRow, "item"> = {
    ...{ id: run.id, state: "running", run: run.ports.run, trigger: "import", startedAt },
    ...{ startedMonotonicMs: monotonicMs(), endedAt: null, url: "", title: name },
    nonce: hex(crypto.getRandomValues(new Uint8Array(32))),
    timeZone: timeZone(),
    utcOffsetMinutes: localTime(startedAt).offsetMinutes,
    ...{ options, previousCapture: null, environment, page: null, httpDate: null },
    ...(current.id === DEFAULT_CASE ? {} : { case: current.id }),
    imported: { file: path, givenName: name, lastModified, stated, bytes: blob.size },
    ...{ requests: [], redacted: [], pages: [], boxes: [], steps: [] },
    gaps: [...run.gaps()],
    progress: { stage: "verify", done: 0, total: null },
    ...{ failure: null, asSeenSafe: false, complete: false, interrupted: false },
    ...{ record: null, trashedAt: null, bytes: blob.size },
  }
  const original: ArtifactRow = {
    ...{ captureId: run.id, path, sha256: file, bytes: blob.size, mediaType, source: "imported" },
    ...{ at: startedAt, place: null, sm3: null, crc32: null },
  }
  return beginCapture(vault, draft, [original], run.takeNotes())
}

/** What it says of itself, and the words in it. Where that cannot be read, the file is kept all the same. */
async function look(run: Run, { imported }: CaptureRow, { file, name }: GivenFile): Promise<void> {
  if (imported === undefined) throw new EvidenceError("internal", "no import")
  const { text, ...read } = await run.ports.workshop("readImported", { file, name })
  run.note("import", "read what the file says of itself", {
    ...{ kind: read.kind, kindBy: read.kindBy, claims: read.claims.length, unread: read.unread },
  })
  const files: ArtifactRow[] =
    text === null
      ? []
      : [
          {
            ...{ captureId: run.id, path: "text.txt", sha256: text.file, bytes: text.bytes, at: text.at },
            ...{ mediaType: "text/plain;charset=utf-8", source: "derived" },
            ...{ place: null, sm3: null, crc32: null },
          },
        ]
  await addToCapture(run.ports.vault, run.id, {
    files,
    log: run.takeNotes(),
    row: { imported: { ...imported, read } },
  })
}

async function readEnvironment(ports: Ports): Promise<CaptureRow["environment"]> {
  const [identity, tool] = await Promise.all([ports.browserIdentity(), ports.tool()])
  return {
    ...identity,
    extension: `${tool.name} ${tool.version} (${tool.commit})`,
    build: tool.build,
    ...{ viewport: null, screen: null, zoom: null, dpr: null, privateWindow: false },
    automation: { value: "unknown", basis: "no page was captured" },
  }
}
