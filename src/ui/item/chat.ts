/** The transcript of a chat: who, when, what, and where in the screens. Hidden until asked for; only ever text. */
import { type ChatFile, type ChatMessage } from "../../core/chat/chat-json.ts"
import { type Words } from "../../i18n/words.ts"
import { el } from "../parts/dom.ts"
import { rangeSaid } from "../parts/time-range.ts"
import { type Model } from "./model.ts"

/** Rows: more than a reader goes through at once, and less than makes a browser slow. */
const MOST_SHOWN = 2_000
const MOST_PLACES = 3

export function renderChat(words: Words, { content, item }: Model): HTMLElement | null {
  const { t } = words
  if (content.at !== "shown" || content.chat == null || item == null) return null
  const { chat } = content
  return el(
    "section",
    { id: "chat", "aria-labelledby": "chat-title" },
    el("h2", { id: "chat-title" }, t("chat.title")),
    el("p", { class: "small soft" }, t("chat.what")),
    ...(chat === false
      ? [el("p", { class: "note note-problem" }, t("chat.damaged"))]
      : renderMessages(words, chat, item.id)),
  )
}

function renderMessages(words: Words, { messages, count }: ChatFile, item: string): (HTMLElement | null)[] {
  const { t, format } = words
  const [shown, all] = [format.number(MOST_SHOWN), format.number(count)]
  const heads = [t("chat.number"), t("chat.sender"), t("chat.time"), t("chat.message"), t("chat.place")]
  return [
    el("p", { class: "small" }, t("chat.count", { n: count })),
    el(
      "div",
      { class: "chat-scroll", tabindex: "0", role: "group", "aria-labelledby": "chat-title" },
      el(
        "table",
        { class: "chat" },
        el("thead", {}, el("tr", {}, ...heads.map(head => el("th", { scope: "col" }, head)))),
        el("tbody", {}, ...messages.slice(0, MOST_SHOWN).map(message => renderMessage(words, message, item))),
      ),
    ),
    count > MOST_SHOWN ? el("p", { class: "small soft" }, t("chat.cut", { shown, all })) : null,
  ]
}

function renderMessage(words: Words, message: ChatMessage, item: string): HTMLElement {
  const { t, format } = words
  const { kind, side, sender, text, replyTo } = message
  return el(
    "tr",
    { "data-kind": kind, "data-n": String(message.n) },
    el("td", { class: "small soft" }, format.number(message.n)),
    el(
      "td",
      {},
      sender.raw === null
        ? el("span", { class: "soft" }, side === "own" ? t("chat.ownSide") : t("chat.noSender"))
        : el("bdi", {}, sender.raw),
      sender.raw !== null && side === "own" ? el("div", { class: "small soft" }, t("chat.ownSide")) : null,
    ),
    el("td", { class: "small" }, ...renderTime(words, message)),
    el(
      "td",
      {},
      replyTo.raw === null
        ? null
        : el("div", { class: "small soft", dir: "auto" }, t("chat.replyTo", { words: replyTo.raw })),
      kind === "text" ? null : el("span", { class: "soft" }, t(`chat.kind.${kind}`), " "),
      kind === "text" && text.raw === null
        ? el("span", { class: "soft" }, t("chat.noWords"))
        : el("span", { class: "chat-words", dir: "auto" }, text.raw ?? ""),
    ),
    el("td", { class: "small" }, ...renderPlaces(words, message, item)),
  )
}

function renderTime(words: Words, { sentAt, day }: ChatMessage): (HTMLElement | string)[] {
  const { t, format } = words
  const shown = [day === sentAt.raw ? null : day, sentAt.raw].filter(words => words !== null).join(" ")
  if (shown === "") return [el("span", { class: "soft" }, t("chat.noTime"))]
  const { value } = sentAt
  return [
    el("bdi", {}, shown),
    ...(value === null
      ? []
      : [
          el(
            "div",
            { class: "soft", title: value.basis },
            t("item.plusMinus", {
              time: format.time(value.at),
              range: rangeSaid(words, value.plusMinusSeconds),
            }),
          ),
        ]),
  ]
}

/** Frames are numbered as their files are. */
const numberOf = (path: string): number => Number(/(\d+)\.png$/.exec(path)?.[1] ?? 0)

function renderPlaces({ t, format }: Words, { frames, n }: ChatMessage, item: string): HTMLElement[] {
  const sorted = [...frames].sort((a, b) => Number(b.whole) - Number(a.whole))
  const isWhole = sorted[0]?.whole === true
  const links = (isWhole ? sorted.filter(({ whole }) => whole) : sorted).slice(0, MOST_PLACES)
  return [
    ...links.map(({ path, x, y, width, height, whole }) => {
      const of = { n: format.number(numberOf(path)), m: format.number(n) }
      const area = [x, y, width, height].map(String).join(",")
      const href = `picture.html?${new URLSearchParams({ item, path, area }).toString()}`
      const link = el("a", { href, "aria-label": t("chat.frameOf", of) }, t("chat.frame", of))
      return el("div", {}, link, whole ? "" : ` ${t("chat.inPart")}`)
    }),
    ...(isWhole ? [] : [el("div", { class: "soft" }, t("chat.notWhole"))]),
  ]
}
