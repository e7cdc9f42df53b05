import { counterNames } from "../post-facts/summary.ts"
import { type CountersReading, type CountersSummary, type ReadCounter } from "./reading.ts"

/** What papers and screens say of a reading, out of its line. */
export function summaryOfCounters(reading: CountersReading): CountersSummary {
  const { at, openedBy, occasion, visits, status, state, stateBasis, words, fields, changes } = reading
  const counters = counterNames.flatMap((name): [string, ReadCounter][] => {
    const { value, raw } = fields[name]
    return raw === null ? [] : [[name, { value: value as ReadCounter["value"], raw }]]
  })
  return {
    ...{ at, openedBy, occasion, visits, status, state, stateBasis, words },
    counters: Object.fromEntries(counters),
    editedAt: stateBasis === "edited-mark" ? changes.editedAt.now : null,
    ...(changes.text === undefined ? {} : { text: changes.text }),
  }
}
