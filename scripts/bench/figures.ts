/** The middle value; of an even number, the upper of the two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? NaN
}

/** What a time is measured by: milliseconds, or so many times the baseline. Null where it is told alone. */
export type Aim = { readonly ms: number } | { readonly ratio: number } | null

/** One line of the table: what was measured, against what, in the same run. Times in milliseconds. */
export interface Figure {
  readonly what: string
  readonly ms: number
  readonly baseline: string
  readonly baselineMs: number
  readonly aim: Aim
}

export function printFigure({ what, ms, baseline, baselineMs, aim }: Figure): void {
  const ratio = ms / baselineMs
  console.log(
    `  ${what}: ${ms.toFixed(0)} ms = ${ratio.toFixed(2)} × ${baseline} (${baselineMs.toFixed(0)} ms)`,
  )
  if (aim === null) return
  if ("ms" in aim) printAim(`${String(aim.ms)} ms`, ms <= aim.ms)
  else printAim(`${String(aim.ratio)} ×`, ratio <= aim.ratio)
}

/** Memory, in megabytes of 10^6 bytes. Null where the system does not tell. */
export function printMemory(what: string, bytes: number | null, aimBytes: number): void {
  if (bytes === null) {
    console.log(`  ${what}: not measured: this system has no /proc`)
    return
  }
  console.log(`  ${what}: ${(bytes / 1e6).toFixed(0)} MB`)
  printAim(`${String(aimBytes / 1e6)} MB`, bytes <= aimBytes)
}

export function printAim(aim: string, isMet: boolean): void {
  console.log(`    aim: ${aim} or less: ${isMet ? "met" : "not met in this run"}`)
}
