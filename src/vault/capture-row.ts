/** What the vault holds of one capture: its row, its files, its procedure log. */
import type { BracketRecord } from "../core/bracket/beacons.ts"
import type { CaptureOptions } from "../core/capture-options.ts"
import type { ChatSummary } from "../core/chat/chat-json.ts"
import type { FrameChat } from "../core/chat/transcript.ts"
import type { ErrorCode } from "../core/errors.ts"
import type {
  ClockFacts,
  Environment,
  Gap,
  Redaction,
  Source,
  StepName,
  StepRecord,
  Trigger,
} from "../core/evidence.ts"
import type { PageFacts } from "../core/page-said.ts"
import type { OwnRequest } from "../core/own-requests.ts"
import type { BoxRecord, FramePlace, PageRecord } from "../core/frames.ts"
import type { FrameMarks } from "../core/marks.ts"
import type { PostRecord, QuoteRecord } from "../core/post.ts"
import type { PostSummary } from "../core/post-facts/summary.ts"
import type { OriginalsSummary } from "../core/media.ts"
import type { ProcedureRecord } from "../core/procedure/chapters.ts"
import type { ImportRead, ImportStart } from "../core/imported.ts"
import type { RecordingEnding, RecordingStart } from "../core/recording.ts"
import { placeKey } from "../core/places/place-key.ts"
import type { PictureSize, ViewingRecord } from "../core/viewing.ts"
import type { ItemOrigin } from "../core/origin.ts"
import type { Sha256, Sm3 } from "../core/seal/hash.ts"
import type { ServerSummary } from "../core/server/record.ts"
import type { WallKind } from "../core/walls.ts"

/**
 * running: being captured, by the background run named in `run`.
 * sealed: capture.json is closed, its hash is in custody; nothing of it changes any more.
 */
export type CaptureState = "running" | "sealed"

/** What the user sees while it runs. `extras`: what was switched on besides. `waiting`: another capture scrolls first. `paused`: its tab is not in front. */
export type Stage =
  | "as-seen"
  | "page"
  | "waiting"
  | "frames"
  | "paused"
  | "after"
  | "extras"
  | "stitch"
  | "verify"
  | "seal"
  | "done"

export interface Progress {
  readonly stage: Stage
  readonly done: number
  readonly total: number | null
}

export interface CaptureRow {
  readonly id: string
  readonly item: number
  readonly state: CaptureState
  readonly run: string
  readonly trigger: Trigger
  readonly startedAt: string
  readonly startedMonotonicMs: number
  readonly endedAt: string | null
  readonly url: string
  readonly title: string
  readonly nonce: string
  readonly timeZone: string
  readonly utcOffsetMinutes: number
  readonly previousCapture: string | null
  /** The id of the case that it was put in; not there where it was put in none. No part of its record. */
  readonly case?: string
  /** True where the user says that it is not what they complain of. No part of its record. */
  readonly aside?: boolean
  /**
   * The bundles that it came here in, the first one first; not there where it was captured here. Its capture.json says
   * the number that it had there, and its own id where another item had that here already.
   */
  readonly origins?: readonly ItemOrigin[]
  /** The choice of the user that it was begun with. */
  readonly options: CaptureOptions
  readonly environment: Environment
  readonly page: PageFacts | null
  readonly httpDate: ClockFacts["httpDate"]
  readonly requests: readonly OwnRequest[]
  /** What the server's own answers say; not there where they were not recorded. */
  readonly server?: ServerSummary
  /** What the page said of its post; not there where it was not read. */
  readonly facts?: PostSummary
  /** What became of the originals; not there where none were wanted. */
  readonly originals?: OriginalsSummary
  /** Of a recording, when its self-check record was kept; not there where there is none. */
  readonly selfCheckAt?: string
  /** Only of a guided one, once its procedure log is one file. */
  readonly procedure?: ProcedureRecord
  readonly recording?: RecordingRow
  /** Only of a file from elsewhere; `read` once it was looked into. */
  readonly imported?: ImportStart & { readonly bytes: number; readonly read?: ImportRead }
  readonly redacted: readonly Redaction[]
  readonly pages: readonly PageRecord[]
  /** The boxes that scroll by themselves and of which frames were taken. */
  readonly boxes: readonly BoxRecord[]
  /** The post that the user pointed at; the frames that show it are told by their marks. */
  readonly post?: Omit<PostRecord, "frames">
  /** The words that were selected, as far as the page says where they stand. */
  readonly quote?: Omit<QuoteRecord, "frames">
  /** The chat that the page is; what its frames show of it is told by their rows. */
  readonly chat?: ChatSummary
  /** What the site put before the post; not there where nothing of the kind was found. */
  readonly walls?: readonly WallKind[]
  /** The public random numbers that came while it ran; not there where none were asked for. */
  readonly bracket?: BracketRecord
  readonly steps: readonly StepRecord[]
  readonly gaps: readonly Gap[]
  readonly progress: Progress
  /** Why it could not be sealed, as far as that could still be written down. */
  readonly failure: ErrorCode | null
  /** True when the as-seen frame was read back and matched its hash. */
  readonly asSeenSafe: boolean
  readonly complete: boolean
  /** True when the run that made it ended before its time: a killed browser, a stopped worker. */
  readonly interrupted: boolean
  /** SHA-256 of capture.json, once sealed. */
  readonly record: Sha256 | null
  /** When it was put in the trash, kept for 30 days; null when it was not. */
  readonly trashedAt: string | null
  /** Bytes of its files, for the list. */
  readonly bytes: number
  /** See {@link keysOf}: the vault keeps them in step with the row, whoever writes it. No part of its record. */
  readonly pageKey?: string
  readonly postKey?: string
}

