import { type Bytes } from "../core/bytes.ts"
import { type ErrorCode } from "../core/errors.ts"
import { type ClaimedBlock } from "../core/ots/stamp.ts"
import { type Sha256 } from "../core/seal/hash.ts"

/** `waiting`: no calendar has promised anything yet. `pending`: promised, no proof yet. `confirmed`: leads to a block. */
export type AnchorState = "waiting" | "pending" | "confirmed"

/** An OpenTimestamps proof in the making, from the moment that it was wanted. */
export interface AnchorRow {
  readonly id: string
  /** What is anchored: the capture's capture.json, or the export's tagmanifest-sha256.txt. */
  readonly kind: "capture" | "export"
  readonly of: string
  /** SHA-256 of what is anchored. Calendars get a hash of it and a nonce, never this. */
  readonly digest: Sha256
  readonly state: AnchorState
  /** The .ots file as it stands. */
  readonly proof: Bytes | null
  readonly requestedAt: string
  /** Of this state. */
  readonly tries: number
  readonly nextTryAt: string
  /** The lowest block that it leads to. Nobody here has looked at a block. */
  readonly block: ClaimedBlock | null
  /** Why the last try failed. */
  readonly code: ErrorCode | null
}
