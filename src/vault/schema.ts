/**
 * The vault: one IndexedDB database of the extension's origin. Captures and
 * custody are written by the background alone (write.ts); bytes by any context,
 * under their own hash (blobs.ts).
 */
import { Dexie, type EntityTable, type Table } from "dexie"
import type { Cause } from "../core/cause.ts"
import type { CustodyLine } from "../core/custody.ts"
import type { EncryptionKind } from "../core/encryption/encryption.ts"
import type { Recipient } from "../core/encryption/recipient.ts"
import type { ErrorCode } from "../core/errors.ts"
import type { ClockFacts } from "../core/evidence.ts"
import type { PaperName } from "../core/papers/names.ts"
import type { DraftOutcome, ReportLanguage, ReportOutcome } from "../core/papers/wanted.ts"
import type { Sha256 } from "../core/seal/hash.ts"
import type { AdviceRow } from "./advice-row.ts"
import type { AnchorRow } from "./anchor-row.ts"
import type { AnnotationRow } from "./annotation-row.ts"
import { type ArtifactRow, type CaptureRow, keysOf, type LogRow } from "./capture-row.ts"
import type { CaseRow } from "./case-row.ts"
import type { CheckRow } from "./check-row.ts"
import type { ChunkRow } from "./chunk-row.ts"
import type { CorrectionRow } from "./correction-row.ts"
import type { EntryRow, TextRow } from "./entry-row.ts"
import type { ImportRow } from "./import-row.ts"
import type { ProcedureRow } from "./procedure-row.ts"
import type { OriginRow, RestoreRow } from "./origin-row.ts"
import type { QueueEntryRow, QueueRow } from "./queue-row.ts"
import type { ReadingRow } from "./reading-row.ts"
import type { RemarkRow } from "./remark-row.ts"
import type { RedactionRow } from "./redaction-row.ts"
import type { ScheduleRow } from "./schedule-row.ts"
import type { SettingRow } from "./setting-row.ts"
import {
  type CaptureV1,
  captureV1toV2,
  type CaptureV2,
  captureV2toV3,
  type ExportV1,
  type ExportV2,
  exportV1toV2,
  exportV2toV3,
} from "./upgrades.ts"

export interface BlobRow {
  readonly sha256: Sha256
  readonly bytes: Blob
  readonly at: string
}

export type ExportState = "running" | "done" | "failed"

export interface ExportRow {
  readonly id: string
  readonly run: string
  readonly at: string
  readonly state: ExportState
  readonly captures: readonly string[]
  /** The number of the `export.started` line: the bundle's log ends there. */
  readonly custodySeq: number
  readonly done: number
  readonly total: number
  readonly fileName: string | null
  readonly bytes: number | null
  readonly zip: Sha256 | null
  readonly leftOut: number
  /** The captures that were left out; not there in rows of before that was written down. */
  readonly without?: readonly string[]
  /** Those of them for which there was no more room; `leftOut` does not count them. Not there in older rows. */
  readonly next?: readonly string[]
  readonly code: ErrorCode | null
  /** Where that came from; only there where it failed, or where its late proofs could not be put down. */
  readonly cause?: Cause
  /** The authorities asked for a time stamp over it. */
  readonly authorities: readonly string[]
  /** The ZIP that was made again with the time stamps that came late, the newest; null while there is none. */
  readonly stamped: StampedExport | null
  /** How it is handed out; null for the ZIP as it is. Never a passphrase. */
  readonly encryption: ExportEncryption | null
  /** SHA-256 of the encrypted file, once made: `fileName` and `bytes` are that file's then, `zip` stays the ZIP's. */
  readonly encrypted: Sha256 | null
  /** Whether what the user says for themselves goes along; not there in rows of before there was any. */
  readonly withNotes?: boolean
  /** The language of the report that goes along; null, or not there in a row that is older than reports, for none. */
  readonly report?: ReportLanguage | null
  /** What became of it, once the bundle is made. */
  readonly reportMade?: ReportOutcome | null
  /** The same of the list of evidence; not there in rows of before there was one. */
  readonly listMade?: ReportOutcome | null
  /** And of the notary route sheet. */
  readonly routeMade?: ReportOutcome | null
  /** Which papers are wanted; not there for the report and the list of evidence. What was typed for them is kept nowhere. */
  readonly papers?: readonly PaperName[]
  /** What became of papers for a road; not there where none was wanted. */
  readonly draftsMade?: readonly DraftOutcome[]
}

