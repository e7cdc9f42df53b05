/**
 * How much longer work takes on four times as much: about four times where each
 * part is gone over once, sixteen where all is gone over for each part. In time of
 * the processor, by the quickest of some runs each: other work on the machine only
 * adds to it.
 */
export function growth(work: (n: number) => void, n: number): number {
  const quickest = (size: number) =>
    Math.min(
      ...Array.from({ length: 5 }, () => {
        const start = process.cpuUsage()
        work(size)
        return process.cpuUsage(start).user / 1_000
      }),
    )
  // What takes hardly any time grows by chance; what is gone over again and again takes seconds.
  return quickest(4 * n) / Math.max(quickest(n), LEAST_MS)
}

const LEAST_MS = 10

/** Between the two, and nearer to the second. */
export const MOST_GROWTH = 11
