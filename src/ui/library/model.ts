/** What the library shows, as one value. */
import { type Backup } from "../../core/backup.ts"
import { DEFAULT_CASE } from "../../core/cases.ts"
import { type Recipient } from "../../core/encryption/recipient.ts"
import { type ErrorCode } from "../../core/errors.ts"
import { type UsualReportLanguage, usualLanguages } from "../../core/languages.ts"
import { type Labels } from "../../core/remarks.ts"
import { type AccountTotals } from "../../core/readings/account.ts"
import { allItems, type Criteria } from "../../core/search/arrange.ts"
import { type Arrangement } from "../../core/search/groups.ts"
import { type Snippet } from "../../core/search/query.ts"
import { nothingChosen, type Selection } from "../../core/search/selection.ts"
import { type AnchorRow } from "../../vault/anchor-row.ts"
import { type CaptureRow } from "../../vault/capture-row.ts"
import { type CaseRow, defaultCase } from "../../vault/case-row.ts"
import { type EntryRow } from "../../vault/entry-row.ts"
import { type ImportRow } from "../../vault/import-row.ts"
import { type StandingComplaint, type StandingCost, type StandingLabels } from "../../vault/read-remarks.ts"
import { type ExportRow, type StampRow } from "../../vault/schema.ts"
import { type Later } from "./details.ts"

/** What the search has found so far; `isWhole` once every text that may match was read. */
export interface Found {
  /** What was typed when it was searched for. */
  readonly typed: string
  readonly ids: ReadonlySet<string>
  readonly isWhole: boolean
}

/** The way of a choice to its bundle: being chosen, or under way as `exportId`. */
export interface Exporting {
  readonly captureIds: readonly string[]
  readonly exportId: string | null
}

export type Pending = "trash" | "restore" | "export" | "complete" | "case" | "cost" | "delete" | "tag"

/** What was last put elsewhere from here. */
export type Moved =
  | { readonly to: "trash" | "kept"; readonly ids: readonly string[] }
  /** `from`: the case that each was in. */
  | {
      readonly to: "case"
      readonly ids: readonly string[]
      readonly caseId: string
      readonly from: ReadonlyMap<string, string>
    }
  /** Given tags; `from`: the labels that each had, null for none. */
  | {
      readonly to: "tagged"
      readonly ids: readonly string[]
      readonly tags: readonly string[]
      readonly from: ReadonlyMap<string, Labels | null>
    }
  | { readonly to: "untagged"; readonly ids: readonly string[] }
  | { readonly to: "back"; readonly ids: readonly string[] }
  /** Deleted for good. */
  | { readonly to: "nowhere"; readonly ids: readonly string[] }

export interface Model {
  readonly entries: ReadonlyMap<string, EntryRow>
  /** False until all entries were read once. */
  readonly isRead: boolean
  readonly running: readonly CaptureRow[]
  /** Sealed, and without an entry yet: the newest of them, and how many there are. */
  readonly unindexed: { readonly rows: readonly CaptureRow[]; readonly count: number }
  readonly trashed: readonly CaptureRow[]
  readonly damaged: ReadonlySet<string>
  readonly view: "kept" | "trash"
  readonly typed: string
  /** Null where nothing is searched for. */
  readonly found: Found | null
  readonly criteria: Criteria
  /** In which view the evidence is; the trash is a list always. */
  readonly arrangement: Arrangement
  /** By item: what was read again, as far as it was in view. */
  readonly later: ReadonlyMap<string, Later>
  /** By heading: the sums of an account, as far as it was in view. */
  readonly totals: ReadonlyMap<string, AccountTotals>
  readonly selection: Selection
  /** Whether the words around what was found are shown: off until asked for, each time. */
  readonly showsWords: boolean
  readonly words: ReadonlyMap<string, Snippet | null>
  readonly isAskingTrash: boolean
  /** What of the trash may be deleted for good, while that is asked; `unexported`: how many of them no bundle was made of. */
  readonly deleting: { readonly ids: readonly string[]; readonly unexported: number } | null
  readonly moved: Moved | null
  /** The default case first. */
  readonly cases: readonly CaseRow[]
  /** Whether a list of addresses waits for the user to go on with it. */
  readonly isListPaused: boolean
  /** The case that new captures go to. */
  readonly currentCase: string
  /** Which case items are in, by id; what is not in it is in the default case. */
  readonly places: ReadonlyMap<string, string>
  /** The case whose items are listed; null for all. */
  readonly caseView: string | null
  /** The case that is being named; `new` for one that is to be made. */
  readonly naming: { readonly caseId: string } | "new" | null
  readonly isAskingMove: boolean
  readonly isAskingTag: boolean
  /** By item: what the user calls it. */
  readonly labels: ReadonlyMap<string, StandingLabels>
  /** All that stand, of whichever case. */
  readonly complaints: readonly StandingComplaint[]
  /** The same of costs. */
  readonly costs: readonly StandingCost[]
  /** How many were kept since the page was opened: each has the form begin anew. */
  readonly costsKept: number
  /** Whether the user said anything of anything for themselves. */
  readonly hasRemarks: boolean
  readonly exporting: Exporting | null
  readonly course: ExportRow | null
  readonly stamps: readonly StampRow[]
  readonly anchors: readonly AnchorRow[]
  readonly imports: readonly ImportRow[]
  readonly copied: boolean
  readonly authorities: readonly string[]
  readonly recipients: readonly Recipient[]
  /** The language that a report is in, where the user chooses no other for it. */
  readonly reports: UsualReportLanguage
  /** What has a backup; null until the vault answered once. */
  readonly backup: Backup | null
  readonly usage: { readonly usedBytes: number; readonly freeBytes: number | null } | null
  readonly pending: Pending | null
  readonly problem: ErrorCode | null
  readonly now: number
}

export const emptyModel: Model = {
  entries: new Map(),
  isRead: false,
  running: [],
  unindexed: { rows: [], count: 0 },
  trashed: [],
  damaged: new Set(),
  view: "kept",
  typed: "",
  found: null,
  criteria: allItems,
  arrangement: "list",
  later: new Map(),
  totals: new Map(),
  selection: nothingChosen,
  showsWords: false,
  words: new Map(),
  isAskingTrash: false,
  deleting: null,
  moved: null,
  cases: [defaultCase],
  isListPaused: false,
  currentCase: DEFAULT_CASE,
  places: new Map(),
  caseView: null,
  naming: null,
  isAskingMove: false,
  isAskingTag: false,
  labels: new Map(),
  complaints: [],
  costs: [],
  costsKept: 0,
  hasRemarks: false,
  exporting: null,
  course: null,
  stamps: [],
  anchors: [],
  imports: [],
  copied: false,
  authorities: [],
  recipients: [],
  reports: usualLanguages.reports,
  backup: null,
  usage: null,
  pending: null,
  problem: null,
  now: 0,
}

/** A change, or what it is by the model of that moment. */
export type Change = (part: Partial<Model> | ((model: Model) => Partial<Model>)) => void
