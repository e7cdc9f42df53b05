/**
 * The entries of a feed: its articles; where there are none, the largest list;
 * else the largest set of like elements beside one another. Menus, side columns
 * and the like are none.
 */
import { closestOf, elementsIn, isAround, isNavigation, isVisible } from "./elements.ts"
import { type KeptList } from "./lists.ts"
import { boxOf, findIn, pageRoot } from "./unclobbered.ts"

const ARTICLE = "article, [role=article]"
const LIST_ITEM = "li, [role=listitem]"
/** CSS pixels: lower than this, an entry is a word of a menu. */
const LEAST_HEIGHT = 16
const LEAST_ENTRIES = 3

/**
 * How many were shown down to the lower edge of the window, or of the box;
 * those that a list has taken away again are counted too.
 *
 * @param box where to look; null for the whole page
 */
export function countItems(box: Element | null, kept: readonly KeptList[]): number {
  const edge = Math.min(innerHeight, box === null ? innerHeight : boxOf(box).bottom)
  const around = box?.localName === "iframe" ? (box as HTMLIFrameElement).contentDocument : null
  const all = around ? elementsIn(around) : findIn(box ?? pageRoot(), "*")
  const shown = entriesOf(all).filter(entry => boxOf(entry).top < edge).length
  return Math.max(shown, ...kept.map(({ rows }) => rows.length))
}

function entriesOf(all: readonly Element[]): readonly Element[] {
  const articles = all.filter(element => element.matches(ARTICLE) && isEntry(element))
  // An article in an article is a comment on it.
  const outer = articles.filter(element => element.parentElement?.closest(ARTICLE) == null)
  if (outer.length >= LEAST_ENTRIES) return outer
  const items = largest(all.filter(element => element.matches(LIST_ITEM) && isEntry(element)))
  return items.length >= LEAST_ENTRIES ? items : largest(all.filter(isEntry))
}

const isEntry = (element: Element): boolean =>
  boxOf(element).height >= LEAST_HEIGHT &&
  !isNavigation(element) &&
  !isAround(element) &&
  isVisible(element) &&
  closestOf(element, "p, table") === null

/** Of those that have one parent and one kind, the ones that take the most room. */
function largest(entries: readonly Element[]): readonly Element[] {
  const sets = new Map<Element, Map<string, Element[]>>()
  for (const entry of entries) {
    const parent = entry.parentElement
    if (parent === null) continue
    const kinds = sets.get(parent) ?? new Map<string, Element[]>()
    const kind = `${entry.localName}.${entry.classList.item(0) ?? ""}`
    kinds.set(kind, [...(kinds.get(kind) ?? []), entry])
    sets.set(parent, kinds)
  }
  const found = Array.from(sets.values()).flatMap(kinds => Array.from(kinds.values()))
  const room = (set: readonly Element[]) => set.reduce((sum, entry) => sum + boxOf(entry).height, 0)
  return found
    .filter(set => set.length >= LEAST_ENTRIES)
    .reduce<readonly Element[]>((best, set) => (room(set) > room(best) ? set : best), [])
}
