/** Addresses of 知乎: answers, articles, pins, questions, people (law.md §6.1). */
import { type KnownSite, numberIn, type Place } from "./place.ts"

export const zhihuPlaces: KnownSite = {
  id: "zhihu",
  hosts: ["zhihu.com"],
  locate,
  // An answer has its question's number before it, or not; an article may have an answer's.
  nameOf: (_place, url) => [...(partOf(url) ?? []), commentIn(url)].filter(part => part !== null).join("/"),
  tokens: ["share_code"],
}

export type Kind = "answers" | "articles" | "pins" | "zvideos" | "questions" | "users"

const ADDRESSES: readonly (readonly [kind: Kind, form: RegExp])[] = [
  ["answers", /^\/(?:question\/\d+\/answer|answer|tardis\/\w+\/ans)\/(\d+)\/?$/],
  ["articles", /^\/(?:p|tardis\/\w+\/art)\/(\d+)\/?$/],
  ["pins", /^\/pin\/(\d+)\/?$/],
  ["zvideos", /^\/zvideo\/(\d+)\/?$/],
  ["questions", /^\/question\/(\d+)(?:\/answers\/\w+)?\/?$/],
  ["users", /^\/(?:people|org)\/([\w-]+)(?:\/\w+)*\/?$/],
]

export const partOf = ({ pathname }: URL, wanted?: Kind): readonly [kind: Kind, id: string] | null => {
  for (const [kind, form] of ADDRESSES) {
    const id = form.exec(pathname)?.[1]
    if (id !== undefined && (wanted === undefined || wanted === kind)) return [kind, id]
  }
  return null
}

/** Older links to a comment lead to its element; no document says under which name newer ones have its number. */
export const commentIn = ({ searchParams, hash }: URL): string | null =>
  /^#comment-([1-9]\d{5,19})$/.exec(hash)?.[1] ??
  numberIn(searchParams, ["comment_id", "commentId", "comment"], /^[1-9]\d{5,19}$/)

function locate(url: URL): Place {
  const [kind, id] = partOf(url) ?? []
  if (kind === undefined || id === undefined || kind === "users") {
    const isList = /^\/(?:|hot|follow|search|topic\/\d+.*|column\/\w+)$/.test(url.pathname)
    const pageType = kind === "users" ? "profile" : isList ? "list" : "other"
    return { pageType, postId: null, permalink: null }
  }
  const [, question] = /^\/question\/(\d+)\//.exec(url.pathname) ?? []
  const permalink = {
    answers: `https://www.zhihu.com${question === undefined ? "" : `/question/${question}`}/answer/${id}`,
    articles: `https://zhuanlan.zhihu.com/p/${id}`,
    pins: `https://www.zhihu.com/pin/${id}`,
    zvideos: `https://www.zhihu.com/zvideo/${id}`,
    questions: `https://www.zhihu.com/question/${id}`,
  }[kind]
  const comment = commentIn(url)
  if (comment !== null) {
    return { pageType: "comment", postId: comment, permalink: `${permalink}#comment-${comment}` }
  }
  return { pageType: kind === "questions" ? "thread" : "post", postId: id, permalink }
}
