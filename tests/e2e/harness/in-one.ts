import { type Target } from "../../../scripts/browsers/driver.ts"

/**
 * Stories whose code is the same in both browsers, and that ask nothing of a browser that no other story
 * asks: in `npm test` each is told in one of them, in `npm run e2e` in both. By the name of the file.
 */
export const toldIn: Readonly<Record<Target, readonly string[]>> = {
  chrome: ["encrypted", "hostile-names", "known-sites", "originals", "report", "server-record", "tamper"],
  firefox: [
    "guided",
    "offline-copy",
    "open-timestamps",
    "page-restored",
    "picked-post",
    "post-facts",
    "queue",
    "restore",
    "tabs",
    "thread-comments",
    "time-bracket",
  ],
}
