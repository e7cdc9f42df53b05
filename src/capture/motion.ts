/**
 * What is still on its way when the page has been scrolled: content that fades
 * in, or that a script brings along behind the scroll position. It is waited
 * for, within a bound; what never rests is waited for once, and then left be.
 */
import { boxOf, page } from "./unclobbered.ts"

export interface Motion {
  /** Before the page is moved: forgets what moved until now. */
  begin(): void
  /** Resolves at once where nothing moves. */
  untilCalm(where: "seen" | "page"): Promise<Calm>
  stop(): void
}

export interface Calm {
  /** Elements that still moved in the end. */
  readonly moving: number
  /** Something moved at first: what it came to was drawn in the last frame, and need not be on the screen yet. */
  readonly wasAwaited: boolean
}

const LIMIT_MS = 1_500
/** As many as a screen draws in that time. A busy machine draws fewer, and what moves by frames takes as much longer there. */
const LIMIT_FRAMES = 90
const LONGEST_MS = 3_000

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
      const began = performance.now()
      let frames = 0
      const isOver = () => {
        const ms = performance.now() - began
        return ms >= LONGEST_MS || (ms >= LIMIT_MS && frames >= LIMIT_FRAMES)
      }
      let left = moving([...written(), ...animated()], where)
      const wasAwaited = left.length > 0
      // What was written once, in answer to the scrolling, is not written again in the next frame. That frame may take
      // long on a busy machine, and until it is drawn nothing is written: that is no rest.
      while (left.length > 0 && !isOver() && (await nextFrame(began + LONGEST_MS - performance.now()))) {
        frames += 1
        left = moving([...written(), ...animated()], where)
      }
      for (const element of left) restless.add(element)
      return { moving: left.length, wasAwaited }
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

/** False where none is drawn in time: a hidden tab draws none. */
export const nextFrame = (limitMs = 100): Promise<boolean> =>
  new Promise(resolve => {
    const timer = setTimeout(() => {
      resolve(false)
    }, limitMs)
    requestAnimationFrame(() => {
      clearTimeout(timer)
      resolve(true)
    })
  })
