/** The numbers that pages showed, over time, each kind beside the number of the interpretation (law.md §1.2): to be seen together, and compared by nobody here. */
import { spreadNumbers } from "../law/provisions.ts"
import type { Block, Chart } from "./block.ts"
import type { NumbersShown } from "./numbers-shown.ts"
import { itemLabel, type Speaker } from "./say.ts"
import { localTime } from "./times.ts"

/** More lines would hide one another; the table has all. */
const MOST_SERIES = 12

const KINDS = ["views", "reposts"] as const
type Kind = (typeof KINDS)[number]

/** None of a kind of which no page showed a number for certain. */
export const charts = (shown: readonly NumbersShown[], speaker: Speaker): Block[] =>
  KINDS.flatMap(kind => chartOf(kind, shown, speaker))

type Series = Chart["series"][number]

function chartOf(kind: Kind, shown: readonly NumbersShown[], { say, inOne }: Speaker): Block[] {
  const read = seriesOf(kind, shown)
  const series = read.toSorted((a, b) => topOf(b) - topOf(a)).slice(0, MOST_SERIES)
  const times = series.flatMap(({ points }) => points.map(({ at }) => at)).sort((a, b) => a - b)
  const [first, last] = [times[0], times.at(-1)]
  if (first === undefined || last === undefined) return []
  const offsetMinutes = shown[0]?.offsetMinutes ?? 0
  const time = (at: number) => localTime(new Date(at).toISOString(), offsetMinutes)
  const value = spreadNumbers[kind]
  return [
    {
      kind: "chart",
      said: [
        ...say(({ report, readme }) => report.chart(readme.counterName(kind), value)),
        ...(read.length > series.length
          ? say(({ report }) => report.chartCut(series.length, read.length), "soft")
          : []),
      ],
      series,
      reference: { value, label: inOne(({ report }) => report.chartReference(value)) },
      from: time(first),
      to: first === last ? "" : time(last),
    },
  ]
}

function seriesOf(kind: Kind, shown: readonly NumbersShown[]): Series[] {
  const byItem = new Map<string, { at: number; value: number }[]>()
  for (const { item, at, numbers } of shown) {
    const count = numbers[kind]?.value?.count
    if (count === undefined) continue
    byItem.set(item, [...(byItem.get(item) ?? []), { at: Date.parse(at), value: count }])
  }
  return [...byItem].map(([item, points]) => ({
    label: itemLabel(item),
    points: points.toSorted((a, b) => a.at - b.at),
  }))
}

const topOf = ({ points }: Series): number => Math.max(...points.map(({ value }) => value))
