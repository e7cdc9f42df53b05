import { afterAll, beforeAll } from "vitest"
import { type Driven, type LaunchOptions } from "../../../scripts/browsers/driver.ts"
import { newPlace, type Place, start } from "./browser.ts"

/** One installation for the stories of a file. `driven` is there while they run. */
export interface Installed {
  readonly place: Place
  readonly driven: Driven
  /** Launches again on the same profile, after `driven.kill()` or `driven.close()`. */
  again(): Promise<Driven>
}

/** Call it at the top of a test file: launches before its tests, ends the browser and removes its files after them. */
export function installed(options: Partial<LaunchOptions> = {}): Installed {
  const place = newPlace()
  const held: { driven?: Driven } = {}
  const launched = async (): Promise<Driven> => {
    held.driven = await start(place, options)
    return held.driven
  }
  beforeAll(launched)
  afterAll(async () => {
    await held.driven?.close()
    place.clear()
  })
  return {
    place,
    get driven() {
      if (held.driven === undefined) throw new Error("the browser is there in tests and hooks only")
      return held.driven
    },
    again: launched,
  }
}
