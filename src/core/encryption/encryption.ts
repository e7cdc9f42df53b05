/**
 * How a bundle may be handed out other than as a plain ZIP: encrypted in the
 * format of age (age-encryption.org/v1), which `age -d` opens anywhere. The ZIP
 * inside stays the same to the byte, and its SHA-256 stays the bundle's.
 */

export const encryptionKinds = ["passphrase", "recipients"] as const
export type EncryptionKind = (typeof encryptionKinds)[number]

/** What was asked for. A passphrase goes from the popup to where the file is made, and is written down nowhere. */
export type Encryption =
  | { readonly by: "passphrase"; readonly passphrase: string }
  /** By the ids of keys that the settings keep. */
  | { readonly by: "recipients"; readonly recipientIds: readonly string[] }

/** What an encrypted file opens to: a passphrase, or the other half of any of these keys. */
export type Lock =
  { readonly passphrase: string } | { readonly keys: readonly [string, ...(readonly string[])] }

/** The name of a file of age's. */
export const encryptedName = (fileName: string): string => `${fileName}.age`

/** The command that gives the ZIP back, for whoever holds the passphrase, or the key in a file of theirs. */
export function openingCommand(encryptedFile: string, by: EncryptionKind): string {
  const key = by === "recipients" ? "-i KEY.txt " : ""
  return `age -d ${key}-o ${encryptedFile.replace(/\.age$/, "")} ${encryptedFile}`
}
