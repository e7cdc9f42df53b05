import type { BundleSnapshot } from "./snapshot.ts"

/**
 * data/case.json: which items there are, in which order, and what was left out.
 * Number and title are null until cases can be given them.
 */
export function caseJson(snapshot: BundleSnapshot): string {
  const file = {
    schema: 1,
    caseNumber: null,
    title: null,
    items: snapshot.items.map(({ record, recordSha256 }) => ({
      item: record.item,
      id: record.id,
      path: `data/${record.item}/capture.json`,
      sha256: recordSha256,
    })),
    leftOut: snapshot.leftOut.map(({ item, reason }) => ({ item, reason })),
  }
  return `${JSON.stringify(file, null, 2)}\n`
}
