/** The pages that are captured, and how high they are: what a whole picture of them has to show. */
import { noisePage, servePages, tallPage } from "../../tests/e2e/harness/site.ts"
import { type Site } from "../site/serve-site.ts"
import { type Heights } from "./witness.ts"

export const paths = { long: "/long", middle: "/middle", short: "/short", noise: "/noise" } as const

const plain = { [paths.long]: 9_000, [paths.middle]: 2_400, [paths.short]: 1_500 }
const NOISE_SCREENS = 3

/** In CSS pixels, which are device pixels here. */
export const heights: Heights = { ...plain, [paths.noise]: NOISE_SCREENS * 800 }

export const serveFaultPages = (): Promise<Site> =>
  servePages({
    ...Object.fromEntries(Object.entries(plain).map(([path, height]) => [path, tallPage(path, height)])),
    [paths.noise]: noisePage(NOISE_SCREENS),
  })
