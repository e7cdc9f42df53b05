/** The words of the list of evidence, beside those that it shares with the report and 00-readme.html. Plain text. */
import type { PageType } from "../post-facts/fields.ts"
import type { Channel, Result } from "../remarks.ts"
import type { ListGroup } from "./list-entries.ts"

/** The list's path in the bag. */
export const EVIDENCE_LIST = "02-evidence-list.docx"

/** What is kept of an item, as its name in the list counts it up. */
export const keptKinds = [
  "screenshot",
  "redrawn",
  "recording",
  "source",
  "dom",
  "archive",
  "originals",
  "server",
] as const
export type KeptKind = (typeof keptKinds)[number]

export const listColumns = ["number", "name", "from", "content", "purpose", "pages"] as const
export type ListColumn = (typeof listColumns)[number]

export interface ListWords {
  readonly title: string
  readonly draft: string
  readonly header: (caseNumber: string | null) => string
  /** How it came about, and what is to be done with it. */
  readonly notes: readonly string[]
  /** What the numbers in the last column are. `isThere`: of the report. */
  readonly pagesNote: (isThere: boolean) => string
  readonly columns: Readonly<Record<ListColumn, string>>
  readonly group: Readonly<Record<ListGroup, string>>
  /** Words to be replaced, of what an entry of the group may be to prove. */
  readonly purpose: Readonly<Record<ListGroup, string>>
  /** As readers know the site that an adapter is for; null for another. */
  readonly siteName: (adapter: string) => string | null
  /** In one word; `page` where no adapter reads the site. */
  readonly kindName: (kind: PageType | "page") => string
  /** Of an item whose page says what it is: by whom, when, and what. */
  readonly postName: (named: PostNamed) => string
  readonly profileName: (site: string, author: string, kept: string) => string
  readonly pageName: (title: string, kept: string) => string
  readonly kept: (kinds: readonly KeptKind[]) => string
  readonly from: (time: string, address: string) => string
  readonly gaps: (count: number) => string
  readonly numbersName: (item: string, times: number) => string
  readonly numbersFrom: string
  readonly numbersNote: string
  readonly between: { readonly list: string; readonly colon: string }
  /** `about`: an item; null for the case. */
  readonly complaintName: (about: string | null, platform: string) => string
  readonly complaintFrom: (time: string, path: string) => string
  readonly complaintNote: string
  readonly sent: (time: string) => string
  readonly channel: Readonly<Record<Channel, string>>
  readonly givenNumber: (number: string) => string
  readonly result: Readonly<Record<Result, string>>
  readonly replied: (time: string) => string
  readonly submitter: string
  readonly submittedOn: string
  readonly annex: string
  readonly annexNote: string
  /** Where not all of the files are listed. */
  readonly annexCut: (listed: number, all: number) => string
}

export interface PostNamed {
  readonly site: string
  readonly author: string
  /** A day, the page's own words, or a blank. */
  readonly published: string
  readonly type: Exclude<PageType, "profile">
  readonly kept: string
}
