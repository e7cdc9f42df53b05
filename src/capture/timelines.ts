/**
 * Animations that the scroll position drives: what fades in when it comes into
 * the window is half transparent at one edge of every frame. Their elements are
 * shown as they are without them, wherever that shows something.
 */
import { type Changes } from "./changes.ts"
import { page } from "./unclobbered.ts"

/** Switches off those that are not in `done`, and remembers them there. */
export function stopTimelines(changes: Changes, done: WeakSet<Element>): void {
  for (const { timeline, effect } of page.getAnimations()) {
    if (timeline === null || timeline instanceof DocumentTimeline) continue
    // What stands before or after an element has no style of its own that could be set.
    if (!(effect instanceof KeyframeEffect) || effect.pseudoElement !== null) continue
    const { target } = effect
    if (!(target instanceof HTMLElement || target instanceof SVGElement) || done.has(target)) continue
    done.add(target)
    const { animationName } = getComputedStyle(target)
    changes.setStyle(target, "animation-name", "none")
    if (getComputedStyle(target).opacity === "0") changes.setStyle(target, "animation-name", animationName)
  }
}
