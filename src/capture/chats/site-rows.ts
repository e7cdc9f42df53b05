/** Reads the rows of a chat by a site's own adapter. */
import { namesDay } from "../../core/chat/when.ts"
import { type MessageKind, type RowKind, type RowWords, type Said, type Side } from "../../core/chat/row.ts"
import { type PageClock } from "../../core/post-facts/when.ts"
import { type Spot, wordsAtSpot } from "../sites/from-dom.ts"
import { wordsOf } from "../sites/words.ts"
import { closestIn, findIn, parentOf } from "../unclobbered.ts"
import { type ChatSite } from "./chat-site.ts"
import { saysRecalled } from "./recalled.ts"

/** The rows of a page, in its order. */
export const siteRows = (site: ChatSite, root: Element): Element[] => {
  const { leftOut } = site
  const rows = findIn(root, site.row)
  return leftOut === undefined ? rows : rows.filter(row => !matches(row, leftOut))
}

/** The element at whose upper edge a row stands: what is around it, where it stays in sight. */
export const standsAt = ({ stuck }: ChatSite, row: Element): Element =>
  stuck !== undefined && matches(row, stuck) ? (parentOf(row) ?? row) : row

/** Null for a line that says nothing. A message is never left out: what it says may not have been found. */
export function readSiteRow(site: ChatSite, row: Element, clock: PageClock): RowWords | null {
  const key = keyOf(site, row)
  if (is(row, site.line)) {
    const words = wordsOf(row)
    if (words === "") return null
    return { ...NOTHING, key, kind: betweenKind(words, clock), text: { raw: words, where: site.row } }
  }
  const names = site.sender.filter(({ attribute }) => attribute === undefined).map(({ css }) => css)
  const apart = [site.apart, ...names].filter(css => css !== undefined).join(", ")
  const words = wordsOf(row, part => apart !== "" && matches(part, apart))
  const text = saidAt(row, site.text, site.apart)
  const kind = kindOf(site, row, text, words)
  return {
    key,
    kind,
    side: sideOf(site, row),
    continues: is(row, site.continues),
    sender: saidAt(row, site.sender, site.apart),
    time: saidAt(row, site.time),
    text: text ?? (kind === "recalled" && words !== "" ? { raw: words, where: site.row } : null),
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
const is = (row: Element, css: string | undefined): boolean =>
  css !== undefined && (matches(row, css) || findIn(row, css).length > 0)

function keyOf({ key }: ChatSite, row: Element): string | null {
  if (key === undefined) return null
  const found = wordsAtSpot(row, matches(row, key.css) ? { ...key, css: ":scope" } : key)
  return found === "" ? null : found
}

function sideOf({ own, other }: ChatSite, row: Element): Side {
  if (is(row, own)) return "own"
  return is(row, other) ? "other" : "unknown"
}

/** What a person wrote is never taken for the site's word that a message was recalled. */
function kindOf({ kinds = {} }: ChatSite, row: Element, text: Said | null, words: string): MessageKind {
  if (is(row, kinds.recalled)) return "recalled"
  if (text !== null) return "text"
  for (const [kind, css] of Object.entries(kinds) as [MessageKind, string][]) if (is(row, css)) return kind
  return saysRecalled(words) ? "recalled" : "text"
}

/** The words of the first spot that has any. */
function saidAt(row: Element, spots: readonly Spot[], apart?: string): Said | null {
  for (const spot of spots) {
    const raw = wordsAtSpot(row, spot, apart)
    if (raw === "") continue
    return { raw, where: spot.attribute === undefined ? spot.css : `${spot.css} @${spot.attribute}` }
  }
  return null
}
