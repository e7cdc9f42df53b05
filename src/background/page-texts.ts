/** Texts of the page on their way into the vault, chunk by chunk. */
import { EvidenceError } from "../core/errors.ts"
import { type Source, type StepName } from "../core/evidence.ts"
import { parseChunk } from "../core/page-answers.ts"
import { parseTextReady, type TextKind, type TextReady } from "../core/page-facts.ts"
import { type Sha256 } from "../core/seal/hash.ts"
import { now } from "../platform/clock.ts"
import { type askPage } from "../platform/page.ts"
import { storeBytes } from "../vault/blobs.ts"
import { type ArtifactRow } from "../vault/capture-row.ts"
import { addToCapture } from "../vault/write.ts"
import { checkAddress } from "./ownership.ts"
import { type Run } from "./run.ts"

export type PageAsk = ReturnType<typeof askPage>

/** Our script sends 43 at the most; one byte at a time would keep a capture busy for years. */
const MOST_CHUNKS = 1000

export interface TextFile {
  readonly step: StepName
  readonly kind: TextKind
  readonly path: string
  readonly source: Source
}

/**
 * Fetches a text from the page and stores it as a file of the capture, and its
 * hash in `known`: one that stands there already is no file again. Throws
 * `capture/route-changed` for another page's.
 */
export async function keepText(
  run: Run,
  page: PageAsk,
  file: TextFile,
  known = new Set<Sha256>(),
): Promise<TextReady> {
  const ready = parseTextReady(await page("takeText", { kind: file.kind }))
  // The source's address may be another, by a redirect: that is on record. The page's own may not.
  if (file.kind !== "source") checkAddress(run, ready.url)
  const bytes = new Uint8Array(ready.bytes)
  let chunks = 0
  for (let offset = 0; offset < ready.bytes;) {
    const chunk = parseChunk(await page("readChunk", { kind: file.kind, offset }))
    chunks += 1
    if (chunk.length === 0 || offset + chunk.length > ready.bytes || chunks > MOST_CHUNKS) {
      throw new EvidenceError("input/malformed", `${file.kind}: a chunk of ${String(chunk.length)} bytes`)
    }
    bytes.set(chunk, offset)
    offset += chunk.length
  }
  const at = now()
  const mediaType = file.kind === "source" ? ready.mediaType.slice(0, 200) : ready.mediaType
  const sha256 = await storeBytes(run.ports.vault, bytes, mediaType, at)
  if (known.has(sha256)) {
    run.note(file.step, "the same text as before", { path: file.path, sha256 })
    return ready
  }
  known.add(sha256)
  const row: ArtifactRow = {
    captureId: run.id,
    path: file.path,
    sha256,
    bytes: bytes.length,
    mediaType,
    source: file.source,
    at,
    place: null,
    sm3: null,
    crc32: null,
  }
  run.redact(ready.redacted.map(redaction => ({ ...redaction, where: file.path })))
  run.note(file.step, "file stored", {
    path: file.path,
    sha256,
    bytes: bytes.length,
  })
  await addToCapture(run.ports.vault, run.id, { files: [row], log: run.takeNotes() })
  return ready
}
