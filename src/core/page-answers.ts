/** Parsers of the smaller answers of a page's script; the larger ones are in page-facts.ts. */
import { type Bytes, fromBase64 } from "./bytes.ts"
import { type Gap } from "./evidence.ts"
import { type OwnRequest } from "./own-requests.ts"
import { LONGEST_LIST, type PageChange, parseChanges, parseGap } from "./page-facts.ts"
import { asCount, asFields, asList, asString, asTime, malformed } from "./parse.ts"
import { asPixels } from "./pixels.ts"

const MOST_REQUESTS = 1000
const LONGEST_ADDRESS = 10_000

/** All gaps at once. None may be lost, so too many are refused, which is a gap itself. */
export function parseGaps(input: unknown): Gap[] {
  const gaps = asList(input, "gaps", parseGap)
  if (gaps.length > LONGEST_LIST) throw malformed("gaps")
  return gaps
}

export interface Restored {
  readonly scrollX: number
  readonly scrollY: number
  /** What could not be put back. */
  readonly stuck: readonly PageChange[]
}

/** Where the page was left in the end. */
export function parseRestored(input: unknown): Restored {
  const restored = asFields(input, "restored")
  return {
    scrollX: asPixels(restored.scrollX, "scrollX"),
    scrollY: asPixels(restored.scrollY, "scrollY"),
    stuck: parseChanges(restored.stuck),
  }
}

/** The address that a document had when it was read for a copy. */
export function parseCopyRead(input: unknown): { readonly url: string } {
  return { url: asString(asFields(input, "copy").url, "url") }
}

/** The requests that were made for the parts of a copy; more than our script ever makes are refused. */
export function parsePartRequests(input: unknown): OwnRequest[] {
  const requests = asList(asFields(input, "parts").requests, "requests", (item): OwnRequest => {
    const { at, url, status } = asFields(item, "request")
    return {
      at: asTime(at, "at"),
      url: asString(url, "url").slice(0, LONGEST_ADDRESS),
      purpose: "part",
      status: status === null ? null : asCount(status, "status"),
    }
  })
  if (requests.length > MOST_REQUESTS) throw malformed("requests")
  return requests
}

/** What was changed of the page before it was scrolled. */
export function parsePrepared(input: unknown): { readonly changes: readonly PageChange[] } {
  return { changes: parseChanges(asFields(input, "prepared").changes) }
}

/** How many entries of a feed were shown so far. */
export const parseItems = (input: unknown): number => asCount(asFields(input, "items").items, "items")

/** A piece of a text. Throws `input/malformed` where it is no base64 either. */
export function parseChunk(input: unknown): Bytes {
  const base64 = asString(asFields(input, "chunk").base64, "chunk")
  try {
    return fromBase64(base64)
  } catch {
    throw malformed("chunk")
  }
}
