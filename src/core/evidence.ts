/**
 * The vocabulary of a capture: what `capture.json` says, field by field. Names
 * are part of the bundle format 1; more may be added, none renamed.
 *
 * Positions are in device pixels of the page, times are ISO 8601 in UTC.
 */
import type { BracketRecord } from "./bracket/beacons.ts"
import type { PageFacts } from "./page-said.ts"
import type { CaptureOptions } from "./capture-options.ts"
import type { ChatSummary } from "./chat/chat-json.ts"
import type { ErrorCode } from "./errors.ts"
import type { BoxRecord, FrameRecord, PageRecord } from "./frames.ts"
import type { ImportedRecord } from "./imported.ts"
import type { OwnRequest } from "./own-requests.ts"
import type { PostRecord, QuoteRecord } from "./post.ts"
import type { OriginalsSummary } from "./media.ts"
import type { ProcedureRecord } from "./procedure/chapters.ts"
import type { RecordingRecord } from "./recording.ts"
import type { Sha256, Sm3 } from "./seal/hash.ts"
import type { ServerSummary } from "./server/record.ts"
import type { WallKind } from "./walls.ts"

/** How it was begun. `queue`: by a list that the user had captured; `import`: no capture, but a file from elsewhere. */
export const triggers = [
  "popup",
  "panel",
  "shortcut",
  "menu",
  "recorder",
  "script",
  "queue",
  "import",
] as const
export type Trigger = (typeof triggers)[number]

/**
 * Where a file's bytes come from. `derived` is made of what was captured, for
 * reading, and is no evidence by itself: stitched pages, the procedure log, and
 * copies that stand alone, which lack what runs and what could not be read.
 */
export const sources = ["screen", "dom", "re-requested", "server", "derived", "re-drawn", "imported"] as const
export type Source = (typeof sources)[number]

/** One file of an item. `path` starts at the item's folder. */
export interface FileRecord {
  readonly path: string
  readonly sha256: Sha256
  readonly sm3: Sm3
  readonly bytes: number
  readonly mediaType: string
  readonly source: Source
  readonly at: string
}

export const stepNames = [
  "preflight",
  "picker",
  "as-seen",
  "page-facts",
  "dom-before",
  "post-facts",
  "offline-before",
  "source",
  "unfold",
  "scroll-through",
  "scroll-frames",
  "tiles",
  "boxes",
  "restore",
  "dom-after",
  "offline-after",
  "text",
  "gaps",
  "offline-copies",
  "redrawn",
  "server-record",
  "originals",
  "mhtml",
  "recording",
  "join",
  "procedure",
  "view",
  "import",
  "stitch",
  "post",
  "transcript",
  "verify",
  "seal",
] as const
export type StepName = (typeof stepNames)[number]

/** `skipped`: the step had no ground to stand on: a page that allows no script, a site that the user has not allowed; the gap or the code says why. */
export type StepOutcome = "done" | "failed" | "skipped"

export interface StepRecord {
  readonly name: StepName
  readonly at: string
  readonly ms: number
  readonly outcome: StepOutcome
  readonly code: ErrorCode | null
}

/** What is missing. Each has a sentence in every language. */
export const gapSubjects = [
  "as-seen",
  "recording",
  "procedure",
  "origin",
  "file",
  "frames",
  "seam",
  "stitched",
  "post",
  "transcript",
  "page-facts",
  "dom",
  "source",
  "text",
  "offline-copy",
  "pictures",
  "video",
  "frame-content",
  "inner-scroller",
  "folded",
  "not-loaded",
  "width",
  "environment",
] as const
export type GapSubject = (typeof gapSubjects)[number]

/** Why it is missing. */
export const gapReasons = [
  "page-forbidden",
  "page-silent",
  "page-left",
  "route-changed",
  "tab-hidden",
  "tab-closed",
  "stopped",
  "interrupted",
  "limit",
  "date",
  "moved",
  "grew",
  "covered",
  "pinched",
  "failed",
  "refused",
  "not-loaded",
  "not-scrolled",
  "not-reached",
  "not-shown",
  "not-unfolded",
  "not-downloaded",
  "re-drawn",
  "cross-origin",
  "too-large",
  "full",
  "not-seen",
  "unknown",
] as const
export type GapReason = (typeof gapReasons)[number]

