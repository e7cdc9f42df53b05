/**
 * The words of a bundle's papers. Core knows no language: it asks for two of
 * these, and src/i18n/papers gives them. All are plain text; the papers escape.
 */
import type { ClockFinding } from "../clock.ts"
import type { Gap, Redaction } from "../evidence.ts"
import type { Area } from "../marks.ts"
import type { OriginalsSummary } from "../media.ts"
import { OPEN_TIMESTAMPS } from "../ots/calendars.ts"
import type { AttachedProof } from "../proof/proof.ts"
import type { CounterName } from "../post-facts/summary.ts"
import type { CountersSummary } from "../readings/reading.ts"
import type { VisitorSummary } from "../server/reading.ts"
import type { FieldName, FieldSource } from "../post-facts/fields.ts"
import type { IdTimeCompared } from "../post-facts/judge.ts"
import type { ServerSummary } from "../server/record.ts"
import type { Wrong } from "../remarks.ts"
import type { AbroadWords } from "../papers/abroad-words.ts"
import type { ChatWords } from "../papers/chat-words.ts"
import type { ListWords } from "../papers/list-words.ts"
import type { RouteWords } from "../papers/route-words.ts"
import type { NoticeWords } from "../papers/notice-words.ts"
import type { PacketWords } from "../papers/packets/packet-words.ts"
import type { ReportWords } from "../papers/words.ts"
import type { WallKind } from "../walls.ts"
import type { BundleNumbers } from "./commands.ts"
import type { ImportedWords, MarksWords } from "./item-words.ts"
import type { LeftOut } from "./snapshot.ts"

export interface PaperWords {
  readonly readme: ReadmeWords
  readonly verify: VerifyWords
  readonly report: ReportWords
  readonly list: ListWords
  readonly chat: ChatWords
  readonly route: RouteWords
  readonly notice: NoticeWords
  readonly packets: PacketWords
  readonly abroad: AbroadWords
  /** One gap, as a sentence that a judge understands. `where` is text of the page, made safe to show. */
  readonly gap: (gap: Gap) => string
}

/** What a paper can say of time stamps: those over the whole bundle are asked for when it is written. */
export interface StampsSaid {
  readonly asked: readonly string[]
  /** Items with a time stamp of their own. */
  readonly stamped: readonly string[]
  /** By name, the authorities whose time stamp over the device key is there. */
  readonly key: readonly string[]
  /** Items with a time stamp that was made elsewhere, verifiable or not. */
  readonly imported: readonly string[]
  /** Whether calendars were asked for an OpenTimestamps promise over the whole. */
  readonly calendars: boolean
  /** Items with an OpenTimestamps proof, which may be a promise yet. */
  readonly anchored: readonly string[]
}

export const stampsSaid = ({
  authorities,
  innerStamps,
  keyStamps,
  importedStamps,
  anchored,
}: BundleNumbers): StampsSaid => ({
  asked: authorities.filter(name => name !== OPEN_TIMESTAMPS),
  calendars: authorities.includes(OPEN_TIMESTAMPS),
  anchored,
  key: keyStamps.map(({ authority }) => authority),
  stamped: [...new Set(innerStamps.map(({ item }) => item))],
  imported: [...new Set(importedStamps.map(({ item }) => item))],
})

/** A file that was attached to an item, as far as it could be read; null reading for what is no stamp, or an odd one. */
export type ProofSaid = Pick<AttachedProof, "form" | "matchedBy" | "reading">

/** What a capture may have done, as 00-readme.html counts it: each groups one or more steps. */
export const measures = [
  "as-seen",
  "recording",
  "frames",
  "stitch",
  "dom",
  "source",
  "text",
  "verify",
] as const
export type Measure = (typeof measures)[number]

/** What became of each measure of one capture. */
export interface MeasuresTaken {
  readonly done: readonly Measure[]
  readonly failed: readonly Measure[]
  readonly notRun: readonly Measure[]
}

/** Of what the site put before the post. */
export interface WallWords {
  readonly walls: string
  /** That one of the kind was there, as a sentence. */
  readonly wall: (kind: WallKind) => string
}

/** Of the post that the user pointed at, and of the words that were selected. */
export interface PostWords {
  readonly post: string
  /** Where the post is, in device pixels of the page, and the frames that its picture was cut out of. */
  readonly postPlace: (place: Area, from: readonly string[]) => string
  readonly postNotCut: string
  /** Labels of the page that were clicked, made safe to show. */
  readonly postClicks: (words: readonly string[]) => string
  readonly pickerShown: string
  readonly quote: string
  /** A place in a frame, in its pixels. */
  readonly inFrame: (path: string, place: Area) => string
  readonly moreIn: (count: number, item: string) => string
}

/** What is said of what the page says of its post. Names of adapters are made safe to show. */
export interface FactsWords {
  readonly saidByPage: string
  readonly saidUnreadable: string
  readonly saidNote: string
  readonly fieldName: (name: FieldName) => string
  readonly fieldSource: (source: FieldSource) => string
  /** By how much a time may be off. */
  readonly plusMinus: (seconds: number) => string
  readonly fieldAmbiguous: string
  /** Of what the user says in place of what was read, or where nothing was. */
  readonly filledIn: (time: string) => string
  readonly filledInTitle: string
  readonly filledInNote: (path: string) => string
  readonly fieldsMissing: (names: readonly FieldName[]) => string
  readonly commentsRead: (count: number) => string
  readonly adapterFault: (adapter: string) => string
  /** Its `at` as the reader's clock shows it. */
  readonly idTime: (said: IdTimeCompared) => string
}

