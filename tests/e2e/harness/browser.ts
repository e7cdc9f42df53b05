import { type Driven, type LaunchOptions } from "../../../scripts/browsers/driver.ts"
import { type Place, startIn } from "./place.ts"
import { target } from "./target.ts"

export { newPlace, type Place } from "./place.ts"

/** {@link startIn} in the browser of this run. */
export const start = (place: Place, options: Partial<LaunchOptions> = {}): Promise<Driven> =>
  startIn(target, place, options)