/** `count` is how many, where they can be counted, else null; `where` says it in words, numbers or a selector. */
export interface Gap {
  readonly what: GapSubject
  readonly reason: GapReason
  readonly count: number | null
  readonly where: string | null
}

export interface Unknown {
  readonly field: string
  readonly reason: string
}

export interface ClockFacts {
  readonly startedWall: string
  readonly endedWall: string
  /** Length of the capture on the clock that nobody can set, in milliseconds; null for one that was cut off. */
  readonly monotonicMs: number | null
  /** Length on the wall clock minus that, in milliseconds: far from zero means that the clock was set meanwhile. */
  readonly wallMinusMonotonicMs: number | null
  readonly localTime: string
  readonly utcOffsetMinutes: number
  /** The server's Date header of the re-requested page, and the local clock's lead over it. */
  readonly httpDate: {
    readonly url: string
    readonly date: string
    readonly localMinusServerMs: number
  } | null
}

export interface Environment {
  readonly browser: string
  readonly version: string
  readonly os: string
  readonly extension: string
  readonly build: string
  readonly locale: string
  readonly viewport: { readonly width: number; readonly height: number } | null
  readonly screen: { readonly width: number; readonly height: number; readonly colorDepth: number } | null
  readonly zoom: number | null
  readonly dpr: number | null
  readonly privateWindow: boolean
  readonly automation: { readonly value: "yes" | "no" | "unknown"; readonly basis: string }
  readonly userAgent: string
}

/** `capture.json`, whole. */
export interface CaptureRecord {
  readonly schema: 1
  readonly id: string
  readonly item: string
  readonly url: string
  readonly canonicalUrl: string | null
  readonly title: string
  readonly referrer: string | null
  readonly startedAt: string
  readonly endedAt: string
  readonly timeZone: string
  readonly clock: ClockFacts
  readonly environment: Environment
  readonly trigger: Trigger
  readonly access: readonly string[]
  readonly redirects: { readonly count: number | null; readonly chain: readonly string[] | null }
  readonly signedIn: "yes" | "no" | "unknown"
  readonly unknown: readonly Unknown[]
  readonly nonce: string
  /** The capture before this one of the same address, or of the post that a site's own adapter names so. */
  readonly previousCapture: string | null
  /** How the user wanted captures to be made then; not there in a record made before there was a choice. */
  readonly options?: CaptureOptions
  readonly page: PageFacts | null
  readonly frames: readonly FrameRecord[]
  readonly pages: readonly PageRecord[]
  /** The boxes that scroll by themselves and of which frames were taken; not there where there are none. */
  readonly boxes?: readonly BoxRecord[]
  /**
   * The post that the user pointed at, in a picker shown before the first frame, or the comment that they chose from a
   * list and that was looked for by its words; not there where they did neither.
   */
  readonly post?: PostRecord
  /** The words that were selected, as far as the page says where they stand; not there where it does not. */
  readonly quote?: QuoteRecord
  /** The chat that the page was, where it was one. */
  readonly chat?: ChatSummary
  /** What the site put before the post when the first frame was taken; not there where nothing of the kind was found. */
  readonly walls?: readonly WallKind[]
  /** Numbers that nobody knew before: the record came after them; not there where none were asked for. */
  readonly bracket?: BracketRecord
  readonly files: readonly FileRecord[]
  readonly requests: readonly OwnRequest[]
  /** What the server's own answers say, where the user had them recorded. */
  readonly server?: ServerSummary
  /** What became of the originals, where the user wanted them. */
  readonly originals?: OriginalsSummary
  /** Only of an item that is a recording, or a file from elsewhere. */
  readonly recording?: RecordingRecord
  /** Only of a recording whose procedure was written down. */
  readonly procedure?: ProcedureRecord
  readonly imported?: ImportedRecord
  /** What was left out on purpose: values of password fields and the like. Not a gap. */
  readonly redacted: readonly Redaction[]
  readonly steps: readonly StepRecord[]
  readonly complete: boolean
  readonly gaps: readonly Gap[]
}

/** `what`: password, one-time-code, card, anti-forgery or draft; `where`: the file it was left out of. */
export interface Redaction {
  readonly what: "password" | "one-time-code" | "card" | "anti-forgery" | "draft"
  readonly count: number
  readonly where: string
}

/** Three digits and more: e001, e1000. Given at capture, never changed. */
export const itemName = (item: number): string => `e${String(item).padStart(3, "0")}`
