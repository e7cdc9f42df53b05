/**
 * How often this tool itself has asked a site for a post: printed with every
 * reading, since a site may have counted each as a view. What the user opened is
 * not among them, and needs no telling.
 */
import { withoutFragment } from "../address.ts"
import { type OwnRequest } from "../own-requests.ts"

export interface OwnVisits {
  /** Of all captures of the post. */
  readonly requests: readonly OwnRequest[]
  /** The addresses under which it was captured: a link may have another mark each time that it is shared. */
  readonly urls: readonly string[]
  /** Requests of the visitors' views. */
  readonly visitors: number
  /** Pages that were opened for readings before this one. */
  readonly opened: number
}

export function visitsIn({ requests, urls, visitors, opened }: OwnVisits): number {
  const own = new Set(urls.map(withoutFragment))
  return requests.filter(({ url }) => own.has(withoutFragment(url))).length + visitors + opened
}
