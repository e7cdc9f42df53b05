/** What the coach says of each item of a case, with the case as all that there is. */
import { type Advice, adviceFor, type AdviceName, type OtherItem } from "../coach.ts"
import { groupsOf } from "../groups.ts"
import { placeKey } from "../places/place-key.ts"
import { type CaseItem, isPost } from "./ground.ts"

/** By the id of the item. */
export type Advised = ReadonlyMap<string, readonly Advice[]>

export function adviceIn(items: readonly CaseItem[]): Advised {
  // Of an author's items the coach asks for their own page alone.
  const pages = items.filter(item => !isPost(item)).map(withTold)
  const byPost = groupsOf(items, placeOf)
  const others = (group: readonly CaseItem[] | undefined, item: CaseItem): OtherItem[] =>
    (group ?? []).filter(({ id }) => id !== item.id)
  return new Map(
    items.map(item => [
      item.id,
      adviceFor({
        ...withTold(item),
        ofAuthor: others(pages, item),
        ofPost: others(byPost.get(placeOf(item)), item),
      }),
    ]),
  )
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
