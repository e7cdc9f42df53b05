/**
 * Every document and shadow root that can be reached, watched for what is added
 * to them and taken away. What is added is searched for more of them.
 */
import { documentIn, elementsIn, isFrame, type Root } from "./elements.ts"
import { shadowOf } from "./shadow.ts"
import { findIn, isInPage } from "./unclobbered.ts"

export interface Roots {
  readonly all: () => ReadonlySet<Root>
  /** Hands over what was changed until now, without waiting for the browser to do it. */
  readonly settle: () => void
  readonly stop: () => void
}

/** @param onRecords told of changes in any of them */
export function watchRoots(onRecords: (records: readonly MutationRecord[]) => void): Roots {
  const roots = new Set<Root>()
  const frames = new Set<Element>()
  const take = (records: readonly MutationRecord[]) => {
    for (const { addedNodes } of records) for (const node of addedNodes) searchWithin(node)
    if (records.length > 0) onRecords(records)
  }
  const observer = new MutationObserver(take)

  const search = (elements: Iterable<Element>) => {
    for (const element of elements) {
      if (isFrame(element)) frames.add(element)
      const inner = shadowOf(element) ?? documentIn(element)
      if (inner) add(inner)
    }
  }
  const searchWithin = (node: Node) => {
    if (node.nodeType !== Node.ELEMENT_NODE || !isInPage(node)) return
    const element = node as Element
    search([element, ...findIn(element, "*")])
  }
  const add = (root: Root) => {
    if (roots.has(root)) return
    roots.add(root)
    observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      characterDataOldValue: true,
    })
    search(elementsIn(root))
  }
  add(document)

  return {
    all: () => roots,
    settle() {
      // A frame may have gone on to another document.
      search(frames)
      take(observer.takeRecords())
    },
    stop() {
      observer.disconnect()
    },
  }
}
