/**
 * Every message that crosses a context boundary, and nothing else.
 *
 * - A method takes one plain-JSON object and returns plain JSON: Chrome
 *   serialises messages as JSON, so bytes travel through the vault and only
 *   their ids travel here. The one exception is text that a page hands over,
 *   in base64 chunks: a content script cannot reach the vault.
 * - What a page sends back is `unknown` until a core parser has read it.
 */
import type { AdviceName, AdviceState } from "./core/coach.ts"
import type { CorrectionWish } from "./core/corrections.ts"
import type { Encryption } from "./core/encryption/encryption.ts"
import type { RecipientEntry } from "./core/encryption/recipient.ts"
import type { ErrorCode } from "./core/errors.ts"
import type { ClockFacts, Gap, GapReason, Trigger } from "./core/evidence.ts"
import type { PageRecord } from "./core/frames.ts"
import type { Area } from "./core/marks.ts"
import type { AnnotationWish } from "./core/picture/annotations.ts"
import type { RedactionWish } from "./core/picture/redactions.ts"
import type { Typed } from "./core/papers/typed.ts"
import type { PapersOutcome, ReportWish } from "./core/papers/wanted.ts"
import type { Changes, Found } from "./core/readings/reading.ts"
import type { Interval } from "./core/readings/schedule.ts"
import type { NotRead, ProofRead, ProofTarget } from "./core/proof/proof.ts"
import type { Sha256, Sm3 } from "./core/seal/hash.ts"
import type { WallKind } from "./core/walls.ts"
import type { ImportApi, ImportReaderApi } from "./protocol/import.ts"
import type { FilingApi } from "./protocol/filing.ts"
import type { QueueApi } from "./protocol/queue.ts"
import type { RecorderApi, RecordingApi } from "./protocol/recording.ts"
import type { RestoreApi } from "./protocol/restore.ts"
import type { LockApi } from "./protocol/lock.ts"
import type { SettingsApi } from "./protocol/settings.ts"
import type { TrashApi } from "./protocol/trash.ts"

