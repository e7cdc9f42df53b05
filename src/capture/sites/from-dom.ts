/** Where a field stands in what the page shows. */
import { type FieldName, type PageSource } from "../../core/post-facts/fields.ts"
import { attributeOf, closestIn, findIn, parentOf } from "../unclobbered.ts"
import { type Gather } from "./gather.ts"
import { postWordsOf, wordsOf } from "./words.ts"

/** A selector for the words of an element, or for one of its attributes, or for what a pattern's first group takes of either. */
export interface Spot {
  readonly css: string
  readonly attribute?: string
  readonly pattern?: RegExp
}

/** Where each field stands. Of several places the first that says something is taken. */
export type DomFields = Readonly<Partial<Record<FieldName, Spot | string | readonly (Spot | string)[]>>>

/** As many elements as one selector is asked for. */
const MOST_ELEMENTS = 200

/** Those that match in an element, without what stands in parts that `except` (a selector) names. */
export function elementsAt(root: Element, css: string, except?: string): Element[] {
  const found = findIn(root, css).slice(0, MOST_ELEMENTS)
  return except === undefined ? found : found.filter(element => !isApart(element, root, except))
}

/**
 * Notes what an element shows. Several elements that say different things are all
 * noted: the page contradicts itself then. `except` names parts of it that are of
 * something else: comments, another post.
 */
export function gatherDom(
  into: Gather,
  root: Element,
  fields: DomFields,
  except?: string,
  source: PageSource = "dom",
): void {
  for (const [field, spots] of Object.entries(fields) as [
    FieldName,
    Spot | string | readonly (Spot | string)[],
  ][]) {
    for (const spot of isList(spots) ? spots : [spots]) {
      if (gatherSpot(into, root, field, typeof spot === "string" ? { css: spot } : spot, except, source))
        break
    }
  }
}

/** `:scope` is the element itself. */
const elementsOf = (root: Element, { css }: Spot, except: string | undefined): readonly Element[] =>
  css === ":scope" ? [root] : elementsAt(root, css, except)

/**
 * The words of the first element at a spot that has any, without those in parts
 * that `except` names; empty where there is none.
 */
export function wordsAtSpot(root: Element, spot: Spot, except?: string): string {
  const found = elementsOf(root, spot, except)
  const isLeftOut = (part: Element) => except !== undefined && part !== root && isApart(part, root, except)
  const words = found.map(element => wordsAt(element, spot, isLeftOut))
  return words.find(each => each !== "") ?? ""
}

function gatherSpot(
  into: Gather,
  root: Element,
  field: FieldName,
  spot: Spot,
  except: string | undefined,
  source: PageSource,
): boolean {
  const isLeftOut = (part: Element) => except !== undefined && part !== root && isApart(part, root, except)
  const found = elementsOf(root, spot, except)
    .map(element =>
      field === "text" && spot.attribute === undefined && spot.pattern === undefined
        ? postWordsOf(element, isLeftOut)
        : wordsAt(element, spot, isLeftOut),
    )
    .filter(words => words !== "")
  const where = spot.attribute === undefined ? spot.css : `${spot.css} @${spot.attribute}`
  if (field === "media") {
    if (found.length > 0) into.add(field, found.join("\n"), source, where)
  } else {
    for (const words of new Set(found)) into.add(field, words, source, where)
  }
  return found.length > 0
}

function wordsAt(element: Element, spot: Spot, isLeftOut: (part: Element) => boolean): string {
  const words =
    spot.attribute === undefined
      ? wordsOf(element, isLeftOut)
      : (attributeOf(element, spot.attribute) ?? "").trim()
  return spot.pattern === undefined ? words : (spot.pattern.exec(words)?.[1] ?? "").trim()
}

/** The one element of a kind that the given one is, stands in, or holds; null where it holds several. */
export function oneAround(element: Element, css: string): Element | null {
  const around = closestIn(element, css)
  if (around !== null) return around
  const inside = findIn(element, css)
  return inside.length === 1 ? (inside[0] ?? null) : null
}

/** Whether an element stands in a part of `root` that is of something else. */
function isApart(element: Element, root: Element, except: string): boolean {
  const part = closestIn(element, except)
  if (part === null || part === root) return false
  for (let around = parentOf(part); around !== null; around = parentOf(around)) {
    if (around === root) return true
  }
  return false
}

const isList = <T extends object | string>(given: T | readonly T[]): given is readonly T[] =>
  Array.isArray(given)
