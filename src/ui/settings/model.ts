/** What the settings show, as one value. */
import { type Beacons } from "../../core/bracket/beacons.ts"
import { type CaptureOptions } from "../../core/capture-options.ts"
import { type Recipient } from "../../core/encryption/recipient.ts"
import { type Anchoring } from "../../core/ots/calendars.ts"
import { type Person } from "../../core/papers/person.ts"
import { type ErrorCode } from "../../core/errors.ts"
import { type Lock } from "../../core/lock.ts"
import { type Authority, knownAuthorities } from "../../core/stamp/authority.ts"
import { type ExtrasModel } from "./extras.ts"
import { type CheckRow } from "../../vault/check-row.ts"
import { type KeyRow, type StampRow } from "../../vault/schema.ts"
import { type ChoicesModel } from "./choices-model.ts"
import { type FileModel } from "./file.ts"
import { type LimitsNote } from "./limits.ts"

export interface Model {
  readonly authorities: readonly Authority[]
  /** Addresses of authorities that the browser lets the extension reach. */
  readonly reachable: ReadonlySet<string>
  readonly waiting: readonly StampRow[]
  /** Null until it is read. */
  readonly anchoring: Anchoring | null
  /** Null until it is read. */
  readonly beacons: Beacons | null
  /** Public keys that bundles can be encrypted to. */
  readonly recipients: readonly Recipient[]
  /** Who speaks in papers; null where that is not kept. */
  readonly person: Person | null
  /** The lock of a shared computer; null where there is none. */
  readonly lock: Lock | null
  /** The device's public key: its SHA-256, and when it was made; null until it is read. */
  readonly deviceKey: Pick<KeyRow, "fingerprint" | "createdAt"> | null
  /** Time stamps over that key. */
  readonly keyStamps: readonly StampRow[]
  /** How captures are made; null until it is read. */
  readonly options: CaptureOptions | null
  readonly limitsNote: LimitsNote
  /** The check of all files; null where there never was one. */
  readonly check: CheckRow | null
  /** How many stamps were asked for by the last press; null before one. */
  readonly wanted: number | null
  readonly extras: ExtrasModel
  readonly choices: ChoicesModel
  readonly file: FileModel
  /** True after the browser's question was answered with no. */
  readonly refused: boolean
  readonly copied: boolean
  readonly problem: ErrorCode | null
}

/** One line of the list: those that are offered, then those that the user entered. */
export interface Offer {
  readonly url: string
  readonly operator: string | null
  readonly authorization: string | null
  readonly on: boolean
  /** One of the user's own, which can be taken away again. */
  readonly own: boolean
}

export function offersOf({ authorities }: Pick<Model, "authorities">): Offer[] {
  const entered = new Map(authorities.map(each => [each.url, each]))
  const known = knownAuthorities.map(({ url, operator }) => ({
    url,
    operator,
    authorization: null,
    on: entered.get(url)?.on ?? false,
    own: false,
  }))
  const own = authorities
    .filter(({ url }) => !knownAuthorities.some(each => each.url === url))
    .map(({ url, authorization, on }) => ({ url, operator: null, authorization, on, own: true }))
  return [...known, ...own]
}
