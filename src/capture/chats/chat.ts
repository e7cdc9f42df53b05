/**
 * The chat of a page: which box it is scrolled in, and the rows that are on the
 * screen. It looks, and changes nothing.
 */
import {
  type ChatFound,
  type ChatRow,
  type ChatStop,
  LONGEST_NAME,
  LONGEST_WORDS,
  MOST_SHOWN_ROWS,
  type RowWords,
  type Said,
} from "../../core/chat/row.ts"
import { type PageClock } from "../../core/post-facts/when.ts"
import { type Boxes } from "../boxes.ts"
import { allElements, isVisible, outwards } from "../elements.ts"
import { canBeScrolled, hiddenOf, HIDDEN_PIXELS, isInnerScroller, scrolledBy } from "../inner-scroller.ts"
import { leftByBoxes } from "../shown-part.ts"
import { attributeOf, boxOf, lengthOf, page, pageRoot, pageScroller } from "../unclobbered.ts"
import { chatSiteOf } from "./all.ts"
import { type ChatSite } from "./chat-site.ts"
import { areMessages, GENERIC, genericRows, readGenericRow } from "./generic-rows.ts"
import { readSiteRow, siteRows, standsAt } from "./site-rows.ts"

export interface Chat {
  /** Looks for it anew. */
  readonly find: () => { readonly chat: ChatFound | null }
  /** The rows on the screen that are scrolled in a box, or with the page, which is box 0; null where that is no chat. */
  readonly read: (box: number, all: boolean) => ChatStop | null
}

interface Reader {
  readonly adapter: ChatFound["adapter"]
  readonly rowsIn: (root: Element) => Element[]
  readonly readRow: (row: Element, clock: PageClock) => RowWords | null
  /** The element at whose upper edge a row stands; without it, its own. */
  readonly standsAt?: (row: Element) => Element
}

interface Known {
  readonly reader: Reader
  /** What is scrolled to see its messages; null where that is the page. */
  readonly scroller: Element | null
}

export function chatOfPage(boxes: Boxes): Chat {
  const numbers = new WeakMap<Element, number>()
  let known: Known | null = null
  let isLookedFor = false
  let last = 0

  const numberOf = (element: Element): number => {
    const given = numbers.get(element)
    if (given !== undefined) return given
    last += 1
    numbers.set(element, last)
    return last
  }

  const find = () => {
    known = findChat()
    isLookedFor = true
    return { chat: known && { adapter: known.reader.adapter, isInBox: known.scroller !== null } }
  }

  return {
    find,
    read(box, all) {
      if (!isLookedFor) find()
      if (known === null) return null
      const { reader, scroller } = known
      const element = box === 0 ? null : boxes.elementOf(box)
      const isIt = element === null ? box === 0 && scroller === null : scrolledBy(element) === scroller
      if (!isIt) return null
      const rowOf = element === null ? (row: Element) => boxOf(row).top + scrollY : boxes.groundOf(box)?.rowOf
      if (rowOf === undefined) return null
      const clock = clockOf()
      const rows: ChatRow[] = []
      let isCut = false
      for (const row of reader.rowsIn(scroller ?? pageRoot())) {
        const found = placeOf(row, all)
        if (found === null || !isVisible(row)) continue
        const words = reader.readRow(row, clock)
        if (words === null) continue
        if (rows.length >= MOST_SHOWN_ROWS) {
          isCut = true
          break
        }
        rows.push({
          ...cutWords(words),
          ...{
            element: numberOf(row),
            y: rowOf(reader.standsAt?.(row) ?? row),
            height: boxOf(row).height,
            mark: found,
          },
        })
      }
      // A list that uses its elements again has them in any order.
      return { dpr: devicePixelRatio, rows: rows.sort((a, b) => a.y - b.y), isCut }
    },
  }
}

const cutSaid = (said: Said | null, longest: number): Said | null =>
  said && { raw: said.raw.slice(0, longest), where: said.where.slice(0, LONGEST_NAME) }

