/** The middle value; of an even number, the upper of the two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? NaN
}

/** One line of the table: what was measured, against what, in the same run. Times in milliseconds. */
export interface Figure {
  readonly what: string
  readonly ms: number
  readonly baseline: string
  readonly baselineMs: number
  readonly aimMs: number
}

export function printFigure({ what, ms, baseline, baselineMs, aimMs }: Figure): void {
  const ratio = (ms / baselineMs).toFixed(2)
  console.log(`  ${what}: ${ms.toFixed(0)} ms = ${ratio} × ${baseline} (${baselineMs.toFixed(0)} ms)`)
  console.log(`    aim: ${String(aimMs)} ms or less: ${ms <= aimMs ? "met" : "not met in this run"}`)
}
