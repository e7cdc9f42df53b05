/** Where the chosen post and the selected words stand on the page, without touching it. Lengths are CSS pixels. */
import { describe } from "./changes.ts"
import { isVisible } from "./elements.ts"
import { type Quote } from "./quote.ts"
import { type Area, leftByBoxes } from "./shown-part.ts"
import { boxOf, isInPage } from "./unclobbered.ts"

export interface MarkFound {
  readonly whole: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  readonly seen: MarkFound["whole"]
}

export interface Marking {
  readonly choose: (element: Element) => void
  readonly chosen: () => Element | null
  readonly selector: () => string
  readonly marks: () => {
    readonly dpr: number
    readonly post: MarkFound | null
    readonly quote: readonly (MarkFound | null)[]
  }
}

export function markingOfPage(quote: Quote): Marking {
  let post: Element | null = null
  return {
    choose: element => {
      post = element
    },
    chosen: () => post,
    selector: () => (post === null ? "" : describe(post)),
    marks: () => ({
      dpr: devicePixelRatio,
      post:
        post === null || !isInPage(post) || !isVisible(post) ? null : markOf(leftByBoxes(post, boxOf(post))),
      quote: quote.lines().map(line => (line === null ? null : markOf(line))),
    }),
  }
}

const markOf = ({ whole, seen }: ReturnType<typeof leftByBoxes>): MarkFound => ({
  whole: onPage(whole),
  seen: onPage(seen),
})

const onPage = ({ left, top, width, height }: Area): MarkFound["whole"] => ({
  x: left + scrollX,
  y: top + scrollY,
  width,
  height,
})
