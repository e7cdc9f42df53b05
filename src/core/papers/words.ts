/** The words of the report, beside those that it shares with 00-readme.html. Plain text. */
import type { CustodyEvent } from "../custody.ts"
import type { Environment, Source, StepName, StepOutcome, Trigger } from "../evidence.ts"
import type { ProcedureStep, StepStanding } from "../procedure/steps.ts"
import type { LawSentence } from "./law.ts"

/** The report's path in the bag. */
export const REPORT = "01-report.pdf"

/** The parts of the report, in their order. */
export const sections = [
  "howToRead",
  "evidenceList",
  "timeline",
  "items",
  "procedure",
  "environment",
  "prints",
  "verify",
  "declaration",
  "glossary",
] as const
export type SectionName = (typeof sections)[number]

export interface ReportWords extends CoverWords, TimelineWords, ItemWords, ProcedureWords, ClosingWords {
  readonly title: string
  /** Of a section that is number `n`, from 1. */
  readonly section: (name: SectionName, n: number) => string
  readonly unknown: string
  readonly notFilledIn: string
  readonly header: (caseNumber: string | null) => string
  /** At the foot of a sheet, under the fingerprint. */
  readonly footer: (page: number, pages: number, madeAt: string) => string
  readonly howToReadIntro: readonly string[]
  readonly columns: Readonly<Record<ColumnName, string>>
  readonly notReadFromPage: string
  /** Above the list of evidence. */
  readonly listNote: string
}

export const columnNames = [
  "number",
  "time",
  "event",
  "step",
  "outcome",
  "took",
  "file",
  "bytes",
  "kind",
  "prints",
] as const
export type ColumnName = (typeof columnNames)[number]

export interface CoverWords {
  readonly caseName: string
  readonly caseNumber: string
  readonly applicant: string
  readonly collector: string
  readonly recipient: string
  readonly sites: string
  readonly capturedFrom: string
  readonly fromTo: (from: string, to: string) => string
  readonly howCaptured: string
  readonly bySelf: string
  readonly notary: string
  readonly notaryNone: string
  readonly coverPrint: string
  readonly coverPrintNote: string
  readonly qrNote: string
}

export interface TimelineWords {
  readonly timelineNote: string
  readonly published: (basis: string) => string
  readonly edited: (basis: string) => string
  /** The same of a time that the user filled in, in their words. */
  readonly publishedFilled: (raw: string) => string
  readonly editedFilled: (raw: string) => string
  readonly captured: string
  readonly stamped: (authority: string) => string
  readonly plusMinus: (seconds: number) => string
  readonly counters: string
  readonly countersNote: string
  readonly referenceTitle: string
  readonly reference: (law: LawSentence) => string
  readonly referenceNote: string
  /** Under a chart: of which numbers, with which number of the law. */
  readonly chart: (counter: string, reference: number) => string
  readonly chartReference: (reference: number) => string
  /** Where only the items with the highest numbers are drawn. */
  readonly chartCut: (drawn: number, all: number) => string
}

export interface ItemWords {
  readonly signedIn: string
  readonly signedInSaid: Readonly<Record<"yes" | "no" | "unknown", string>>
  readonly trigger: string
  readonly triggerSaid: Readonly<Record<Trigger, string>>
  readonly canonical: string
  readonly previous: string
  readonly fullText: string
  readonly textCut: (path: string) => string
  readonly picturesTitle: string
  readonly picturesNote: (hasMarks: boolean) => string
  /** Where something is outlined on a picture: what it is, and that it is in the report alone. */
  readonly markedNote: string
  readonly marked: string
  readonly quoteThumbnail: (item: string, path: string, at: string) => string
  readonly thumbnail: (item: string, path: string, at: string) => string
  readonly slice: (item: string, path: string, part: number, count: number, times: string) => string
  readonly boxSlice: (item: string, path: string, part: number, count: number, times: string) => string
  readonly postPicture: (item: string, path: string, part: number, count: number) => string
  readonly importedPictureTitle: string
  readonly importedPictureNote: string
  readonly importedPicture: (item: string, path: string, part: number, count: number) => string
  readonly pictureMissing: (path: string) => string
  readonly slicesLeft: (printed: number, count: number, path: string) => string
  readonly filesTitle: string
  readonly filesNote: (section: string) => string
  /** Of a file that came after the record was closed, or is the record itself. */
  readonly besideRecord: string
  readonly sourceSaid: Readonly<Record<Source, string>>
  readonly framesSaid: (count: number) => string
  readonly corroborationTitle: string
  readonly corroborationNote: string
  readonly corroborated: Readonly<Record<"picture" | "source" | "server" | "later" | "id", string>>
  readonly pictureSaid: (frames: number, pages: number) => string
  readonly sourceKept: (status: number | null) => string
  /** Before the first lines of it. */
  readonly sourceHead: string
  readonly sourceNotKept: string
  readonly notDone: string
  readonly ownRequests: string
  readonly requests: (count: number) => string
}

export interface ProcedureWords {
  readonly stepsTitle: (item: string) => string
  /** Of a guided recording. */
  readonly guidedTitle: (item: string) => string
  readonly guidedNote: string
  readonly guidedColumns: Readonly<Record<"time" | "step" | "said" | "page", string>>
  readonly guidedStep: (step: ProcedureStep) => string
  readonly guidedSaid: (step: Pick<StepStanding, "state" | "by" | "reason">) => string
  readonly notFollowed: string
  readonly guidedCounts: (clicks: number, scrolls: number) => string
  readonly stepName: (name: StepName) => string
  readonly outcomeSaid: Readonly<Record<StepOutcome, string>>
  readonly milliseconds: (ms: number) => string
  readonly afterTitle: string
  readonly afterNote: string
  readonly custodyEvent: Readonly<Record<CustodyEvent["event"], string>>
  readonly environmentOf: (items: string) => string
  readonly selfCheckOf: (item: string) => string
  readonly selfCheckNote: string
  readonly environmentName: Readonly<Record<EnvironmentName, string>>
  readonly size: (size: { readonly width: number; readonly height: number }) => string
  readonly yes: string
  readonly no: string
  readonly notRead: string
  readonly automation: (value: Environment["automation"]["value"], basis: string) => string
  readonly environmentNote: string
}

export const environmentNames = [
  "browser",
  "os",
  "extension",
  "build",
  "locale",
  "timeZone",
  "viewport",
  "screen",
  "zoom",
  "dpr",
  "privateWindow",
  "automation",
  "userAgent",
  "otherExtensions",
  "proxy",
] as const
export type EnvironmentName = (typeof environmentNames)[number]

export interface ClosingWords {
  readonly printsNote: string
  readonly verifyPage: string
  readonly verifyPageSaid: readonly string[]
  readonly verifyWindows: string
  readonly verifyWindowsSaid: readonly string[]
  readonly verifyPosix: string
  readonly verifyPosixSaid: readonly string[]
  readonly verifyScope: readonly string[]
  readonly declared: readonly string[]
  readonly signature: string
  readonly identity: string
  readonly date: string
  readonly witness: string
  readonly terms: readonly (readonly [term: string, meaning: string])[]
}
