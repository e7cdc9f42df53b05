/** The picture and video files of a page, as the page names them: what originals can be asked for. */
import { asBoolean, asCount, asFields, asList, asOneOf, asString, asStrings, malformed } from "./parse.ts"
import { asPixels } from "./pixels.ts"

export const mediaKinds = ["picture", "video"] as const
export type MediaKind = (typeof mediaKinds)[number]

/** One file that the page shows. `width` and `height` are the decoded picture's own pixels, 0 where it has not come. */
export interface MediaFound {
  readonly url: string
  readonly kind: MediaKind
  readonly width: number
  readonly height: number
  /** Whether it stands in the post that the user pointed at. */
  readonly inPost: boolean
}

export interface MediaList {
  /** Those of the chosen post first, then the largest. */
  readonly found: readonly MediaFound[]
  /** How many more there were than a capture fetches. */
  readonly left: number
}

/** As many files as one capture fetches. */
export const MOST_MEDIA = 60
/** Decoded pixels below which a picture is an icon, an avatar or a counter. */
export const LEAST_AREA = 100 * 100
export const LONGEST_URL = 16_384

/** What a page answered. Throws `input/malformed`, also for an address that is not of the web: nothing else is asked for. */
export function parseMediaList(input: unknown): MediaList {
  const list = asFields(input, "media")
  const found = asList(list.found, "media.found", parseMedia)
  if (found.length > MOST_MEDIA) throw malformed("media.found")
  return { found, left: asCount(list.left, "media.left") }
}

function parseMedia(input: unknown): MediaFound {
  const media = asFields(input, "media")
  const url = asString(media.url, "media.url")
  if (url.length > LONGEST_URL || !isWebAddress(url)) throw malformed("media.url")
  return {
    url,
    kind: asOneOf(media.kind, "media.kind", mediaKinds),
    width: asPixels(media.width, "media.width"),
    height: asPixels(media.height, "media.height"),
    inPost: asBoolean(media.inPost, "media.inPost"),
  }
}

export const isWebAddress = (url: string): boolean =>
  URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)

/** The sites that the files come from, as origins, each once, in the order of the list. */
export const originsOfMedia = (found: readonly Pick<MediaFound, "url">[]): string[] => [
  ...new Set(found.map(({ url }) => new URL(url).origin)),
]

/** What became of one original. `limit`: of files, bytes or time; `refused`: another status than 200, or no picture. */
export type OriginalOutcome = "kept" | "not-allowed" | NotHad["outcome"]

export const notHadOutcomes = ["refused", "no-answer", "limit", "stopped"] as const

/** Originals that were not had for one reason, and how many. */
export interface NotHad {
  readonly outcome: (typeof notHadOutcomes)[number]
  /** What the server answered last; null where it did not. */
  readonly status: number | null
  readonly count: number
}

const ENDINGS: Readonly<Record<string, string>> = {
  ...{ "image/jpeg": "jpg", "image/png": "png", "image/gif": "gif", "image/webp": "webp" },
  ...{ "image/avif": "avif", "image/svg+xml": "svg", "image/bmp": "bmp" },
  ...{ "video/mp4": "mp4", "video/webm": "webm", "video/quicktime": "mov" },
}

/** The ending of a file's name; what is not known is bytes. */
export const endingOfMedia = (mediaType: string): string =>
  ENDINGS[mediaType.split(";")[0]?.trim().toLowerCase() ?? ""] ?? "bin"

/** What stands of the originals in capture.json; `media.json` has each file. */
export interface OriginalsSummary {
  readonly kept: number
  /** Asked for and not had: the site refused, or did not answer, or a limit was reached. */
  readonly refused: number
  /** Not asked for, since the user had not allowed their sites; these follow, as origins. */
  readonly notAllowed: number
  readonly sites: readonly string[]
  /** Why those of `refused` were not had; records of before do not say. */
  readonly notHad?: readonly NotHad[]
  /** Of the post that the user pointed at: how many it shows, and how many of them are kept. */
  readonly post?: { readonly found: number; readonly kept: number }
}

/** What became of each file, and of those beyond the limit, in the order of the first of a kind. */
export function summaryOfOriginals(
  files: readonly (Pick<MediaFound, "url" | "inPost"> & {
    readonly outcome: OriginalOutcome
    readonly status: number | null
  })[],
  left: number,
): OriginalsSummary {
  const notAllowed = files.filter(({ outcome }) => outcome === "not-allowed")
  const kept = files.filter(({ outcome }) => outcome === "kept")
  const ofPost = files.filter(({ inPost }) => inPost)
  const beyond = Array.from({ length: left }, () => ({ outcome: "limit", status: null }) as const)
  return {
    kept: kept.length,
    refused: files.length - kept.length - notAllowed.length + left,
    notAllowed: notAllowed.length,
    sites: originsOfMedia(notAllowed),
    notHad: countNotHad([...files, ...beyond]),
    ...(ofPost.length === 0
      ? {}
      : { post: { found: ofPost.length, kept: kept.filter(({ inPost }) => inPost).length } }),
  }
}

function countNotHad(files: readonly { outcome: OriginalOutcome; status: number | null }[]): NotHad[] {
  const counted = new Map<string, NotHad>()
  for (const { outcome, status } of files) {
    if (outcome === "kept" || outcome === "not-allowed") continue
    const key = `${outcome} ${String(status)}`
    counted.set(key, { outcome, status, count: (counted.get(key)?.count ?? 0) + 1 })
  }
  return [...counted.values()]
}

/** @throws EvidenceError `input/malformed` */
export function parseOriginals(input: unknown): OriginalsSummary {
  const summary = asFields(input, "originals")
  return {
    kept: asCount(summary.kept, "originals.kept"),
    refused: asCount(summary.refused, "originals.refused"),
    notAllowed: asCount(summary.notAllowed, "originals.notAllowed"),
    sites: asStrings(summary.sites, "originals.sites"),
    ...(summary.notHad === undefined
      ? {}
      : { notHad: asList(summary.notHad, "originals.notHad", parseNotHad) }),
    ...(summary.post === undefined ? {} : { post: parseOfPost(summary.post) }),
  }
}

function parseNotHad(input: unknown): NotHad {
  const { outcome, status, count } = asFields(input, "originals.notHad")
  return {
    outcome: asOneOf(outcome, "originals.notHad.outcome", notHadOutcomes),
    status: status === null ? null : asCount(status, "originals.notHad.status"),
    count: asCount(count, "originals.notHad.count"),
  }
}

function parseOfPost(input: unknown): NonNullable<OriginalsSummary["post"]> {
  const { found, kept } = asFields(input, "originals.post")
  return { found: asCount(found, "originals.post.found"), kept: asCount(kept, "originals.post.kept") }
}
