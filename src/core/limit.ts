/**
 * What ended the scrolling before the page did, as a gap's `where` has it:
 * `user:screens:40` for a limit that the user set, `tool:copies:300` for one of
 * ours. The words for it are i18n's.
 */

/** `copies` are the documents kept at single stops, `rows` those of lists that take theirs away again. */
export const limitUnits = ["screens", "seconds", "items", "copies", "rows"] as const
export type LimitUnit = (typeof limitUnits)[number]

export interface Limit {
  readonly by: "user" | "tool"
  readonly unit: LimitUnit
  readonly n: number
}

export const limitWhere = ({ by, unit, n }: Limit): string => `${by}:${unit}:${String(n)}`

/** Null for a place that names no limit. */
export function parseLimit(where: string | null): Limit | null {
  const [, by, unit, n] = /^(user|tool):([a-z]+):([1-9]\d{0,8})$/.exec(where ?? "") ?? []
  const known = limitUnits.find(each => each === unit)
  if (known === undefined || n === undefined) return null
  return { by: by === "user" ? "user" : "tool", unit: known, n: Number(n) }
}
