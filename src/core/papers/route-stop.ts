/** What the records know of a link that is to be opened again before a notary. */
import { shownAddress } from "../bundle/shown.ts"
import type { ItemSnapshot } from "../bundle/snapshot.ts"
import { standing } from "../corrections.ts"
import type { GapSubject } from "../evidence.ts"
import { numbersShown } from "./numbers-shown.ts"
import type { StopFacts } from "./route-order.ts"
import { foundSince, isGone, signedOut } from "./route-seen.ts"

export interface RouteStop extends StopFacts {
  readonly of: ItemSnapshot
}

export function stopOf(of: ItemSnapshot): RouteStop {
  const { record, facts, counters, remarks = [] } = of
  const since = foundSince(of)
  const gone = isGone(of)
  return {
    of,
    item: Number(record.item.slice(1)),
    isGone: gone,
    isComplained: remarks.some(({ kind, content }) => kind === "complaint" && content !== null),
    isChanged:
      (facts?.fields.editedAt.value ?? null) !== null || counters.some(({ state }) => state === "changed"),
    isUncertain: since !== null && !gone,
    hasVideo: record.gaps.some(({ what }) => what === "video"),
    isComment: facts?.pageType === "comment",
    publishedAt: facts?.fields.publishedAt.value?.at ?? null,
    reposts: mostShown(of, "reposts"),
    views: mostShown(of, "views"),
  }
}

function mostShown(item: ItemSnapshot, name: "reposts" | "views"): number | null {
  const counts = numbersShown(item).flatMap(({ numbers }) => numbers[name]?.value?.count ?? [])
  return counts.length === 0 ? null : Math.max(...counts)
}

export interface StopAddress {
  /** As papers print it. */
  readonly text: string
  /** The same, where it can be opened as it is printed; null where it cannot. */
  readonly link: string | null
  /** Whether it is the post's own address in place of the one that was captured, which has more in it. */
  readonly isBare: boolean
}

/** More than a camera reads off a small square. */
export const LONGEST_LINK = 250

/**
 * The post's own address, where a site's adapter read it, else that of the page; neither with tokens (decisions.md). A
 * page of which no adapter knows the site may call any address its own, so there the captured one stands.
 */
export function addressOf({ record, facts }: ItemSnapshot): StopAddress {
  const own = facts === undefined || facts.adapter.id === "generic" ? null : facts.fields.permalink.value
  const isOwn = own !== null && isOfWeb(own)
  const address = isOwn ? own : record.url
  const { text, shortened } = shownAddress(address)
  const isUsable = !shortened && isOfWeb(address) && address.length <= LONGEST_LINK
  return { text, link: isUsable ? address : null, isBare: isOwn && shownAddress(record.url).shortened }
}

const isOfWeb = (address: string): boolean =>
  URL.canParse(address) && ["http:", "https:"].includes(new URL(address).protocol)

/** A step on the way from the site's front page. */
export type Step =
  | { readonly kind: "front"; readonly site: string }
  | { readonly kind: "search"; readonly author: string }
  | { readonly kind: "profile"; readonly address: string }
  | { readonly kind: "post" | "here" }

/** As far as it is known. Nobody has walked it: the capture began at the address itself. */
export function wayTo({ record, facts, corrections }: ItemSnapshot): Step[] {
  const filled = standing(corrections)
  const author = filled.get("authorName")?.value ?? facts?.fields.authorName.value ?? null
  const profile = facts?.fields.authorUrl.value ?? null
  const isOfSite = facts !== undefined && facts.adapter.id !== "generic"
  const isProfile = facts?.pageType === "profile"
  return [
    ...(isOfWeb(record.url) ? [{ kind: "front", site: new URL(record.url).origin } as const] : []),
    ...(isOfSite && author !== null ? [{ kind: "search", author } as const] : []),
    ...(isOfSite && profile !== null && isOfWeb(profile) && !isProfile
      ? [{ kind: "profile", address: profile } as const]
      : []),
    { kind: isOfSite && !isProfile ? "post" : "here" },
  ]
}

/** What of a page shows only once something is done. */
export type Unfolding =
  | { readonly kind: "folded" | "boxes" | "video"; readonly count: number | null }
  | { readonly kind: "clicked"; readonly words: string }
  | { readonly kind: "comments"; readonly kept: number }

export function unfoldingsOf({ record, facts }: ItemSnapshot): Unfolding[] {
  const missing = (what: GapSubject) => record.gaps.filter(gap => gap.what === what)
  const counted = (kind: "folded" | "boxes" | "video", what: GapSubject): Unfolding[] => {
    const gaps = missing(what)
    if (gaps.length === 0) return []
    const counts = gaps.map(({ count }) => count)
    const sum = counts.reduce((all, count) => (all === null || count === null ? null : all + count), 0)
    return [{ kind, count: sum }]
  }
  const boxes = record.boxes?.length ?? 0
  return [
    ...(record.post?.clicks ?? []).map(({ words }): Unfolding => ({ kind: "clicked", words })),
    ...counted("folded", "folded"),
    ...(boxes > 0 ? [{ kind: "boxes", count: boxes } as const] : counted("boxes", "inner-scroller")),
    ...(missing("not-loaded").length > 0
      ? [{ kind: "comments", kept: facts?.comments.length ?? 0 } as const]
      : []),
    ...counted("video", "video"),
  ]
}

/**
 * A guess for planning, in whole minutes: two to open it and show address and author, one to sign in where it is not known
 * to open without, one for every two screens that the capture took, one for each thing to unfold. A video's length is not in it.
 */
export function minutesFor(item: ItemSnapshot): number {
  const signIn = signedOut(item)?.verdict === "public" ? 0 : 1
  return 2 + signIn + Math.ceil(item.record.frames.length / 2) + unfoldingsOf(item).length
}
