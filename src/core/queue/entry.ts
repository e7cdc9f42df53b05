/**
 * A list of addresses that are captured one after another: what each entry may
 * become. The steps are pure, so that what a killed browser left behind can be
 * judged by the same rules as what runs.
 */
import { type ErrorCode } from "../errors.ts"
import { type CommentWords } from "./comment.ts"

/** `interrupted`: its capture was cut off with the browser, and it waits once more. */
export const entryStates = ["waiting", "capturing", "interrupted", "saved", "failed"] as const
export type EntryState = (typeof entryStates)[number]

/** `paused`: nothing more is opened until the user says so; `done`: it came to its end, or was ended. */
export type QueueState = "running" | "paused" | "done"

/**
 * Why it rests. `restarted`: the browser was closed under it. `not-allowed`: access to all sites was taken back
 * meanwhile. `problem`: what keeps one from being captured would keep the others as well; its code says what it is.
 */
export type PauseReason = "user" | "restarted" | "not-allowed" | "window-closed" | "offline" | "problem"

/** `sites`: the user did not allow all sites: no pictures, and only of sites that are allowed by themselves. */
export type QueueAccess = "all" | "sites"

export interface QueueEntry {
  /** From 0, in the order of the list. */
  readonly place: number
  readonly url: string
  /** The id of the capture that is made again; null for an address of a list. */
  readonly of: string | null
  /** The id of the case that its item goes to. */
  readonly caseId: string
  /** The comment on the page that its item is of; not there where it is the page. */
  readonly comment?: CommentWords
  readonly state: EntryState
  readonly tries: number
  /** The id of its last try's capture, given before that began: so it is found again after a kill. */
  readonly capture: string | null
  /** The captures that were cut off before. */
  readonly earlier: readonly string[]
  /** Why it failed. */
  readonly code: ErrorCode | null
  /** What the site answered when it was asked for the source, as in HTTP; null where it was not asked, or did not answer. */
  readonly answer: number | null
  /** Where the page was in the end; null until it was captured. */
  readonly arrived: string | null
  /** The number of its item, and whether that is complete as loaded; null until it was captured. */
  readonly item: number | null
  readonly complete: boolean | null
  /** The site had put something before the page, to sign in by or to be checked: not there where it had not. */
  readonly walled?: true
}

/** How often an entry is begun: once more after it was cut off. */
export const MOST_TRIES = 2

/** Seconds between two entries. */
export const USUAL_PACE = 5
export const MOST_PACE = 600

/** What is wished for: the rest comes of itself. */
export type EntryWish = Pick<QueueEntry, "url" | "of" | "caseId" | "comment">

export const waitingEntry = (place: number, { url, of, caseId, comment }: EntryWish): QueueEntry => ({
  ...{ place, url, of, caseId, state: "waiting", tries: 0 },
  ...(comment === undefined ? {} : { comment }),
  ...{ capture: null, earlier: [], code: null, answer: null, arrived: null },
  ...{ item: null, complete: null },
})

/** What is captured next; undefined where nothing waits. What was cut off before comes last: it may have been the reason. */
export function nextOf<Entry extends QueueEntry>(entries: readonly Entry[]): Entry | undefined {
  const first = (state: EntryState) => entries.find(each => each.state === state)
  return first("waiting") ?? first("interrupted")
}

export const begun = <Entry extends QueueEntry>(entry: Entry, capture: string): Entry => ({
  ...entry,
  ...{ state: "capturing", tries: entry.tries + 1, capture, code: null },
  earlier: entry.capture === null ? entry.earlier : [...entry.earlier, entry.capture],
})

/** What an item tells that was made of it. */
export interface Made {
  /** Whether our script could read the page: where it could not, all that there is is a picture of some first screen. */
  readonly isPage: boolean
  readonly interrupted: boolean
  readonly answer: number | null
  readonly arrived: string
  readonly item: number
  readonly complete: boolean
  readonly walled: boolean
}

/** After its capture was sealed. */
export const ended = <Entry extends QueueEntry>(entry: Entry, made: Made): Entry => ({
  ...entry,
  ...{ answer: made.answer, arrived: made.arrived, item: made.item, complete: made.complete },
  ...(made.walled ? { walled: true } : {}),
  ...(made.isPage ? { state: "saved", code: null } : { state: "failed", code: "queue/no-page" }),
})

export const failed = <Entry extends QueueEntry>(entry: Entry, code: ErrorCode): Entry => ({
  ...entry,
  ...{ state: "failed", code },
})

/** After the background was stopped under it. `made`: what is kept of its capture; null where there is none. */
export function afterLoss<Entry extends QueueEntry>(entry: Entry, made: Made | null): Entry {
  if (entry.state !== "capturing") return entry
  if (made?.interrupted === false) return ended(entry, made)
  if (entry.tries >= MOST_TRIES) return failed(entry, "queue/interrupted")
  return { ...entry, state: "interrupted" }
}

export interface QueueCount {
  readonly saved: number
  /** Of the saved ones: those whose site answered with an error, 404 and the like. */
  readonly refused: number
  /** Of the saved ones: those before which the site had put something. */
  readonly walled: number
  readonly failed: number
  /** Not begun, or to be begun again. */
  readonly left: number
}

export const isRefusal = ({ state, answer }: Pick<QueueEntry, "state" | "answer">): boolean =>
  state === "saved" && answer !== null && answer >= 400

export const isWalled = ({ state, walled }: Pick<QueueEntry, "state" | "walled">): boolean =>
  state === "saved" && walled === true

export function countOf(entries: readonly QueueEntry[]): QueueCount {
  const of = (...states: readonly EntryState[]) =>
    entries.filter(({ state }) => states.includes(state)).length
  return {
    saved: of("saved"),
    refused: entries.filter(isRefusal).length,
    walled: entries.filter(isWalled).length,
    failed: of("failed"),
    left: of("waiting", "capturing", "interrupted"),
  }
}