const cutWords = (row: RowWords): RowWords => ({
  ...row,
  key: row.key?.slice(0, LONGEST_NAME) ?? null,
  sender: cutSaid(row.sender, LONGEST_NAME),
  time: cutSaid(row.time, LONGEST_NAME),
  text: cutSaid(row.text, LONGEST_WORDS),
  replyTo: cutSaid(row.replyTo, LONGEST_WORDS),
})

/** Null for one of which nothing is on the screen. */
function placeOf(row: Element, all: boolean): ChatRow["mark"] | null {
  const { whole, seen } = leftByBoxes(row, boxOf(row))
  if (seen.width <= 0 || seen.height <= 0) return null
  if (!all && (seen.top >= innerHeight || seen.top + seen.height <= 0)) return null
  const onPage = ({ left, top, width, height }: typeof whole) => ({
    ...{ x: left + scrollX, y: top + scrollY, width, height },
  })
  return { whole: onPage(whole), seen: onPage(seen) }
}

const clockOf = (): PageClock => {
  const now = new Date()
  return { now: now.toISOString(), utcOffsetMinutes: -now.getTimezoneOffset() }
}

function findChat(): Known | null {
  const site = chatSiteOf(new URL(location.href))
  return (site === undefined ? null : ofSite(site)) ?? generic()
}

function ofSite(site: ChatSite): Known | null {
  const [first] = siteRows(site, pageRoot())
  if (first === undefined) return null
  const { id, version } = site
  return {
    reader: {
      adapter: { id, version },
      rowsIn: root => siteRows(site, root),
      readRow: (row, clock) => readSiteRow(site, row, clock),
      standsAt: row => standsAt(site, row),
    },
    scroller: scrollerAround(first),
  }
}

function scrollerAround(row: Element): Element | null {
  for (let at = outwards(row); at && at !== pageScroller(); at = outwards(at)) {
    if (canBeScrolled(at) && hiddenOf(scrolledBy(at)).down > HIDDEN_PIXELS) return at
  }
  return null
}

const CHATTY = /chat|message|msg|conversation|bubble|dialogue|聊天/i
const MOST_ROWS_TRIED = 60

/** Boxes whose rows are messages, the largest first; a page that is scrolled as a whole only where it calls itself a log. */
function generic(): Known | null {
  const clock = clockOf()
  const reader: Reader = { adapter: GENERIC, rowsIn: genericRows, readRow: readGenericRow }
  const isChat = (root: Element) => {
    const rows = genericRows(root).slice(-MOST_ROWS_TRIED)
    return rows.length > 0 && isChatty(root, rows) && areMessages(rows, clock)
  }
  const boxes = allElements()
    .filter(element => isInnerScroller(element) && hiddenOf(scrolledBy(element)).down > HIDDEN_PIXELS)
    .map(scrolledBy)
    .sort((a, b) => areaOf(b) - areaOf(a))
  const box = boxes.find(isChat)
  if (box !== undefined) return { reader, scroller: box }
  const [log] = Array.from(page.querySelectorAll("[role=log]")).filter(isVisible)
  if (log === undefined || scrollerAround(log) !== null || !areMessages(genericRows(log), clock)) return null
  return { reader: { ...reader, rowsIn: () => genericRows(log) }, scroller: null }
}

const areaOf = (element: Element): number =>
  lengthOf(element, "clientWidth") * lengthOf(element, "clientHeight")

/** It calls itself one, or a part around it does, or its rows do. */
function isChatty(root: Element, rows: readonly Element[]): boolean {
  const around = [root, outwards(root), ...rows.slice(-1)].filter(element => element !== null)
  return around.some(
    element =>
      attributeOf(element, "role") === "log" ||
      CHATTY.test(attributeOf(element, "class") ?? "") ||
      CHATTY.test(attributeOf(element, "id") ?? "") ||
      CHATTY.test(attributeOf(element, "aria-label") ?? ""),
  )
}
