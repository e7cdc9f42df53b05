/**
 * What of a bundle is to be written into a vault, before anything is: which
 * items are new, which are here, and which claim to be one that is here and are
 * another. Nothing that is here is ever written over, and no number is given twice.
 */
import type { Sha256 } from "../seal/hash.ts"
import type { More } from "./more.ts"
import type { BundleItem } from "./open.ts"

/** An item that is here, in the trash too. */
export interface HeldItem {
  readonly id: string
  readonly item: number
  readonly record: Sha256 | null
  readonly isTrashed: boolean
}

type Given = Pick<BundleItem, "id" | "number" | "record">

export type ItemPlan<Item extends Given = BundleItem> =
  /** `number`: the one that it should have here; its own where that is free. */
  | { readonly what: "new"; readonly of: Item; readonly id: string; readonly number: number }
  /** The same record is here: nothing is written. `more` is not there where it was not looked for. */
  | { readonly what: "same"; readonly of: Item; readonly held: HeldItem; readonly more?: More }
  /** The same record is here, and the bundle has more beside it: that is added. */
  | { readonly what: "more"; readonly of: Item; readonly held: HeldItem; readonly more: More }
  /** Another record is here under its id: both stay, this one under an id of its own. */
  | {
      readonly what: "conflict"
      readonly of: Item
      readonly held: HeldItem
      readonly id: string
      readonly number: number
    }

/** By the records alone. */
export type PlannedByRecord<Item extends Given = BundleItem> = Exclude<
  ItemPlan<Item>,
  { readonly what: "more" }
>

/** Whether the item itself is to be written. */
export const isWhole = <Item extends Given>(
  each: ItemPlan<Item>,
): each is Extract<ItemPlan<Item>, { readonly what: "new" | "conflict" }> =>
  each.what === "new" || each.what === "conflict"

/**
 * @param given the numbers that items have here, or had: those of deleted ones are not given again
 * @param newId for an item whose own id another has here
 */
export function planItems<Item extends Given>(
  items: readonly Item[],
  held: readonly HeldItem[],
  given: ReadonlySet<number>,
  newId: () => string,
): PlannedByRecord<Item>[] {
  const byRecord = new Map(held.flatMap(row => (row.record === null ? [] : [[row.record, row] as const])))
  const byId = new Map(held.map(row => [row.id, row]))
  const sorted = items.toSorted((a, b) => a.number - b.number)
  const written = sorted.filter(({ record }) => !byRecord.has(record))
  // Those that keep their number first: none of the next ones may take it from them.
  const taken = new Set([...given, ...written.map(({ number }) => number)])
  const next = (() => {
    let last = Math.max(0, ...taken)
    return () => (last += 1)
  })()
  return sorted.map((of): PlannedByRecord<Item> => {
    const same = byRecord.get(of.record)
    if (same !== undefined) return { what: "same", of, held: same }
    const number = given.has(of.number) ? next() : of.number
    const other = byId.get(of.id)
    if (other === undefined) return { what: "new", of, id: of.id, number }
    return { what: "conflict", of, held: other, id: newId(), number }
  })
}
