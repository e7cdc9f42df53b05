/**
 * What the popup knows, and what it should show. The vault holds all that
 * matters; only where the reader has gone inside the popup is kept here.
 */
import { type AnchorRow } from "../../vault/anchor-row.ts"
import { type Backup, type BackupReminder, usualReminder } from "../../core/backup.ts"
import { type ExtraName } from "../../core/capture-options.ts"
import { type Recipient } from "../../core/encryption/recipient.ts"
import { type ErrorCode } from "../../core/errors.ts"
import { type UsualReportLanguage, usualLanguages } from "../../core/languages.ts"
import { type WallKind } from "../../core/walls.ts"
import { type PageChanges } from "../../protocol.ts"
import { type ImportRow } from "../../vault/import-row.ts"
import { type ReadingRow } from "../../vault/reading-row.ts"
import { type ArtifactRow, type CaptureRow } from "../../vault/capture-row.ts"
import { type Seen } from "../../vault/read-posts.ts"
import { type CaseRow } from "../../vault/case-row.ts"
import { type ExportRow, type StampRow } from "../../vault/schema.ts"

/** `not-granted`: in the panel alone, which may stand beside pages that the user did not invoke it on. */
export type Access = "full" | "picture-only" | "none" | "not-granted"

export interface FrontPage {
  readonly tabId: number
  readonly url: string
  readonly privateWindow: boolean
  readonly access: Access
}

/** Where the reader is, as far as they chose it. */
export type Place =
  /** Just opened: a running export is shown. */
  | { readonly at: "start" }
  | { readonly at: "home" }
  | { readonly at: "item"; readonly captureId: string }
  | { readonly at: "discarded"; readonly captureId: string; readonly item: number }
  /**
   * `exportId`: the export whose course is shown; null while one is being chosen. `of`: what is
   * chosen to begin with, where that is not everything.
   */
  | { readonly at: "export"; readonly exportId: string | null; readonly of?: "without-backup" }

/** A question that the background has not answered yet. */
export type Pending =
  "capture" | "pick" | "stop" | "discard" | "restore" | "export" | "complete" | "visitor" | "reading" | "case"

export interface Model {
  /** Which of our pages shows it. */
  readonly surface: "popup" | "panel"
  /** Whether there is a panel to open. */
  readonly hasPanel: boolean
  /** The keys that capture the page in front; null where there are none, or not known yet. */
  readonly shortcut: string | null
  readonly page: FrontPage | null
  /** Newest first, the running ones apart; null until the vault answered once. */
  readonly recent: readonly CaptureRow[] | null
  readonly running: readonly CaptureRow[]
  /** Why captures could not be closed, by their ids, where that could not be written into their rows: the disk is full. */
  readonly unclosed: ReadonlyMap<string, ErrorCode>
  /** Null until the vault answered once. */
  readonly counts: { readonly kept: number } | null
  /** The captures of which the last check of all files found one gone or changed. */
  readonly damaged: ReadonlySet<string>
  /** The sealed captures of this address. */
  readonly seen: Seen
  /** What the site puts before the post on this page, as far as it was found. */
  readonly walls: readonly WallKind[]
  /** The page is a chat. */
  readonly isChat: boolean
  /** The day that the user gave to go back to; empty where they gave none. */
  readonly chatUntil: string
  /** What the page in front says of the newest capture of its address; null where there is none, or it does not say. */
  readonly changed: {
    readonly of: string
    readonly found: PageChanges
    readonly kept: boolean
  } | null
  readonly lastExport: ExportRow | null
  /** What has a backup; null until the vault answered once. */
  readonly backup: Backup | null
  /** When the user wants to be told of what has none. */
  readonly reminder: BackupReminder
  /** An export for which a time stamp came that no ZIP of it holds. */
  readonly toComplete: ExportRow | null
  /** The item and its files that `place` names. */
  readonly item: CaptureRow | null
  readonly files: readonly ArtifactRow[]
  /** Time stamps of the item or the export that `place` names. */
  readonly stamps: readonly StampRow[]
  /** Its OpenTimestamps proofs. */
  readonly anchors: readonly AnchorRow[]
  /** Proofs from elsewhere that are attached to it. */
  readonly imports: readonly ImportRow[]
  /** What was read again of it. */
  readonly readings: readonly ReadingRow[]
  /** Names of the time stamp authorities that are switched on. */
  readonly authorities: readonly string[]
  /** What captures keep besides. */
  readonly extras: readonly ExtraName[]
  /** Whether the browser lets the extension ask the site of the page in front; null until it is known, or where there is none. */
  readonly siteAllowed: boolean | null
  readonly cases: readonly CaseRow[]
  /** The id of the case that captures to come go to; null until the vault answered once. */
  readonly currentCase: string | null
  /** While a new case is being named. */
  readonly isNamingCase: boolean
  /** What was last filed from here: a capture, or null for those to come. */
  readonly filed: { readonly caseId: string; readonly of: string | null } | null
  /** Whether the user said anything of anything for themselves. */
  readonly hasRemarks: boolean
  /** Public keys that an export can be encrypted to. */
  readonly recipients: readonly Recipient[]
  /** The language that a report is in, where the user chooses no other for it. */
  readonly reports: UsualReportLanguage
  /** The export that `place` names. */
  readonly exporting: ExportRow | null
  readonly usage: { readonly usedBytes: number; readonly freeBytes: number | null } | null
  readonly isOnline: boolean
  readonly place: Place
  readonly pending: Pending | null
  readonly confirmingDiscard: boolean
  readonly copied: boolean
  readonly problem: ErrorCode | null
  /** An interrupted capture that the reader has acknowledged. */
  readonly acknowledged: string | null
  /** What was last put in the trash from here, as far as it is still there. */
  readonly trashed: CaptureRow | null
  readonly now: number
}

