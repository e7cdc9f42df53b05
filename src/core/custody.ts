/**
 * The custody log: JSON Lines in which every line names the SHA-256 of the one
 * before it, so that removing, reordering or rewriting a line breaks the next.
 * Lines are kept as the text that was hashed and never serialised again.
 *
 * What it does not prove: that nothing was cut off the end, or that the whole
 * log was not rebuilt by whoever holds it. The head in bag-info.txt shows the
 * first; only a time stamp over a head shows the second.
 *
 * A line holds ids, event words and hashes of capture.json (blinded by its
 * nonce), never an address, a title or the hash of an artefact: the log of the
 * whole vault goes into every bundle, and must say nothing of other cases.
 */
import { utf8 } from "./bytes.ts"
import { type EncryptionKind } from "./encryption/encryption.ts"
import { type ErrorCode } from "./errors.ts"
import { type MoreKind } from "./restore/more.ts"
import { type Sha256, sha256Now } from "./seal/hash.ts"

/** What can happen to evidence. The fields of each are all that its line may say. */
export type CustodyEvent =
  | { readonly event: "installed"; readonly version: string; readonly build: string }
  | { readonly event: "key.created"; readonly key: Sha256 }
  /** `by`: a file from elsewhere was given, and nothing captured. */
  | {
      readonly event: "capture.started"
      readonly capture: string
      readonly item: string
      readonly by?: "import"
    }
  | { readonly event: "capture.sealed"; readonly capture: string; readonly record: Sha256 }
  /** One that an earlier run left open was found; how it was closed stands in the next line. */
  | { readonly event: "capture.recovered"; readonly capture: string }
  | { readonly event: "capture.interrupted"; readonly capture: string; readonly record: Sha256 }
  | { readonly event: "capture.trashed"; readonly capture: string; readonly record: Sha256 }
  | { readonly event: "capture.restored"; readonly capture: string; readonly record: Sha256 }
  | { readonly event: "deleted"; readonly capture: string; readonly record: Sha256 }
  /** An item came here out of a bundle: of which device, by its key, and what the ZIP was. */
  | ({ readonly event: "capture.received"; readonly capture: string; readonly record: Sha256 } & Received)
  /** Something that had been added to an item elsewhere came here out of a bundle: what, and when it was kept there. */
  | ({
      readonly event: "addition.received"
      readonly capture: string
      readonly what: MoreKind
      readonly kept: string
    } & Omit<Received, "item">)
  | { readonly event: "export.started"; readonly export: string; readonly captures: readonly string[] }
  | { readonly event: "export.failed"; readonly export: string }
  | ({ readonly event: "exported"; readonly export: string; readonly zip: Sha256 } & Partial<HandedOut>)
  /** Whom the user lets be asked from here on, by name: for time stamps, or for public random numbers. */
  | {
      readonly event: "settings.changed"
      readonly setting: "time" | "beacons"
      readonly on: readonly string[]
    }
  | { readonly event: "settings.changed"; readonly setting: "recipients" }
  | ({ readonly event: "integrity.checked"; readonly damaged: readonly string[] } & Checked)
  | ({ readonly event: "time.requested" } & StampedBy)
  /** With the local clock's lead over the authority's server, where that said its time. */
  | ({ readonly event: "time.received" } & StampedBy & {
        readonly token: Sha256
        readonly time: string
        readonly localMinusServerMs?: number
      })
  /** OpenTimestamps: calendars have promised, which is no proof yet; and a proof that leads to a block, which nobody here looked at. */
  | ({ readonly event: "time.pending" } & StampedBy & { readonly token: Sha256 })
  | ({ readonly event: "time.anchored" } & StampedBy & { readonly token: Sha256; readonly block: number })
  | ({ readonly event: "time.failed" } & StampedBy & { readonly code: ErrorCode })
  /** Something of an item was read again: a visitor's view, or its page. */
  | { readonly event: "reading.kept"; readonly reading: string; readonly capture: string }
  /** The user corrected a field of what was read, or filled one in. */
  | { readonly event: "correction.kept"; readonly correction: string; readonly capture: string }
  /** The user changed the marks on a picture of it, which stays as it is. */
  | { readonly event: "annotation.kept"; readonly annotation: string; readonly capture: string }
  /** A copy of a picture of it was made in which parts are covered. */
  | { readonly event: "redaction.kept"; readonly redaction: string; readonly capture: string }
  /** A proof from elsewhere was attached to an item or to a bundle. */
  | {
      readonly event: "imported"
      readonly import: string
      readonly capture?: string
      readonly export?: string
    }

/** Out of which bundle an item came, and the number that it was given here. */
export interface Received {
  readonly item: string
  /** The export id of the bundle. */
  readonly bundle: string
  readonly zip: Sha256
  /** The fingerprint of the key that signed it. */
  readonly device: Sha256
}

/** What left the vault where that was not the ZIP itself: in which form, and its SHA-256. Never for whom. */
interface HandedOut {
  readonly form: `age-${EncryptionKind}`
  readonly file: Sha256
}

/** How much was read and hashed again; `damaged` names captures. */
interface Checked {
  readonly files: number
  readonly items: number
}

/** What was to be stamped, its hash, and the name of the authority. */
interface StampedBy {
  readonly capture?: string
  readonly export?: string
  /** The fingerprint of the device key, where its birth was stamped. */
  readonly key?: Sha256
  readonly digest: Sha256
  readonly authority: string
}

/** A line of the log and its own hash, which the next line names. */
export interface CustodyLine {
  readonly seq: number
  readonly text: string
  readonly hash: Sha256
}

/** What the first line names as its predecessor. */
export const GENESIS = "0".repeat(64)

/** The line to append after `head`. The caller stores it; this function keeps nothing. */
export function nextLine(head: CustodyLine | null, at: string, event: CustodyEvent): CustodyLine {
  const seq = head === null ? 1 : head.seq + 1
  const text = JSON.stringify({ seq, at, ...event, prev: head === null ? GENESIS : head.hash })
  return { seq, text, hash: sha256Now(utf8(text)) }
}

/** The log as custody.jsonl: every line ends with LF, the last too. */
export const custodyFile = (lines: readonly CustodyLine[]): string =>
  lines.map(line => `${line.text}\n`).join("")
