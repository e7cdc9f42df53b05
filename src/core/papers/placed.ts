/** Where in the report its parts came to stand: known once it is drawn. */

/** A heading of level 1 or 2, by its `mark`. */
export interface PlacedHeading {
  readonly mark: string
  readonly level: 1 | 2
  /** From 1. */
  readonly page: number
  /** Whether nothing stands above it on its page. */
  readonly isAtTop: boolean
}

export interface Placed {
  /** In the order in which they stand. */
  readonly headings: readonly PlacedHeading[]
  readonly pages: number
}

/** The pages of what stands under the heading, up to the next one that is no lower; null where there is no such heading. */
export function pagesUnder(
  { headings, pages }: Placed,
  mark: string,
): { readonly from: number; readonly to: number } | null {
  const at = headings.findIndex(heading => heading.mark === mark)
  const begin = headings[at]
  if (begin === undefined) return null
  const next = headings.slice(at + 1).find(({ level }) => level <= begin.level)
  const last = next === undefined ? pages : next.isAtTop ? next.page - 1 : next.page
  return { from: begin.page, to: Math.max(begin.page, last) }
}
