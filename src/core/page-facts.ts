/**
 * Parsers of what a page's script answers. Pages are hostile: every field is
 * checked, every text is cut at a length.
 */
import { type Gap, gapReasons, gapSubjects, type PageFacts, type Redaction } from "./evidence.ts"
import {
  asBoolean,
  asCount,
  asFields,
  asList,
  asNumber,
  asOneOf,
  asString,
  asStringOrNull,
  type Fields,
} from "./parse.ts"

/** Longest text kept of one field, in UTF-16 units. */
const LONGEST = 100_000
const LONGEST_LIST = 10_000

const text = (input: unknown, what: string): string => asString(input, what).slice(0, LONGEST)
const textOrNull = (input: unknown, what: string): string | null =>
  asStringOrNull(input, what)?.slice(0, LONGEST) ?? null

/** Page facts, and the name of the document they were read from. */
export function parsePageFacts(input: unknown): { readonly facts: PageFacts; readonly document: string } {
  const page = asFields(input, "page facts")
  const facts: PageFacts = {
    href: text(page.href, "href"),
    canonicalUrl: textOrNull(page.canonicalUrl, "canonicalUrl"),
    title: text(page.title, "title"),
    referrer: text(page.referrer, "referrer"),
    frameUrls: asList(page.frameUrls, "frameUrls", url => text(url, "frame url")).slice(0, LONGEST_LIST),
    lastModified: text(page.lastModified, "lastModified"),
    charset: text(page.charset, "charset"),
    contentType: text(page.contentType, "contentType"),
    language: text(page.language, "language"),
    direction: text(page.direction, "direction"),
    colorScheme: asOneOf(page.colorScheme, "colorScheme", ["light", "dark"]),
    navigation: page.navigation === null ? null : parseNavigation(page.navigation),
    viewport: parseSize(page.viewport),
    clientWidth: asNumber(page.clientWidth, "clientWidth"),
    clientHeight: asNumber(page.clientHeight, "clientHeight"),
    scrollX: asNumber(page.scrollX, "scrollX"),
    scrollY: asNumber(page.scrollY, "scrollY"),
    documentWidth: asNumber(page.documentWidth, "documentWidth"),
    documentHeight: asNumber(page.documentHeight, "documentHeight"),
    dpr: asNumber(page.dpr, "dpr"),
    visualScale: asNumber(page.visualScale, "visualScale"),
    visibility: text(page.visibility, "visibility"),
    readyState: text(page.readyState, "readyState"),
    screen: {
      ...parseSize(page.screen),
      colorDepth: asNumber(asFields(page.screen, "screen").colorDepth, "colorDepth"),
    },
    webdriver: asBoolean(page.webdriver, "webdriver"),
    selection: text(page.selection, "selection"),
    monotonicMs: asNumber(page.monotonicMs, "monotonicMs"),
    timeOrigin: asNumber(page.timeOrigin, "timeOrigin"),
  }
  return { facts, document: text(page.document, "document") }
}

/** Where the page stands, in CSS pixels. */
export interface PageStand {
  readonly href: string
  readonly document: string
  readonly scrollX: number
  readonly scrollY: number
  readonly viewportWidth: number
  readonly viewportHeight: number
  readonly clientWidth: number
  readonly clientHeight: number
  readonly documentWidth: number
  readonly documentHeight: number
  readonly dpr: number
  readonly visible: boolean
}

export function parseStand(input: unknown): PageStand {
  const stand = asFields(input, "place of the page")
  return {
    href: text(stand.href, "href"),
    document: text(stand.document, "document"),
    scrollX: asNumber(stand.scrollX, "scrollX"),
    scrollY: asNumber(stand.scrollY, "scrollY"),
    viewportWidth: asNumber(stand.viewportWidth, "viewportWidth"),
    viewportHeight: asNumber(stand.viewportHeight, "viewportHeight"),
    clientWidth: asNumber(stand.clientWidth, "clientWidth"),
    clientHeight: asNumber(stand.clientHeight, "clientHeight"),
    documentWidth: asNumber(stand.documentWidth, "documentWidth"),
    documentHeight: asNumber(stand.documentHeight, "documentHeight"),
    dpr: asNumber(stand.dpr, "dpr"),
    visible: asBoolean(stand.visible, "visible"),
  }
}

/** A change that was made to the page, or one that could not be taken back. */
export interface PageChange {
  readonly selector: string
  readonly property: string
  readonly old: string
  readonly now: string
}

export interface PageStop extends PageStand {
  readonly painted: boolean
  readonly waitingPictures: number
  readonly lowerBar: number | null
  readonly moved: number
  readonly changes: readonly PageChange[]
}

export function parseStop(input: unknown): PageStop {
  const stop = asFields(input, "stop of the page")
  return {
    ...parseStand(input),
    painted: asBoolean(stop.painted, "painted"),
    waitingPictures: asCount(stop.waitingPictures, "waitingPictures"),
    lowerBar: stop.lowerBar === null ? null : asNumber(stop.lowerBar, "lowerBar"),
    moved: asNumber(stop.moved, "moved"),
    changes: parseChanges(stop.changes),
  }
}

export function parseChanges(input: unknown): PageChange[] {
  return asList(input, "changes", item => {
    const change = asFields(item, "change")
    return {
      selector: text(change.selector, "selector"),
      property: text(change.property, "property"),
      old: text(change.old, "old"),
      now: text(change.now, "now"),
    }
  }).slice(0, LONGEST_LIST)
}

export interface TextReady {
  readonly bytes: number
  readonly mediaType: string
  readonly redacted: readonly Redaction[]
  readonly url: string
  readonly status: number | null
  readonly date: string | null
}

export function parseTextReady(input: unknown): TextReady {
  const ready = asFields(input, "text of the page")
  return {
    bytes: asCount(ready.bytes, "bytes"),
    mediaType: text(ready.mediaType, "mediaType"),
    redacted: asList(ready.redacted, "redacted", parseRedaction),
    url: text(ready.url, "url"),
    status: ready.status === null ? null : asCount(ready.status, "status"),
    date: textOrNull(ready.date, "date"),
  }
}

export function parseRedaction(input: unknown): Redaction {
  const redaction = asFields(input, "redaction")
  return {
    what: asOneOf(redaction.what, "what", ["password", "one-time-code", "card", "anti-forgery", "draft"]),
    count: asCount(redaction.count, "count"),
    where: text(redaction.where, "where"),
  }
}

export function parseGap(input: unknown): Gap {
  const gap = asFields(input, "gap")
  return {
    what: asOneOf(gap.what, "what", gapSubjects),
    reason: asOneOf(gap.reason, "reason", gapReasons),
    count: gap.count === null ? null : asCount(gap.count, "count"),
    where: textOrNull(gap.where, "where"),
  }
}

function parseSize(input: unknown): { readonly width: number; readonly height: number } {
  const size = asFields(input, "size")
  return { width: asNumber(size.width, "width"), height: asNumber(size.height, "height") }
}

function parseNavigation(input: unknown): PageFacts["navigation"] {
  const entries = Object.entries(asFields(input, "navigation") satisfies Fields)
  return Object.fromEntries(
    entries
      .slice(0, 100)
      .map(([name, value]) => [
        name,
        typeof value === "number" ? asNumber(value, "navigation field") : text(value, "navigation field"),
      ]),
  )
}
