/**
 * The words that are selected, remembered as ranges of our own: the user may
 * select something else while the capture runs, and their selection is not touched.
 */
import { isVisible } from "./elements.ts"
import { type Area, leftByBoxes, leftByItself } from "./shown-part.ts"
import { parentOf } from "./unclobbered.ts"

/** More lines than any sentence has. The first of them are kept. */
const MOST_LINES = 500

export interface Quote {
  /** Takes what is selected now. */
  readonly remember: () => void
  /** The lines of it, as drawn: where each stands in the viewport, and what the boxes around leave of it. Null for one that is not drawn. */
  readonly lines: () => ({ readonly whole: Area; readonly seen: Area } | null)[]
}

export function quoteOfPage(): Quote {
  let ranges: readonly Range[] = []
  let known = 0
  const lines = () => ranges.flatMap(linesOf).slice(0, MOST_LINES)
  return {
    remember() {
      ranges = selectedTexts()
      known = lines().length
    },
    lines() {
      const found = lines()
      // Wrapped anew, they are other lines.
      return found.length === known ? found : []
    },
  }
}

/** One range a text: a range over whole elements would have their boxes too. */
function selectedTexts(): Range[] {
  const selection = getSelection()
  const found: Range[] = []
  for (let index = 0; index < (selection?.rangeCount ?? 0); index++) {
    const range = selection?.getRangeAt(index)
    if (range === undefined || range.collapsed) continue
    for (const text of textsIn(range.commonAncestorContainer)) {
      if (!range.intersectsNode(text) || found.length >= MOST_LINES || !isDrawnText(text)) continue
      const own = document.createRange()
      own.setStart(text, text === range.startContainer ? range.startOffset : 0)
      own.setEnd(text, text === range.endContainer ? range.endOffset : text.data.length)
      if (!own.collapsed) found.push(own)
    }
  }
  return found
}

const isDrawnText = ({ parentNode }: Text): boolean => parentNode instanceof Element && isVisible(parentNode)

function* textsIn(root: Node): Generator<Text> {
  if (root instanceof Text) yield root
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let next = walker.nextNode(); next !== null; next = walker.nextNode()) yield next as Text
}

function linesOf(range: Range): ReturnType<Quote["lines"]> {
  const { startContainer: text } = range
  const element = text.parentNode instanceof Element ? text.parentNode : null
  if (element === null || parentOf(element) === null) return []
  const isDrawn = isVisible(element)
  return Array.from(range.getClientRects())
    .filter(({ width, height }) => width > 0 && height > 0)
    .map(rect => (isDrawn ? leftByBoxes(element, rect, leftByItself(element, rect)) : null))
}
