/** What papers for a road are made of, beside the words. */
import type { BothWords } from "../bundle/readme-parts.ts"
import type { ReportContents } from "./contents.ts"
import type { Draft } from "./draft.ts"
import type { Placed } from "./placed.ts"
import type { Typed } from "./typed.ts"
import type { ReportLanguage } from "./wanted.ts"

export interface DraftGround {
  readonly contents: ReportContents
  readonly typed: Typed
  readonly words: BothWords
  readonly language: ReportLanguage
  /** Where the parts of the report of the same bundle stand; null where there is none. */
  readonly placed: Placed | null
}

/** A paper, and its path in the bag. */
export interface NamedDraft {
  readonly path: string
  readonly draft: Draft
}
