/** What the page says of its post, in a line. Names and times of the page are put in as they are. */
export const facts = {
  "facts.title": "Read from the page",
  "facts.views": ({ n }: { n: string }) => `${n} views`,
  "facts.reposts": ({ n }: { n: string }) => `${n} reposts`,
  "facts.comments": ({ n }: { n: string }) => `${n} comments`,
  "facts.likes": ({ n }: { n: string }) => `${n} likes`,
  "facts.collects": ({ n }: { n: string }) => `${n} bookmarks`,
  "facts.about": ({ n }: { n: string }) => `about ${n}`,
  "facts.ambiguous": ({ n }: { n: number }) =>
    n === 1
      ? "The page contradicts itself on 1 of these; no value was taken for it."
      : `The page contradicts itself on ${String(n)} of these; no value was taken for them.`,
  "facts.faulty":
    "Reading these details went wrong on the way, so some may be missing. Screenshots and source are not affected.",
}
