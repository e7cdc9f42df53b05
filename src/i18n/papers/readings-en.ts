import type { CounterName } from "../../core/post-facts/summary.ts"
import type { CountersSummary, StateBasis } from "../../core/readings/reading.ts"
import type { ReadingsWords } from "../../core/bundle/words.ts"

const names: Readonly<Record<CounterName, string>> = {
  views: "views",
  reposts: "reposts",
  comments: "comments",
  likes: "likes",
  collects: "collects",
}

type Said = Pick<CountersSummary, "words" | "status">

const found: Readonly<Record<StateBasis, (said: Said) => string>> = {
  "same-text": () => "The post was still shown, in the words of the capture.",
  "part-of-text": () =>
    "The post was still shown; once only its beginning was, and what can be compared is the same.",
  fields: () =>
    "The post’s author or numbers were still shown; the capture has no text of it, so none was compared.",
  "text-differs": () => "The post was still shown, in other words than at the capture.",
  "edited-mark": () =>
    "What can be compared of the text is the same, and the page has a new mark of an edit.",
  "phrase-deleted": ({ words }) =>
    `The address did not show the post; the page said “${words ?? ""}”. This tells of this one time, and does not mean that nobody can see it.`,
  "phrase-not-shown": ({ words }) =>
    `The address did not show the post; the page said “${words ?? ""}”. The site may say so too to readers who are not signed in, come too often, or use an old link: it does not show that the post was deleted.`,
  status: ({ status }) =>
    `The address did not show the post; the server answered with status ${String(status ?? "")}. This tells of this one time, and does not mean that nobody can see it.`,
  "sign-in": () =>
    "The page asked to sign in, or to open an app, and did not show the post; it does not say whether the post is there.",
  verification: () =>
    "The page asked for a verification and did not show the post; it does not say whether the post is there.",
  refused: ({ status }) =>
    `The server refused the page${status === null ? "" : ` (status ${String(status)})`}; it does not say whether the post is there.`,
  "text-not-found": () => "The post’s text was not found on the page: it cannot be told.",
  "other-text": () =>
    "The text on the page is very different from the captured one and may not be the post’s: it cannot be told.",
  "other-post": () => "The page showed another post or another account: it cannot be told.",
  "other-address": () => "The site went on to another address: it cannot be told.",
  "no-answer": () => "The page was opened and nothing could be read: it cannot be told.",
}

export const readingsEn: ReadingsWords = {
  numbers: "Read again",
  counterName: name => names[name],
  readAt: "time (UTC)",
  pageWords: "the page’s words",
  visits: n =>
    `By then, this one included, this tool had loaded this page ${String(n)} ${n === 1 ? "time" : "times"}.`,
  found: summary => found[summary.stateBasis](summary),
  by: ({ openedBy, occasion }) =>
    openedBy === "user"
      ? "Read from the page that the user had open."
      : occasion === "schedule"
        ? "Opened and read by this tool, by the user’s schedule."
        : "Opened and read by this tool, on the user’s click.",
  numbersNote:
    "Numbers as the page showed them then: not the platform’s own data, and perhaps rounded; this tool’s own visits may be among the views. “—”: not read.",
}
