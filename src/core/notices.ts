/**
 * What is no error and no gap, and yet has a number that a person can name on the
 * telephone (product.md §6.7). E-STORE-02 is none of them: with `unlimitedStorage`
 * nothing is evicted, and Chromium says "not persistent" all the same.
 */
import { type PageFacts } from "./page-said.ts"
import { type PostSummary } from "./post-facts/summary.ts"

export const noticeCodes = [
  "page/pdf",
  "page/loading",
  "picture/split",
  "facts/missing",
  "browser/offline",
] as const

export type NoticeCode = (typeof noticeCodes)[number]

export interface Noticed {
  readonly url: string
  readonly page: Pick<PageFacts, "contentType" | "readyState"> | null
  /** The stitched pictures. */
  readonly pages: readonly unknown[]
  readonly facts?: Pick<PostSummary, "missing">
  readonly imported?: unknown
  readonly recording?: unknown
}

/** Whether the address is of a PDF, as far as an address tells. */
export const isPdfAddress = (url: string): boolean =>
  URL.canParse(url) && /\.pdf$/i.test(new URL(url).pathname)

/** Of a capture, in the order in which they are shown. */
export function noticesOf(item: Noticed): readonly NoticeCode[] {
  const { url, page, pages, facts } = item
  // A file from elsewhere, and a recording, were no page that was being loaded.
  if (item.imported !== undefined || item.recording !== undefined) return []
  const isPdf = page === null ? isPdfAddress(url) : page.contentType === "application/pdf"
  const codes: readonly (readonly [NoticeCode, boolean])[] = [
    ["page/pdf", isPdf],
    ["page/loading", page !== null && page.readyState !== "complete"],
    ["picture/split", pages.length > 1],
    // One of the three may be missing of a post that is as it should be, such as one of pictures alone.
    ["facts/missing", (facts?.missing.length ?? 0) > 1],
  ]
  return codes.flatMap(([code, is]) => (is ? [code] : []))
}
