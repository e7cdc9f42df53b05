/**
 * Parsers of what a page's script answers. Pages are hostile: every field is
 * checked, every text is cut at a length.
 */
import { type Gap, gapReasons, gapSubjects, type Redaction } from "./evidence.ts"
import { type PageFacts } from "./page-said.ts"
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
  malformed,
} from "./parse.ts"
import { asPixels, asRatio } from "./pixels.ts"

/** Longest text kept of one field, in UTF-16 units. */
const LONGEST = 100_000
export const LONGEST_LIST = 10_000
/** Bytes of one text: what our own script never exceeds (capture/texts.ts). */
const LARGEST_TEXT = 256 * 1024 * 1024

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
    clientWidth: asPixels(page.clientWidth, "clientWidth"),
    clientHeight: asPixels(page.clientHeight, "clientHeight"),
    scrollX: asPixels(page.scrollX, "scrollX"),
    scrollY: asPixels(page.scrollY, "scrollY"),
    documentWidth: asPixels(page.documentWidth, "documentWidth"),
    documentHeight: asPixels(page.documentHeight, "documentHeight"),
    dpr: asRatio(page.dpr, "dpr"),
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
  /** Other than 1 where the page is enlarged with two fingers: the window then shows a part of its viewport. */
  readonly visualScale: number
  readonly visible: boolean
  /** How far the content has moved on the page since the last stop, or until this one since the stop before. */
  readonly moved: number
}

export function parseStand(input: unknown): PageStand {
  const stand = asFields(input, "place of the page")
  return {
    href: text(stand.href, "href"),
    document: text(stand.document, "document"),
    scrollX: asPixels(stand.scrollX, "scrollX"),
    scrollY: asPixels(stand.scrollY, "scrollY"),
    viewportWidth: asPixels(stand.viewportWidth, "viewportWidth"),
    viewportHeight: asPixels(stand.viewportHeight, "viewportHeight"),
    clientWidth: asPixels(stand.clientWidth, "clientWidth"),
    clientHeight: asPixels(stand.clientHeight, "clientHeight"),
    documentWidth: asPixels(stand.documentWidth, "documentWidth"),
    documentHeight: asPixels(stand.documentHeight, "documentHeight"),
    dpr: asRatio(stand.dpr, "dpr"),
    visualScale: asNumber(stand.visualScale, "visualScale"),
    visible: asBoolean(stand.visible, "visible"),
    moved: asPixels(stand.moved, "moved"),
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
  /** Content that came above the window since the last stop. */
  readonly late: number
  /** A list takes rows away again that were on the page. */
  readonly recycles: boolean
  readonly changes: readonly PageChange[]
  /** Elements that stay in the window although they were hidden, by selector. */
  readonly standing: readonly string[]
  /** Elements that did not come to rest. */
  readonly moving: number
  /** Elements that were in the window when the page was scrolled to them, and are not seen from its top. */
  readonly gone: number
  /** The page stands at its end, which says that more is on its way. */
  readonly isLoading: boolean
}

export function parseStop(input: unknown): PageStop {
  const stop = asFields(input, "stop of the page")
  return {
    ...parseStand(input),
    painted: asBoolean(stop.painted, "painted"),
    waitingPictures: asCount(stop.waitingPictures, "waitingPictures"),
    lowerBar: stop.lowerBar === null ? null : asPixels(stop.lowerBar, "lowerBar"),
    late: asCount(stop.late, "late"),
    recycles: asBoolean(stop.recycles, "recycles"),
    changes: parseChanges(stop.changes),
    standing: asList(stop.standing, "standing", each => text(each, "standing")).slice(0, LONGEST_LIST),
    moving: asCount(stop.moving, "moving"),
    gone: asCount(stop.gone, "gone"),
    isLoading: asBoolean(stop.isLoading, "isLoading"),
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

/**
 * The texts that a page's script makes: the document, what is visible, the source asked for again, copies that
 * stand alone; and one that is no text, the re-drawn picture, which leaves the page in the same way.
 */
export const textKinds = ["dom", "text", "source", "offline-before", "offline-after", "redrawn"] as const
export type TextKind = (typeof textKinds)[number]

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
  const bytes = asCount(ready.bytes, "bytes")
  if (bytes > LARGEST_TEXT) throw malformed("bytes")
  return {
    bytes,
    mediaType: text(ready.mediaType, "mediaType"),
    redacted: asList(ready.redacted, "redacted", parseRedaction).slice(0, LONGEST_LIST),
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
  return { width: asPixels(size.width, "width"), height: asPixels(size.height, "height") }
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
