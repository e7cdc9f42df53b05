/** An encrypted bundle becomes a ZIP on the disk, for as long as it is read. */
import { EvidenceError } from "../core/errors.ts"
import { writeIncoming } from "../platform/incoming.ts"

/** A passphrase, or the secret half of a key that the file was encrypted to. It is written down nowhere. */
export type Secret = { readonly passphrase: string } | { readonly identity: string }

/**
 * Throws `restore/locked` for another key or a damaged file, and `vault/full`
 * where the disk is. The message of an error from inside is not passed on: the
 * library was told the secret.
 */
export async function decryptBundle(file: Blob, secret: Secret): Promise<File> {
  try {
    const { decrypted } = await import("./encrypt.ts")
    return await writeIncoming(await decrypted(file, secret))
  } catch (thrown) {
    const kind = thrown instanceof Error ? thrown.name : typeof thrown
    const code = kind === "QuotaExceededError" ? "vault/full" : "restore/locked"
    throw new EvidenceError(code, `decrypting ended with a ${kind}`)
  }
}
