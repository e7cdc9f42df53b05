/**
 * The comments that were read on the page, to choose from: each that is chosen
 * becomes an item of its own by way of a list. Hidden until asked for; only ever text.
 */
import { authorOf, authorsOf, roadTo } from "../../core/queue/comment.ts"
import { type CommentFacts, type PostFacts } from "../../core/post-facts/judge.ts"
import { type Words } from "../../i18n/words.ts"
import { addressToRead, type CaptureRow } from "../../vault/capture-row.ts"
import { el } from "../parts/dom.ts"
import { inertText } from "../parts/inert-text.ts"
import { saidOf } from "./fact.ts"
import { type Model } from "./model.ts"

/** Characters of a comment and of a name that are shown. */
const LONGEST = 400
const LONGEST_NAME = 60

export function renderComments(words: Words, model: Model, item: CaptureRow): HTMLElement | null {
  const { t } = words
  const { facts, content } = model
  if (facts.at !== "read" || facts.facts.comments.length === 0) return null
  const n = facts.facts.comments.length
  return el(
    "section",
    { id: "comments", "aria-labelledby": "comments-title" },
    el("h2", { id: "comments-title" }, t("comments.title")),
    el("p", { class: "small soft" }, t("comments.read", { n })),
    ...(content.at === "shown"
      ? renderList(words, model, item, facts.facts)
      : [el("p", { class: "soft" }, t("item.hidden"))]),
  )
}

/** The comments that the filter leaves, by their number in post.json, and whether each can be chosen. */
export function shownComments(
  { comments }: Pick<PostFacts, "comments">,
  author: string,
  thread: string,
): { readonly at: number; readonly comment: CommentFacts; readonly isOpen: boolean }[] {
  return comments
    .map((comment, at) => ({ at, comment, isOpen: roadTo(thread, comment) !== null }))
    .filter(({ comment }) => author === "" || authorOf(comment) === author)
}

function renderList(words: Words, model: Model, item: CaptureRow, facts: PostFacts): HTMLElement[] {
  const { t } = words
  const { author, ticked } = model.choosing
  const heads = ["choose", "author", "words", "time", "counts"] as const
  const rows = shownComments(facts, author, addressToRead(item))
  return [
    el("p", { class: "small" }, t("comments.what")),
    el(
      "div",
      { class: "row-acts" },
      el(
        "label",
        { for: "comments-author" },
        el("span", {}, t("comments.by"), " "),
        el(
          "select",
          { id: "comments-author" },
          el("option", { value: "", selected: author === "" }, t("comments.everyone")),
          ...authorsOf(facts).map(name =>
            el("option", { value: name, selected: name === author }, inertText(name, LONGEST_NAME)),
          ),
        ),
      ),
      act("comments-all", t("comments.all")),
      act("comments-none", t("comments.none")),
    ),
    el(
      "div",
      { class: "chat-scroll", tabindex: "0", role: "group", "aria-labelledby": "comments-title" },
      el(
        "table",
        { class: "chat" },
        el(
          "thead",
          {},
          el("tr", {}, ...heads.map(head => el("th", { scope: "col" }, t(`comments.head.${head}`)))),
        ),
        el("tbody", {}, ...rows.map(({ at, comment, isOpen }) => renderRow(words, at, comment, isOpen))),
      ),
    ),
    el(
      "p",
      { class: "row-acts" },
      el("output", { id: "comments-chosen" }, t("comments.chosen", { n: ticked.size })),
      ticked.size === 0
        ? null
        : el("a", { id: "comments-go", href: listOf(item.id, ticked) }, t("comments.go")),
    ),
  ]
}

const act = (name: string, said: string): HTMLElement =>
  el("button", { type: "button", id: name, class: "button-quiet", "data-act": name }, said)

const listOf = (of: string, ticked: ReadonlySet<number>): string =>
  `queue.html?${new URLSearchParams([
    ["of", of],
    ...[...ticked].sort((a, b) => a - b).map(at => ["comment", String(at)]),
  ]).toString()}`

function renderRow(words: Words, at: number, comment: CommentFacts, isOpen: boolean): HTMLElement {
  const { t } = words
  const name = authorOf(comment)
  const { text, publishedAt, likes, comments } = comment.fields
  const time = saidOf(words, "publishedAt", publishedAt)
  const said = inertText(text.value ?? text.raw ?? "", LONGEST)
  const counts = [
    likes.raw === null ? null : t("comments.likes", { n: inertText(likes.raw, LONGEST_NAME) }),
    comments.raw === null ? null : t("comments.replies", { n: inertText(comments.raw, LONGEST_NAME) }),
  ].filter(each => each !== null)
  return el(
    "tr",
    { "data-comment": String(at) },
    el(
      "td",
      {},
      isOpen
        ? el("input", {
            ...{ type: "checkbox", id: `comment-${String(at)}`, name: "comment", value: String(at) },
            "aria-label": t("comments.choose", { name: inertText(name, LONGEST_NAME), n: at + 1 }),
          })
        : el("span", { class: "small soft" }, t("comments.cannot")),
    ),
    el("td", {}, el("bdi", {}, inertText(name, LONGEST_NAME))),
    el("td", {}, el("span", { class: "chat-words", dir: "auto" }, said)),
    el(
      "td",
      { class: "small" },
      el("bdi", {}, inertText(publishedAt.raw ?? "", LONGEST_NAME)),
      ...timeOf(time),
    ),
    el("td", { class: "small" }, counts.join(" · ")),
  )
}

const timeOf = ({ value }: ReturnType<typeof saidOf>): HTMLElement[] =>
  value === null ? [] : [el("div", { class: "soft" }, value)]
