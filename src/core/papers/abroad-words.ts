/** The words of the paper for a court outside China, beside those that it shares with the report and the packets. Plain text. */

export const abroadHeadings = [
  ...(["declarant", "system", "process", "items", "statements", "examiner", "stamps", "law"] as const),
] as const
export type AbroadHeading = (typeof abroadHeadings)[number]

export const declarantFields = ["name", "role", "employer", "address", "qualified"] as const
export type DeclarantField = (typeof declarantFields)[number]

export interface AbroadWords {
  readonly title: string
  readonly notes: readonly string[]
  readonly heading: Readonly<Record<AbroadHeading, string>>
  readonly caption: Readonly<Record<"court" | "parties" | "number", string>>
  readonly declarant: Readonly<Record<DeclarantField, string>>
  readonly tool: string
  readonly commit: string
  /** How the tool makes a record, step by step. */
  readonly process: readonly string[]
  readonly columns: Readonly<Record<"number" | "address" | "captured" | "signedIn" | "record", string>>
  readonly account: string
  /** What the declarant states; each is for them to check, and to strike out where it is not so. */
  readonly statements: (blank: string) => readonly string[]
  readonly perjury: (blank: string) => readonly string[]
  readonly signature: string
  readonly executed: string
  readonly examinerNote: string
  readonly examinerColumns: Readonly<Record<"step" | "tool" | "examiner", string>>
  /** A row each: the step, what the tool did and recorded, what stays with the examiner. */
  readonly examinerRows: readonly (readonly [step: string, tool: string, examiner: string])[]
  readonly stampNote: readonly string[]
  readonly law: (title: string, dated: string, text: string) => string
  readonly lawNote: string
}
