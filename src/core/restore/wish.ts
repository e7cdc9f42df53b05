/** What is asked for when items of a bundle are to be written into the vault: names, hashes and places, never bytes. */
import type { ItemOrigin } from "../origin.ts"
import type { Sha256, Sm3 } from "../seal/hash.ts"

/** A file whose bytes are stored under its SHA-256, by its path in the item's folder, or in an origin's. */
export interface StoredName {
  readonly path: string
  readonly sha256: Sha256
  readonly sm3: Sm3
  readonly crc32: number
  readonly bytes: number
}

/** What goes along of a bundle that items come in. */
export interface OriginWish {
  readonly bundle: string
  readonly device: Sha256
  readonly files: readonly StoredName[]
}

/** A bundle of which items are to be written. */
export interface BeginWish {
  readonly zip: Sha256
  readonly fileName: string
  /** How many items. */
  readonly total: number
  readonly origins: readonly OriginWish[]
  readonly cases: Readonly<Record<string, string>>
}

/** An item of it. */
export interface ItemWish {
  readonly zip: Sha256
  /** The id that it is to have here: its own, unless another item has that. */
  readonly captureId: string
  /** The number that it should have here, where it is free. */
  readonly number: number
  readonly caseId: string
  /** SHA-256 of its capture.json. */
  readonly record: Sha256
  /** The last is the bundle itself. */
  readonly origins: readonly ItemOrigin[]
  /** Whether its own log says that it was cut off. */
  readonly interrupted: boolean
  readonly files: readonly StoredName[]
}

/** What stands beside the record of an item that is here already. */
export interface MoreWish {
  readonly zip: Sha256
  /** Its export id. */
  readonly bundle: string
  /** The id that the item has here. */
  readonly captureId: string
  readonly record: Sha256
  /** capture.json, and what it does not list. */
  readonly files: readonly StoredName[]
}

/** A case of it. `caseId` null: a new one. What the user said of it comes as it stands in case.json. */
export interface CaseWish {
  readonly caseId: string | null
  readonly name: string
  readonly remarks: readonly unknown[]
}
