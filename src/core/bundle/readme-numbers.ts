import { type CounterName, counterNames } from "../post-facts/summary.ts"
import type { CountersSummary, ReadCounter } from "../readings/reading.ts"
import { type BothWords, both, fact } from "./readme-parts.ts"
import { escapeHtml, shownText } from "./shown.ts"
import type { ItemSnapshot } from "./snapshot.ts"

/** What 00-readme.html says of an item's page, opened again later: the numbers in a table, what was found in sentences. */
export function numbersRead({ record, facts, counters }: ItemSnapshot, words: BothWords): string[] {
  if (counters.length === 0) return []
  const { zh, en } = { zh: words.zh.readme, en: words.en.readme }
  const first = counterNames.flatMap((name): [CounterName, ReadCounter][] => {
    const { value = null, raw = null } = facts?.fields[name] ?? {}
    return raw === null ? [] : [[name, { value, raw }]]
  })
  const captured = { at: record.startedAt, counters: Object.fromEntries(first) }
  const lines = [captured, ...counters]
  const shown = counterNames.filter(name => lines.some(line => line.counters[name] !== undefined))
  const head = [
    both(zh.readAt, en.readAt),
    ...shown.map(name => both(zh.counterName(name), en.counterName(name))),
  ]
  const rows = lines.map(line => [
    escapeHtml(inUtc(line.at)),
    ...shown.map(name => numberSaid(line.counters[name])),
  ])
  const table =
    shown.length === 0
      ? ""
      : `<table class="numbers"><tr>${head.map(cell => `<th scope="col">${cell}</th>`).join("")}</tr>` +
        `${rows.map(row => `<tr>${row.map(cell => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`
  const sentences = counters.map(summary => `<li>${foundSaid(summary, words)}</li>`).join("")
  const path = `<small>data/${record.item}/readings.jsonl</small>`
  const note = `<p class="note">${both(zh.numbersNote, en.numbersNote)}</p>`
  return [fact(zh.numbers, en.numbers, `${path}${table}<ul>${sentences}</ul>${note}`)]
}

/** The number, and the page's own words where they are others. */
function numberSaid(counter: ReadCounter | undefined): string {
  if (counter === undefined) return "—"
  const { value, raw } = counter
  const said = `<bdi>${escapeHtml(shownText(raw))}</bdi>`
  if (value === null) return said
  if (raw.trim() === String(value.count)) return String(value.count)
  return `${value.rounded ? "≈ " : ""}${String(value.count)} (${said})`
}

function foundSaid(summary: CountersSummary, { zh, en }: BothWords): string {
  const inWords = ({ readme }: BothWords["zh"], between: string) =>
    [
      `${inUtc(summary.at)}: ${readme.found(summary)}`,
      readme.by(summary),
      readme.visits(summary.visits),
    ].join(between)
  return both(inWords(zh, ""), inWords(en, " "))
}

const inUtc = (at: string) => `${at.slice(0, 16).replace("T", " ")} UTC`
