/** What the page of a list shows, as one value. */
import { DEFAULT_CASE } from "../../core/cases.ts"
import { type ErrorCode } from "../../core/errors.ts"
import { type EntryWish } from "../../core/queue/entry.ts"
import { type ParsedList, parseList, type RefusedLine } from "../../core/queue/parse-list.ts"
import { type CaseRow } from "../../vault/case-row.ts"
import { type QueueEntryRow, type QueueRow } from "../../vault/queue-row.ts"

/** An item whose page is to be captured again. */
export interface Again {
  readonly id: string
  readonly item: number
  readonly url: string
  readonly caseId: string
}

/** Comments that are to become items of their own; and what goes on from an item and was not captured the last time. */
export interface Comments {
  /** The number of the item that they were chosen in; null for what a list that is done left. */
  readonly item: number | null
  readonly entries: readonly EntryWish[]
  /** How many of those that were asked for cannot be captured. */
  readonly not: number
}

export const noComments: Comments = { item: null, entries: [], not: 0 }

/** What was taken over from elsewhere, told beside the field that it went into. */
export type Taken =
  | {
      readonly from: "file"
      readonly name: string
      readonly n: number
      readonly refused: readonly RefusedLine[]
    }
  | { readonly from: "tabs"; readonly n: number; readonly others: number }
  | { readonly from: "tabs-refused" }

export interface Model {
  /** The newest list; null where there is none, undefined until the vault has answered. */
  readonly queue: QueueRow | null | undefined
  readonly entries: readonly QueueEntryRow[]
  readonly cases: readonly CaseRow[]
  /** The case that a new list goes to. */
  readonly caseId: string
  /** What stands in the field. */
  readonly text: string
  readonly again: readonly Again[]
  /** How many of the items that were asked for cannot be captured again. */
  readonly againNot: number
  readonly comments: Comments
  /** How many tabs were selected when the page was asked for. */
  readonly chosenTabs: number
  readonly taken: Taken | null
  /** A new list is written, though the newest one is done. */
  readonly isWriting: boolean
  readonly pending: boolean
  /** The browser's question was answered with no. */
  readonly isRefused: boolean
  readonly problem: ErrorCode | null
}

export const emptyModel: Model = {
  ...{ queue: undefined, entries: [], cases: [], caseId: DEFAULT_CASE, text: "", again: [], againNot: 0 },
  ...{ comments: noComments },
  ...{ chosenTabs: 0, taken: null, isWriting: false, pending: false, isRefused: false, problem: null },
}

/** What is written, beside the items that are captured again anyway. */
export const listOf = ({ text, again, comments }: Model): ParsedList =>
  parseList(text, [
    ...again.map(({ url }) => url),
    // The page that a comment is looked for on can be captured for itself besides.
    ...comments.entries.filter(({ comment }) => comment === undefined).map(({ url }) => url),
  ])

/** How many addresses the list would have. */
export const lengthOf = (model: Model): number =>
  model.again.length + model.comments.entries.length + listOf(model).links.length

/** Where the page is: a list is written, or one is shown. */
export const isForm = ({ queue, isWriting }: Model): boolean =>
  queue === null || (queue?.state === "done" && isWriting)
