/** What the list is drawn of: rows, and in the views that have groups a heading before those of each. */
import { type EntryFacts } from "../../core/search/entry.ts"
import { type Arrangement, byAccount, byMonth, type Group } from "../../core/search/groups.ts"

export interface Heading<Item> {
  /** No row and no other heading has it. */
  readonly id: string
  readonly group: Group<Item>
}

export type Line<Item> = Item | Heading<Item>

export const isHeading = <Item extends EntryFacts>(line: Line<Item>): line is Heading<Item> => "group" in line

/** @param monthOf names the month of a time, as the reader's calendar has it */
export function linesOf<Item extends EntryFacts>(
  rows: readonly Item[],
  arrangement: Arrangement,
  monthOf: (at: string) => string,
): readonly Line<Item>[] {
  if (arrangement === "list") return rows
  const groups: readonly Group<Item>[] = arrangement === "timeline" ? byMonth(rows, monthOf) : byAccount(rows)
  return groups.flatMap((group): Line<Item>[] => [{ id: group.id, group }, ...group.items])
}
