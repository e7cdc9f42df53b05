/**
 * A button whose work is under way. It says so and answers no press, but is not `disabled`: a browser takes the
 * focus from what is disabled, and whoever uses the keyboard would be back at the top of the page.
 */
import { type Attributes } from "./dom.ts"

/** For a button that is busy with what its own press began, or that its own press leaves with nothing to do. */
export const busyIf = (isBusy: boolean): Attributes => ({ "aria-disabled": isBusy ? "true" : null })

/** Keeps presses of such buttons from everything else on the page; Enter in a field presses the form's button, too. */
export function ignoreBusyPresses(page: Document): void {
  page.addEventListener(
    "click",
    event => {
      const pressed = event.target instanceof Element ? event.target.closest("button") : null
      if (pressed?.getAttribute("aria-disabled") !== "true") return
      event.preventDefault()
      event.stopImmediatePropagation()
    },
    true,
  )
}
