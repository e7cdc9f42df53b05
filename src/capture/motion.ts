/**
 * What is still on its way when the page has been scrolled: content that fades
 * in, or that a script brings along behind the scroll position. It is waited
 * for, within a bound; what never rests is waited for once, and then left be.
 */
import { boxOf, page } from "./unclobbered.ts"

export interface Motion {
  /** Before the page is moved: forgets what moved until now. */
  begin(): void
  /** Resolves with the number of elements that still moved in the end; at once where nothing does. */
  untilCalm(where: "seen" | "page"): Promise<number>
  stop(): void
}

const LIMIT_MS = 1_500

export function watchMotion(): Motion {
  const restless = new WeakSet<Element>()
  const seen = new Set<Element>()
  const note = (records: readonly MutationRecord[]) => {
    for (const { target } of records) if (target instanceof Element) seen.add(target)
  }
  const observer = new MutationObserver(note)
  observer.observe(document, { subtree: true, attributes: true, attributeFilter: ["style"] })

  /** Elements whose style was written since the last look. */
  const written = (): Element[] => {
    note(observer.takeRecords())
    const elements = Array.from(seen)
    seen.clear()
    return elements
  }
  const moving = (elements: readonly Element[], where: "seen" | "page"): Element[] =>
    elements.filter(element => !restless.has(element) && (where === "page" || isSeen(element)))

  return {
    begin() {
      written()
    },
    async untilCalm(where) {
      const end = performance.now() + LIMIT_MS
      let left = moving([...written(), ...animated()], where)
      // What was written once, in answer to the scrolling, is not written again in the next frame.
      while (left.length > 0 && performance.now() < end) {
        await nextFrame()
        left = moving([...written(), ...animated()], where)
      }
      for (const element of left) restless.add(element)
      return left.length
    },
    stop() {
      observer.disconnect()
    },
  }
}

/** Targets of animations and transitions that end by themselves, and soon. Those without an end are how the page looks. */
function animated(): Element[] {
  return page.getAnimations().flatMap(({ playState, timeline, effect, currentTime }) => {
    if (playState !== "running" || !(timeline instanceof DocumentTimeline)) return []
    if (!(effect instanceof KeyframeEffect) || effect.target === null) return []
    const left = Number(effect.getComputedTiming().endTime) - Number(currentTime ?? 0)
    return left <= LIMIT_MS ? [effect.target] : []
  })
}

function isSeen(element: Element): boolean {
  const { top, bottom, left, right } = boxOf(element)
  return bottom > 0 && top < innerHeight && right > 0 && left < innerWidth
}

/** A hidden tab draws none. */
export const nextFrame = (): Promise<void> =>
  new Promise(resolve => {
    const timer = setTimeout(resolve, 100)
    requestAnimationFrame(() => {
      clearTimeout(timer)
      resolve()
    })
  })
