/** The words of the notice to a platform, beside those that it shares with the other papers. Plain text. */
import type { LawQuote } from "./law.ts"
import type { PersonField } from "./typed.ts"

export const noticeParts = [
  "before",
  "person",
  "content",
  "story",
  "basis",
  "demand",
  "evidence",
  "guarantee",
  "enclosures",
] as const
export type NoticePart = (typeof noticeParts)[number]

/** What is said of each thing complained of. */
export const noticeRows = [
  "link",
  "opened",
  "postId",
  "author",
  "authorId",
  "profile",
  "published",
  "captured",
  "words",
  "truth",
] as const
export type NoticeRow = (typeof noticeRows)[number]

export interface NoticeWords {
  readonly title: string
  readonly draft: string
  readonly header: (platform: string) => string
  readonly part: Readonly<Record<NoticePart, string>>
  /** For who is about to send it, to be taken out before that. */
  readonly before: readonly string[]
  readonly to: string
  readonly operator: string
  readonly field: Readonly<Record<PersonField, string>>
  readonly noAgent: string
  readonly contentNote: string
  readonly columns: { readonly matter: string; readonly content: string }
  readonly row: Readonly<Record<NoticeRow, string>>
  /** Of an address from which something was left out. */
  readonly shortened: string
  /** Beside words that the page has and nobody chose yet. */
  readonly chooseWords: string
  readonly basis: string
  readonly law: (quote: LawQuote) => string
  readonly demand: readonly string[]
  readonly evidenceNote: string
  readonly evidenceColumns: Readonly<Record<"number" | "name" | "from" | "print", string>>
  readonly guarantee: readonly string[]
  readonly enclosures: readonly string[]
  readonly sender: string
  readonly signedOn: string
  readonly sentBy: string
}
