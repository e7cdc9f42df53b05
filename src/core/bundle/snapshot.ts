/**
 * What a bundle is made of: everything the writer needs, as values. The same
 * snapshot gives the same bytes, up to the signature.
 */
import type { ChatFile } from "../chat/chat-json.ts"
import type { ClockStamp } from "../clock.ts"
import type { Correction } from "../corrections.ts"
import type { CustodyLine } from "../custody.ts"
import type { CaptureRecord } from "../evidence.ts"
import type { Bytes } from "../bytes.ts"
import type { ItemOrigin } from "../origin.ts"
import type { Remark, RemarkVersion } from "../remarks.ts"
import type { PostFacts } from "../post-facts/judge.ts"
import type { AnnotationVersion } from "../picture/annotations.ts"
import type { RedactedCopy } from "../picture/redactions.ts"
import type { OPEN_TIMESTAMPS } from "../ots/calendars.ts"
import type { ClaimedBlock } from "../ots/stamp.ts"
import type { ProcedureLine } from "../procedure/entry.ts"
import type { AttachedProof } from "../proof/proof.ts"
import type { Sha256, Sm3 } from "../seal/hash.ts"
import type { CountersSummary } from "../readings/reading.ts"
import type { VisitorSummary } from "../server/reading.ts"

/** A file of an item as the vault holds it. The hashes and the CRC-32 were taken from the stored bytes. */
export interface StoredFile {
  readonly path: string
  readonly sha256: Sha256
  readonly sm3: Sm3
  readonly crc32: number
  readonly bytes: number
  readonly blob: Blob
}

/** A time stamp over an item's capture.json. Its request and its reply stand among the item's files. */
export interface InnerStamp {
  readonly authority: string
  /** The time in the token, ISO 8601 in UTC. */
  readonly time: string
}

/** A time stamp over device-key.pub.pem: the key existed no later than `time`. */
export interface KeyStamp extends InnerStamp {
  /** TimeStampReq and TimeStampResp, DER, whole. */
  readonly query: Bytes
  readonly reply: Bytes
}

/** One item. `files` holds everything in its folder: `capture.json`, `log.jsonl`, time stamps, `import/`, what was read again, corrected, marked and copied as well. */
export interface ItemSnapshot {
  readonly record: CaptureRecord
  readonly recordSha256: Sha256
  readonly files: readonly StoredFile[]
  readonly stamps: readonly ClockStamp[]
  /** Its OpenTimestamps proof, which stands among its files; not there where there is none. */
  readonly anchor?: { readonly block: ClaimedBlock | null }
  /** Of post.json; not there where there is none, or where it cannot be read. */
  readonly facts?: PostFacts
  /** The first lines of source.html; not there where there is none that can be read. */
  readonly sourceHead?: readonly string[]
  /** Of a chat, where its transcript can be read. */
  readonly chat?: ChatFile
  /** Of a guided recording, where its log can be read. */
  readonly procedure?: readonly ProcedureLine[]
  /** Proofs from elsewhere. */
  readonly proofs: readonly AttachedProof[]
  /** Visitors' views that were taken later. */
  readonly readings: readonly VisitorSummary[]
  /** What the user says of its fields, all of it, in the order in which they said it. */
  readonly corrections: readonly Correction[]
  /** What they marked on its pictures, every version, in the order in which they kept it. */
  readonly annotations: readonly AnnotationVersion[]
  /** Copies of its pictures in which they covered parts. */
  readonly copies: readonly RedactedCopy[]
  /** Its page, opened again later. */
  readonly counters: readonly CountersSummary[]
  /** True where the user says that it is not what they complain of: context, their own words, a proof. */
  readonly isAside?: boolean
  /** The number of the case that it is in, one of the snapshot's. */
  readonly caseNumber?: string
  /**
   * The hands that it went through before it came here, the first one first; not there for an item of this
   * installation. Its capture.json says another number then, and may say another id, than `record`: those are of here.
   */
  readonly origins?: readonly ItemOrigin[]
  /** What the user says of it that stands, and is no evidence; its file stands among the item's. */
  readonly remarks?: readonly RemarkVersion[]
  /** The files beside that, with their paths below data/ (core/remark-files.ts). */
  readonly attached?: readonly StoredFile[]
}

/** A case that items of the bundle are in. */
export interface CaseSaid {
  /** c001. */
  readonly number: string
  /** As the user calls it; null where they gave it no name. */
  readonly title: string | null
  /** What the user says of it, and is no evidence; empty for nothing, or where it is to be left out. */
  readonly remarks: readonly Remark[]
  /** The files beside that, with their paths below data/. */
  readonly attached?: readonly StoredFile[]
}

/** What goes along of a bundle that items came in: files by their names in its folder (core/origin.ts). */
export interface OriginFiles {
  readonly bundle: string
  readonly files: readonly StoredFile[]
}

/** An item that the export was asked for and does not hold. */
export interface LeftOut {
  readonly item: string
  readonly reason: "damaged" | "running" | "limit"
}

export interface ToolIdentity {
  readonly name: string
  readonly version: string
  /** The commit it was built from, or `unknown`. */
  readonly commit: string
  /** SHA-256 of files.sha256, which lists every file of the packed extension. */
  readonly build: string
}

export interface BundleSnapshot {
  /** UUID: the External-Identifier, and the id in `export.started`. */
  readonly exportId: string
  readonly at: string
  readonly tool: ToolIdentity
  readonly items: readonly ItemSnapshot[]
  readonly leftOut: readonly LeftOut[]
  /** By number; not there in bundles of before there were cases. */
  readonly cases?: readonly CaseSaid[]
  /** Of the items' `origins`, each once. */
  readonly origins?: readonly OriginFiles[]
  /** The log of the whole vault, up to and with this export's `export.started`. */
  readonly custody: readonly CustodyLine[]
  /** The device key's SubjectPublicKeyInfo, DER. */
  readonly publicKey: Bytes
  /** Over that key as it stands in the bundle, one an authority. */
  readonly keyStamps: readonly KeyStamp[]
  /** The authorities that are asked for a time stamp over the whole, by name. */
  readonly authorities: readonly string[]
  /** verify.html as the build made it: the verifier that goes along. */
  readonly verifyHtml: Bytes
}

/** Signs with the device key: ECDSA P-256 over SHA-256, as WebCrypto gives it (r and s, 32 bytes each). */
export type Sign = (bytes: Bytes) => Promise<Bytes>

/** What came of asking for time stamps over the list of lists: only those that came and hold. */
export interface OuterStamp {
  readonly authority: string
  /** TimeStampReq and TimeStampResp, DER, whole. */
  readonly query: Bytes
  readonly reply: Bytes
  /** The certificates in the token, DER. */
  readonly certificates: readonly Bytes[]
}

/** An OpenTimestamps proof over the list of lists, as calendars have promised it: no proof yet. */
export interface OuterAnchor {
  readonly authority: typeof OPEN_TIMESTAMPS
  readonly proof: Bytes
}

/** Asks the authorities of the snapshot. One that gives nothing is left out: the bundle then says that it was asked. */
export type Stamp = (tagManifest: Bytes) => Promise<readonly (OuterStamp | OuterAnchor)[]>

export const noStamps: Stamp = () => Promise.resolve([])
