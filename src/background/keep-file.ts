/** A file of a capture that the background has in hand: its bytes stored, its row written, its line in the log. */
import { type Bytes } from "../core/bytes.ts"
import { type Source, type StepName } from "../core/evidence.ts"
import { now } from "../platform/clock.ts"
import { storeBytes } from "../vault/blobs.ts"
import { type ArtifactRow } from "../vault/capture-row.ts"
import { addToCapture } from "../vault/write.ts"
import { type Run } from "./run.ts"

export interface KeptFile {
  readonly path: string
  readonly bytes: Bytes
  readonly mediaType: string
  readonly source: Source
}

export async function keepFile(run: Run, step: StepName, file: KeptFile): Promise<ArtifactRow> {
  const { path, bytes, mediaType, source } = file
  const at = now()
  const sha256 = await storeBytes(run.ports.vault, bytes, mediaType, at)
  const row: ArtifactRow = {
    ...{ captureId: run.id, path, sha256, bytes: bytes.length, mediaType, source, at },
    ...{ place: null, sm3: null, crc32: null },
  }
  run.note(step, "file stored", { path, sha256, bytes: bytes.length })
  await addToCapture(run.ports.vault, run.id, { files: [row], log: run.takeNotes() })
  return row
}
