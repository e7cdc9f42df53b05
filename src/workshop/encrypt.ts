/**
 * Encryption and decryption by age's own library. The build makes a file of its own of this
 * (scripts/build/code.ts), which is loaded when it is first needed: the library
 * is half as large as all of the background. So nothing here may be shared with
 * it by identity, an error class for example, and not even a type is imported
 * from here: the import would stand in the build, and load it at once.
 */
import { Decrypter, Encrypter } from "age-encryption"
import { type Lock } from "../core/encryption/encryption.ts"
import { wholeStream } from "../core/read-through.ts"

/** The encrypted file, piece by piece, as its reader asks for it: no more than a few pieces are held. */
export async function encrypted(file: Blob, lock: Lock): Promise<ReadableStream<Uint8Array>> {
  const encrypter = new Encrypter()
  if ("passphrase" in lock) encrypter.setPassphrase(lock.passphrase)
  else for (const key of lock.keys) encrypter.addRecipient(key)
  return encrypter.encrypt(wholeStream(file))
}

/** What an encrypted file holds, piece by piece. Rejects where the key is another one; its stream errors where the file is damaged. */
export async function decrypted(
  file: Blob,
  key: { readonly passphrase: string } | { readonly identity: string },
): Promise<ReadableStream<Uint8Array>> {
  const decrypter = new Decrypter()
  if ("passphrase" in key) decrypter.addPassphrase(key.passphrase)
  else decrypter.addIdentity(key.identity)
  return decrypter.decrypt(wholeStream(file))
}
