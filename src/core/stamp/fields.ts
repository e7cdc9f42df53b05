/** The parts of an element that holds others, taken as its definition lists them. Each throws `input/malformed`. */
import { malformed } from "../parse.ts"
import { type Der, SEQUENCE } from "./der.ts"

/** What an explicit tag holds: one element. */
export function insideOf(explicit: Der): Der {
  const [item, second] = explicit.items
  if (item === undefined || second !== undefined) throw malformed("explicit tag")
  return item
}

/** The fields of a SEQUENCE or SET, taken in order. */
export interface FieldsInOrder {
  /** The next field, which must have one of these tags. */
  one(...tags: number[]): Der
  /** The next field, if it has this tag. */
  maybe(tag: number): Der | null
  /** There is nothing more. */
  end(): void
}

export function fieldsOf(element: Der, what: string, tag: number = SEQUENCE): FieldsInOrder {
  if (element.tag !== tag) throw malformed(what)
  let at = 0
  const maybe = (...tags: number[]): Der | null => {
    const item = element.items[at]
    if (item === undefined || !tags.includes(item.tag)) return null
    at++
    return item
  }
  return {
    maybe,
    one: (...tags) => {
      const item = maybe(...tags)
      if (item === null) throw malformed(what)
      return item
    },
    end: () => {
      if (at !== element.items.length) throw malformed(what)
    },
  }
}

/** The items of a list of one type of element. */
export function listOf(element: Der, what: string, tag: number, itemTag: number): readonly Der[] {
  if (element.tag !== tag || element.items.some(item => item.tag !== itemTag)) throw malformed(what)
  return element.items
}