/** What of it an export's course is shown from. */
export type Followed = Pick<Model, "stamps" | "anchors" | "imports" | "copied" | "pending">

export const emptyModel: Model = {
  surface: "popup",
  hasPanel: false,
  shortcut: null,
  page: null,
  recent: null,
  running: [],
  unclosed: new Map(),
  counts: null,
  damaged: new Set(),
  seen: { times: 0, newest: null },
  walls: [],
  isChat: false,
  chatUntil: "",
  changed: null,
  lastExport: null,
  backup: null,
  reminder: usualReminder,
  toComplete: null,
  item: null,
  files: [],
  stamps: [],
  anchors: [],
  imports: [],
  readings: [],
  authorities: [],
  extras: [],
  siteAllowed: null,
  cases: [],
  currentCase: null,
  isNamingCase: false,
  filed: null,
  hasRemarks: false,
  recipients: [],
  reports: usualLanguages.reports,
  exporting: null,
  usage: null,
  isOnline: true,
  place: { at: "start" },
  pending: null,
  confirmingDiscard: false,
  copied: false,
  problem: null,
  acknowledged: null,
  trashed: null,
  now: 0,
}

export type Screen =
  | { readonly view: "ready" | "blocked"; readonly page: FrontPage | null }
  | { readonly view: "capturing"; readonly row: CaptureRow }
  | { readonly view: "saved"; readonly row: CaptureRow }
  | { readonly view: "discarded"; readonly item: number; readonly captureId: string }
  | { readonly view: "export"; readonly row: ExportRow | null }

/** What to show; null while there is nothing to go by. */
export function screenOf(model: Model): Screen | null {
  const { place } = model
  if (place.at === "discarded") return { view: "discarded", item: place.item, captureId: place.captureId }
  if (place.at === "export") return { view: "export", row: model.exporting }
  if (place.at === "item" && model.item?.id === place.captureId) {
    // A running capture that is being discarded is sealed first: that is no news for the reader.
    const isGoing = model.item.state === "running" || (model.confirmingDiscard && model.pending === "discard")
    return { view: isGoing ? "capturing" : "saved", row: model.item }
  }
  const known = model.recent !== null && model.counts !== null && model.page !== null
  if (!known && model.problem === null) return null
  const running = newestRunning(model)
  if (running !== null) return { view: "capturing", row: running }
  return { view: model.page?.access === "none" ? "blocked" : "ready", page: model.page }
}

/**
 * Where a reader who chose nothing is taken: to the capture that is running, so
 * that they see it end as well, or at the start to the export that is.
 *
 * @param before the model as it was until now
 */
export function placeOf(model: Model, before: Model = model): Place {
  const { place, lastExport } = model
  if (hasTurned(model, before)) return placeOf({ ...model, place: { at: "home" } }, before)
  if (place.at !== "start" && place.at !== "home") return place
  const running = newestRunning(model)
  if (running !== null) return { at: "item", captureId: running.id }
  if (place.at === "start" && lastExport?.state === "running")
    return { at: "export", exportId: lastExport.id }
  return place
}

/** Whether the panel's reader went on from what has ended: to another page, or to a capture that was begun there. */
function hasTurned(model: Model, before: Model): boolean {
  const { surface, place, item, page } = model
  const isOver = place.at === "discarded" || (place.at === "item" && item?.state !== "running")
  if (surface !== "panel" || !isOver) return false
  const begun = newestRunning(model)
  if (begun !== null && begun.id !== newestRunning(before)?.id) return true
  const last = before.page
  if (page === null || last === null) return false
  // An address comes and goes with the permission: that alone is no other page.
  return page.tabId !== last.tabId || (page.url !== last.url && page.url !== "" && last.url !== "")
}

/** The newest capture, where it was found interrupted and the reader has not said what to do with it. */
export function recoveredIn({ recent, acknowledged }: Model): CaptureRow | null {
  const newest = recent?.[0]
  if (newest?.state !== "sealed" || !newest.interrupted || newest.id === acknowledged) return null
  return newest
}

// One that could not be sealed waits for the next start of the browser, and must not stand in the way of others.
const newestRunning = ({ running, unclosed, item }: Model): CaptureRow | null =>
  running.findLast(
    row =>
      failureOf({ unclosed }, row) === null &&
      !isRecording(row) &&
      row.trigger !== "import" &&
      // The vault answers one question after the other: the item may be known as sealed while this list still has it.
      !(row.id === item?.id && item.state !== "running"),
  ) ?? null

/** A recording runs beside everything else, in a window of its own. */
export const isRecording = ({ trigger }: CaptureRow): boolean => trigger === "recorder"

/** What kept a capture from being closed: as its row says, or as the background told. */
export const failureOf = (
  { unclosed }: Pick<Model, "unclosed">,
  { id, failure }: Pick<CaptureRow, "id" | "failure">,
): ErrorCode | null => failure ?? unclosed.get(id) ?? null
