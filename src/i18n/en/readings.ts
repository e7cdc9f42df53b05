/** Reading an item's page again: what it does, what it costs, and what its numbers mean. */
import { plural } from "./plural.ts"

interface AccountLine {
  readonly what: string
  readonly sum: string
  readonly n: number
  /** Of the posts that were added up, the first and the last. */
  readonly time: string
}

export const readings = {
  "readings.title": "Changes since",
  "readings.again": "Read again",
  "readings.reading": "Opening and reading…",
  "readings.what": ({ host }: { host: string }) =>
    `On your click, Holdfast opens this item’s address once, in a tab at the back, reads its views, reposts and other numbers and whether its words changed, and closes it. The browser sends that request to ${host} with your sign-in; it may be counted as a view. The result is dated and kept with the item. What was captured doesn’t change, and no picture is taken.`,
  "readings.ask": ({ host }: { host: string }) =>
    `The browser will first ask whether Holdfast may read and change your data on ${host}; it words this the same for every extension. You can take it back in the settings at any time.`,
  "readings.refused":
    "The browser’s question was answered with no, so no page was opened; what is kept is as it was. Press the button again and allow it, or open the page yourself and press “Keep this reading” in the popup.",
  "readings.visits": ({ n }: { n: number }) =>
    `This tool has loaded this page ${plural(n, "time", "times")}.`,
  "readings.none": "Not read again yet.",
  "readings.noAddress": "This item’s address is none of the web, so it can’t be read again.",
  "readings.time": "time",
  "readings.raw": "the page’s words",
  "readings.found": "what was found",
  "readings.captured": "at the capture",
  "readings.rounded": ({ n }: { n: string }) => `about ${n}`,
  "readings.difference": "Changes in the text",
  "readings.gone": "removed",
  "readings.new": "added",
  "readings.cut": "Only a part is listed.",
  "readings.line": ({ n }: { n: string }) =>
    `${n}: quantity standard in the judicial interpretation; ask a lawyer whether it applies`,
  "readings.chartAlt": ({ what, first, last, n }: { what: string; first: string; last: string; n: number }) =>
    `${what}: ${plural(n, "reading", "readings")}, from ${first} to ${last}. The table has each.`,
  "readings.schedule": "Read by a schedule",
  "readings.scheduleWhat":
    "Off unless you switch it on, and never oftener than daily. It runs only while the browser is open and online, and makes up for missed times once. Each time the page is opened, which may raise its views. It ends with the trash, or when the site’s permission is taken back.",
  "readings.off": "Off",
  "readings.every": ({ n }: { n: string }) => (n === "1" ? "Every day" : `Every ${n} days`),
  "readings.next": ({ time }: { time: string }) => `Next reading not before ${time}.`,
  "readings.noPermission": "The browser does not allow this site any more, so the schedule was switched off.",
  "readings.account": "This account within one year",
  "readings.accountWhat": ({ n }: { n: number }) =>
    `Of one account on one site, ${plural(n, "post is", "posts are")} kept here. Each number is added up over the year in which it comes to most, by time of publication, or of capture where that is not known: each post once, with the highest of its readings.`,
  "readings.accountNone": ({ what }: { what: string }) => `${what}: no post has this number`,
  "readings.accountLine": ({ what, sum, n, time }: AccountLine) =>
    `${what}: ${sum} (${plural(n, "post has", "posts have")} this number, ${time})`,
  "readings.accountRough": ({ n }: { n: number }) =>
    ` (of ${plural(n, "post", "posts")} the time of publication is not known to the day)`,
  "readings.accountYear": ({ from, to }: { from: string; to: string }) => `from ${from} to ${to}`,
  "readings.likesApart": "Likes are neither views nor reposts: they stand apart and are in neither sum.",
  "readings.caution": "Whether several posts are counted together is for the court; ask a lawyer.",

  "changed.title": "Since the last capture",
  "changed.same": "The text is that of the capture.",
  "changed.counter": ({ what, then, now }: { what: string; then: string; now: string }) =>
    `${what} ${then} → ${now}`,
  "changed.keep": "Keep this reading",
  "changed.keeping": "Reading…",
  "changed.kept": "Kept.",
  "changed.again": "Capturing again ties the new item to the last one.",
} as const satisfies Record<string, unknown>
