/** Reads the rows of a chat by a site's own adapter. */
import { namesDay } from "../../core/chat/when.ts"
import { type MessageKind, type RowKind, type RowWords, type Said, type Side } from "../../core/chat/row.ts"
import { type PageClock } from "../../core/post-facts/when.ts"
import { type Spot, wordsAtSpot } from "../sites/from-dom.ts"
import { wordsOf } from "../sites/words.ts"
import { attributeOf, closestIn, findIn } from "../unclobbered.ts"
import { type ChatSite } from "./chat-site.ts"
import { saysRecalled } from "./recalled.ts"

/** What is known of the site whatever the message. */
export const siteRows = (site: ChatSite, root: Element): Element[] => {
  const { leftOut } = site
  const rows = findIn(root, site.row)
  return leftOut === undefined ? rows : rows.filter(row => !matches(row, leftOut))
}

/** Null for a row that says and shows nothing. */
export function readSiteRow(site: ChatSite, row: Element, clock: PageClock): RowWords | null {
  const isMessage = site.message === undefined || matches(row, site.message) || holds(row, site.message)
  const words = wordsOf(row)
  const key = keyOf(site, row)
  if (!isMessage) {
    if (words === "") return null
    return { ...NOTHING, key, kind: betweenKind(words, clock), text: { raw: words, where: site.row } }
  }
  const text = saidAt(row, site.text)
  const kind = kindOf(site, row, text, words)
  if (kind === null) return null
  return {
    key,
    kind,
    side: sideOf(site, row),
    continues: site.continues !== undefined && (matches(row, site.continues) || holds(row, site.continues)),
    sender: saidAt(row, site.sender),
    time: saidAt(row, site.time),
    text: text ?? (kind === "recalled" ? { raw: words, where: site.row } : null),
    replyTo: saidAt(row, site.replyTo ?? []),
  }
}

export const NOTHING: RowWords = {
  ...{ key: null, kind: "system", side: "unknown", continues: false },
  ...{ sender: null, time: null, text: null, replyTo: null },
}

/** What a line between messages is. */
export function betweenKind(words: string, clock: PageClock): RowKind {
  if (saysRecalled(words)) return "recalled"
  return namesDay(words, clock) ? "day" : "system"
}

const matches = (row: Element, css: string): boolean => closestIn(row, css) === row
const holds = (row: Element, css: string): boolean => findIn(row, css).length > 0

function keyOf({ key }: ChatSite, row: Element): string | null {
  if (key?.attribute === undefined) return null
  const found = matches(row, key.css) ? row : findIn(row, key.css)[0]
  return found === undefined ? null : attributeOf(found, key.attribute)
}

function sideOf({ own, other }: ChatSite, row: Element): Side {
  const is = (css: string | undefined) => css !== undefined && (matches(row, css) || holds(row, css))
  if (is(own)) return "own"
  return is(other) ? "other" : "unknown"
}

function kindOf(
  { kinds = {} }: ChatSite,
  row: Element,
  text: Said | null,
  words: string,
): MessageKind | null {
  if (saysRecalled(text?.raw ?? words)) return "recalled"
  if (text !== null) return "text"
  for (const [kind, css] of Object.entries(kinds) as [MessageKind, string][]) if (holds(row, css)) return kind
  return words === "" ? null : "system"
}

/** The words of the first spot that has any. */
function saidAt(row: Element, spots: readonly Spot[]): Said | null {
  for (const spot of spots) {
    const raw = wordsAtSpot(row, spot)
    if (raw === "") continue
    return { raw, where: spot.attribute === undefined ? spot.css : `${spot.css} @${spot.attribute}` }
  }
  return null
}
