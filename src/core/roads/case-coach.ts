/**
 * What could still be kept for a case as a whole: what no item of it has, and of
 * which of its accounts nobody kept the page. Suggestions, as those for an item
 * (coach.ts): each with a why, each can be put away. What the user put away for
 * all of the items that lack it is put away for the case too.
 */
import { accountIn, accountKeys } from "../account.ts"
import { type Advice, adviceNames } from "../coach.ts"
import { groupsOf } from "../groups.ts"
import { type Advised, adviceIn, adviceOn, isHad } from "./advised.ts"
import { type CaseGround, type CaseItem } from "./ground.ts"

/** An account whose own page is not in the case. */
export interface PagelessAccount {
  /** As the newest of its posts calls it; null where none does. */
  readonly author: string | null
  readonly items: readonly [CaseItem, ...CaseItem[]]
}

export interface CaseAdvice extends Advice {
  /** Of the authors' pages alone: whose are missing. */
  readonly pageless: readonly PagelessAccount[]
}

/**
 * In a fixed order; what makes no sense for any item is left out.
 * @param advised of the same items, where the caller has it
 */
export function adviceForCase(
  { items, said }: Pick<CaseGround, "items" | "said">,
  advised: Advised = adviceIn(items),
): CaseAdvice[] {
  return adviceNames.flatMap(name => {
    const asked = items.flatMap(item => {
      const advice = adviceOn(advised, item, name)
      return advice === null ? [] : [{ item, advice }]
    })
    if (asked.length === 0) return []
    const having = asked.filter(({ advice }) => isHad(advice)).map(({ item }) => item.item)
    const pageless = name === "profile" ? accountsWithoutPage(items, advised) : []
    const isFound = having.length > 0 && pageless.length === 0
    const isPutAway = name === "profile" ? pageless.length === 0 : asked.every(({ advice }) => isOff(advice))
    return [{ name, state: stateOf(isFound, isPutAway, said.get(name)), items: having, pageless }]
  })
}

function stateOf(isFound: boolean, isPutAway: boolean, said: string | undefined): Advice["state"] {
  if (isFound) return "found"
  if (said === "done") return "ticked"
  return isPutAway || said === "dismissed" ? "dismissed" : "open"
}

const isOff = ({ state }: Advice): boolean => state === "dismissed"

/** Those of posts. What names no account is one by itself: nobody knows whose it is. */
function accountsWithoutPage(items: readonly CaseItem[], advised: Advised): PagelessAccount[] {
  const posts = items.filter(item => adviceOn(advised, item, "profile") !== null)
  const keyOf = accountKeys(posts.map(accountOf))
  const groups = groupsOf(posts, item => keyOf(accountOf(item)) ?? `item ${item.id}`)
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return []
    const told = [first, ...others].flatMap(item => adviceOn(advised, item, "profile") ?? [])
    if (told.some(isHad) || told.every(isOff)) return []
    const author = [first, ...others].flatMap(item => nameOf(item) ?? []).at(-1) ?? null
    return [{ author, items: [first, ...others] }]
  })
}

const accountOf = ({ facts, host, filled }: CaseItem) =>
  accountIn(facts, host, filled.get("authorId")?.value ?? null)

const nameOf = ({ facts, filled }: CaseItem): string | null =>
  filled.get("authorName")?.value ?? facts?.authorName ?? facts?.authorHandle ?? null
