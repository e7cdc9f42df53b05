/** What the user's page asks to be kept of pictures. Its word for bytes is not taken: they are read back. */
import { type AnnotationWish } from "../core/picture/annotations.ts"
import { isInside } from "../core/picture/area.ts"
import { type RedactionWish } from "../core/picture/redactions.ts"
import { malformed } from "../core/parse.ts"
import { readPngSize } from "../core/png.ts"
import { crc32 } from "../core/seal/crc32.ts"
import { sm3 } from "../core/seal/sm3.ts"
import { now } from "../platform/clock.ts"
import { readBack } from "../vault/blobs.ts"
import { fileAt } from "../vault/read.ts"
import { type Vault } from "../vault/schema.ts"
import { keepAnnotations, keepRedaction } from "../vault/write-annotations.ts"
import { EvidenceError } from "../core/errors.ts"

/** Throws `vault/missing` for what is no picture of a sealed item. */
export async function annotatePicture(
  vault: Vault,
  captureId: string,
  { path, marks }: AnnotationWish,
): Promise<{ readonly annotationId: string }> {
  const { id } = await keepAnnotations(vault, captureId, path, { id: crypto.randomUUID(), at: now(), marks })
  return { annotationId: id }
}

/**
 * Throws `vault/missing` or `vault/damaged` where the picture or the copy is not
 * whole, `input/malformed` where they are not of one size or a box is outside.
 */
export async function keepRedactedCopy(
  vault: Vault,
  captureId: string,
  { path, boxes, file }: RedactionWish,
): Promise<{ readonly redactionId: string }> {
  const picture = await fileAt(vault, captureId, path)
  if (picture === undefined) throw new EvidenceError("vault/missing", `picture ${path}`)
  const size = readPngSize(await readBack(vault, picture.sha256))
  const bytes = await readBack(vault, file)
  const { width, height } = readPngSize(bytes)
  if (width !== size.width || height !== size.height || file === picture.sha256) throw malformed("copy")
  if (boxes.some(box => !isInside(box, size))) throw malformed("boxes")
  const { id } = await keepRedaction(vault, captureId, path, {
    ...{ id: crypto.randomUUID(), at: now(), boxes, file },
    ...{ sm3: sm3(bytes), crc32: crc32(bytes), bytes: bytes.length },
  })
  return { redactionId: id }
}
