/** Sentences that are made of facts of the record: gaps, errors and notices, in any language. */
import { type ErrorCode } from "../core/errors.ts"
import { type Gap } from "../core/evidence.ts"
import { parseLimit } from "../core/limit.ts"
import { type NoticeCode } from "../core/notices.ts"
import { ownWay } from "./en/gap-next.ts"
import { type ShownCode, shownCodes, shownNotices } from "./shown-code.ts"
import { type Translate } from "./t.ts"

/** One sentence for a gap, with the limit that its place names, if any; any other place is shown apart, by `gapPlace`. */
export function gapSentence(
  t: Translate,
  gap: Pick<Gap, "what" | "reason" | "count"> & Partial<Pick<Gap, "where">>,
): string {
  const limit = gap.reason === "limit" ? parseLimit(gap.where ?? null) : null
  return t("gap.sentence", {
    what: t(`gap.what.${gap.what}`, { n: gap.count }),
    why:
      limit === null
        ? t(`gap.why.${gap.reason}`)
        : t(`limit.${limit.by}`, { amount: t(`limit.amount.${limit.unit}`, { n: limit.n }) }),
  })
}

/** Where it is, which may be the page's own words; null where the sentence says all that there is. */
export const gapPlace = ({ reason, where }: Pick<Gap, "reason" | "where">): string | null =>
  reason === "limit" && parseLimit(where) !== null ? null : where

/** What can still be done about it. Room comes first: without it nothing else helps. */
export function gapNext(
  t: Translate,
  { what, reason, where }: Pick<Gap, "what" | "reason" | "where">,
): string {
  const own = ownWay.find(each => each === what)
  if (reason !== "full" && own !== undefined) return t(`gap.own.${own}`)
  const isTools = reason === "limit" && parseLimit(where)?.by === "tool"
  return t(isTools ? "gap.nextTool" : `gap.next.${reason}`)
}

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

/** The same four parts of what is no error. */
export const noticeSentences = (t: Translate, code: NoticeCode): ErrorSentences => ({
  code: shownNotices[code],
  cause: t(`notice.${code}.cause`),
  safe: t(`notice.${code}.safe`),
  next: t(`notice.${code}.next`),
})
