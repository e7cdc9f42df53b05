/**
 * How much longer work takes on four times as much: about four times where each
 * part is gone over once, sixteen where all is gone over for each part. By the
 * quickest of some runs each, since other work on the machine only adds to it.
 */
export function growth(work: (n: number) => void, n: number): number {
  const quickest = (size: number) =>
    Math.min(
      ...Array.from({ length: 5 }, () => {
        const start = performance.now()
        work(size)
        return performance.now() - start
      }),
    )
  // What takes hardly any time grows by chance: by what else the machine does.
  return quickest(4 * n) / Math.max(quickest(n), 2)
}

/** Between the two, and nearer to the second. */
export const MOST_GROWTH = 11