/** The same folder as in the first ZIP of an export, with only proofs/ grown. */
export interface StampedExport {
  readonly at: string
  readonly fileName: string
  readonly bytes: number
  readonly zip: Sha256
  /** Those whose stamps were added. */
  readonly authorities: readonly string[]
}

/** How the bundle of an export can be written again, for time stamps that come late. */
export interface PlanRow {
  readonly export: string
  /** SHA-256 of the plan (core/bundle/plan.ts), under which it is stored. */
  readonly plan: Sha256
  /** Everything that is stored for this alone, the plan included. */
  readonly own: readonly Sha256[]
}

export interface ExportEncryption {
  readonly by: EncryptionKind
  /** The names that the user gave to the keys; empty for a passphrase. */
  readonly to: readonly string[]
}

/** The installation's signing key. The private half cannot be exported through the browser's interface. */
export interface KeyRow {
  readonly id: "device"
  readonly pair: CryptoKeyPair
  readonly spki: Uint8Array<ArrayBuffer>
  readonly fingerprint: Sha256
  readonly createdAt: string
}

/** `waiting`: asked for, not there yet. `received`: the reply was checked and is kept. */
export type StampState = "waiting" | "received"

/** One time stamp of one authority, from the moment that it was wanted. */
export interface StampRow {
  readonly id: string
  /** What is stamped: the capture's capture.json, the export's tagmanifest-sha256.txt, or device-key.pub.pem. */
  readonly kind: "capture" | "export" | "key"
  /** The id of the capture or of the export, or the fingerprint of the key. */
  readonly of: string
  readonly authority: string
  /** SHA-256 of what is stamped, under which its bytes are stored. It is all that is ever sent. */
  readonly digest: Sha256
  readonly state: StampState
  /** TimeStampReq, DER, as it is sent each time; the reply is over its nonce. */
  readonly query: Uint8Array<ArrayBuffer>
  /** TimeStampResp, DER, the whole of it, once one came that holds. */
  readonly reply: Uint8Array<ArrayBuffer> | null
  readonly requestedAt: string
  readonly tries: number
  readonly nextTryAt: string
  readonly receivedAt: string | null
  /** The local clock against the authority's server, as the reply came; not there in a row from before it was read. */
  readonly httpDate?: ClockFacts["httpDate"]
  /** SHA-256 of the reply. */
  readonly token: Sha256 | null
  /** The time in the token. */
  readonly time: string | null
  readonly signer: string | null
  /** Why the last try failed. */
  readonly code: ErrorCode | null
}

/** Small single values: the last number given to an item, and to a case. */
export interface CounterRow {
  readonly name: "item" | "case"
  readonly value: number
}

export class Vault extends Dexie {
  readonly captures!: EntityTable<CaptureRow, "id">
  readonly artifacts!: Table<ArtifactRow, [captureId: string, path: string]>
  readonly blobs!: EntityTable<BlobRow, "sha256">
  readonly log!: Table<LogRow, [captureId: string, seq: number]>
  readonly custody!: EntityTable<CustodyLine, "seq">
  readonly exports!: EntityTable<ExportRow, "id">
  readonly keys!: EntityTable<KeyRow, "id">
  readonly counters!: EntityTable<CounterRow, "name">
  readonly stamps!: EntityTable<StampRow, "id">
  readonly anchors!: EntityTable<AnchorRow, "id">
  readonly settings!: Table<SettingRow, SettingRow["name"]>
  readonly plans!: EntityTable<PlanRow, "export">
  readonly recipients!: EntityTable<Recipient, "id">
  readonly checks!: EntityTable<CheckRow, "id">
  readonly imports!: EntityTable<ImportRow, "id">
  readonly readings!: EntityTable<ReadingRow, "id">
  readonly corrections!: EntityTable<CorrectionRow, "id">
  readonly annotations!: EntityTable<AnnotationRow, "id">
  readonly redactions!: EntityTable<RedactionRow, "id">
  readonly entries!: EntityTable<EntryRow, "id">
  readonly texts!: EntityTable<TextRow, "id">
  readonly advice!: Table<AdviceRow, [of: string, name: AdviceRow["name"]]>
  readonly schedules!: EntityTable<ScheduleRow, "of">
  readonly remarks!: Table<RemarkRow, [id: string, version: number]>
  readonly cases!: EntityTable<CaseRow, "id">
  readonly chunks!: Table<ChunkRow, [captureId: string, seq: number]>
  readonly procedure!: Table<ProcedureRow, [captureId: string, seq: number]>
  readonly queues!: EntityTable<QueueRow, "id">
  readonly origins!: EntityTable<OriginRow, "id">
  readonly restores!: EntityTable<RestoreRow, "id">
  readonly queueEntries!: Table<QueueEntryRow, [queue: string, place: number]>

