import { standing, timeOf } from "../corrections.ts"
import type { Field, FieldName, TimeValue } from "../post-facts/fields.ts"
import { counterNames } from "../post-facts/summary.ts"
import { shownText } from "../bundle/shown.ts"
import type { ItemSnapshot } from "../bundle/snapshot.ts"
import { type RemarkVersion, standingRemarks } from "../remarks.ts"
import type { Block, Said } from "./block.ts"
import { charts } from "./charts.ts"
import type { Section } from "./contents.ts"
import { spreadNumbers } from "./law.ts"
import type { ListWords } from "./list-words.ts"
import { numberSaid, numbersShown } from "./numbers-shown.ts"
import { itemLabel, plain, type Speaker } from "./say.ts"
import { localTime } from "./times.ts"

export interface TimelineEvent {
  readonly at: string
  readonly offsetMinutes: number
  /** Null where it is of no item. */
  readonly item: string | null
  /** Whether it is that its page was read again. */
  readonly isReading: boolean
  readonly said: Said
}

/** What happened when, as the records have it; then the numbers that pages showed, each with its time. */
export function timeline({ snapshot: { items, cases = [] }, speaker, offsetMinutes }: Section): Block[] {
  const { say } = speaker
  const events = [
    ...items.flatMap(item => eventsOf(item, speaker)),
    ...items.flatMap(({ record: { item, clock }, remarks = [] }) =>
      complaintEvents(remarks, { item, offsetMinutes: clock.utcOffsetMinutes }, speaker),
    ),
    ...cases.flatMap(({ remarks }) =>
      complaintEvents(standingRemarks(remarks), { item: null, offsetMinutes }, speaker),
    ),
  ].sort(byTime)
  return [
    { kind: "text", said: say(({ report }) => report.timelineNote), isNote: true },
    {
      kind: "table",
      columns: [
        { head: say(({ report }) => report.columns.time), width: 0.33 },
        { head: say(({ report }) => report.columns.number), width: 0.11 },
        { head: say(({ report }) => report.columns.event), width: 0.56 },
      ],
      rows: events.map(({ at, offsetMinutes, item, said }) => [
        plain(localTime(at, offsetMinutes)),
        plain(item === null ? "—" : itemLabel(item)),
        said,
      ]),
    },
    ...counters(items, speaker),
  ]
}

export const byTime = (a: TimelineEvent, b: TimelineEvent): number =>
  Date.parse(a.at) - Date.parse(b.at) || ((a.item ?? "") < (b.item ?? "") ? -1 : 1)

/** Of one item, as its records have it. */
export function eventsOf(
  { record, facts, corrections, counters: read, readings, stamps }: ItemSnapshot,
  { say }: Speaker,
): TimelineEvent[] {
  const { item } = record
  const own = { item, isReading: false, offsetMinutes: record.clock.utcOffsetMinutes }
  const shown = (name: FieldName, pick: "published" | "edited"): TimelineEvent[] => {
    const field: Field | undefined = facts?.fields[name]
    if (field?.value === undefined || field.value === null) return []
    const { at, plusMinusSeconds, basis } = field.value as TimeValue
    return [
      {
        ...own,
        at,
        said: [
          ...say(({ report }) => report[pick](shownText(field.raw ?? basis))),
          ...say(({ report }) => report.plusMinus(plusMinusSeconds), "soft"),
        ],
      },
    ]
  }
  // Beside what the page has, and never in its place: who reads it must see whose word is which.
  const byHand = (name: FieldName, pick: "publishedFilled" | "editedFilled"): TimelineEvent[] => {
    const correction = standing(corrections).get(name)
    const time = correction === undefined ? null : timeOf(correction, own.offsetMinutes)
    if (correction === undefined || time === null) return []
    return [
      {
        ...own,
        at: time.at,
        said: [
          ...say(({ report }) => report[pick](shownText(correction.value ?? ""))),
          ...say(({ readme }) => readme.filledIn(localTime(correction.at, own.offsetMinutes)), "soft"),
        ],
      },
    ]
  }
  return [
    ...shown("publishedAt", "published"),
    ...byHand("publishedAt", "publishedFilled"),
    ...shown("editedAt", "edited"),
    ...byHand("editedAt", "editedFilled"),
    {
      ...own,
      at: record.startedAt,
      // Of a file from elsewhere nothing was captured: it was brought in.
      said: say(({ report, readme }) =>
        record.imported === undefined
          ? report.captured
          : readme.importedFrom(localTime(record.startedAt, own.offsetMinutes)),
      ),
    },
    ...read.map((summary): TimelineEvent => ({
      ...own,
      isReading: true,
      at: summary.at,
      said: say(({ readme }) => readme.found(summary)),
    })),
    ...readings.map((reading): TimelineEvent => ({
      ...own,
      at: reading.at,
      said: say(({ readme }) => readme.reading(reading, localTime(reading.at, own.offsetMinutes))),
    })),
    ...stamps.map(({ authority, time }): TimelineEvent => ({
      ...own,
      at: time,
      said: say(({ report }) => report.stamped(authority)),
    })),
  ]
}

/** Complaints, and the answers to them, as the user recorded both. */
function complaintEvents(
  remarks: readonly RemarkVersion[],
  own: Pick<TimelineEvent, "item" | "offsetMinutes">,
  { say }: Speaker,
): TimelineEvent[] {
  const about = own.item === null ? null : itemLabel(own.item)
  return remarks.flatMap((remark): TimelineEvent[] => {
    if (remark.kind !== "complaint" || remark.content === null) return []
    const { platform, channel, sentAt, repliedAt, result } = remark.content
    const event = (at: string, what: (list: ListWords) => string): TimelineEvent => ({
      ...{ ...own, at, isReading: false },
      said: [
        ...say(
          ({ list }) => `${list.complaintName(about, shownText(platform))}${list.between.colon}${what(list)}`,
        ),
        ...say(({ list }) => list.complaintNote, "soft"),
      ],
    })
    return [
      event(sentAt, list => list.channel[channel]),
      ...(repliedAt === null ? [] : [event(repliedAt, list => list.result[result])]),
    ]
  })
}

function counters(items: readonly ItemSnapshot[], speaker: Speaker): Block[] {
  const { say, inOne } = speaker
  const lines = items.flatMap(numbersShown)
  const shown = counterNames.filter(name => lines.some(({ numbers }) => numbers[name] !== undefined))
  if (shown.length === 0) return []
  return [
    {
      kind: "heading",
      level: 2,
      said: say(({ report }) => report.counters),
      mark: inOne(({ report }) => report.counters),
    },
    {
      kind: "table",
      columns: [
        { head: say(({ report }) => report.columns.time), width: 0.33 },
        { head: say(({ report }) => report.columns.number), width: 0.11 },
        ...shown.map(name => ({
          head: say(({ readme }) => readme.counterName(name)),
          width: 0.56 / shown.length,
        })),
      ],
      rows: lines.map(({ item, at, offsetMinutes, numbers }) => [
        plain(localTime(at, offsetMinutes)),
        plain(itemLabel(item)),
        ...shown.map(name => plain(numberSaid(numbers[name]))),
      ]),
    },
    { kind: "text", said: say(({ report }) => report.countersNote), isNote: true },
    {
      kind: "heading",
      level: 3,
      said: say(({ report }) => report.referenceTitle),
      mark: inOne(({ report }) => report.referenceTitle),
    },
    { kind: "text", said: say(({ report }) => report.reference(spreadNumbers)), isNote: false },
    ...charts(lines, speaker),
    { kind: "text", said: say(({ report }) => report.referenceNote), isNote: true },
  ]
}
