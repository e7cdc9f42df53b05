/**
 * A site, as far as its own pages are known: what its addresses say (core/places),
 * and where on the page its words stand. An adapter reads; it does not interpret, and it
 * need not be careful: what it throws, or does not find, costs nothing but its
 * own words.
 */
import { type KnownSite, type Place } from "../../core/places/place.ts"
import { type Gather } from "./gather.ts"
import { type PageData } from "./page-data.ts"

export interface Site extends KnownSite {
  /** The day when it was last held against the site. */
  readonly version: string
  /** The zone of its country, in minutes east of UTC: times that it shows without one may be in that. */
  readonly utcOffsetMinutes?: number
  /**
   * Its JSON-LD is not to be believed as it stands (豆瓣's leaves out characters, Instagram's may lack the zone of a time):
   * the adapter takes what can be trusted of it, and nobody else reads it, not even for what the adapter did not find.
   */
  readonly readsLinkedData?: true
  /** Reads what the page says of that place. */
  readonly read: (page: SitePage, into: Gather) => void
  /** The post of a list that the user pointed at, or at a part of; null where it is not clear which one that is. */
  readonly pick?: (element: Element, url: URL) => Picked | null
}

export interface Picked {
  /** The post's, as its own link has it. */
  readonly url: URL
  /** Where all of it stands; others may stand there too. */
  readonly around: Element
}

export interface SitePage {
  readonly url: URL
  readonly place: Place
  readonly root: Element
  readonly data: PageData
}
