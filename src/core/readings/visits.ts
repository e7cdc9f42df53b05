/**
 * How often this tool itself has asked a site for an address: printed with every
 * reading, since a site may have counted each as a view. What the user opened is
 * not among them, and needs no telling.
 */
import { type OwnRequest } from "../evidence.ts"

export interface OwnVisits {
  /** Of all captures of the address. */
  readonly requests: readonly OwnRequest[]
  readonly url: string
  /** Requests of the visitors' views. */
  readonly visitors: number
  /** Pages that were opened for readings before this one. */
  readonly opened: number
}

export const visitsIn = ({ requests, url, visitors, opened }: OwnVisits): number =>
  requests.filter(request => withoutFragment(request.url) === withoutFragment(url)).length + visitors + opened

const withoutFragment = (url: string): string => url.replace(/#.*$/s, "")
