/** A chat's messages on the sheet of its item, as chat.json has them, and what the list of evidence says of them. */
import type { ItemSnapshot } from "../bundle/snapshot.ts"
import { shownPassage, shownText } from "../bundle/shown.ts"
import { CHAT_JSON, type ChatFile, type ChatMessage, type ChatSummary } from "../chat/chat-json.ts"
import type { TimeValue } from "../post-facts/fields.ts"
import type { PaperWords } from "../bundle/words.ts"
import type { Block, Said } from "./block.ts"
import { type ChatColumn, chatColumns } from "./chat-words.ts"
import { itemLabel, plain, type Speaker } from "./say.ts"
import { localTime } from "./times.ts"

/** More than anybody reads on paper; the rest is in chat.json. */
const MOST_MESSAGES = 300
const MOST_WORDS = 300

const WIDTHS: Readonly<Record<ChatColumn, number>> = {
  number: 0.07,
  time: 0.23,
  sender: 0.16,
  text: 0.39,
  place: 0.15,
}

/** The part of an item's sheet that is of its chat. Nothing for an item that is none. */
export function chatBlocks({ record, chat }: ItemSnapshot, { say, inOne }: Speaker): Block[] {
  if (record.chat === undefined) return []
  const name = itemLabel(record.item)
  const path = `data/${record.item}/${CHAT_JSON}`
  const head: Block = {
    kind: "heading",
    level: 3,
    said: say(words => words.chat.title(name)),
    mark: inOne(words => words.chat.title(name)),
  }
  if (chat === undefined) {
    return [head, { kind: "text", said: say(words => words.chat.missing, "strong"), isNote: false }]
  }
  const { utcOffsetMinutes } = record.clock
  const zone = /\((.+)\)$/.exec(localTime(record.startedAt, utcOffsetMinutes))?.[1] ?? ""
  const shown = chat.messages.slice(0, MOST_MESSAGES)
  return [
    head,
    { kind: "text", said: say(words => words.chat.note), isNote: true },
    {
      kind: "list",
      isNumbered: false,
      entries: chatLines(chat, record.chat, utcOffsetMinutes).map(pick => say(pick)),
    },
    ...(shown.length === 0
      ? []
      : [
          {
            kind: "table",
            columns: chatColumns.map(column => ({
              head: say(words => words.chat.columns[column]),
              width: WIDTHS[column],
            })),
            rows: shown.map(message => rowOf(message, utcOffsetMinutes, say)),
          } as const,
          { kind: "text", said: say(words => words.chat.columnsNote(path, zone)), isNote: true } as const,
        ]),
    ...(chat.count <= MOST_MESSAGES
      ? []
      : [
          {
            kind: "text",
            said: say(words => words.chat.cut(MOST_MESSAGES, chat.count, path), "strong"),
            isNote: false,
          } as const,
        ]),
  ]
}

/** How many messages, of which times, and what they lack. */
export function chatLines(
  chat: ChatFile,
  { ending, until }: Pick<ChatSummary, "ending" | "until">,
  offsetMinutes: number,
): ((words: PaperWords) => string)[] {
  const { messages } = chat
  const recalled = messages.filter(({ kind }) => kind === "recalled").length
  const placeless = messages.filter(({ frames }) => !frames.some(({ whole }) => whole)).length
  return [
    words => words.chat.count(chat.count),
    words => rangeSaid(chat, offsetMinutes, words),
    words => words.chat.ending(ending, until),
    ...(recalled === 0 ? [] : [(words: PaperWords) => words.chat.recalled(recalled)]),
    ...(placeless === 0 ? [] : [(words: PaperWords) => words.chat.noPlace(placeless)]),
  ]
}

/** In one line, for the list of evidence. */
export const chatInShort = (chat: ChatFile, offsetMinutes: number, words: PaperWords): string =>
  [words.chat.count(chat.count), rangeSaid(chat, offsetMinutes, words)].join(words.list.between.list)

function rangeSaid({ messages }: ChatFile, offsetMinutes: number, { chat }: PaperWords): string {
  const times = messages.flatMap(({ sentAt }) => (sentAt.value === null ? [] : [sentAt.value.at])).toSorted()
  const [from, to] = [times[0], times.at(-1)]
  return from === undefined || to === undefined
    ? chat.noTimes
    : chat.range(localTime(from, offsetMinutes), localTime(to, offsetMinutes))
}

const rowOf = (message: ChatMessage, offsetMinutes: number, say: Speaker["say"]): Said[] => [
  plain(String(message.n)),
  timeSaid(message, offsetMinutes, say),
  senderSaid(message, say),
  textSaid(message, say),
  placeSaid(message, say),
]

function timeSaid({ sentAt, day }: ChatMessage, offsetMinutes: number, say: Speaker["say"]): Said {
  const shown = shownText(
    [day === sentAt.raw ? null : day, sentAt.raw].filter(words => words !== null).join(" "),
  )
  if (shown === "") return say(({ chat }) => chat.notShown, "soft")
  const { value } = sentAt
  return [
    ...plain(shown),
    ...say(
      ({ chat }) =>
        value === null
          ? chat.notComputed
          : chat.computed(clockTime(value, offsetMinutes), value.plusMinusSeconds),
      "soft",
    ),
  ]
}

/** As exact as it is known. The zone stands below the table. */
const clockTime = ({ at, plusMinusSeconds }: TimeValue, offsetMinutes: number): string =>
  localTime(at, offsetMinutes).slice(0, plusMinusSeconds < 60 ? 19 : 16)

function senderSaid({ sender, side }: ChatMessage, say: Speaker["say"]): Said {
  const name = shownText(sender.raw ?? "")
  return [
    ...(name === "" ? say(({ chat }) => chat.notShown, "soft") : plain(name)),
    ...(name !== "" && sender.source === "shown-above" ? say(({ chat }) => chat.namedAbove, "soft") : []),
    ...(side === "own" ? say(({ chat }) => chat.ownSide, "soft") : []),
  ]
}

function textSaid({ kind, text, replyTo }: ChatMessage, say: Speaker["say"]): Said {
  const words = shownPassage(text.raw ?? "", MOST_WORDS)
  const reply = shownText(replyTo.raw ?? "")
  return [
    ...(reply === "" ? [] : say(({ chat }) => chat.replyTo(reply), "soft")),
    ...(kind === "text" ? [] : say(({ chat }) => chat.kind[kind], "strong")),
    ...(words.text !== ""
      ? plain(words.text)
      : kind === "text"
        ? say(({ chat }) => chat.noText, "soft")
        : []),
    ...(words.isCut ? say(({ chat }) => chat.textCut, "soft") : []),
  ]
}

/** Where it is shown whole; else where it is shown in part. */
function placeSaid({ frames }: ChatMessage, say: Speaker["say"]): Said {
  const place = frames.find(({ whole }) => whole) ?? frames[0]
  if (place === undefined) return say(({ chat }) => chat.nowhere, "soft")
  const frame = Number(/(\d+)\.png$/.exec(place.path)?.[1] ?? 0)
  return [
    ...say(({ chat }) => chat.place(frame, place.y)),
    ...(place.whole ? [] : say(({ chat }) => chat.inPart, "soft")),
  ]
}
