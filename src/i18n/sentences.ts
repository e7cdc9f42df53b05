/** Sentences that are made of facts of the record: gaps and errors, in any language. */
import { type ErrorCode } from "../core/errors.ts"
import { type Gap } from "../core/evidence.ts"
import { type ShownCode, shownCodes } from "./shown-code.ts"
import { type Translate } from "./t.ts"

/** One sentence for a gap, without its place: `where` may be a page's own words and is shown apart. */
export const gapSentence = (t: Translate, gap: Pick<Gap, "what" | "reason" | "count">): string =>
  t("gap.sentence", {
    what: t(`gap.what.${gap.what}`, { n: gap.count }),
    why: t(`gap.why.${gap.reason}`),
  })

export interface ErrorSentences {
  readonly code: ShownCode
  readonly cause: string
  readonly safe: string
  readonly next: string
}

/** What happened, what is safe, what to do next, and the code to name. */
export const errorSentences = (t: Translate, code: ErrorCode): ErrorSentences => ({
  code: shownCodes[code],
  cause: t(`error.${code}.cause`),
  safe: t(`error.${code}.safe`),
  next: t(`error.${code}.next`),
})
