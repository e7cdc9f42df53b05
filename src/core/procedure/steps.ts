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

/** What the log has shown so far; kept by whoever writes it. */
export interface Seen {
  readonly done: ReadonlySet<ProcedureStep>
  /** Whether a page that is none of a time was there. */
  readonly wasElsewhere: boolean
}

export const nothingSeen: Seen = { done: new Set(), wasElsewhere: false }

/** The step that this line shows to be done; null where it shows none that is still open. */
export function shownBy(entry: ProcedureEntry, { done, wasElsewhere }: Seen): ProcedureStep | null {
  const open = (step: ProcedureStep) => (done.has(step) ? null : step)
  if (entry.kind === "page" || entry.kind === "route") {
    if (entry.url === null) return null
    if (isTimePage(entry.url)) return open(wasElsewhere ? "time-end" : "time-start")
    return isHome(entry.url) ? open("home") : null
  }
  if (entry.kind === "facts" && entry.adapter !== "generic") {
    if (entry.pageType === "profile") return open("profile")
    return entry.pageType === "post" || entry.pageType === "thread" ? open("post") : null
  }
  if (entry.kind !== "scroll" || !done.has("post")) return null
  return entry.y + entry.height >= entry.documentHeight - NEAR_THE_END ? open("scroll") : null
}

/** What has been shown once this line is written, too. */
export function seenWith(seen: Seen, entry: ProcedureEntry): Seen {
  if (entry.kind === "page" || entry.kind === "route") {
    const isElsewhere = entry.url !== null && !isTimePage(entry.url)
    return isElsewhere ? { ...seen, wasElsewhere: true } : seen
  }
  if (entry.kind !== "step") return seen
  const done = new Set(seen.done)
  // Skipped is settled, too: no page may overrule what the user said of it.
  if (entry.state === "open") done.delete(entry.step)
  else done.add(entry.step)
  return { ...seen, done }
}

function isHome(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, pathname, search } = new URL(url)
  return /^https?:$/.test(protocol) && pathname === "/" && search === ""
}
