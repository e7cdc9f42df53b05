/** A person without a mouse. */
import { type Surface } from "../../../scripts/browsers/driver.ts"

/** A document that takes keys, and no click. */
export type Keys = Pick<Surface, "evaluate" | "waitFor" | "press" | "type">

const MOST = 200

/** Presses Tab until what is wanted has the focus. */
export async function tabTo(surface: Keys, selector: string): Promise<void> {
  for (let pressed = 0; pressed < MOST; pressed += 1) {
    if (await surface.evaluate(wanted => document.activeElement?.matches(wanted) ?? false, selector)) return
    await surface.press("Tab")
  }
  throw new Error(`${String(MOST)} times Tab, and never at ${selector}`)
}

/** Goes there and presses it. */
export async function pressAt(surface: Keys, selector: string, key = "Enter"): Promise<void> {
  await surface.waitFor(`document.querySelector(${JSON.stringify(selector)}) !== null`)
  await tabTo(surface, selector)
  await surface.press(key)
}
