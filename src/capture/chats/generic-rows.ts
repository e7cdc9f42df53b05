/**
 * Reads the rows of a chat of which no adapter knows the site: by what such rows
 * have in common, and by the names that their makers give to parts.
 */
import { saysTime } from "../../core/chat/when.ts"
import { type MessageKind, type RowWords, type Said, type Side } from "../../core/chat/row.ts"
import { type PageClock } from "../../core/post-facts/when.ts"
import { type Container, rowElements } from "../list-rows.ts"
import { wordsOf } from "../sites/words.ts"
import { attributeOf, findIn } from "../unclobbered.ts"
import { saysRecalled } from "./recalled.ts"
import { betweenKind, NOTHING } from "./site-rows.ts"

export const GENERIC = { id: "generic", version: "2026-11-26" } as const

const TIME = "time, [datetime], [class*=time i], [class*=date i], [class*=stamp i]"
const SENDER =
  "[class*=nick i], [class*=sender i], [class*=author i], [class*=username i], [class*=user-name i], [class*=name i]"
const REPLY = "[class*=quote i], [class*=reply i], blockquote"
const ORNAMENT = "[class*=avatar i], [class*=status i], [class*=receipt i], button"
const BETWEEN =
  "[class*=system i], [class*=notice i], [class*=divider i], [class*=separator i], [role=separator]"
const OWN = /(?:^|[\s_-])(?:own|self|me|mine|right|out|outgoing|sent|my)(?:$|[\s_-])/i
const OTHER = /(?:^|[\s_-])(?:other|others|left|in|incoming|received|you|peer|friend)(?:$|[\s_-])/i
const KEYS = ["data-id", "data-message-id", "data-msg-id", "data-msgid", "data-mid", "id"]
const PARTS: Readonly<Partial<Record<MessageKind, string>>> = {
  voice: "audio, [class*=voice i], [class*=audio i]",
  video: "video",
  file: "[class*=file i]",
  picture: "img, picture, canvas",
}

export const genericRows = (container: Container): Element[] => rowElements(container)

/** Null for a row that says and shows nothing. */
export function readGenericRow(row: Element, clock: PageClock): RowWords | null {
  const ornaments = new Set(findIn(row, ORNAMENT))
  const time = partThat(
    row,
    TIME,
    part => saysTime(wordsOf(part), clock) || attributeOf(part, "datetime") !== null,
  )
  const reply = partThat(row, REPLY, part => wordsOf(part) !== "")
  const sender = partThat(
    row,
    SENDER,
    part =>
      part !== time && !ornaments.has(part) && wordsOf(part) !== "" && !(reply?.contains(part) ?? false),
  )
  const apart = new Set([time, sender, reply, ...ornaments])
  const text = wordsOf(row, part => apart.has(part))
  const all = wordsOf(row, part => ornaments.has(part))
  const isBetween =
    sender === null && (time === null || time === row || text === "") && sideOf(row) === "unknown"
  if (isBetween && all !== "") {
    const kind = betweenKind(all, clock)
    const isNamed = findIn(row, BETWEEN).length > 0 || row.matches(BETWEEN)
    if (kind !== "system" || isNamed)
      return { ...NOTHING, kind, text: { raw: all, where: "words of the row" } }
  }
  const kind = kindOf(row, text, ornaments)
  if (kind === null) return null
  return {
    key: keyOf(row),
    kind,
    side: sideOf(row),
    continues: false,
    sender: saidOf(sender, SENDER),
    time: timeOf(time),
    text: text === "" ? null : { raw: text, where: "words of the row" },
    replyTo: saidOf(reply, REPLY),
  }
}

/** Whether rows are messages: most of them say who, or when, or whose they are. */
export function areMessages(rows: readonly Element[], clock: PageClock): boolean {
  const read = rows.map(row => readGenericRow(row, clock)).filter(row => row !== null)
  const telling = read.filter(
    ({ sender, time, side }) => sender !== null || time !== null || side !== "unknown",
  )
  return telling.length >= LEAST_MESSAGES && telling.length * 2 >= read.length
}

const LEAST_MESSAGES = 3

function kindOf(row: Element, text: string, ornaments: ReadonlySet<Element>): MessageKind | null {
  if (saysRecalled(text)) return "recalled"
  if (text !== "") return "text"
  const isOwn = (part: Element) => ![...ornaments].some(ornament => ornament.contains(part))
  for (const [kind, css] of Object.entries(PARTS) as [MessageKind, string][]) {
    if (findIn(row, css).some(isOwn)) return kind
  }
  return null
}

/** The innermost of the first part that is one. */
function partThat(row: Element, css: string, is: (part: Element) => boolean): Element | null {
  const found = findIn(row, css).slice(0, 50).filter(is)
  return found.find(part => !found.some(other => other !== part && part.contains(other))) ?? null
}

function saidOf(part: Element | null, where: string): Said | null {
  const raw = part === null ? "" : wordsOf(part)
  return raw === "" ? null : { raw, where: namedBy(part, where) }
}

function timeOf(part: Element | null): Said | null {
  if (part === null) return null
  const said = attributeOf(part, "datetime")
  if (said !== null && said.trim() !== "")
    return { raw: said.trim(), where: `${namedBy(part, TIME)} @datetime` }
  return saidOf(part, TIME)
}

const namedBy = (part: Element | null, otherwise: string): string => {
  const [first] = (part === null ? "" : (attributeOf(part, "class") ?? "")).trim().split(/\s+/)
  return first === undefined || first === "" ? otherwise : `.${first}`
}

function sideOf(row: Element): Side {
  const [inner] = findIn(row, "[class]")
  for (const part of [row, ...(inner === undefined ? [] : [inner])]) {
    const names = attributeOf(part, "class") ?? ""
    if (OWN.test(names)) return "own"
    if (OTHER.test(names)) return "other"
  }
  return "unknown"
}

function keyOf(row: Element): string | null {
  for (const name of KEYS) {
    const found = attributeOf(row, name)
    if (found !== null && found !== "") return found
  }
  return null
}
