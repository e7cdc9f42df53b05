/** Of {@link FindingFacts}: what records, and the files beside them, say against themselves, each other, and the stamps. */
type None = Readonly<Record<string, never>>

interface OfItem {
  readonly item: string
}
interface OfItsFile {
  readonly item: string
  readonly path: string
}

export interface RecordFacts {
  "record/frame-twice": OfItsFile
  "record/frame-no-picture": OfItsFile
  "record/frame-size": OfItsFile & { readonly says: string; readonly found: string }
  "record/frame-source": OfItsFile & { readonly source: string }
  "record/frame-unnamed": OfItsFile
  "record/frame-time": OfItsFile & { readonly at: string }
  "record/no-first-frame": OfItem
  "record/page-of-nothing": OfItsFile
  "record/complete-without": OfItsFile
  "record/complete-failed": OfItem & { readonly step: string }
  "record/complete-thin": OfItem
  "record/own-previous": OfItem
  "record/ends-before-start": OfItem & { readonly seconds: number }
  "record/clock-set": OfItem & { readonly seconds: number }
  "record/clock-differs": OfItem
  "record/unknown-word": OfItem & { readonly field: string; readonly word: string }
  "record/given-in-capture": OfItsFile
  "record/file-gone-unsaid": OfItem
  "record/post-malformed": OfItem & { readonly reason: string }
  "record/post-address": OfItem & { readonly says: string; readonly url: string }
  "record/mark-outside": OfItsFile
  "record/copy-no-picture": OfItsFile
  "record/copy-other-size": OfItsFile & { readonly original: string }

  /** `what` of the item's entry in data/case.json: id, sha256 or path. */
  "record/case-differs": OfItem & { readonly what: string }
  "record/case-both": OfItem
  "record/case-newer": { readonly schema: number }

  "record/not-its-ending": { readonly path: string }
  "record/people-malformed": { readonly reason: string }
  "record/people-not-checked": None

  /** `what`: folder, or Bagging-Date; those of the log and of the records have words of their own. */
  "time/impossible": { readonly what: string; readonly said: string }
  "time/other-day": { readonly folder: string; readonly said: string }
  "time/other-start": { readonly folder: string; readonly said: string }
  "time/said-later": { readonly what: string; readonly at: string; readonly stamp: string }
}
