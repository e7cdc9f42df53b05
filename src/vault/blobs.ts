/**
 * Bytes under their own SHA-256. Any context may add them, twice without harm;
 * which capture they belong to is written by the background alone.
 */
import { type Bytes, hex } from "../core/bytes.ts"
import { EvidenceError } from "../core/errors.ts"
import { makeReadThrough, MOST_AT_ONCE } from "../core/read-through.ts"
import { type Sha256, sha256, sha256Stream } from "../core/seal/hash.ts"
import { type BlobRow, type Vault } from "./schema.ts"
import { commit, query } from "./transact.ts"

/**
 * Stores bytes and resolves when they are on the disk. Throws as `commit` does.
 * Bytes that are there already are written anew: that mends a row whose file was
 * lost, and makes it young, so that no clean-up takes it for an orphan.
 */
export async function storeBytes(vault: Vault, bytes: Bytes, mediaType: string, at: string): Promise<Sha256> {
  const hash = await sha256(bytes)
  await storeBlob(vault, hash, new Blob([bytes], { type: mediaType }), at)
  return hash
}

/** The same of bytes that are too many to lie in memory, and whose hash is known. */
export async function storeBlob(vault: Vault, hash: Sha256, bytes: Blob, at: string): Promise<void> {
  const put = () => vault.blobs.put({ sha256: hash, bytes, at })
  await commit(vault, [vault.blobs], put, bytes.size)
}

/** Several of them in one transaction: all, or none. */
export async function storeBlobs(vault: Vault, rows: readonly BlobRow[]): Promise<void> {
  const put = async () => {
    await vault.blobs.bulkPut([...rows])
  }
  await commit(
    vault,
    [vault.blobs],
    put,
    rows.reduce((sum, { bytes }) => sum + bytes.size, 0),
  )
}

/**
 * The bytes stored under a hash, as a Blob that the browser reads on demand.
 * Throws `vault/missing` when there are none, and `vault/damaged` where the row is there and its file is gone: Firefox
 * gives no such row at all, and the database answers all the same that it has one.
 */
export async function readBlob(vault: Vault, hash: Sha256): Promise<Blob> {
  const row = await query(vault.blobs.get(hash)).catch((thrown: unknown) => rowAgain(vault, hash, thrown))
  if (row === undefined) throw new EvidenceError("vault/missing", `no bytes under ${hash}`)
  return row.bytes
}

/**
 * The bytes stored under a hash, read back and hashed again. Throws
 * `vault/missing`, or `vault/damaged` when they are not what was stored.
 */
export async function readBack(vault: Vault, hash: Sha256): Promise<Bytes> {
  const blob = await readBlob(vault, hash)
  const bytes = await bytesOf(blob, hash)
  if ((await sha256(bytes)) !== hash) throw changed(hash)
  return bytes
}

/**
 * Checks stored files one after another, as `readBack` does and with its errors,
 * and gives each as the Blob that it is in the vault. All are read into one
 * buffer, which grows to the largest of them; what is larger than one that may
 * lie in memory is hashed as it is read, which takes longer.
 */
export function makeCheck(vault: Vault): (hash: Sha256) => Promise<Blob> {
  const readThrough = makeReadThrough()
  let whole: Bytes = new Uint8Array(0)
  return async hash => {
    const blob = await readBlob(vault, hash)
    if (blob.size > MOST_AT_ONCE) {
      if ((await streamed(readThrough, blob, hash)) !== hash) throw changed(hash)
      return blob
    }
    if (whole.length < blob.size) whole = new Uint8Array(blob.size)
    let at = 0
    try {
      await readThrough(blob, piece => {
        whole.set(piece, at)
        at += piece.length
      })
    } catch (thrown) {
      throw unreadable(hash, thrown)
    }
    if ((await sha256(whole.subarray(0, at))) !== hash) throw changed(hash)
    return blob
  }
}

async function streamed(
  readThrough: ReturnType<typeof makeReadThrough>,
  blob: Blob,
  hash: Sha256,
): Promise<string> {
  const stream = sha256Stream()
  try {
    await readThrough(blob, piece => {
      stream.update(piece)
    })
  } catch (thrown) {
    throw unreadable(hash, thrown)
  }
  return hex(stream.digest())
}

/** Asked for once more: a connection that was closed meanwhile fails the same way, and says nothing of the bytes. */
async function rowAgain(vault: Vault, hash: Sha256, thrown: unknown): Promise<BlobRow | undefined> {
  const isThere = async () => (await query(vault.blobs.where("sha256").equals(hash).count())) > 0
  if (!isFailed(thrown) || !(await isThere())) throw thrown
  return query(vault.blobs.get(hash)).catch((again: unknown) => {
    throw isOfTheRow(again) ? unreadable(hash, again) : again
  })
}

const isFailed = (thrown: unknown): boolean => EvidenceError.from(thrown).code === "vault/failed"

/** What the browser says of its connection, or of the disk below it, it does not say of one row. */
const isOfTheRow = (thrown: unknown): boolean =>
  isFailed(thrown) && !/connection|DatabaseClosed|IO error/i.test(EvidenceError.from(thrown).message)

const changed = (hash: Sha256): EvidenceError =>
  new EvidenceError("vault/damaged", `the bytes under ${hash} are not the bytes that were stored`)

const unreadable = (hash: Sha256, cause: unknown): EvidenceError =>
  new EvidenceError("vault/damaged", `the bytes under ${hash} cannot be read`, { cause })

/**
 * What a Blob of the vault holds. After a partial loss the row is there and its
 * file is not (NotFoundError in Chromium, UnknownError in Firefox): `vault/damaged`.
 */
export async function bytesOf(blob: Blob, hash: Sha256): Promise<Bytes> {
  try {
    return new Uint8Array(await blob.arrayBuffer())
  } catch (thrown) {
    throw unreadable(hash, thrown)
  }
}
