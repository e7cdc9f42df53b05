/** What a list has lost, told from changes of the page: rows taken out of it, and rows put to use for other content. */
import { closestOf } from "./elements.ts"
import { type Container, contentOf, rowElements } from "./list-rows.ts"
import { isInPage, parentOf, textIn } from "./unclobbered.ts"

export interface Losses {
  readonly container: Container
  readonly texts: readonly string[]
}

/** So many like elements beside one make a row of it. */
const LEAST_LIKE = 2
/** A row of which half of the words or more changed is another; less is a counter, or a time that passes. */
const LEAST_CHANGED = 0.5
/** Words that are kept of one lost row, to tell it from others. */
const LONGEST_KEY = 500

/** @param reused gets the rows that were put to use for other content */
export function lossesIn(records: readonly MutationRecord[], reused: WeakSet<Element>): Losses[] {
  const removed = new Map<Container, Element[]>()
  const changed = new Map<Element, string>()
  for (const { type, target, removedNodes, oldValue } of records) {
    if (type === "characterData") {
      noteChanged(changed, Reflect.get(Node.prototype, "parentElement", target), oldValue ?? "")
      continue
    }
    for (const node of removedNodes) {
      if (isInPage(node)) continue
      if (isElement(node) && isContainer(target)) removed.set(target, [...(removed.get(target) ?? []), node])
      else if (node.nodeType === Node.TEXT_NODE && isElement(target))
        noteChanged(changed, target, textIn(node))
    }
  }
  const lost = [...reusedRows(changed, reused)]
  for (const [container, elements] of removed) {
    if (isInPage(container)) lost.push([container, removedRows(elements, container)])
  }
  return lost.flatMap(([container, texts]) => {
    const now = texts.length > 0 && isWorthKeeping(container) ? textIn(container) : null
    const gone = now === null ? [] : texts.filter(text => !now.includes(text))
    return gone.length > 0 ? [{ container, texts: gone }] : []
  })
}

type Lost = readonly [container: Container, texts: readonly string[]]

const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE

const isContainer = (node: Node): node is Container =>
  isElement(node) || (node.nodeType === Node.DOCUMENT_FRAGMENT_NODE && "host" in node)

/** What is written in it is nobody's post yet. */
function isWorthKeeping(container: Container): boolean {
  const element = "host" in container ? container.host : container
  return closestOf(element, '[contenteditable]:not([contenteditable="false" i])') === null
}

/** The texts of what was taken out, where it was a row of a list: or of the rows in it, where it held all of them. */
function removedRows(removed: readonly Element[], container: Container): string[] {
  const now = rowElements(container)
  const hasLike = (element: Element) => hasAtLeast(LEAST_LIKE, now, row => isLike(row, element))
  const texts = new Set<string>()
  for (const element of removed) {
    if (hasLike(element)) {
      texts.add(keyOf(element))
      continue
    }
    const inner = rowElements(element)
    const [first] = inner
    const heldRows = first !== undefined && hasAtLeast(LEAST_LIKE + 1, inner, row => isLike(row, first))
    if (heldRows && hasLike(first)) for (const row of inner) texts.add(keyOf(row))
  }
  texts.delete("")
  return [...texts]
}

const keyOf = (row: Element): string => contentOf(row).slice(0, LONGEST_KEY)

function hasAtLeast<T>(wanted: number, list: readonly T[], is: (item: T) => boolean): boolean {
  let count = 0
  return list.some(item => is(item) && ++count >= wanted)
}

function isLike(one: Element, other: Element): boolean {
  if (one.localName !== other.localName) return false
  if (one.classList.length === 0 && other.classList.length === 0) return true
  return Array.from(one.classList).some(name => other.classList.contains(name))
}

function noteChanged(changed: Map<Element, string>, element: Element | null, text: string): void {
  if (element === null || text.trim() === "" || !isInPage(element)) return
  changed.set(element, `${changed.get(element) ?? ""}${text.trim()} `)
}

/** Rows that say something else now, in lists of which several do. */
function reusedRows(changed: ReadonlyMap<Element, string>, reused: WeakSet<Element>): Lost[] {
  // What was lost by everything around a change that stands among its like.
  const lost = new Map<Element, string>()
  for (const [element, text] of changed) {
    for (let at: Element | null = element; at; at = parentOf(at)) {
      if (standsAmongLike(at)) lost.set(at, (lost.get(at) ?? "") + text)
    }
  }
  const isAnother = (row: Element): boolean =>
    (lost.get(row) ?? "").length >= contentOf(row).length * LEAST_CHANGED
  const rows = Array.from(lost.keys()).filter(isAnother)
  const others = new Set(rows)
  const lists = new Map<Element, Element[]>()
  for (const row of rows) {
    const parent = parentOf(row)
    if (parent === null || isInside(row, others)) continue
    reused.add(row)
    lists.set(parent, [...(lists.get(parent) ?? []), row])
  }
  return Array.from(lists)
    .filter(([, of]) => of.length >= LEAST_LIKE)
    .map(([parent, of]): Lost => [parent, of.map(row => (lost.get(row) ?? "").trim())])
}

/** By its nearest siblings: a list may be long. */
function standsAmongLike(element: Element): boolean {
  let like = 0
  for (const side of ["previousElementSibling", "nextElementSibling"] as const) {
    let at = element[side]
    for (let steps = 0; at && steps < LEAST_LIKE; steps++, at = at[side]) if (isLike(at, element)) like += 1
  }
  return like >= LEAST_LIKE
}

function isInside(row: Element, others: ReadonlySet<Element>): boolean {
  for (let at = parentOf(row); at; at = parentOf(at)) if (others.has(at)) return true
  return false
}
