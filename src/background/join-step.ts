/** The step that makes one file of a recording's pieces. */
import { EvidenceError } from "../core/errors.ts"
import { CHUNKS_FILE, RECORDING_FILE } from "../core/recording.ts"
import { type ArtifactRow, type CaptureRow } from "../vault/capture-row.ts"
import { addToCapture } from "../vault/write.ts"
import { type Run, runStep } from "./run.ts"

/**
 * A recording of which no piece was kept is a gap. Throws what keeps pieces that
 * are there from becoming a file: they must not be given up, so it stays open.
 */
export async function joinRecording(
  run: Run,
  recording: NonNullable<CaptureRow["recording"]>,
): Promise<void> {
  if ((await runStep(run, "join", () => join(run, recording))) !== null) return
  const code = run.steps().at(-1)?.code ?? "vault/failed"
  if (code !== "vault/missing") throw new EvidenceError(code, "the recording could not be made one file")
}

async function join(run: Run, recording: NonNullable<CaptureRow["recording"]>): Promise<true> {
  const { vault, workshop } = run.ports
  const made = await workshop("joinRecording", { captureId: run.id })
  const { at, mediaType, count, bytes, endedAt, lost, breaks } = made
  if (lost > 0) run.gap({ what: "recording", reason: "failed", count: lost, where: null })
  // What is called a recording without a break must have none.
  if (breaks > 0) run.gap({ what: "recording", reason: "interrupted", count: breaks, where: null })
  const common = { captureId: run.id, at, place: null, sm3: null, crc32: null }
  const files: ArtifactRow[] = [
    { ...common, path: RECORDING_FILE, sha256: made.file, bytes, mediaType, source: "screen" },
    {
      ...{ ...common, path: CHUNKS_FILE, sha256: made.list, bytes: made.listBytes },
      ...{ mediaType: "application/jsonl", source: "derived" },
    },
  ]
  run.note("join", "pieces made one file", {
    path: RECORDING_FILE,
    sha256: made.file,
    bytes,
    count,
    lost,
    breaks,
  })
  const row = { recording: { ...recording, joined: { mediaType, count, bytes, endedAt } } }
  await addToCapture(vault, run.id, { files, log: run.takeNotes(), row })
  return true
}
