/**
 * How far it spread, as far as pages showed it: the numbers with their times, and
 * beside the quantity standard of the judicial interpretation the highest of each
 * post. Never compared with the standard for the reader (law.md §1.2).
 */
import { type ItemSnapshot } from "../../bundle/snapshot.ts"
import { standing } from "../../corrections.ts"
import { type CounterName, counterNames } from "../../post-facts/summary.ts"
import { type CapturedPost, totalsOfAccount } from "../../readings/account.ts"
import { datedBy } from "../../readings/dated.ts"
import { type DraftBlock } from "../draft.ts"
import { type ListEntry } from "../list-entries.ts"
import { numberSaid, type NumbersShown, numbersShown } from "../numbers-shown.ts"
import { plain } from "../say.ts"
import { localTime } from "../times.ts"
import { type Account, accountName, opponentsOf } from "./accounts.ts"
import { type PacketSection } from "./ground.ts"
import { columns, heading, note, text } from "./parts.ts"

type SpreadEntry = Extract<ListEntry, { readonly group: "spread" }>

/** Of one post; a page that is read every day for a year would fill the paper. */
const MOST_READINGS = 20

const spreadIn = (entries: readonly ListEntry[]): SpreadEntry[] =>
  entries.filter(entry => entry.group === "spread")

export function spreadBlocks(section: PacketSection): DraftBlock[] {
  const { entries, speaker } = section
  const { say } = speaker
  const own = spreadIn(entries)
  if (own.length === 0) return [heading(section, "spread"), text(say(({ packets }) => packets.noReadings))]
  const shown = counterNames.filter(name =>
    own.some(({ shown: lines }) => lines.some(({ numbers }) => numbers[name] !== undefined)),
  )
  return [
    heading(section, "spread"),
    {
      kind: "table",
      columns: [
        ...columns(speaker, [
          ["number", 0.13],
          ["time", 0.25],
        ]),
        ...shown.map(name => ({
          head: say(({ readme }) => readme.counterName(name)),
          width: 0.62 / shown.length,
        })),
      ],
      rows: own.flatMap(({ number, shown: lines }) =>
        told(lines).map(({ at, offsetMinutes, numbers }) => [
          plain(number),
          plain(localTime(at, offsetMinutes)),
          ...shown.map(name => plain(numberSaid(numbers[name]))),
        ]),
      ),
    },
    ...own
      .filter(({ shown: lines }) => lines.length > MOST_READINGS)
      .map(({ shown: lines, item }) =>
        note(
          say(({ packets }) =>
            packets.readingsLeft(MOST_READINGS, lines.length, `data/${item.record.item}/readings.jsonl`),
          ),
        ),
      ),
    note(say(({ readme }) => readme.numbersNote)),
  ]
}

/** The first, and the newest of the others. */
const told = (lines: readonly NumbersShown[]): readonly NumbersShown[] =>
  lines.length <= MOST_READINGS ? lines : [...lines.slice(0, 1), ...lines.slice(1 - MOST_READINGS)]

const STANDARD = ["views", "reposts"] as const satisfies readonly CounterName[]

/** Of each post the highest number that a page showed for certain; then of each account what adds up to most within a year. */
export function highestBlocks(section: PacketSection): DraftBlock[] {
  const { entries, speaker, accounts } = section
  const { say } = speaker
  const highest = spreadIn(entries).flatMap(({ number, shown }) =>
    STANDARD.flatMap(name => {
      const top = topOf(shown, name)
      return top === null
        ? []
        : [
            text(
              say(({ packets, readme }) =>
                packets.highest(
                  number,
                  readme.counterName(name),
                  numberSaid(top.numbers[name]),
                  localTime(top.at, top.offsetMinutes),
                ),
              ),
            ),
          ]
    }),
  )
  return [
    heading(section, "highest"),
    ...(highest.length === 0 ? [text(say(({ packets }) => packets.noReadings))] : highest),
    ...opponentsOf(accounts).flatMap(account => yearBlocks(account, section)),
  ]
}

/** The reading with the highest number; null where none was read for certain. */
function topOf(shown: readonly NumbersShown[], name: CounterName): NumbersShown | null {
  const countOf = ({ numbers }: NumbersShown): number => numbers[name]?.value?.count ?? -1
  return shown.reduce<NumbersShown | null>(
    (top, each) => (countOf(each) > (top === null ? -1 : countOf(top)) ? each : top),
    null,
  )
}

function yearBlocks(account: Account, { speaker: { say } }: PacketSection): DraftBlock[] {
  const posts = account.items.filter(({ facts }) => facts?.pageType !== "profile")
  const { posts: count, sums } = totalsOfAccount(posts.map(capturedPost))
  const day = (at: string) =>
    localTime(at, account.items[0].record.clock.utcOffsetMinutes).slice(0, "2026-11-20".length)
  const known = STANDARD.flatMap(name => {
    const { year } = sums[name]
    return year === null ? [] : [{ name, from: day(year.from), to: day(year.to) }]
  })
  if (known.length === 0) return []
  return [
    text([
      ...say(({ packets }) => packets.yearTotal(accountName(account), count)),
      ...known.flatMap(({ name, from, to }) =>
        say(({ packets, readme }) => packets.total(readme.counterName(name), sums[name], from, to)),
      ),
    ]),
  ]
}

function capturedPost(item: ItemSnapshot): CapturedPost {
  const { record, facts, corrections } = item
  return {
    url: record.url,
    permalink: facts?.fields.permalink.value ?? null,
    ...datedBy({
      published: facts?.fields.publishedAt.value ?? null,
      filled: standing(corrections).get("publishedAt"),
      ...{ startedAt: record.startedAt, utcOffsetMinutes: record.clock.utcOffsetMinutes },
      timeZone: record.timeZone,
    }),
    read: numbersShown(item).map(({ at, numbers }) => ({
      at,
      counters: Object.fromEntries(
        counterNames.flatMap(name => {
          const value = numbers[name]?.value ?? null
          return value === null ? [] : [[name, value]]
        }),
      ),
    })),
  }
}
