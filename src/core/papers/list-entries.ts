/**
 * What stands in the list of evidence, in which group, under which number. An
 * item goes where its facts say: to what was posted, or to who posts; numbers
 * that its page showed, and complaints about it, are entries of their own.
 *
 * The numbers of the groups are fixed, so that an entry keeps its number when a
 * case comes to have what it had nothing of; a group without an entry is not
 * there. Nothing that is captured says what was lost, so no entry goes to group 5.
 */
import type { BundleSnapshot, ItemSnapshot } from "../bundle/snapshot.ts"
import { type RemarkVersion, standingRemarks } from "../remarks.ts"
import { isAnyShown, type NumbersShown, numbersShown } from "./numbers-shown.ts"

/** 侵权内容, 作者身份线索, 传播范围与影响, 投诉与沟通 (product.md §4.3). */
export const listGroups = ["content", "author", "spread", "complaints"] as const
export type ListGroup = (typeof listGroups)[number]

type Complaint = Extract<RemarkVersion, { readonly kind: "complaint" }>

export type EntryFacts =
  | { readonly group: "content" | "author"; readonly item: ItemSnapshot }
  | { readonly group: "spread"; readonly item: ItemSnapshot; readonly shown: readonly NumbersShown[] }
  | {
      readonly group: "complaints"
      /** Null where it is about the case. */
      readonly item: ItemSnapshot | null
      readonly version: Complaint
    }

export type ListEntry = EntryFacts & {
  /** Group and place in it: 1-1. */
  readonly number: string
}

/** Every entry, group by group, in each in the order of the items. */
export function listEntries({ items, cases = [] }: Pick<BundleSnapshot, "items" | "cases">): ListEntry[] {
  const facts: EntryFacts[] = [
    ...items.map((item): EntryFacts => ({
      group: item.facts?.pageType === "profile" ? "author" : "content",
      item,
    })),
    ...items.flatMap((item): EntryFacts[] => {
      const shown = numbersShown(item).filter(isAnyShown)
      return shown.length === 0 ? [] : [{ group: "spread", item, shown }]
    }),
    ...items.flatMap(item => complaintsIn(item.remarks ?? [], item)),
    ...cases.flatMap(({ remarks }) => complaintsIn(standingRemarks(remarks), null)),
  ]
  return listGroups.flatMap((group, at) =>
    facts
      .filter(fact => fact.group === group)
      .map((fact, place) => ({ ...fact, number: `${String(at + 1)}-${String(place + 1)}` })),
  )
}

const complaintsIn = (remarks: readonly RemarkVersion[], item: ItemSnapshot | null): EntryFacts[] =>
  remarks.flatMap(version => (version.kind === "complaint" ? [{ group: "complaints", item, version }] : []))
