import { asFields } from "../parse.ts"
import type { ItemSnapshot } from "../bundle/snapshot.ts"
import type { CustodyEvent, CustodyLine } from "../custody.ts"
import type { StepRecord } from "../evidence.ts"
import type { Block, Said } from "./block.ts"
import type { Section } from "./contents.ts"
import { guidedBlocks } from "./guided.ts"
import { code, itemLabel, plain, soft, type Speaker } from "./say.ts"
import { inUtc, localTime } from "./times.ts"

/** What the tool did, step by step, and what has happened to each item since. */
export function procedure({ snapshot: { items, custody }, speaker }: Section): Block[] {
  const lines = custody.map(read)
  return items.flatMap(item => [
    ...stepsOf(item, speaker),
    ...guidedBlocks(item, speaker),
    ...custodyOf(item, lines, speaker),
  ])
}

function stepsOf({ record }: ItemSnapshot, { say, inOne }: Speaker): Block[] {
  const name = itemLabel(record.item)
  return [
    {
      kind: "heading",
      level: 2,
      said: say(({ report }) => report.stepsTitle(name)),
      mark: inOne(({ report }) => report.stepsTitle(name)),
    },
    {
      kind: "table",
      columns: [
        { head: say(({ report }) => report.columns.number), width: 0.07 },
        { head: say(({ report }) => report.columns.time), width: 0.33 },
        { head: say(({ report }) => report.columns.step), width: 0.33 },
        { head: say(({ report }) => report.columns.outcome), width: 0.15 },
        { head: say(({ report }) => report.columns.took), width: 0.12 },
      ],
      rows: record.steps.map((step, at) => stepRow(step, at + 1, record.clock.utcOffsetMinutes, say)),
    },
  ]
}

const stepRow = (
  { name, at, ms, outcome, code: why }: StepRecord,
  n: number,
  offsetMinutes: number,
  say: Speaker["say"],
): Said[] => [
  plain(String(n)),
  plain(localTime(at, offsetMinutes)),
  say(({ report }) => report.stepName(name)),
  [...say(({ report }) => report.outcomeSaid[outcome]), ...(why === null ? [] : soft(why))],
  say(({ report }) => report.milliseconds(Math.round(ms))),
]

interface ReadLine {
  readonly seq: number
  readonly at: string
  readonly event: CustodyEvent["event"]
  readonly capture: string | null
  readonly captures: readonly unknown[]
  readonly hash: string
}

/** Our own lines, as they were hashed. */
function read({ text, hash }: CustodyLine): ReadLine {
  const { seq, at, event, capture, captures } = asFields(JSON.parse(text), "custody line")
  return {
    seq: seq as number,
    at: at as string,
    event: event as CustodyEvent["event"],
    capture: typeof capture === "string" ? capture : null,
    captures: Array.isArray(captures) ? captures : [],
    hash,
  }
}

function custodyOf({ record }: ItemSnapshot, lines: readonly ReadLine[], { say, inOne }: Speaker): Block[] {
  const own = lines.filter(({ capture, captures }) => capture === record.id || captures.includes(record.id))
  if (own.length === 0) return []
  return [
    {
      kind: "heading",
      level: 3,
      said: say(({ report }) => report.afterTitle),
      mark: inOne(({ report }) => report.afterTitle),
    },
    {
      kind: "table",
      columns: [
        { head: say(({ report }) => report.columns.number), width: 0.07 },
        { head: say(({ report }) => report.columns.time), width: 0.27 },
        { head: say(({ report }) => report.columns.event), width: 0.24 },
        { head: plain("SHA-256"), width: 0.42 },
      ],
      rows: own.map(({ seq, at, event, hash }) => [
        plain(String(seq)),
        plain(inUtc(at)),
        say(({ report }) => report.custodyEvent[event]),
        code(hash),
      ]),
    },
    { kind: "text", said: say(({ report }) => report.afterNote), isNote: true },
  ]
}
