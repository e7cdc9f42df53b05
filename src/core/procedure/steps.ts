/**
 * The steps of a guided recording, in the order that notaries and time stamp
 * services follow (law.md 2.7), and what of them the facts of a page show by
 * themselves. What no fact shows is the user's to tick.
 */
import { hostOf } from "../address.ts"
import type { ProcedureEntry, StepState } from "./entry.ts"

export const procedureSteps = [
  "self-check",
  "time-start",
  "address-bar",
  "home",
  "profile",
  "post",
  "comments",
  "scroll",
  "time-end",
] as const
export type ProcedureStep = (typeof procedureSteps)[number]

/** How a step stands, and since when. */
export interface StepStanding {
  readonly step: ProcedureStep
  readonly state: StepState
  readonly by: "facts" | "user" | null
  readonly reason: string | null
  /** Null while nothing was said of it. */
  readonly ms: number | null
  readonly at: string | null
}

type Timed = ProcedureEntry & { readonly ms: number; readonly at: string }

/** The last word on each step, in their order. */
export function standingOf(lines: readonly Timed[]): StepStanding[] {
  const standing = new Map<ProcedureStep, StepStanding>()
  for (const line of lines) {
    if (line.kind !== "step") continue
    const { step, state, by, reason, ms, at } = line
    standing.set(step, { step, state, by, reason, ms, at })
  }
  return procedureSteps.map(
    step => standing.get(step) ?? { step, state: "open", by: null, reason: null, ms: null, at: null },
  )
}

/** Time pages that are suggested, and opened in the recorded tab on the user's click alone. */
export const timePages = ["https://www.ntsc.ac.cn/", "https://time.is/"] as const
export type TimePage = (typeof timePages)[number]

/** Pages that show the time of an authority. The user may take any other, and ticks it by hand. */
const TIME_HOSTS = /^(?:www\.)?(?:ntsc\.ac\.cn|time\.is|time\.ac\.cn|nim\.ac\.cn|time\.gov|tsa\.cn)(?::\d+)?$/

const isTimePage = (url: string): boolean => TIME_HOSTS.test(hostOf(url) ?? "")

/** How near to its end a page counts as scrolled through, in CSS pixels. */
const NEAR_THE_END = 4
/** Slowly: it stood so often on the way, for so long from first to last, and was never moved by more than so many screens. */
const SLOWLY = { stands: 3, ms: 3_000, screens: 2 }

/** Whose post it is that is recorded: the one that was shown, or that the user said to be it. */
interface SeenPost {
  /** Without the prefixes by which a site tells its devices apart. */
  readonly host: string | null
  /** By its site; null where that does not say. */
  readonly author: string | null
  /** The page of the log that it stands on. */
  readonly page: number
}

interface Stand {
  readonly y: number
  readonly ms: number
}

/** What the log has shown so far; kept by whoever writes it. */
export interface Seen {
  readonly done: ReadonlySet<ProcedureStep>
  /** Whether a page that is none of a time was there. */
  readonly wasElsewhere: boolean
  readonly post: SeenPost | null
  /** The hosts of the home pages, and the accounts, that were there: whether they are the post's is known once that is. */
  readonly homes: ReadonlySet<string>
  readonly profiles: ReadonlySet<string>
  /** Counts pages, also those that are one document under another address. */
  readonly page: number
  readonly host: string | null
  /** Where the page stood, one after another, without a jump between. */
  readonly stands: readonly Stand[]
}

export const nothingSeen: Seen = {
  ...{ done: new Set(), wasElsewhere: false, post: null, homes: new Set(), profiles: new Set() },
  ...{ page: 0, host: null, stands: [] },
}

/**
 * Takes in a line, `ms` after the first one. `shown` are the steps that it shows
 * to be done and that are still open: a home page and an account may have come
 * before the post that tells whose they are.
 */
export function follow(
  before: Seen,
  entry: ProcedureEntry,
  ms: number,
): { readonly seen: Seen; readonly shown: readonly ProcedureStep[] } {
  const seen = seenWith(before, entry, ms)
  // A line of ours shows nothing that the line before it had not shown.
  if (entry.kind === "step" && entry.by === "facts") return { seen, shown: [] }
  const shown = procedureSteps.filter(step => !seen.done.has(step) && isShown(step, entry, before, seen))
  return { seen, shown }
}

function isShown(step: ProcedureStep, entry: ProcedureEntry, before: Seen, { post, ...seen }: Seen): boolean {
  if (step === "time-start") return isTimeShown(entry) && !before.wasElsewhere
  if (step === "time-end") return isTimeShown(entry) && before.wasElsewhere
  if (step === "post") return isPost(entry)
  if (post === null) return false
  if (step === "home") return post.host !== null && seen.homes.has(post.host)
  if (step === "profile") return post.author !== null && seen.profiles.has(post.author)
  if (step !== "scroll" || entry.kind !== "scroll") return false
  return post.page === seen.page && isThrough(entry, seen.stands)
}

