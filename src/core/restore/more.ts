/** What a bundle has of an item that is here, beside the record that both have. */
export const moreKinds = [
  "remarks",
  "readings",
  "corrections",
  "annotations",
  "redactions",
  "imports",
  "stamps",
] as const
export type MoreKind = (typeof moreKinds)[number]

export type Counts = Readonly<Record<MoreKind, number>>

export interface More {
  /** What the bundle has and is not here. */
  readonly missing: Counts
  /** What is here and the bundle has not; of stamps nothing is said, for they come while a bundle is made. */
  readonly beyond: Counts
  /** Of what is missing, how much says another thing than what stands here in its place. */
  readonly differing: number
  /** Files that are not taken in: an OpenTimestamps proof, and those of readings whose names are given here. */
  readonly notTaken: readonly string[]
}

export const nothingMore: Counts = {
  ...{ remarks: 0, readings: 0, corrections: 0, annotations: 0 },
  ...{ redactions: 0, imports: 0, stamps: 0 },
}

export const sumOf = (counts: Counts): number => Object.values(counts).reduce((sum, n) => sum + n, 0)
