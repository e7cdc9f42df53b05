import type { Sha256, Sm3 } from "../core/seal/hash.ts"

/** A file that goes along of a bundle, by its name there (core/origin.ts). Its bytes are in `blobs`. */
export interface OriginFile {
  readonly path: string
  readonly sha256: Sha256
  readonly sm3: Sm3
  readonly crc32: number
  readonly bytes: number
}

/** What stays of a bundle that items came in: its log, key, signature and stamps as they were. Never changed, never removed. */
export interface OriginRow {
  /** The export id of the bundle. */
  readonly id: string
  readonly at: string
  /** The fingerprint of the key that signed it. */
  readonly device: Sha256
  readonly files: readonly OriginFile[]
  /** The SHA-256 of each file. */
  readonly hashes: readonly Sha256[]
}

/** One restoring of one bundle: how far it came, so that one that was cut off is told. No evidence. */
export interface RestoreRow {
  /** SHA-256 of the ZIP. */
  readonly id: string
  readonly fileName: string
  readonly at: string
  /** Items to be written, and written. */
  readonly total: number
  readonly done: number
  readonly endedAt: string | null
  /** The case here for each case of the bundle, by its number there: a second try files in the same. */
  readonly cases: Readonly<Record<string, string>>
}
