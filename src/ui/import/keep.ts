/** One file on its way into the vault. It is read as it lies on the disk, piece by piece, and never opened. */
import { hex } from "../../core/bytes.ts"
import { fileKind, HEAD_BYTES, isBundle } from "../../core/import/kind.ts"
import { LARGEST_IMPORT, LONGEST_NAME, type Stated } from "../../core/imported.ts"
import { makeReadThrough } from "../../core/read-through.ts"
import { type Sha256, sha256Stream } from "../../core/seal/hash.ts"
import { now } from "../../platform/clock.ts"
import { type backgroundClient } from "../../platform/popup.ts"
import { storeBlob } from "../../vault/blobs.ts"
import { itemsWithFile } from "../../vault/read-imported.ts"
import { type Vault } from "../../vault/schema.ts"
import { type Course } from "./model.ts"

/** What it is and whether it is there already. Nothing is kept. Throws `vault/…`. */
export async function examine(vault: Vault, file: File, onRead: (done: number) => void): Promise<Course> {
  if (file.size > LARGEST_IMPORT) return { at: "refused", why: "too-large" }
  if (file.size === 0) return { at: "refused", why: "empty" }
  const read = await hashed(file, onRead)
  if (read === null) return { at: "refused", why: "unreadable" }
  if (isBundle(read.head, file.name)) return { at: "refused", why: "bundle" }
  const held = await itemsWithFile(vault, read.sha256)
  const { kind } = fileKind(read.head, file.name)
  // What is there already is not added twice unless the reader says so.
  return { at: "ready", sha256: read.sha256, kind, held, twin: null, isWanted: held.length === 0 }
}

/** Null where it cannot be read: a folder, or a file that is gone by now. */
async function hashed(
  file: File,
  onRead: (done: number) => void,
): Promise<{ readonly sha256: Sha256; readonly head: Uint8Array } | null> {
  const stream = sha256Stream()
  let done = 0
  try {
    const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer())
    await makeReadThrough()(file, piece => {
      stream.update(piece)
      done += piece.length
      onRead(done)
    })
    return done === file.size ? { sha256: hex(stream.digest()) as Sha256, head } : null
  } catch (thrown) {
    if (thrown instanceof DOMException) return null
    throw thrown
  }
}

/**
 * Stores the file and has an item made of it. The item is sealed only where the
 * bytes in the vault have the hash that was read before: a file that was changed
 * meanwhile is `vault/damaged`.
 */
export async function keep(
  vault: Vault,
  background: ReturnType<typeof backgroundClient>,
  { file, sha256, stated }: { readonly file: File; readonly sha256: Sha256; readonly stated: Stated },
): Promise<Course> {
  // Octets, and no File: neither its type nor its name is to come back out of the vault.
  await storeBlob(vault, sha256, new Blob([file], { type: "application/octet-stream" }), now())
  const { captureId, item } = await background("importFile", {
    file: sha256,
    name: file.name.slice(0, LONGEST_NAME),
    lastModified: lastModifiedOf(file),
    stated,
  })
  return { at: "kept", sha256, item, captureId }
}

/** A browser that does not know gives the present moment; the disk's own word is a time before that. */
function lastModifiedOf({ lastModified }: File): string | null {
  const at = new Date(lastModified)
  return Number.isNaN(at.getTime()) || at.getUTCFullYear() > 9999 ? null : at.toISOString()
}