/** Of a page that was opened again later. */
export interface ReadingsWords {
  readonly numbers: string
  readonly counterName: (name: CounterName) => string
  readonly readAt: string
  readonly pageWords: string
  readonly found: (summary: Pick<CountersSummary, "stateBasis" | "words" | "status">) => string
  readonly by: (summary: Pick<CountersSummary, "openedBy" | "occasion">) => string
  readonly visits: (visits: number) => string
  readonly numbersNote: string
}

/** Of what the user says for themselves, and is no evidence. */
export interface FilingWords {
  /** That an item came out of another bundle, and what it was called in it. */
  readonly origin: string
  readonly cameIn: (item: string, bundle: string) => string
  readonly caseOf: string
  /** Whose number and name it is. */
  readonly caseNote: string
  readonly userSaid: string
  readonly wrong: (wrong: Wrong) => string
  /** How many notes and complaints there are, and where. */
  readonly notesKept: (notes: number, complaints: number, path: string) => string
  readonly userSaidNote: string
  /** How many files stand beside them, and in which folder. */
  readonly filesKept: (files: number, folder: string) => string
  readonly costs: string
  /** That the sums are the user's, and in yuan. */
  readonly costsNote: string
  readonly costSum: string
}

export interface ReadmeWords
  extends ImportedWords, PostWords, WallWords, FactsWords, ReadingsWords, FilingWords, MarksWords {
  readonly documentTitle: string
  readonly listTitle: string
  /** Of a document at the bundle's root. */
  readonly document: (path: string) => string
  readonly automated: string
  readonly limitsTitle: string
  readonly limits: (stamps: StampsSaid) => readonly string[]
  readonly itemsTitle: string
  readonly number: string
  readonly picture: string
  readonly facts: string
  readonly site: string
  readonly title: string
  readonly address: string
  readonly capturedAt: string
  readonly clock: string
  readonly clockFinding: (found: ClockFinding) => string
  readonly extent: string
  readonly steps: string
  readonly redacted: string
  readonly server: string
  readonly serverSays: (summary: ServerSummary) => readonly string[]
  readonly originals: string
  readonly originalsSaid: (summary: OriginalsSummary) => string
  readonly readAgain: string
  /** `time` as it is to be shown. */
  readonly reading: (summary: VisitorSummary, time: string) => string
  readonly record: string
  readonly untitled: string
  readonly noPicture: string
  readonly redrawn: string
  readonly addressShortened: string
  readonly completeAsLoaded: string
  readonly gapsCount: (count: number) => string
  readonly automatedItem: string
  readonly stepsTaken: (taken: MeasuresTaken) => string
  readonly redaction: (redaction: Redaction) => string
  readonly leftOut: (left: LeftOut) => string
  /** Of the items for which there was no more room: how many, the first and the last. */
  readonly leftForNext: (left: {
    readonly count: number
    readonly first: string
    readonly last: string
  }) => string
  readonly leftOutTitle: string
  readonly noItems: string
  readonly fingerprintsTitle: string
  readonly bundle: string
  readonly exportedAt: string
  readonly itemCount: string
  readonly manifestPrint: string
  readonly custodyHead: string
  readonly custodyEntries: string
  readonly deviceKey: string
  readonly timeStamp: string
  readonly stamps: (stamps: StampsSaid) => string
  readonly innerStamp: string
  /** How an OpenTimestamps proof of an item stands: the height of the block that it leads to, or null. */
  readonly anchor: (height: number | null) => string
  readonly keyStamp: string
  readonly keyExisted: (authority: string, time: string) => string
  readonly attached: string
  /** What is known of a proof from elsewhere. Names in it are made safe to show. */
  readonly proof: (said: ProofSaid) => string
  readonly tool: string
  readonly build: string
  readonly verifyTitle: string
  readonly verifyHow: readonly string[]
  readonly custodyNote: string
  readonly signedBy: string
  readonly date: string
}

/** The commands are the same in every language, and stand in verify-text.ts. */
export interface VerifyWords {
  readonly title: string
  readonly bundle: string
  readonly zip: string
  readonly items: string
  readonly payload: (files: number, bytes: number) => string
  readonly custodyEntries: string
  readonly custodyHead: string
  readonly deviceKey: string
  readonly manifestPrint: string
  readonly timeStamp: string
  readonly stamps: (stamps: StampsSaid) => string
  readonly numbersTitle: string
  readonly scopeTitle: string
  readonly scope: (stamps: StampsSaid) => readonly string[]
  readonly linuxTitle: string
  readonly macTitle: string
  readonly windowsTitle: string
  /** Silence is what a good bundle gives, mostly; this says where it is not. */
  readonly reading: string
  readonly zipPrint: string
  readonly unpack: string
  readonly payloadSha256: string
  readonly payloadSha256Each: string
  readonly payloadSm3: string
  readonly tags: string
  readonly tagsEach: string
  readonly nothingExtra: string
  readonly nothingExtraTop: string
  readonly signature: string
  readonly key: string
  readonly custodyChain: string
  readonly custodyNumbers: string
  readonly windowsFiles: string
  readonly windowsExtra: string
  readonly windowsZip: string
  readonly windowsRest: string
  readonly stampRoots: string
  readonly keyStamps: string
  readonly innerStamps: string
  readonly importedStamps: string
  /** For those that no command here verifies. */
  readonly unverifiableStamps: (paths: readonly string[]) => string
  readonly outerStamps: string
  readonly stampsElsewhere: string
  /** For OpenTimestamps proofs, which no command of these systems checks. */
  readonly openTimestamps: (paths: readonly string[]) => string
  /** The verifier that stands beside, and what it is worth. */
  readonly page: string
}
