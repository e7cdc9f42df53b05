/** What a step leaves in the vault: a file (its bytes, its row, its line in the log), and the requests that it took. */
import { type Bytes } from "../core/bytes.ts"
import { type Source, type StepName } from "../core/evidence.ts"
import { type OwnRequest } from "../core/own-requests.ts"
import { now } from "../platform/clock.ts"
import { storeBytes } from "../vault/blobs.ts"
import { type ArtifactRow } from "../vault/capture-row.ts"
import { addToCapture } from "../vault/write.ts"
import { captureById } from "../vault/read.ts"
import { type Run, store } from "./run.ts"

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

/** A picture that was made of others. */
export const derivedPicture = (
  run: Run,
  { path, sha256, bytes, at }: Pick<ArtifactRow, "path" | "sha256" | "bytes" | "at">,
): ArtifactRow => ({
  ...{ captureId: run.id, path, sha256, bytes, mediaType: "image/png", source: "derived", at },
  ...{ place: null, sm3: null, crc32: null },
})

/** Counted at once, so that a capture that is cut off says what it had asked for. */
export async function addRequests(
  run: Run,
  purpose: OwnRequest["purpose"],
  made: readonly Pick<OwnRequest, "at" | "url" | "status">[],
): Promise<void> {
  const before = (await captureById(run.ports.vault, run.id))?.requests ?? []
  const added = made.map(({ at, url, status }) => ({ at, url, purpose, status }))
  await store(run, { requests: [...before, ...added] })
}
