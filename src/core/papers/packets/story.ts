/** What happened, as the records have it: what was posted, by which account, and what followed, by time. */
import { shownText } from "../../bundle/shown.ts"
import { BLANK, type DraftBlock } from "../draft.ts"
import { filledIn } from "../list-rows.ts"
import { publishedSaid } from "../published.ts"
import { plain, type Speaker } from "../say.ts"
import { byTime, eventsOf, type TimelineEvent } from "../timeline.ts"
import { localTime } from "../times.ts"
import { typedSaid } from "../typed.ts"
import { hasAuthor } from "./accounts.ts"
import { addressOf, fieldSaid, siteIn } from "./field-said.ts"
import { contentOf, type ContentEntry, numberOfItem, numberOfReadings, type PacketSection } from "./ground.ts"
import { columns, heading, note, text, typedText } from "./parts.ts"

/** The facts of the case: posts, their course, what is untrue about them, what came of them. */
export const storyBlocks = (section: PacketSection): DraftBlock[] => [
  typedText(section, "story"),
  ...conductBlocks(section),
  heading(section, "timeline"),
  timelineTable(section),
  heading(section, "untrue"),
  untrueTable(section),
  heading(section, "harm"),
  typedText(section, "harm"),
]

/** Which words are false and what is true, as it was typed of each post. */
function untrueTable({ entries, typed: { statements }, speaker }: PacketSection): DraftBlock {
  return {
    kind: "table",
    columns: columns(speaker, [
      ["number", 0.13],
      ["untrue", 0.43],
      ["truth", 0.44],
    ]),
    rows: contentOf(entries).map(({ number, item }) => {
      const own = statements.find(each => each.item === item.record.item)
      return [plain(number), typedSaid(own?.words ?? null), typedSaid(own?.truth ?? null)]
    }),
  }
}

/** Each post in paragraphs of its own, with the number of its evidence. */
export function conductBlocks({ entries, speaker }: PacketSection): DraftBlock[] {
  const content = contentOf(entries)
  return content.length === 0
    ? [text(speaker.say(({ packets }) => packets.noContent))]
    : content.flatMap(entry => conductOf(entry, speaker))
}

function conductOf({ number, item }: ContentEntry, speaker: Speaker): DraftBlock[] {
  const { say } = speaker
  const { startedAt, clock } = item.record
  const excerpt = fieldSaid(item, "text")?.text ?? null
  const own = filledIn(item, ["authorName", "authorId", "publishedAt", "permalink", "text"], speaker)
  return [
    text(
      say(words => {
        const shown = {
          number,
          site: siteIn(item, words),
          published: publishedSaid(item) ?? BLANK,
          address: addressOf(item),
          captured: localTime(startedAt, clock.utcOffsetMinutes),
        }
        // Of whom nothing says who it is, nothing is said to have posted it.
        return hasAuthor(item)
          ? words.packets.conduct({
              ...shown,
              author: fieldSaid(item, "authorName")?.text ?? BLANK,
              id: fieldSaid(item, "authorId")?.text ?? BLANK,
            })
          : words.packets.shows(shown)
      }),
    ),
    text(say(({ packets }) => (excerpt === null ? packets.noText : packets.excerpt(excerpt)))),
    ...(own.length === 0 ? [] : [note(own)]),
  ]
}

/** As in the report, with the numbers of the list; and the complaints, as the user recorded them. */
function timelineTable(section: PacketSection): DraftBlock {
  const { contents, entries, speaker } = section
  const rows = [
    ...contents.snapshot.items.flatMap(item =>
      eventsOf(item, speaker).map(event => ({
        event,
        // Each event by what proves it: a complaint says nothing of when a post was published.
        number: (event.isReading ? numberOfReadings : numberOfItem)(entries, item.record.item),
      })),
    ),
    ...complaintEvents(section),
  ].sort((a, b) => byTime(a.event, b.event))
  return {
    kind: "table",
    columns: columns(speaker, [
      ["time", 0.28],
      ["number", 0.13],
      ["event", 0.59],
    ]),
    rows: rows.map(({ event: { at, offsetMinutes, said }, number }) => [
      plain(localTime(at, offsetMinutes)),
      plain(number),
      said,
    ]),
  }
}

function complaintEvents({
  entries,
  speaker: { say },
  offsetMinutes,
}: PacketSection): { readonly number: string; readonly event: TimelineEvent }[] {
  return entries.flatMap(entry => {
    if (entry.group !== "complaints" || entry.version.content === null) return []
    const { content } = entry.version
    const { number } = entry
    const own = {
      item: number,
      isReading: false,
      offsetMinutes: entry.item?.record.clock.utcOffsetMinutes ?? offsetMinutes,
    }
    const platform = shownText(content.platform)
    const sent: TimelineEvent = {
      ...own,
      at: content.sentAt,
      said: say(({ packets, list }) => packets.complained(platform, list.channel[content.channel])),
    }
    if (content.repliedAt === null) return [{ number, event: sent }]
    const answered: TimelineEvent = {
      ...own,
      at: content.repliedAt,
      said: say(({ packets, list }) => packets.answered(platform, list.result[content.result])),
    }
    return [
      { number, event: sent },
      { number, event: answered },
    ]
  })
}