  constructor(name = "holdfast") {
    // Relaxed transactions never flush the blob files, so "saved" would be a hope: integrity.md §9.2.
    // Dexie would keep what is watched, and hand out a deep copy each time: of ten thousand rows that takes seconds.
    super(name, { chromeTransactionDurability: "strict", cache: "disabled" })
    this.version(1).stores({
      // Rows outside the trash have no entry in the index of trashedAt: null is no key.
      captures: "id, item, state, url, trashedAt",
      artifacts: "[captureId+path], captureId, sha256",
      blobs: "sha256",
      log: "[captureId+seq], captureId",
      custody: "seq",
      exports: "id, at",
      keys: "id",
      counters: "name",
    })
    this.version(2)
      .stores({ stamps: "id, of, state, digest", settings: "name" })
      .upgrade(async upgrading => {
        const exports = upgrading.table<ExportV1, string>("exports")
        const rows = await exports.toArray()
        await upgrading.table("exports").bulkPut(rows.map(exportV1toV2))
      })
    this.version(3)
      .stores({ plans: "export, *own", recipients: "id" })
      .upgrade(async upgrading => {
        const exports = upgrading.table<ExportV2, string>("exports")
        const rows = await exports.toArray()
        await upgrading.table("exports").bulkPut(rows.map(exportV2toV3))
      })
    this.version(4)
      .stores({ checks: "id", imports: "id, of, file" })
      .upgrade(async upgrading => {
        const captures = upgrading.table<CaptureV1, string>("captures")
        await upgrading.table("captures").bulkPut((await captures.toArray()).map(captureV1toV2))
      })
    this.version(5)
      .stores({
        // What was put in no case has no entry in the index of case: it is in the default one.
        captures: "id, item, state, url, [pageKey+item], trashedAt, facts.authorId, [postKey+item], case",
        readings: "id, of, *hashes",
        corrections: "id, of",
        annotations: "id, of",
        redactions: "id, of, file",
        // Derived: made of the items that are there (background/keep-entries.ts), and no evidence.
        entries: "id, item, version, made",
        texts: "id",
        advice: "[of+name], of",
        schedules: "of",
        cases: "id, number",
        remarks: "[id+version], of, *files",
        // Of recordings that run, or that were cut off.
        chunks: "[captureId+seq]",
        anchors: "id, of, state",
        procedure: "[captureId+seq]",
        queues: "id, created",
        queueEntries: "[queue+place], queue",
        // Of bundles that items came in.
        origins: "id, *hashes",
        restores: "id, at",
      })
      .upgrade(async upgrading => {
        const captures = upgrading.table<CaptureV2, string>("captures")
        await upgrading.table("captures").bulkPut((await captures.toArray()).map(captureV2toV3))
      })
    // Pages of some accounts give no number, and are found by their handle.
    this.version(6).stores({
      captures:
        "id, item, state, url, [pageKey+item], trashedAt, facts.authorId, facts.authorHandle, [postKey+item], case",
    })
    // Pages of some accounts give neither, and are found by what their address calls them.
    this.version(7).stores({
      captures:
        "id, item, state, url, [pageKey+item], trashedAt, facts.authorId, facts.authorHandle, facts.authorPage, [postKey+item], case",
    })
    keepKeys(this.captures)
  }
}

/** Whoever adds or changes a row of a capture: what it is found by follows from it. */
function keepKeys(captures: EntityTable<CaptureRow, "id">): void {
  captures.hook("creating", (_id, row) => {
    Object.assign(row, keysOf(row))
  })
  captures.hook("updating", (change, _id, row) => {
    const { url = row.url, facts = row.facts } = change as Partial<CaptureRow>
    const { pageKey, postKey } = keysOf({ url, ...(facts === undefined ? {} : { facts }) })
    return pageKey === row.pageKey && postKey === row.postKey ? undefined : { pageKey, postKey }
  })
}