/** Asked by our own pages; answered by the background. */
export interface BackgroundApi
  extends FilingApi, ImportApi, LockApi, QueueApi, RecordingApi, RestoreApi, SettingsApi, TrashApi {
  /**
   * Begins a capture of the tab and answers when its as-seen frame is safe. Throws with a code when nothing could be kept.
   * `chatUntil`: of a chat, the day from which on its messages are wanted (2024-03-05); null for all.
   */
  startCapture(input: { tabId: number; trigger: Trigger; chatUntil: string | null }): { captureId: string }
  /**
   * Shows the picker in the tab's page and answers when it is there. What is chosen in it begins a capture by itself.
   * Throws with a code where it cannot be shown.
   */
  startPicker(input: { tabId: number }): null
  /** Answers when the capture is sealed; throws when it could not be. A full disk cannot be told by way of the disk. */
  whenSealed(input: { captureId: string }): null
  /** The sites that the pictures and videos of a tab's page come from, as origins: what may be asked for beforehand. */
  pictureSites(input: { tabId: number }): { origins: readonly string[] }
  /** What the site puts before the post in a tab's page, looked for before a capture; null where one runs, or the page does not say. */
  readWalls(input: { tabId: number }): { walls: readonly WallKind[] | null }
  /** Whether a tab's page is a chat, looked for before a capture; false where one runs, or the page does not say. */
  findChat(input: { tabId: number }): { isChat: boolean }
  /** Ends the scrolling; what there is gets sealed. */
  stopCapture(input: { captureId: string }): null
  /** Makes and saves a bundle of the captures named; an empty list means all. Null encryption: the ZIP as it is. */
  startExport(input: ExportWish): { exportId: string }
  /** Gives up the report of a running export, which goes on without it. */
  skipReport(input: { exportId: string }): null
  /** Gives up a running export as a whole: nothing is handed out, and it ends as `export/stopped`. */
  stopExport(input: { exportId: string }): null
  /** Keeps a public key to encrypt bundles to. Throws `recipient/…` where it is none. */
  addRecipient(input: RecipientEntry): { recipientId: string }
  removeRecipient(input: { recipientId: string }): null
  /** The authorities that may be sent fingerprints, in place of those chosen before. Throws `input/malformed`. */
  setAuthorities(input: { authorities: readonly AuthorityChoice[] }): null
  /** Asks for stamps over every sealed item that has none of an authority that is switched on; answers with how many. */
  requestStamps(input: null): { wanted: number }
  /** Makes the bundle of an export again with the time stamps that came late; answers when it is handed over. */
  completeExport(input: { exportId: string }): null
  /** Hands over a time stamp alone. */
  saveStamp(input: { stampId: string }): null
  /** Begins a check of every stored file against its hash; nothing, while one is running. */
  checkFiles(input: null): null
  /** How far a running check is, in items; told by the offscreen document. */
  noteCheckProgress(input: { done: number; total: number }): null
  /** Reads a stored file as a proof from elsewhere, and keeps it with what it is about; `about` is the user's word for that. */
  importProof(input: { file: Sha256; name: string; about: ProofTarget | null }): ImportAnswer
  /**
   * Asks for the address of a sealed item again, with cookies and without, and keeps whether a visitor gets it.
   * Throws `site/not-allowed` where the site was not allowed, and then nothing was sent.
   */
  seeAsVisitor(input: { captureId: string }): { readingId: string }
  /** Keeps what the user says of a field of a sealed item, beside what was read. An empty value takes back what they said before. */
  correctField(input: { captureId: string } & CorrectionWish): { correctionId: string }
  /** Keeps all the marks of a picture of a sealed item, as a version after those that were kept before. */
  annotatePicture(input: { captureId: string } & AnnotationWish): { annotationId: string }
  /** Keeps a copy of a picture of a sealed item in which parts are covered. Its bytes are stored, and are read back. */
  keepRedactedCopy(input: { captureId: string } & RedactionWish): { redactionId: string }
  /** Keeps what the user says of a suggestion for a sealed item, or for a case, in place of what they said before. */
  noteAdvice(input: { of: string; name: AdviceName; state: AdviceState }): null
  /**
   * Reads the page of a sealed item again, and keeps its numbers and whether the post is as it was. `tabId`: a tab in
   * which the user has it open, which is only looked at; null: the page is opened for it, once, and closed again.
   * Throws `site/not-allowed` and `site/no-answer`; what was loaded for nothing is kept and counted all the same.
   */
  readAgain(input: { captureId: string; tabId: number | null }): { readingId: string }
  /** What a tab's page says of a sealed item now. Nothing is kept or sent; null where the page does not say. */
  readChanges(input: { captureId: string; tabId: number }): { changes: PageChanges | null }
  /** Has the page of an item opened and read by itself so often from now on; null: not any more. */
  setSchedule(input: { captureId: string; everyDays: Interval | null }): null
  /**
   * The same, with a picture in a private window of ours; gives access to all sites back at its end. Throws as well
   * `private/in-use` where a private window is open, and then nothing was sent.
   */
  seeAsVisitorWithPicture(input: { captureId: string }): { readingId: string }
  /** How far a running export is; told by the offscreen document. */
  noteExportProgress(input: { exportId: string; done: number; total: number }): null
}

export interface ExportWish extends ReportWish {
  readonly captureIds: readonly string[]
  /** Null: the ZIP as it is. */
  readonly encryption: Encryption | null
  /** With what the user says of the items and their cases for themselves. */
  readonly withNotes: boolean
  /** What was typed for the papers. It is passed on, and written down in them alone. */
  readonly typed?: Typed
}

/** How the post on a page stands to the one that was captured. */
export type PageChanges = Found & { readonly changes: Changes }

/** An authority as the user entered it. */
export interface AuthorityChoice {
  readonly url: string
  readonly authorization: string | null
  readonly on: boolean
}

/** What became of a file that was given as a proof: kept, or why not. */
export type ImportAnswer = { readonly outcome: "kept"; readonly importId: string } | NotRead

/** Asked by the background; answered by a popup that is open. */
export interface ShutterApi {
  /** Takes a picture of the window's front tab and stores its bytes. */
  takeFrame(input: { windowId: number }): FrameShot
}

/** A picture that is in the vault, in pixels of the picture. */
export interface FrameShot {
  readonly sha256: Sha256
  readonly bytes: number
  readonly width: number
  readonly height: number
  readonly at: string
}

/** What the stitching was given, and what it found. */
export interface StitchResult {
  readonly pages: readonly (PageRecord & { readonly bytes: number; readonly at: string })[]
  readonly gaps: readonly Gap[]
}

/** The picture of the chosen post, or why there is none. */
export type PostCut =
  | {
      readonly outcome: "cut"
      readonly sha256: Sha256
      readonly bytes: number
      readonly at: string
      readonly from: readonly string[]
      /** The post on the page, in device pixels. */
      readonly place: Area
    }
  | { readonly outcome: "none"; readonly reason: GapReason }

