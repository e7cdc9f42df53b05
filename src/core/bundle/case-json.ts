import { listEntries } from "../papers/list-entries.ts"
import { writtenRemark } from "../remarks.ts"
import type { BundleSnapshot, CaseSaid } from "./snapshot.ts"

/**
 * data/case.json: which items there are, in which order, of which case, and what
 * was left out. Number and title are those of the one case that all items are in;
 * null where they are in several, each of which `cases` names, with what the user
 * says of it for themselves. `numbers` are those that the list of evidence gives
 * to an item, and to what its page showed and was complained of. `origins`: the
 * bundles that it came here in, the first one first, and its number in each.
 */
export function caseJson(snapshot: BundleSnapshot): string {
  const { cases = [] } = snapshot
  const [only, ...others] = cases
  const entries = listEntries(snapshot)
  const one = only === undefined || others.length > 0 ? null : only
  const file = {
    schema: 1,
    caseNumber: one?.number ?? null,
    title: one?.title ?? null,
    ...(cases.length === 0 ? {} : { cases: cases.map(writtenCase) }),
    items: snapshot.items.map(({ record, recordSha256, caseNumber, origins }) => ({
      item: record.item,
      id: record.id,
      path: `data/${record.item}/capture.json`,
      sha256: recordSha256,
      numbers: entries.filter(({ item }) => item?.record.item === record.item).map(({ number }) => number),
      ...(caseNumber === undefined ? {} : { case: caseNumber }),
      ...(origins === undefined ? {} : { origins: origins.map(({ bundle, item }) => ({ bundle, item })) }),
    })),
    leftOut: snapshot.leftOut.map(({ item, reason }) => ({ item, reason })),
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

const writtenCase = ({ number, title, remarks }: CaseSaid) => ({
  ...{ number, title },
  ...(remarks.length === 0 ? {} : { remarks: remarks.map(writtenRemark) }),
})
