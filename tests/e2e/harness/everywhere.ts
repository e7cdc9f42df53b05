/** A page of ours as it is seen: wide and light, dark and as wide as at 200 %, light and as narrow as a telephone. */
import { type Driven, type Scheme, type Surface } from "../../../scripts/browsers/driver.ts"
import { judged } from "./look.ts"
import { target } from "./target.ts"

/** No window of Firefox is narrower than 450 px. */
export const NARROW = target === "chrome" ? 320 : 500

/** A window of 1280 px has this at 200 %. */
const DOUBLED = 640

export const USUAL = { width: 1280, height: 1000 } as const

const views: readonly (readonly [scheme: Scheme, width: number])[] = [
  ["light", USUAL.width],
  ["dark", DOUBLED],
  ["light", NARROW],
]

/** What axe finds wrong in each of them, and where the page goes sideways; empty where all is well. */
export async function wrongAnywhere(driven: Driven, surface: Surface): Promise<readonly string[]> {
  const found: string[] = []
  for (const [scheme, width] of views) {
    await driven.setViewport({ width, height: USUAL.height })
    await driven.inScheme(scheme, async () => {
      await surface.waitFor(`matchMedia("(prefers-color-scheme: ${scheme})").matches`)
      const { wrong, sideways } = await judged(surface)
      const all = sideways ? [`sideways: ${await widest(surface)}`, ...wrong] : wrong
      found.push(...all.map(each => `${scheme}, ${String(width)} px: ${each}`))
    })
  }
  await driven.setViewport(USUAL)
  return found
}

/** The innermost elements that reach out, for whoever has to mend it. */
const widest = (surface: Surface): Promise<string> =>
  surface.evaluate(() =>
    [...document.body.querySelectorAll("*")]
      .filter(each => each.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .slice(-3)
      .map(each => each.outerHTML.slice(0, 120))
      .join(" | "),
  )
