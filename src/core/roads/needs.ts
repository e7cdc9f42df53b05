/**
 * What a road needs, held against what a case has. It says what is there and
 * what is not, and never whether that is enough: which road to take, and what
 * will come of it, is for the user and a lawyer.
 */
import { type Advised, adviceIn, hasIn } from "./advised.ts"
import { type CaseGround, type CaseItem, isPost } from "./ground.ts"

/** Told from the items. */
export const measuredNeeds = [
  ...(["posts", "address", "account", "profile", "published", "context"] as const),
  ...(["numbers", "second-reading", "signed-out", "online", "stamps", "bundle"] as const),
] as const
export type MeasuredNeed = (typeof measuredNeeds)[number]

/** Told from what the user recorded that they sent. */
export const recordedNeeds = ["complaint", "report"] as const
export type RecordedNeed = (typeof recordedNeeds)[number]

/** What nobody but the user can have. */
export const ownNeeds = [
  ...(["identity", "falsity", "loss", "defendant", "route", "urgency", "bills"] as const),
] as const
export type OwnNeed = (typeof ownNeeds)[number]

export type NeedName = MeasuredNeed | RecordedNeed | OwnNeed

export interface Need {
  readonly name: NeedName
  /** `yours`: nothing here can tell. */
  readonly state: "has" | "partly" | "lacks" | "yours"
  /** The items that have it, and those that do not; both empty where it is of no item. */
  readonly having: readonly CaseItem[]
  readonly lacking: readonly CaseItem[]
}

/** @param advised of the same items, where the caller has it: of ten thousand it takes a while */
export function needsOf(
  ground: CaseGround,
  advised: Advised = adviceIn(ground.items),
): ReadonlyMap<NeedName, Need> {
  const all = [
    ...measuredNeeds.map(name => measuredIn(ground.items, name, advised)),
    ...recordedNeeds.map(name => recordedIn(ground, name)),
    ...ownNeeds.map(name => ownIn(ground.items, name)),
  ]
  return new Map(all.map(need => [need.name, need]))
}

function measuredIn(items: readonly CaseItem[], name: MeasuredNeed, advised: Advised): Need {
  const asked = name === "stamps" || name === "bundle" ? items : items.filter(isPost)
  const told = asked.map(item => ({ item, has: hasOf(name, item, advised) }))
  const having = told.filter(({ has }) => has === true).map(({ item }) => item)
  const lacking = told.filter(({ has }) => has === false).map(({ item }) => item)
  return { name, state: stateOf(name, having.length, lacking.length), having, lacking }
}

function stateOf(name: MeasuredNeed, having: number, lacking: number): Need["state"] {
  if (having > 0) return lacking === 0 ? "has" : "partly"
  // A post that was captured with gaps is there all the same.
  return name === "posts" && lacking > 0 ? "partly" : "lacks"
}

/** Null where it makes no sense for the item. */
function hasOf(name: MeasuredNeed, item: CaseItem, advised: Advised): boolean | null {
  switch (name) {
    case "posts":
      return item.complete
    case "address":
      return item.isOfWeb
    case "account":
      return item.facts?.authorId != null || item.filled.has("authorId")
    case "published":
      return item.facts?.publishedAt != null || item.filled.has("publishedAt")
    case "numbers":
      return item.post.read.some(({ counters: { views, reposts } }) => (views ?? reposts) !== undefined)
    case "online":
      return item.lastSeen === null || item.lastSeen.state === "there" || item.lastSeen.state === "changed"
    case "stamps":
      return item.isStamped
    case "bundle":
      return item.isInBundle
    case "profile":
    case "context":
    case "second-reading":
    case "signed-out":
      return hasIn(advised, item, name)
  }
}

function recordedIn({ complaints }: CaseGround, name: RecordedNeed): Need {
  const isSent = complaints.some(({ channel }) => (channel === "police") === (name === "report"))
  return { name, state: isSent ? "has" : "lacks", having: [], lacking: [] }
}

function ownIn(items: readonly CaseItem[], name: OwnNeed): Need {
  const having = name === "loss" ? items.filter(({ said }) => said.get("loss") === "done") : []
  return { name, state: having.length > 0 ? "has" : "yours", having, lacking: [] }
}
