/** The words of the packets' papers, beside those that they share with the list of evidence and 00-readme.html. Plain text. */
import { type ProvisionName } from "../../law/provisions.ts"
import { type Sum } from "../../readings/account.ts"
import { type LawQuote } from "../law.ts"
import { type PacketName } from "../names.ts"
import { type Claim } from "../typed.ts"
import { type FileSort } from "./file-sort.ts"

/** What the parties are called in a paper, and to whom it goes. */
export interface PaperNames {
  readonly title: string
  readonly recipient: string
  readonly person: string
  readonly opponent: string
  /** What kind of case it is, for a lawyer to settle. */
  readonly cause: string
  /** Above what is asked for, and above what happened. */
  readonly requests: string
  readonly story: string
  readonly signature: string
}

export const headings = [
  ...(["timeline", "untrue", "spread", "highest", "harm"] as const),
  ...(["accounts", "evidence", "files", "law", "venue", "seen", "urgency", "retention"] as const),
  ...(["toKeep", "route", "device", "times", "limits", "prints"] as const),
] as const
export type HeadingName = (typeof headings)[number]

/** The last ones are told by nothing here. */
export const partyFields = [
  ...(["name", "idNumber", "address", "phone", "email", "agent"] as const),
  ...(["sex", "born", "nation", "education", "occupation", "employer", "realName", "contact"] as const),
] as const
export type PartyField = (typeof partyFields)[number]

export const packetColumns = [
  ...([
    "time",
    "number",
    "event",
    "untrue",
    "truth",
    "account",
    "ids",
    "profile",
    "post",
    "name",
    "from",
    "content",
  ] as const),
  ...(["sort", "format", "print", "address", "captured", "seen", "signedIn", "clock", "stamps"] as const),
] as const
export type PacketColumn = (typeof packetColumns)[number]

/** What a page shows, by nobody that it names. */
export interface PageShown {
  readonly number: string
  readonly site: string
  readonly published: string
  readonly address: string
  readonly captured: string
}

export interface Conduct extends PageShown {
  readonly author: string
  readonly id: string
}

/** Where a sentence of law stands. */
export type LawNamed = Pick<LawQuote, "title" | "article">

export interface PacketWords {
  readonly draft: string
  readonly header: (title: string, caseNumber: string | null) => string
  /** How it came about, and what is to be done with it. */
  readonly notes: readonly string[]
  readonly paper: Readonly<Record<PacketName, PaperNames>>
  readonly heading: Readonly<Record<HeadingName, string>>
  readonly party: Readonly<Record<PartyField, string>>
  readonly column: Readonly<Record<PacketColumn, string>>
  readonly cause: string
  readonly site: string
  readonly asCaptured: string
  /** Of the account that is number `n` of those that the paper is against. */
  readonly opponentNumber: (opponent: string, n: number) => string
  readonly opponentNote: string
  /** Of several accounts, a name that was typed is of one of them, and `blank` for which. */
  readonly whoseName: (name: string, blank: string) => string
  /** Of a page that names no author. */
  readonly noAccount: string
  readonly numbered: (n: number, text: string) => string
  readonly numbers: (numbers: readonly string[]) => string
  readonly noContent: string
  readonly conduct: (conduct: Conduct) => string
  readonly shows: (shown: PageShown) => string
  readonly excerpt: (text: string) => string
  readonly noText: string
  readonly complained: (platform: string, channel: string) => string
  readonly answered: (platform: string, result: string) => string
  readonly noReadings: string
  /** Where a table has only some of the readings. */
  readonly readingsLeft: (shown: number, all: number, path: string) => string
  readonly highest: (number: string, counter: string, count: string, time: string) => string
  readonly yearTotal: (account: string, posts: number) => string
  /** @param from the day of the first of the posts that were added up, to that of the last */
  readonly total: (counter: string, sum: Sum, from: string, to: string) => string
  readonly evidenceNote: string
  readonly filesNote: string
  readonly filesCut: (listed: number, all: number) => string
  readonly sort: Readonly<Record<FileSort, string>>
  readonly manifest: string
  readonly law: (quote: LawQuote) => string
  readonly lawNote: string
  readonly witnesses: string
  readonly notReadAgain: string
  readonly noStamps: string
  readonly stamp: (authority: string, time: string) => string
  readonly date: string
  readonly police: PoliceWords
  readonly civil: CivilWords
  readonly prosecution: ProsecutionWords
  readonly notary: NotaryWords
  readonly preservation: PreservationWords
}

export interface PoliceWords {
  /** `answer`: the article that has the police give their reasons. */
  readonly requests: (answer: LawNamed) => readonly string[]
  readonly declared: readonly string[]
}

export interface CivilWords {
  readonly claim: Readonly<
    Record<Claim, (said: { readonly numbers: string; readonly blank: string }) => string>
  >
  readonly grounds: readonly string[]
  readonly costsNote: string
  readonly venueNote: readonly string[]
  readonly venueOf: (name: string, address: string) => string
  readonly provider: string
  readonly providerName: string
  readonly caseNumber: string
  /** Whether the provider has answered that its users posted it. */
  readonly defence: string
  readonly disclosureNote: readonly string[]
  readonly disclosureRequests: (operator: string) => readonly string[]
  readonly disclosureGrounds: (blank: string) => readonly string[]
  readonly injunctionRequests: (numbers: string) => readonly string[]
  readonly injunctionNote: string
}

export interface ProsecutionWords {
  readonly requests: (crime: LawNamed) => readonly string[]
  readonly requestsNote: string
  readonly standardNote: readonly string[]
  readonly helpTitle: string
  /** `crime`: the article of which the third paragraph speaks of the help. */
  readonly help: (crime: LawNamed, blank: string) => readonly string[]
}

export interface NotaryWords {
  readonly matter: string
  readonly purpose: string
  readonly toKeep: readonly string[]
  readonly routeNote: string
  readonly deviceNote: string
  readonly limits: readonly string[]
  readonly printsNote: readonly string[]
}

export interface PreservationWords {
  readonly holder: string
  readonly requests: (numbers: string) => readonly string[]
  readonly retentionNote: string
  readonly retention: (number: string, from: string) => string
  readonly until: Readonly<Record<"content-record" | "network-log", (date: string) => string>>
  readonly security: (blank: string) => string
}

/** The sentences of law that each paper prints. */
export const lawOf = {
  police: ["punishment", "policeAnswer"],
  civil: ["reputation", "redress", "noLimitation", "suit", "complaintOfSuit", "original"],
  disclosure: ["disclosure"],
  injunction: ["injunction", "reputation"],
  prosecution: ["defamation", "spread", "spreadOfYear", "burden", "privateCase", "privateCharge"],
  notary: ["notaryMatter", "notaryPlace", "notaryTruth", "notaryTerm", "notaryRefusal", "notarisedData"],
  preservation: ["preservation", "contentRecord", "networkLog"],
} as const satisfies Readonly<Record<PacketName, readonly ProvisionName[]>>
