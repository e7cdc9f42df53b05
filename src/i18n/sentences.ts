/** Sentences that are made of facts of the record: gaps, errors and notices, in any language. */
import { type ErrorCode } from "../core/errors.ts"
import { type Gap } from "../core/evidence.ts"
import { parseLimit } from "../core/limit.ts"
import { type NoticeCode } from "../core/notices.ts"
import { framesOfSeam } from "../core/stitch.ts"
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

/** Where it is in the words of the record, which may be the page's own, or a selector; null where the sentence says all that there is. */
export const gapPlace = ({ reason, where }: Pick<Gap, "reason" | "where">): string | null =>
  reason === "limit" && parseLimit(where) !== null ? null : where

/**
 * The same as someone finds it who looks at the pictures: by the number of a screenshot or a screen, by what the
 * page said of itself, or by a day. Null where it has no plain place: the exact one is for technicians.
 * @param rowsOfScreen rows of one screen, in the pixels of the screenshots; null where that is not known
 */
export function gapSpot(
  t: Translate,
  { what, reason, where }: Pick<Gap, "what" | "reason" | "where">,
  rowsOfScreen: number | null,
): string | null {
  if (where === null) return null
  const pair = framesOfSeam(where).map(path => Number(/\d+/.exec(path)?.[0]) + 1)
  if (pair[0] !== undefined && pair[1] !== undefined)
    return t("gap.spot.between", { n: pair[0], next: String(pair[1]) })
  const [, held, said] = what === "not-loaded" ? (/: (\d+) \/ (\d+)$/.exec(where) ?? []) : []
  if (said !== undefined) return t("gap.spot.counted", { held: grouped(held), said: grouped(said) })
  if (reason === "date" && /^\d{4}-\d\d-\d\d/.test(where))
    return t("gap.spot.day", { day: where.slice(0, 10) })
  const [, from] = what === "frames" ? (/^y (\d+)(?:–\d+)?$/.exec(where) ?? []) : []
  if (from === undefined || rowsOfScreen === null || rowsOfScreen <= 0) return null
  return t("gap.spot.screen", { n: Math.floor(Number(from) / rowsOfScreen) + 1 })
}

/** Both languages group digits alike. */
const grouped = (digits: string | undefined): string => Number(digits).toLocaleString("en")

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
