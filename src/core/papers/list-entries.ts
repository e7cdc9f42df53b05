/**
 * What stands in the list of evidence, in which group, under which number. An
 * item goes where its facts say: to what was posted, or to who posts; numbers
 * that its page showed, and complaints about it, are entries of their own. A file
 * from elsewhere was posted by nobody that this tool saw, and what the user says is
 * not complained of is wrongful to nobody: both are other material.
 *
 * The numbers of the groups are fixed; a group without an entry is not there.
 * Nothing that is captured says what was lost, so no entry goes to group 5.
 *
 * Behind the group stands the item's own number, which it was given when it was
 * captured: E-003 is 1-3 in every bundle that it is in, beside whatever other items,
 * and stays so when more come. Places counted within a bundle would differ between
 * the copy for the platform and the one for the court; places counted within the
 * case would move when an older item is filed into it; and a number that is stored
 * when first given would be a third name of what has one already.
 */
import type { BundleSnapshot, ItemSnapshot } from "../bundle/snapshot.ts"
import { type RemarkVersion, standingRemarks } from "../remarks.ts"
import { isAnyShown, type NumbersShown, numbersShown } from "./numbers-shown.ts"

/** 侵权内容, 作者身份线索, 传播范围与影响, 投诉与沟通 (product.md §4.3), 其他材料. */
export const listGroups = ["content", "author", "spread", "complaints", "other"] as const
export type ListGroup = (typeof listGroups)[number]

/** 损失 is the fifth. */
const GROUP_NUMBER: Readonly<Record<ListGroup, number>> = {
  ...{ content: 1, author: 2, spread: 3, complaints: 4, other: 6 },
}

type Complaint = Extract<RemarkVersion, { readonly kind: "complaint" }>

export type EntryFacts =
  | { readonly group: "content" | "author" | "other"; readonly item: ItemSnapshot }
  | { readonly group: "spread"; readonly item: ItemSnapshot; readonly shown: readonly NumbersShown[] }
  | {
      readonly group: "complaints"
      /** Null where it is about the case. */
      readonly item: ItemSnapshot | null
      readonly version: Complaint
    }

export type ListEntry = EntryFacts & {
  /** Group and item: 1-3; of several complaints about one item, the later ones with their place: 4-3-2. */
  readonly number: string
}

/** An entry that is an item itself, and neither its numbers nor what was said about it. */
export type ItemEntry = ListEntry & { readonly group: "content" | "author" | "other" }

export const isItemEntry = (entry: ListEntry): entry is ItemEntry =>
  entry.group === "content" || entry.group === "author" || entry.group === "other"

/** To which group an item goes. */
export function groupOf({ record, facts, isAside = false }: ItemSnapshot): ItemEntry["group"] {
  if (record.imported !== undefined || isAside) return "other"
  return facts?.pageType === "profile" ? "author" : "content"
}

/** Every entry, group by group, in each in the order of the items. */
export function listEntries({ items, cases = [] }: Pick<BundleSnapshot, "items" | "cases">): ListEntry[] {
  const facts: EntryFacts[] = [
    ...items.map((item): EntryFacts => ({ group: groupOf(item), item })),
    ...items
      .filter(item => groupOf(item) !== "other")
      .flatMap((item): EntryFacts[] => {
        const shown = numbersShown(item).filter(isAnyShown)
        return shown.length === 0 ? [] : [{ group: "spread", item, shown }]
      }),
    ...items.flatMap(item => complaintsIn(item.remarks ?? [], item)),
    ...cases.flatMap(({ remarks }) => complaintsIn(standingRemarks(remarks), null)),
  ]
  const given = new Map<string, number>()
  return listGroups.flatMap(group =>
    facts
      .filter(fact => fact.group === group)
      .map(fact => {
        const number = `${String(GROUP_NUMBER[group])}-${String(numberOf(fact.item))}`
        const place = (given.get(number) ?? 0) + 1
        given.set(number, place)
        return { ...fact, number: place === 1 ? number : `${number}-${String(place)}` }
      }),
  )
}

/** Of e003: 3. What is about the case as a whole is about no item: 0. */
const numberOf = (item: ItemSnapshot | null): number =>
  item === null ? 0 : Number(item.record.item.slice(1))

const complaintsIn = (remarks: readonly RemarkVersion[], item: ItemSnapshot | null): EntryFacts[] =>
  remarks.flatMap(version => (version.kind === "complaint" ? [{ group: "complaints", item, version }] : []))
