import type { FactsWords } from "../../core/bundle/words.ts"
import type { FieldName, FieldSource } from "../../core/post-facts/fields.ts"
import type { IdTimeCompared } from "../../core/post-facts/judge.ts"
import { spanEn } from "./span.ts"

const names = {
  permalink: "address of the post",
  postId: "number of the post",
  authorName: "author",
  authorHandle: "handle",
  authorId: "account ID (uid)",
  authorUrl: "author’s page",
  authorVerified: "verification",
  ipLocation: "IP region",
  publishedAt: "published",
  editedAt: "edited",
  text: "text",
  media: "pictures and videos",
  views: "views",
  reposts: "reposts",
  comments: "comments",
  likes: "likes",
  collects: "bookmarks",
  parent: "post that it answers or passes on",
  position: "position in the thread, or the number of the thread",
  title: "title",
} as const satisfies Record<FieldName, string>

const sources = {
  url: "from the address",
  "page-json": "from data in the page’s scripts",
  "json-ld": "from the page’s structured data",
  meta: "from the page’s meta elements",
  dom: "from the text that the page shows",
  user: "filled in by the user",
} as const satisfies Record<FieldSource, string>

export const factsEn: FactsWords = {
  saidByPage: "What the page says of the post",
  saidUnreadable: "This file could not be read, so it is not listed.",
  saidNote:
    "Read from the page by a program; not issued by the platform. An account is not a person; numbers may be rounded. The pictures and the source decide.",
  fieldName: name => names[name],
  fieldSource: source => sources[source],
  plusMinus: seconds => `± ${spanEn(seconds)}`,
  fieldAmbiguous: "the page contradicts itself, or its meaning is not certain: no value taken",
  filledIn: time => `filled in by the user, ${time}`,
  filledInTitle: "Filled in by the user",
  filledInNote: path =>
    `What is marked “filled in by the user” was not read from the page and is no part of the captured record; all of it, with its times, is in ${path}.`,
  fieldsMissing: missing => `Not found on the page: ${missing.map(name => names[name]).join(", ")}.`,
  commentsRead: count =>
    count === 1
      ? "1 comment of the page was read too: see post.json."
      : `${String(count)} comments of the page were read too: see post.json.`,
  adapterFault: adapter =>
    `The reader “${adapter}” did not come to its end, so something may be missing here; pictures and source are not affected.`,
  idTime: ({ at, apart }) =>
    `The identifier holds the time ${at}${apartSaid(apart)} How it is computed is not published by the platform: corroboration, not proof by itself.`,
}

function apartSaid(apart: IdTimeCompared["apart"]): string {
  if (apart === null) return "; the page shows none to compare it with."
  const { seconds, plusMinusSeconds } = apart
  if (seconds === 0) return ", which is the time shown on the page."
  const said = `, ${spanEn(seconds)} from the time shown on the page`
  return seconds <= plusMinusSeconds
    ? `${said}: within what that one may be off itself (± ${spanEn(plusMinusSeconds)}).`
    : `${said}: more than that one may be off itself (± ${spanEn(plusMinusSeconds)}).`
}
