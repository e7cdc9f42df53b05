/**
 * `npm test` shares its long tables between the two browsers: every other row in each, so that each is
 * told at least once. `npm run e2e` tells all of them in both.
 */
import { target } from "./target.ts"

const isShared = process.env.SHARED === "1"
const own = target === "chrome" ? 0 : 1

/** The rows of this run and browser. */
export const sharedRows = <T>(rows: readonly T[]): readonly T[] =>
  isShared ? rows.filter((_, index) => index % 2 === own) : rows

/** The same, of a table whose rows have names. */
export const sharedEntries = <T>(table: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
  Object.fromEntries(sharedRows(Object.entries(table)))

/** Why something is not told here, or null where everything is. */
export const whyShared: string | null = isShared
  ? `told in ${target === "chrome" ? "Firefox" : "Chromium"} by npm test, and in both browsers by npm run e2e`
  : null
