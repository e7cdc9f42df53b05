/** The entries of a list, each with what became of it. Addresses are text here: nothing leads to them. */
import { hostOf, isSamePage } from "../../core/address.ts"
import { type CommentWords } from "../../core/queue/comment.ts"
import { isRefusal, isWalled, type QueueEntry } from "../../core/queue/entry.ts"
import { errorSentences } from "../../i18n/sentences.ts"
import { type Words } from "../../i18n/words.ts"
import { type Child, el } from "../parts/dom.ts"
import { inertText } from "../parts/inert-text.ts"
import { chip, itemLabel } from "../parts/item.ts"

/** Characters of an address that are shown. */
const SHOWN = 120

export const renderEntries = (words: Words, entries: readonly QueueEntry[], isDone: boolean): HTMLElement =>
  el(
    "section",
    { id: "entries-section", "aria-labelledby": "entries-title" },
    el("h2", { id: "entries-title" }, words.t("queue.entries")),
    el("ol", { id: "entries" }, ...entries.map(entry => renderEntry(words, entry, isDone))),
  )

function renderEntry(words: Words, entry: QueueEntry, isDone: boolean): HTMLElement {
  const { t } = words
  const { place, url, state, capture, item, complete, comment } = entry
  const name = isDone && (state === "waiting" || state === "interrupted") ? "left" : state
  return el(
    "li",
    { "data-entry": String(place), "data-state": state },
    el("span", { class: `chip queue-${name}` }, t(`queue.state.${name}`)),
    el(
      "div",
      {},
      el("bdi", {}, inertText(url, SHOWN)),
      comment === undefined ? null : el("p", { class: "small", dir: "auto" }, commentSaid(words, comment)),
      ...notesOf(words, entry).map(said => el("p", { class: "small" }, ...said)),
      ...entry.earlier.map(id =>
        el("p", { class: "small" }, t("queue.tried"), " ", itemLink(id, t("queue.earlierItem"))),
      ),
    ),
    item === null || capture === null
      ? null
      : el(
          "span",
          { class: "made" },
          itemLink(capture, itemLabel(item)),
          state === "saved" ? chip(words, complete === true ? "complete" : "gaps") : null,
        ),
  )
}

const commentSaid = ({ t }: Words, { authorName, text }: CommentWords): string =>
  t("queue.comment", { name: inertText(authorName ?? "", 60), words: inertText(text, SHOWN) })

const itemLink = (id: string, said: string): HTMLElement =>
  el("a", { href: `item.html?${new URLSearchParams({ item: id }).toString()}` }, said)

function notesOf({ t }: Words, entry: QueueEntry): Child[][] {
  const { state, code, answer, arrived } = entry
  if (state === "failed" && code !== null) {
    const { cause, code: shown } = errorSentences(t, code)
    return [[cause, " ", el("code", { class: "code" }, shown)]]
  }
  return [
    ...(isRefusal(entry) ? [[t("queue.answered", { status: String(answer) })]] : []),
    ...(isWalled(entry) ? [[t("saved.wall")]] : []),
    ...(isElsewhere(entry)
      ? [[t("queue.arrived", { host: inertText(hostOf(arrived ?? "") ?? "", 60) })]]
      : []),
  ]
}

/** Whether the address led to another page; the same one by https is none. */
export const isElsewhere = ({ url, arrived, state }: QueueEntry): boolean =>
  state === "saved" && arrived !== null && !isSamePage(plain(arrived), plain(url))

const plain = (url: string): string => url.replace(/^http:/, "https:")
