/** The pages that are captured, and how high they are: what a whole picture of them has to show. */
import { servePages, tallPage } from "../../tests/e2e/harness/site.ts"
import { type Site } from "../site/serve-site.ts"
import { type Heights } from "./witness.ts"

export const paths = { long: "/long", middle: "/middle", short: "/short" } as const

/** In CSS pixels, which are device pixels here. */
export const heights: Heights = { [paths.long]: 9_000, [paths.middle]: 2_400, [paths.short]: 1_500 }

export const serveFaultPages = (): Promise<Site> =>
  servePages(
    Object.fromEntries(Object.entries(heights).map(([path, height]) => [path, tallPage(path, height)])),
  )
