/** Whether a file is one that `age` encrypted, by its first line. Nothing of it is decrypted here. */
import type { ByteSource } from "./source.ts"

/** Of the binary form, any version, and of the form for e-mail. Source: age-encryption.org/v1, "Header" and "ASCII armor". */
const FIRST_LINES = ["age-encryption.org/v", "-----BEGIN AGE ENCRYPTED FILE-----"]
const LONGEST = Math.max(...FIRST_LINES.map(line => line.length))

export async function isEncryptedByAge(source: ByteSource): Promise<boolean> {
  const start = new TextDecoder("latin1").decode(await source.read(0, Math.min(LONGEST, source.size)))
  return FIRST_LINES.some(line => start.startsWith(line))
}
