/** What the coach says of each item of a case, with the case as all that there is. */
import { type Advice, adviceFor, type AdviceName, type OtherItem } from "../coach.ts"
import { groupsOf } from "../groups.ts"
import { placeKey } from "../places/place-key.ts"
import { type CaseItem, isPost } from "./ground.ts"

/** By the id of the item. */
export type Advised = ReadonlyMap<string, readonly Advice[]>

/** In time with the number of items, however many of them are of one page. */
export function adviceIn(items: readonly CaseItem[]): Advised {
  // Of an author's items the coach asks for their own page alone.
  const pages = items.filter(item => !isPost(item)).map(withTold)
  const keys = new Map(items.map(item => [item.id, placeOf(item)]))
  const ends = new Map(
    Array.from(
      groupsOf(items, ({ id }) => keys.get(id) ?? id),
      ([key, of]) => [key, endsOf(of)],
    ),
  )
  const others = (group: readonly OtherItem[], { item }: CaseItem) =>
    group.filter(other => other.item !== item)
  return new Map(
    items.map(item => [
      item.id,
      adviceFor({
        ...withTold(item),
        ofAuthor: others(pages, item),
        ofPost: others(ends.get(keys.get(item.id) ?? item.id) ?? [], item),
      }),
    ]),
  )
}

/** Of the items of one page the first and the last that read a number: what the coach asks of them is how far apart they are. */
function endsOf(group: readonly CaseItem[]): readonly CaseItem[] {
  const read = group
    .filter(({ facts }) => facts !== null && Object.keys(facts.counters).length > 0)
    .map(item => ({ item, at: Date.parse(item.startedAt) }))
    .filter(({ at }) => Number.isFinite(at))
  const [one] = read
  if (one === undefined) return []
  const first = read.reduce((a, b) => (b.at < a.at ? b : a), one)
  const last = read.reduce((a, b) => (b.at > a.at ? b : a), one)
  return first === last ? [first.item] : [first.item, last.item]
}

export const adviceOn = (advised: Advised, { id }: CaseItem, name: AdviceName): Advice | null =>
  advised.get(id)?.find(advice => advice.name === name) ?? null

/** Put away or not, what is not there is missing; null where it makes no sense for the item. */
export function hasIn(advised: Advised, item: CaseItem, name: AdviceName): boolean | null {
  const advice = adviceOn(advised, item, name)
  return advice === null ? null : isHad(advice)
}

export const isHad = ({ state }: Advice): boolean => state === "found" || state === "ticked"

const withTold = (item: CaseItem) => ({ ...item, told: item.filled.get("authorId")?.value ?? null })

const placeOf = ({ post: { url, permalink } }: CaseItem): string => placeKey(permalink ?? url)