/** A stored file, read back: its hash as found, or null where it could not be read. */
export interface ReadBack {
  readonly path: string
  readonly sha256: Sha256 | null
  readonly sm3: Sm3 | null
  readonly crc32: number | null
  readonly bytes: number
}

/** Asked by the background; answered by the offscreen document, or in place where the background is a page. */
export interface WorkshopApi extends ImportReaderApi, RecorderApi {
  stitch(input: { captureId: string }): StitchResult
  /** Cuts the chosen post out of the frames. */
  cutPost(input: { captureId: string }): PostCut
  readBack(input: { captureId: string }): { readonly files: readonly ReadBack[] }
  /** Builds the bundle and hands it to the browser's download. */
  makeBundle(input: { exportId: string; encryption: Encryption | null; typed?: Typed }): BundleMade
  /** Whether that bundle is being made, or was, since this context began: the background may have been stopped meanwhile. */
  knowsBundle(input: { exportId: string }): { readonly known: boolean }
  /** What came of it, once it is made. Throws what kept it from being made, and `export/failed` where it is not known. */
  awaitBundle(input: { exportId: string }): BundleMade
  /** Gives up the report of a bundle that is being made; nothing, where none is. */
  stopReport(input: { exportId: string }): null
  /** Gives up all of it; nothing, where none is being made or it was handed out already. */
  stopBundle(input: { exportId: string }): null
  /** Builds the bundle again with the stamps that have come since, and hands it to the browser's download. */
  growBundle(input: { exportId: string }): BundleGrown
  saveStamp(input: { stampId: string }): { readonly fileName: string }
  /** Asks an authority for a time stamp, judges it, and stores the reply's bytes. */
  fetchStamp(input: { stampId: string }): FetchedStamp
  /** Reads every file of every sealed capture again, and hashes it. */
  checkFiles(input: null): FilesChecked
  /** Reads and judges a stored file that is said to be a proof. */
  readProof(input: { file: Sha256; about: ProofTarget | null }): ProofRead
}

/** What a check of all files found. */
export interface FilesChecked {
  readonly files: number
  readonly items: number
  readonly damaged: readonly { readonly id: string; readonly item: number }[]
}

/** A reply that holds; `token` is its SHA-256, under which it is stored. */
export interface FetchedStamp {
  readonly token: Sha256
  /** The time in it, ISO 8601 in UTC. */
  readonly time: string
  readonly signer: string
  /** The local clock against the authority's server, as the reply came. */
  readonly httpDate: ClockFacts["httpDate"]
}

/** What came of asking one authority for a time stamp over a bundle. */
export interface BundleStamp {
  readonly authority: string
  /** SHA-256 of the list that is stamped. */
  readonly digest: Sha256
  /** The request that was sent: under 100 bytes, base64. */
  readonly query: string
  readonly got: FetchedStamp | null
  readonly code: ErrorCode | null
}

/** What came of asking calendars for a promise over a bundle: it goes into it, or why there is none. */
export interface BundleAnchor {
  /** SHA-256 of the list that is anchored. */
  readonly digest: Sha256
  /** The .ots file, base64. */
  readonly proof: string | null
  readonly code: ErrorCode | null
}

export interface BundleMade extends PapersOutcome {
  readonly fileName: string
  readonly bytes: number
  readonly zip: Sha256
  /** SHA-256 of the encrypted file that was handed out; null where it was the ZIP itself. */
  readonly encrypted: Sha256 | null
  readonly leftOut: number
  /** The captures that were left out. */
  readonly without: readonly string[]
  /** Those of them for which there was no more room: they are for the next bundle. */
  readonly next: readonly string[]
  readonly stamps: readonly BundleStamp[]
  /** Null where no OpenTimestamps proof was wanted. */
  readonly anchor: BundleAnchor | null
  /** Where a stamp is still awaited: how the bundle can be made again. */
  readonly plan: KeptPlan | null
}

/** Hashes under which the vault holds the plan of a bundle, and all that is kept for it alone, the plan included. */
export interface KeptPlan {
  readonly plan: Sha256
  readonly own: readonly Sha256[]
}

export interface BundleGrown {
  readonly fileName: string
  readonly bytes: number
  readonly zip: Sha256
  /** Those whose stamps were added. */
  readonly authorities: readonly string[]
}
