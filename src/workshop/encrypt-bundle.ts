/** A finished ZIP becomes an encrypted file on the disk; nothing of it is handed out in the clear instead. */
import { hex } from "../core/bytes.ts"
import { type Encryption, type Lock } from "../core/encryption/encryption.ts"
import { EvidenceError } from "../core/errors.ts"
import { isSha256, type Sha256, sha256Stream } from "../core/seal/hash.ts"
import { writeOutgoing } from "../platform/outgoing.ts"
import { recipientsById } from "../vault/read-settings.ts"
import { type Vault } from "../vault/schema.ts"

export interface EncryptedFile {
  readonly file: Blob
  readonly sha256: Sha256
}

/**
 * Throws `export/no-recipient`, or `export/encrypt-failed` for whatever else
 * went wrong. The message of an error from inside is not passed on: it goes to
 * a log, and the library was told the passphrase.
 */
export async function encryptBundle(
  vault: Vault,
  zip: Blob,
  name: string,
  encryption: Encryption,
): Promise<EncryptedFile> {
  const lock = await lockOf(vault, encryption)
  const state = sha256Stream()
  try {
    const { encrypted } = await import("./encrypt.ts")
    const file = await writeOutgoing(name, await encrypted(zip, lock), piece => {
      state.update(piece)
    })
    const sha256 = hex(state.digest())
    if (isSha256(sha256)) return { file, sha256 }
  } catch (thrown) {
    const kind = thrown instanceof Error ? thrown.name : typeof thrown
    throw new EvidenceError("export/encrypt-failed", `encrypting ended with a ${kind}`)
  }
  throw new EvidenceError("internal", "not a SHA-256")
}

async function lockOf(vault: Vault, encryption: Encryption): Promise<Lock> {
  if (encryption.by === "passphrase") return { passphrase: encryption.passphrase }
  const [first, ...rest] = (await recipientsById(vault, encryption.recipientIds)).map(({ key }) => key)
  if (first === undefined) throw new EvidenceError("export/no-recipient", "no key to encrypt to")
  return { keys: [first, ...rest] }
}
