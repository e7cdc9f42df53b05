import { type Target } from "../browsers/driver.ts"
import { holds, type Tally } from "./fault.ts"

export interface Result {
  readonly target: Target
  readonly what: string
  /** What was counted; the reason in words where it could not be done here; what ended it before its time. */
  readonly outcome: Tally | string | Error
  readonly seconds: number
}

const HEAD = [
  ...["browser", "fault", "rounds", "acknowledged", "missing", "torn", "called whole though torn"],
  ...["next works", "seconds"],
]

/** The numbers, and under them whatever did not hold, in words. */
export function printTable(results: readonly Result[]): void {
  const rows = [HEAD, ...results.map(rowOf)]
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0))) ?? []
  console.log()
  for (const row of rows) console.log(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "))
  for (const result of results) printWords(result)
}

/** One of them, as soon as it is over: what comes after it may end the run before its table. */
export function printResult(result: Result): void {
  const [, , ...cells] = rowOf(result)
  const named = cells.map((cell, at) => `${HEAD[at + 2] ?? ""} ${cell}`)
  console.log(`  ${named.join(", ")}`)
  printWords(result)
}

function printWords({ target, what, outcome }: Result): void {
  const lines =
    typeof outcome === "string"
      ? [`not done: ${outcome}`]
      : outcome instanceof Error
        ? [`ended before its time: ${outcome.stack ?? outcome.message}`]
        : [...outcome.notes, ...outcome.broken.map(each => `DOES NOT HOLD: ${each}`)]
  for (const line of lines) console.log(`${target}, ${what}: ${line}`)
}

export const isGood = ({ outcome }: Result): boolean =>
  typeof outcome === "string" || (!(outcome instanceof Error) && holds(outcome))

function rowOf({ target, what, outcome, seconds }: Result): string[] {
  const cells =
    typeof outcome === "string"
      ? ["not done", "", "", "", "", ""]
      : outcome instanceof Error
        ? ["failed", "", "", "", "", ""]
        : [
            String(outcome.rounds),
            String(outcome.acknowledged),
            String(outcome.missing),
            String(outcome.torn),
            String(outcome.calledWhole),
            `${outcome.worked} of ${outcome.rounds}`,
          ]
  return [target, what, ...cells, seconds.toFixed(0)]
}
