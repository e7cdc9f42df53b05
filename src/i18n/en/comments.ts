import { plural } from "./plural.ts"

interface Counted {
  readonly n: number
}

/** Comments of one thread that become items of their own. */
export const comments = {
  "comments.title": "Comments on the page",
  "comments.read": ({ n }: Counted) =>
    `${plural(n, "comment was", "comments were")} read on the page when the capture began. The page may have more.`,
  "comments.what":
    "Those that you choose are captured one by one, each as an item of its own. A comment with a page of its own is captured there. Any other is looked for by its words on this page, which is opened again: where it is found, it is cut out as a picture; where it is not, nothing is captured for it, and the list says so.",
  "comments.by": "Show",
  "comments.everyone": "all authors",
  "comments.all": "Choose all that are shown",
  "comments.none": "Choose none",
  "comments.head.choose": "Choose",
  "comments.head.author": "Author",
  "comments.head.words": "Words",
  "comments.head.time": "Time",
  "comments.head.counts": "Counts",
  "comments.choose": ({ n, name }: { n: number; name: string }) => `Comment ${String(n)} by ${name}`,
  "comments.cannot": "no words to find it by",
  "comments.likes": ({ n }: { n: string }) => `likes: ${n}`,
  "comments.replies": ({ n }: { n: string }) => `replies: ${n}`,
  "comments.chosen": ({ n }: Counted) => `${plural(n, "comment", "comments")} chosen.`,
  "comments.go": "Put them on a list to capture…",

  "queue.comments": ({ n, item }: { n: number; item: string }) =>
    `${plural(n, "comment", "comments")} read in ${item}, each to be captured as an item of its own.`,
  "queue.leftAgain": ({ n }: Counted) =>
    `${plural(n, "entry", "entries")} of the list before, comments or items to be captured again, each with its item and its case as before.`,
  "queue.commentsNot": ({ n }: Counted) =>
    `${plural(n, "comment", "comments")} cannot be captured from here.`,
  "queue.comment": ({ name, words }: { name: string; words: string }) =>
    name === "" ? `Comment: ${words}` : `Comment by ${name}: ${words}`,
}
