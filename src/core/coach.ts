/**
 * What could still be kept for an item, computed from what the vault has of it.
 * Suggestions and nothing more: each has a why, each can be put away, and none
 * says that something must be done (product.md §6.3). What nobody can compute,
 * such as a reply of the user's own, the user ticks.
 */
import { accountIn, isSameAccount } from "./account.ts"
import { type PostSummary } from "./post-facts/summary.ts"

export const adviceNames = [
  "profile",
  "context",
  "own-reply",
  "signed-out",
  "second-reading",
  "loss",
] as const
export type AdviceName = (typeof adviceNames)[number]

/** What the user said of one: that they have it, or that they do not want to be told. `open` takes either back. */
export const adviceStates = ["open", "done", "dismissed"] as const
export type AdviceState = (typeof adviceStates)[number]

/** What no vault can tell is ticked by the user; the rest may be kept elsewhere too. */
export const tickedAdvice: ReadonlySet<AdviceName> = new Set(["profile", "context", "own-reply", "loss"])

export interface Advice {
  readonly name: AdviceName
  /** `found`: the vault has it. `ticked`: the user says so. */
  readonly state: "open" | "found" | "ticked" | "dismissed"
  /** Numbers of the items that are it. */
  readonly items: readonly number[]
}

/** Another sealed item outside the trash. */
export interface OtherItem {
  readonly item: number
  readonly host: string
  readonly startedAt: string
  readonly facts: PostSummary | null
  /** The number of its account by the user's word, where there is one. */
  readonly told?: string | null
}

export interface CoachGround {
  readonly host: string
  /** Whether the address is one of the web. */
  readonly isOfWeb: boolean
  readonly startedAt: string
  readonly facts: PostSummary | null
  /** As in {@link OtherItem}. */
  readonly told?: string | null
  /** Items that may be of the same author, this one not among them. */
  readonly ofAuthor: readonly OtherItem[]
  /** Items of the same address, this one not among them. */
  readonly ofPost: readonly OtherItem[]
  readonly readings: readonly { readonly kind: string; readonly at: string }[]
  readonly said: ReadonlyMap<AdviceName, AdviceState>
}

const DAY_MS = 24 * 60 * 60 * 1000

/** In a fixed order; what makes no sense for the item is left out. */
export function adviceFor(ground: CoachGround): Advice[] {
  return adviceNames
    .filter(name => makesSense(name, ground))
    .map(name => {
      const found = foundFor(name, ground)
      return { name, state: stateOf(found !== null, ground.said.get(name) ?? "open"), items: found ?? [] }
    })
}

function makesSense(name: AdviceName, { facts, isOfWeb }: CoachGround): boolean {
  const isProfile = facts?.pageType === "profile"
  switch (name) {
    case "profile":
    case "context":
    case "own-reply":
    case "second-reading":
      return !isProfile
    case "signed-out":
      return isOfWeb
    case "loss":
      return true
  }
}

function stateOf(isFound: boolean, said: AdviceState): Advice["state"] {
  if (isFound) return "found"
  if (said === "done") return "ticked"
  return said
}

/** The numbers of the items that are it, which may be none: it is this item itself then. Null where the vault has it not. */
function foundFor(name: AdviceName, ground: CoachGround): readonly number[] | null {
  switch (name) {
    case "profile":
      return someOf(ground.ofAuthor.filter(other => isProfileOf(other, ground)).map(({ item }) => item))
    case "context":
      // A post with its answers, in one: the page shows what it stands among.
      return ground.facts?.pageType === "thread" ? [] : null
    case "signed-out":
      return ground.readings.some(({ kind }) => kind === "visitor") ? [] : null
    case "second-reading":
      return isReadTwice(ground) ? [] : null
    case "own-reply":
    case "loss":
      return null
  }
}

const someOf = (items: readonly number[]): readonly number[] | null => (items.length === 0 ? null : items)

const isProfileOf = ({ facts, host, told }: OtherItem, ground: CoachGround): boolean =>
  facts?.pageType === "profile" &&
  isSameAccount(accountIn(facts, host, told), accountIn(ground.facts, ground.host, ground.told))

/** A capture that read a number is a reading of it too. */
function isReadTwice({ facts, startedAt, ofPost, readings }: CoachGround): boolean {
  const captured = [{ facts, startedAt }, ...ofPost]
    .filter(each => each.facts !== null && Object.keys(each.facts.counters).length > 0)
    .map(each => each.startedAt)
  const later = readings.filter(({ kind }) => kind === "counters").map(({ at }) => at)
  const times = [...captured, ...later].map(at => Date.parse(at)).filter(Number.isFinite)
  return times.length > 1 && Math.max(...times) - Math.min(...times) >= DAY_MS
}
