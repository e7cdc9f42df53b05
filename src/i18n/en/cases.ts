import { plural } from "./plural.ts"

/** Cases: where items are filed. */
export const cases = {
  "case.default": "My evidence",
  "case.saveTo": "Save to",
  "case.in": "Case",
  "case.new": "New case…",
  "case.name": "Name of the case",
  "case.keep": "Save",
  "case.cancel": "Cancel",
  "case.nowTo": ({ name }: { name: string }) => `From now on captures are saved to: ${name}`,
  "case.movedTo": ({ name }: { name: string }) => `Moved to: ${name}`,

  "case.show": "Case",
  "case.all": ({ n }: { n: string }) => `All cases (${n})`,
  "case.option": ({ name, n }: { name: string; n: string }) => `${name} (${n})`,
  "case.archivedOnes": "Archived",
  "case.rename": "Rename…",
  "case.archive": "Archive",
  "case.unarchive": "Take out of the archive",
  "case.exportAll": "Export the whole case…",
  "case.choose": "Save new captures here",
  "case.isCurrent": "New captures are saved here ✓",
  "case.complaints": ({ n }: { n: string }) => `Complaints (${n})`,
  "case.empty": "No items in this case yet.",
  "case.newTitle": "New case",
  "case.renameTitle": "Rename the case",
  "case.nameWhat":
    "The name is yours to choose. It stands in exported bundles and reports, where whoever gets them reads it.",
  "case.move": "Move to case…",
  "case.moveTitle": ({ n }: { n: number }) => `Move ${plural(n, "item", "items")} to which case?`,
  "case.moveWhat": "This files them elsewhere. The evidence and its record stay as they are.",
  "case.moveYes": "Move",
  "case.moved": ({ n, name }: { n: number; name: string }) =>
    `${plural(n, "item is", "items are")} in this case now: ${name}.`,
  "case.movedBack": ({ n }: { n: number }) => `${plural(n, "item is", "items are")} back where they were.`,
}
