/** Of a page that is a chat: how far back, asked before the button is pressed; and what became of it. */
import { type Words } from "../../i18n/words.ts"
import { type CaptureRow } from "../../vault/capture-row.ts"
import { el } from "../parts/dom.ts"
import { type Model } from "./model.ts"

export function renderChatUntil({ t }: Words, { isChat, chatUntil }: Model): HTMLElement | null {
  if (!isChat) return null
  return el(
    "div",
    { id: "chat", class: "note note-calm" },
    el(
      "label",
      { class: "row" },
      el("span", {}, t("chat.until")),
      el("input", {
        ...{ type: "date", id: "chat-until", value: chatUntil, min: "1990-01-01" },
        "aria-describedby": "chat-what",
      }),
    ),
    el("p", { id: "chat-what", class: "small soft" }, t("chat.untilWhat")),
  )
}

/** Lines of the receipt; none, where the page was no chat. */
export function chatLines(
  { t, format }: Words,
  { chat }: CaptureRow,
): (readonly [name: string, label: string, value: string])[] {
  if (chat === undefined) return []
  const { ending, messages, until } = chat
  return [
    ["messages", t("chat.line"), t("saved.n", { n: format.number(messages) })],
    [
      "oldest",
      t("chat.ending"),
      ending === "date" ? t("chat.ending.date", { day: until ?? "" }) : t(`chat.ending.${ending}`),
    ],
  ]
}

/** The original medium is what a court may ask for (product.md, the coach's words on chats). */
export const renderKeepOriginal = ({ t }: Words, { chat }: CaptureRow): HTMLElement | null =>
  chat === undefined ? null : el("p", { id: "chat-keep", class: "note note-calm" }, t("chat.keep"))
