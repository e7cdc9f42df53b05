/** The limits of the scrolling: which one ended it, and the settings of those that the user sets. */
import { type LimitUnit } from "../../core/limit.ts"
import { plural } from "./plural.ts"

interface Amount {
  readonly n: number
}

const amount =
  (one: string, many: string) =>
  ({ n }: Amount): string =>
    plural(n, one, many)

export const endless = {
  "limit.user": ({ amount }: { amount: string }) => `stopped at your limit of ${amount}`,
  "limit.tool": ({ amount }: { amount: string }) => `stopped at this tool’s own limit of ${amount}`,
  "limit.amount.screens": amount("screen", "screens"),
  "limit.amount.seconds": amount("second", "seconds"),
  "limit.amount.items": amount("entry", "entries"),
  "limit.amount.copies": amount("copy", "copies"),
  "limit.amount.rows": amount("row", "rows"),

  "endless.title": "How far a page without an end is followed",
  "endless.what":
    "Some pages go on loading for as long as they are scrolled. A capture follows one until the first of these is reached. What comes after is left out, and the result says so.",
  "endless.screens": "Screens, of a page that grows while it is scrolled",
  "endless.seconds": "Seconds, of any page’s scrolling; time away from the tab does not count",
  "endless.items": "Entries of its list; leave this empty for no limit",
  "endless.range": ({ least, most }: { least: string; most: string }) =>
    `A whole number from ${least} to ${most}`,
  "endless.wrong": ({ least, most }: { least: string; most: string }) =>
    `This has to be a whole number from ${least} to ${most}. Nothing was changed.`,
  "endless.keep": "Keep these limits",
  "endless.kept": "Kept. They hold for captures from now on.",
} as const satisfies Record<`limit.amount.${LimitUnit}`, (amount: Amount) => string> & Record<string, unknown>
