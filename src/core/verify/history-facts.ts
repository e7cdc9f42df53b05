/** What the verifier finds when it holds the custody log's lines against the bundle: part of {@link FindingFacts}, and kept as those are. */
interface OfItem {
  readonly item: string
}
interface AtLine {
  readonly line: number
}

/** `at`: when it was here, by the log. `item` as of any stamp. */
interface OfStampLine {
  readonly authority: string
  readonly item: string
  readonly at: string
}

/** `what`: readings, corrections, annotations, redactions or imports; so many in the bundle, and lines of them. */
interface OfLater {
  readonly item: string
  readonly what: string
  readonly found: number
  readonly lines: number
}

export interface HistoryFacts {
  "records/empty": Readonly<Record<string, never>>

  "history/agrees": { readonly captures: number }
  /** The chain is broken, so nothing goes by what it tells. */
  "history/not-followed": Readonly<Record<string, never>>
  "history/lacking": AtLine
  "history/out-of-turn": AtLine
  /** So many lines are much earlier than the one before them; the first of them is told of. */
  "history/backwards": { readonly line: number; readonly seconds: number; readonly count: number }
  "history/export-twice": AtLine
  "history/export-ended": AtLine
  "history/after-export": AtLine
  "history/no-key": Readonly<Record<string, never>>
  "history/other-key": { readonly declared: string; readonly found: string }
  /** `item` is the number that the log gives it, or its id. */
  "history/not-here": OfItem

  "history/not-started": OfItem
  "history/other-number": { readonly item: string; readonly says: string }
  "history/other-kind": OfItem
  "history/interrupted": OfItem
  "history/deleted": { readonly item: string; readonly line: number }
  "history/trashed": { readonly item: string; readonly line: number }
  "history/damaged": { readonly item: string; readonly line: number }

  "history/stamp-gone": OfStampLine
  "history/stamp-other": OfStampLine
  "history/stamp-elsewhere": OfStampLine

  "history/unlogged": OfLater
  "history/not-kept": OfLater
  "history/marks-left-out": { readonly item: string; readonly lines: number }
}
