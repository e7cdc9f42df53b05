/** What the page of an item shows, as one value. */
import { type AnchorRow } from "../../vault/anchor-row.ts"
import { type ChatFile } from "../../core/chat/chat-json.ts"
import { type ErrorCode } from "../../core/errors.ts"
import { type ClockFacts } from "../../core/evidence.ts"
import { type FieldName } from "../../core/post-facts/fields.ts"
import { type ProcedureLine } from "../../core/procedure/entry.ts"
import { type PostFacts } from "../../core/post-facts/judge.ts"
import { type AdviceRow } from "../../vault/advice-row.ts"
import { type AnnotationRow } from "../../vault/annotation-row.ts"
import { type ArtifactRow, type CaptureRow, type LogRow } from "../../vault/capture-row.ts"
import { type CaseRow } from "../../vault/case-row.ts"
import { type CorrectionRow } from "../../vault/correction-row.ts"
import { type ImportRow } from "../../vault/import-row.ts"
import { type Related } from "../../vault/read-posts.ts"
import { type ReadingRow } from "../../vault/reading-row.ts"
import { type RedactionRow } from "../../vault/redaction-row.ts"
import { type KeptRemark } from "../../vault/remark-row.ts"
import { type StampRow } from "../../vault/schema.ts"
import { noReadings, type ReadingsModel } from "./readings-model.ts"

/** `post.json`, as far as it could be read. */
export type FactsRead =
  | { readonly at: "reading" }
  /** The capture has none. */
  | { readonly at: "none" }
  | { readonly at: "damaged" }
  | { readonly at: "read"; readonly facts: PostFacts }

/** A picture of the capture, checked against its hash; `url` is null where it did not match, or was not there. */
export interface Picture {
  readonly path: string
  readonly url: string | null
  /** In CSS pixels of the screen that it was taken of. */
  readonly width: number
}

/** What the post says, which stands nowhere on the page before the reader asks for it. */
export type Content =
  | { readonly at: "hidden" }
  | { readonly at: "reading" }
  | {
      readonly at: "shown"
      readonly pictures: readonly Picture[]
      /** How many are still being read; not there for none. */
      readonly left?: number
      /** Null where the capture has none; false where it is damaged. */
      readonly text: string | null | false
      /** Null where the item is no recording. */
      readonly recording?: Playable | null
      /** Null where the item is no chat; false where its transcript is damaged. */
      readonly chat?: ChatFile | null | false
      /** Null where it is no guided recording. */
      readonly procedure?: ShownProcedure | null
      /** Null, or not there, where it is no imported file, or one of a kind that is not shown. */
      readonly imported?: Preview | null
    }

/** What a player is given; a null address where its file is gone or changed. */
export interface Playable {
  readonly url: string | null
  readonly of: "copy" | "original"
  /** Whether the other of the two can be played instead. */
  readonly hasOther: boolean
}

/** The procedure of a guided recording; null lines where its log is gone or changed. */
export interface ShownProcedure {
  readonly lines: readonly ProcedureLine[] | null
  /** Of the pages on their arrival. */
  readonly pictures: readonly Picture[]
}

/** The file of an imported item, as one of our elements shows it; a null address where it is gone or changed. */
export interface Preview {
  readonly url: string | null
  readonly kind: "picture" | "video" | "audio"
}

/** Every file read again, on the reader's word. */
export type Recomputed =
  | { readonly at: "not" }
  | { readonly at: "running" }
  | { readonly at: "done"; readonly files: number; readonly wrong: ReadonlySet<string> }

export interface Model {
  /** The item; null where there is none, undefined until the vault has answered. */
  readonly item: CaptureRow | null | undefined
  /** Whether the last check of all files found one of it gone or changed. */
  readonly damaged: boolean
  readonly files: readonly ArtifactRow[]
  readonly facts: FactsRead
  /** Of capture.json; false where that cannot be read, null until it is. */
  readonly clock: ClockFacts | null | false
  readonly stamps: readonly StampRow[]
  readonly anchors: readonly AnchorRow[]
  readonly imports: readonly ImportRow[]
  readonly readings: readonly ReadingRow[]
  readonly again: ReadingsModel
  /** What the user said of its fields, all of it, in the order in which they did. */
  readonly corrections: readonly CorrectionRow[]
  /** What they marked on its pictures, every version, and the redacted copies that they made. */
  readonly annotations: readonly AnnotationRow[]
  readonly redactions: readonly RedactionRow[]
  readonly log: readonly LogRow[]
  readonly content: Content
  /** The picture that is shown at 100 %. */
  readonly full: string | null
  readonly recomputed: Recomputed
  /** What the vault has besides that bears on it. */
  readonly related: Related
  /** The comments that are ticked, by their number in post.json, and the author whose are shown; empty for all. */
  readonly choosing: { readonly author: string; readonly ticked: ReadonlySet<number> }
  /** What the user said of the suggestions for it. */
  readonly advice: readonly AdviceRow[]
  /** What the user said of it for themselves, with all versions; null until the vault has answered. */
  readonly remarks: readonly KeptRemark[] | null
  /** The same of its case. */
  readonly caseRemarks: readonly KeptRemark[]
  readonly cases: readonly CaseRow[]
  /** The note or the complaint that is being written: a new one where `id` is null. */
  readonly remarking: { readonly kind: "note" | "complaint"; readonly id: string | null } | null
  /** When the page was opened, ISO 8601 in UTC: days are counted to it. */
  readonly now: string
  /** The field that is being corrected, or filled in. */
  readonly editing: FieldName | null
  /** While what the user wrote is on its way into the vault. */
  readonly isKeeping: boolean
  /** What a screen reader is told of what was just done. */
  readonly done: string
  /** What was copied last. */
  readonly copied: string | null
  readonly problem: ErrorCode | null
}

export const emptyModel: Model = {
  item: undefined,
  damaged: false,
  files: [],
  facts: { at: "reading" },
  clock: null,
  choosing: { author: "", ticked: new Set() },
  stamps: [],
  anchors: [],
  imports: [],
  readings: [],
  again: noReadings,
  corrections: [],
  annotations: [],
  redactions: [],
  related: { ofAuthor: [], ofPost: [], told: new Map() },
  advice: [],
  log: [],
  content: { at: "hidden" },
  full: null,
  recomputed: { at: "not" },
  remarks: null,
  caseRemarks: [],
  cases: [],
  remarking: null,
  now: "",
  editing: null,
  isKeeping: false,
  done: "",
  copied: null,
  problem: null,
}
