/**
 * The procedure log of a guided recording: what was done while it ran, line by
 * line, in `recording/procedure.jsonl`. Each line names the SHA-256 of the line
 * before it, as the pieces of the recording do.
 *
 * What it does not hold: keys that were pressed, and what stands in any field.
 * What it does not see: frames of other sites within a page, and pages that the
 * browser does not let the extension into; their lines say so.
 */
import { utf8 } from "../bytes.ts"
import type { ErrorCode } from "../errors.ts"
import type { PageType } from "../post-facts/fields.ts"
import type { RecordingEnding } from "../recording.ts"
import { type Sha256, sha256Now } from "../seal/hash.ts"
import type { ProcedureStep } from "./steps.ts"

export const PROCEDURE_FILE = "recording/procedure.jsonl"

/** The picture of a page on its arrival, by the number of its line. */
export const arrivalPath = (seq: number): string => `recording/page-${String(seq).padStart(5, "0")}.png`

/** A line takes about 300 bytes; an hour of scrolling without a pause takes half of these. */
export const MOST_LINES = 20_000

/** Characters that a line keeps of a target's text, of a title, of an address. */
export const LONGEST_TEXT = 60
export const LONGEST_TITLE = 300
export const LONGEST_ADDRESS = 4_000

export interface ArrivalFrame {
  readonly path: string
  readonly sha256: Sha256
}

/** What a page says of its post or account, by its site's own adapter. */
export interface PageSaid {
  readonly adapter: string
  readonly pageType: PageType
  readonly permalink: string | null
  readonly authorName: string | null
  readonly authorId: string | null
  readonly comments: number
}

/** A click: where, in CSS pixels of the viewport, and on what. `text` is cut, and empty near anything that is typed into. */
export interface Click {
  readonly kind: "click"
  readonly x: number
  readonly y: number
  readonly role: string
  readonly text: string
}

/** Where the page came to stand, in CSS pixels. */
export interface Scroll {
  readonly kind: "scroll"
  readonly x: number
  readonly y: number
  /** Of the viewport, and of the whole page. */
  readonly height: number
  readonly documentHeight: number
}

/** What the script in a page tells. */
export type Doing = Click | Scroll

export const stepStates = ["done", "skipped", "open"] as const
export type StepState = (typeof stepStates)[number]

export interface StepNoted {
  readonly kind: "step"
  readonly step: ProcedureStep
  readonly state: StepState
  /** Whether the facts of the page showed it, or the user said so. */
  readonly by: "facts" | "user"
  /** Why it was skipped, in the user's words. */
  readonly reason: string | null
}

export type ProcedureEntry =
  /** The recorder runs. Milliseconds are counted from here; the video begins within about a tenth of a second of it. */
  | { readonly kind: "begin"; readonly allPages: boolean }
  /** A page has loaded. Null where the browser does not tell; `frame` with the code of why there is none. */
  | {
      readonly kind: "page"
      readonly url: string | null
      readonly title: string | null
      readonly frame: ArrivalFrame | null
      readonly code: ErrorCode | null
    }
  /** The same document under another address. */
  | { readonly kind: "route"; readonly url: string; readonly title: string }
  | ({ readonly kind: "facts"; readonly url: string } & PageSaid)
  | Doing
  | StepNoted
  /** The user had us open an address in the recorded tab, by a click in the window of the recording. */
  | { readonly kind: "opened"; readonly url: string }
  /** Another tab came to the front, and this one again. */
  | { readonly kind: "away" }
  | { readonly kind: "back" }
  /** The log is full: nothing after this is in it. */
  | { readonly kind: "full" }
  | { readonly kind: "end"; readonly ended: RecordingEnding }

export type ProcedureLine = {
  readonly seq: number
  /** When it was heard of, ISO 8601 in UTC. */
  readonly at: string
  /** Milliseconds since the first line, on a clock that nobody can set. */
  readonly ms: number
} & ProcedureEntry

/** The text of a line, and its hash, which the next one names. */
export function procedureLine(
  line: ProcedureLine,
  prev: Sha256,
): { readonly text: string; readonly hash: Sha256 } {
  const { seq, at, ms, kind, ...rest } = line
  const text = JSON.stringify({ seq, at, ms, kind, ...rest, prev })
  return { text, hash: sha256Now(utf8(text)) }
}
