/** The numbers that a page showed of its post, each time it was read. */
import type { ItemSnapshot } from "../bundle/snapshot.ts"
import { shownText } from "../bundle/shown.ts"
import { type CounterName, counterNames } from "../post-facts/summary.ts"
import type { ReadCounter } from "../readings/reading.ts"

export interface NumbersShown {
  readonly item: string
  readonly at: string
  readonly offsetMinutes: number
  readonly numbers: Readonly<Partial<Record<CounterName, ReadCounter>>>
}

/** At the capture, where it showed any, and each time that the page was read again. */
export function numbersShown({ record, facts, counters: later }: ItemSnapshot): NumbersShown[] {
  const own = { item: record.item, offsetMinutes: record.clock.utcOffsetMinutes }
  const first = counterNames.flatMap((name): [CounterName, ReadCounter][] => {
    const { value = null, raw = null } = facts?.fields[name] ?? {}
    return raw === null ? [] : [[name, { value, raw }]]
  })
  return [
    ...(first.length === 0 ? [] : [{ ...own, at: record.startedAt, numbers: Object.fromEntries(first) }]),
    ...later.map(({ at, counters: numbers }) => ({ ...own, at, numbers })),
  ]
}

export const isAnyShown = ({ numbers }: NumbersShown): boolean =>
  counterNames.some(name => numbers[name] !== undefined)

/** The number, and the page's own words where they are others. */
export function numberSaid(counter: ReadCounter | undefined): string {
  if (counter === undefined) return "—"
  const { value, raw } = counter
  const words = shownText(raw)
  if (value === null) return words
  if (raw.trim() === String(value.count)) return String(value.count)
  return `${value.rounded ? "≈ " : ""}${String(value.count)} (${words})`
}
