/** Pictures of our screens for people to look at; what a machine can say of them is look.ts. */
import { mkdirSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type Scheme, type Surface } from "../../../scripts/browsers/driver.ts"
import { type Installed } from "./installed.ts"
import { target } from "./target.ts"

/** Where `npm run screenshots` wants them. */
const wanted = process.env.SCREENSHOTS
const folder = join(wanted ?? join(tmpdir(), "holdfast-looks"), target)
mkdirSync(folder, { recursive: true })

const MOST_TRANSITION_MS = 2_000

export interface Mode {
  readonly language: string
  readonly scheme: Scheme
}

export type Photograph = (surface: Surface, state: string) => Promise<void>

/**
 * Takes pictures of a screen in its states, named so that those of one state lie beside each other. In the scheme of
 * the story; for `npm run screenshots` in the other one, too.
 */
export function photographer(browser: Pick<Installed, "driven">, screen: string, mode: Mode): Photograph {
  return async (surface, state) => {
    const take = (scheme: Scheme) =>
      surface.screenshot(join(folder, `${screen}-${state}-${mode.language}-${scheme}.png`))
    await take(mode.scheme)
    if (wanted === undefined) return
    const other = mode.scheme === "dark" ? "light" : "dark"
    await browser.driven.inScheme(other, async () => {
      await untilShown(surface, other)
      await take(other)
    })
    await untilShown(surface, mode.scheme)
  }
}

/** Colours may take their time to change. */
async function untilShown(surface: Surface, scheme: Scheme): Promise<void> {
  await surface.waitFor(
    `matchMedia("(prefers-color-scheme: ${scheme})").matches && document.getAnimations().every(each => !(each instanceof CSSTransition))`,
    MOST_TRANSITION_MS,
  )
}