/** Only of a recording; `joined` once its pieces are one file, `view` where that has a viewing copy. */
export interface RecordingRow extends RecordingStart {
  readonly ended?: RecordingEnding
  readonly joined?: RecordingJoin
  readonly view?: ViewingRecord
  /** Where the recorded tab changed its size on the way; not there where it did not. */
  readonly resized?: readonly PictureSize[]
}

/** What became of a recording's pieces. */
export interface RecordingJoin {
  readonly mediaType: string
  readonly count: number
  readonly bytes: number
  readonly endedAt: string
}

/** By what its site's own adapter names a post: what a page says of itself may name two posts by one address. */
export const postAddress = (facts: CaptureRow["facts"]): string | null =>
  facts === undefined || facts.adapter === "generic" ? null : facts.permalink

type PostPlace = Pick<CaptureRow, "url" | "post" | "facts">

/** Where an item's post is read again: one that was pointed at in a list has an address of its own. */
export const addressToRead = ({ url, post, facts }: PostPlace): string =>
  post === undefined ? url : (postAddress(facts) ?? url)

/** Whether a page at this address is the item's own, by whatever link it was come to. */
export const isPageOf = (item: PostPlace, address: string): boolean =>
  [addressToRead(item), postAddress(item.facts)].some(
    own => own !== null && placeKey(own) === placeKey(address),
  )

/** What a row is found by again: the key of its page's address, and of its post's own, where there is one. */
export interface PlaceKeys {
  readonly pageKey: string
  readonly postKey?: string
}

export function keysOf({ url, facts }: Pick<CaptureRow, "url" | "facts">): PlaceKeys {
  const own = postAddress(facts)
  return { pageKey: placeKey(url), ...(own === null ? {} : { postKey: placeKey(own) }) }
}

/** One file of a capture; its bytes are in `blobs` under `sha256`. sm3 and crc32 are known from the sealing on. */
export interface ArtifactRow {
  readonly captureId: string
  readonly path: string
  readonly sha256: Sha256
  readonly bytes: number
  readonly mediaType: string
  readonly source: Source
  readonly at: string
  readonly place: FramePlace | null
  /** Of a frame: what it shows of the post and of the selected words. */
  readonly marks?: FrameMarks
  /** Of a frame: the rows of the chat that it shows. */
  readonly chat?: FrameChat
  readonly sm3: Sm3 | null
  readonly crc32: number | null
}

/** The procedure log of one capture, as it will stand in log.jsonl. */
export interface LogRow {
  readonly captureId: string
  readonly seq: number
  readonly at: string
  readonly step: StepName
  readonly what: string
  readonly detail: Readonly<Record<string, unknown>>
}