/** It has loaded, and there is a picture of it. */
const isTimeShown = (entry: ProcedureEntry): boolean =>
  entry.kind === "page" && isPictured(entry) && entry.url !== null && isTimePage(entry.url)

const isPictured = ({ code, frame }: Extract<ProcedureEntry, { kind: "page" }>): boolean =>
  code === null && frame !== null

type Facts = Extract<ProcedureEntry, { kind: "facts" }>

/** By the site's own adapter: anybody's page may say of itself that it is a post. */
const isOf = (entry: ProcedureEntry, ...types: readonly Facts["pageType"][]): entry is Facts =>
  entry.kind === "facts" && entry.adapter !== "generic" && types.includes(entry.pageType)

const isPost = (entry: ProcedureEntry): entry is Facts => isOf(entry, "post", "thread")

const authorOf = ({ adapter, authorId }: Facts): string | null =>
  authorId === null ? null : `${adapter} ${authorId}`

/** The end of the page, come to slowly from its beginning. */
function isThrough(entry: Extract<ProcedureEntry, { kind: "scroll" }>, stands: readonly Stand[]): boolean {
  const { y, height, documentHeight } = entry
  const [first] = stands
  const last = stands.at(-1)
  if (first === undefined || last === undefined || first.y > height * SLOWLY.screens) return false
  const isSlow = stands.length >= SLOWLY.stands && last.ms - first.ms >= SLOWLY.ms
  return isSlow && y + height >= documentHeight - NEAR_THE_END
}

function seenWith(seen: Seen, entry: ProcedureEntry, ms: number): Seen {
  if (entry.kind === "page" || entry.kind === "route") return withPage(seen, entry)
  if (entry.kind === "facts") return withFacts(seen, entry)
  if (entry.kind === "scroll") return { ...seen, stands: withStand(seen.stands, entry, ms) }
  return entry.kind === "step" ? withStep(seen, entry) : seen
}

function withPage(seen: Seen, entry: Extract<ProcedureEntry, { kind: "page" | "route" }>): Seen {
  const { url } = entry
  const host = url === null ? null : siteOf(url)
  const isThere = entry.kind === "route" || isPictured(entry)
  const isAHome = url !== null && host !== null && isThere && isHome(url)
  return {
    ...seen,
    ...{ page: seen.page + 1, host, stands: [] },
    homes: isAHome ? new Set([...seen.homes, host]) : seen.homes,
    wasElsewhere: seen.wasElsewhere || (url !== null && !isTimePage(url)),
  }
}

function withFacts(seen: Seen, entry: Facts): Seen {
  const author = authorOf(entry)
  if (isPost(entry) && seen.post === null && !seen.done.has("post"))
    return { ...seen, post: { host: siteOf(entry.url), author, page: seen.page } }
  if (!isOf(entry, "profile") || author === null) return seen
  return { ...seen, profiles: new Set([...seen.profiles, author]) }
}

/** A jump begins anew, and what was above it was not looked at: only where the page is gone back is it looked at still. */
function withStand(
  stands: readonly Stand[],
  { y, height }: Extract<ProcedureEntry, { kind: "scroll" }>,
  ms: number,
): readonly Stand[] {
  const last = stands.at(-1)
  const isJump = last !== undefined && y - last.y > height * SLOWLY.screens
  return isJump ? [{ y, ms }] : [...stands, { y, ms }]
}

function withStep(seen: Seen, entry: Extract<ProcedureEntry, { kind: "step" }>): Seen {
  const { step, state, by } = entry
  const done = new Set(seen.done)
  // Skipped is settled, too: no page may overrule what the user said of it.
  if (state === "open") done.delete(step)
  else done.add(step)
  const isOpen = (each: ProcedureStep) => state === "open" && step === each
  const none: ReadonlySet<string> = new Set()
  return {
    ...seen,
    done,
    // What is taken back is shown by what comes from here on, and by nothing of before.
    homes: isOpen("home") ? none : seen.homes,
    profiles: isOpen("profile") ? none : seen.profiles,
    stands: isOpen("scroll") ? [] : seen.stands,
    post: isOpen("post")
      ? null
      : step === "post" && state === "done" && by === "user"
        ? { host: seen.host, author: null, page: seen.page }
        : seen.post,
  }
}

/** The host, without what only tells a site's page for one device from that for another. */
const siteOf = (url: string): string | null => hostOf(url)?.replace(/^(?:www|m)\./, "") ?? null

function isHome(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, pathname, search } = new URL(url)
  return /^https?:$/.test(protocol) && pathname === "/" && search === ""
}
