/** An item that is a chat, as the capture keeps it. */
import { CHAT_JSON, type ChatFile, type ChatMessage } from "../../../src/core/chat/chat-json.ts"
import type { ItemSnapshot } from "../../../src/core/bundle/snapshot.ts"
import { exampleItem, pixel } from "../bundle/example.ts"

const absent = { value: null, raw: null, source: null, where: null, verdict: "not-found" } as const
const said = (raw: string, source: "dom" | "shown-above" = "dom") => ({
  ...{ value: raw, raw, source, where: ".x", verdict: "ok" as const },
})
const place = (y: number, whole = true) => ({
  ...{ path: "frames/0003.png", x: 320, y, width: 900, height: 64, whole },
})

const message = (n: number, different: Partial<ChatMessage>): ChatMessage => ({
  ...{ n, key: String(n), kind: "text", side: "other", sender: said("张某"), day: "11月19日" },
  sentAt: {
    value: { at: "2026-11-19T01:14:00.000Z", plusMinusSeconds: 60, basis: "day shown above the message" },
    ...{ raw: "09:14", source: "dom", where: ".time", verdict: "ok" },
  },
  ...{ text: said("李某欠钱不还"), replyTo: absent, frames: [place(120)] },
  ...different,
})

/** One of each kind that a paper says in its own way. */
const messages: readonly ChatMessage[] = [
  message(1, {}),
  message(2, { sender: said("张某", "shown-above"), text: said(`大家小心${"啊".repeat(400)}`) }),
  message(3, { side: "own", sender: absent, text: said("这不是事实"), replyTo: said("李某欠钱不还") }),
  message(4, {
    kind: "recalled",
    sender: absent,
    text: said("张某撤回了一条消息"),
    sentAt: absent,
    day: null,
  }),
  message(5, { kind: "voice", text: absent, frames: [place(700, false)] }),
  message(6, {
    ...{ text: absent, frames: [], day: null },
    sentAt: { value: null, raw: "22:05", source: "dom", where: ".time", verdict: "ambiguous" },
  }),
  message(7, {
    ...{ day: "昨天", text: said("gnp\u202Eexe") },
    sentAt: {
      value: { at: "2026-11-21T14:05:00.000Z", plusMinusSeconds: 86_400, basis: "day" },
      ...{ raw: "昨天", source: "shown-above", where: ".day", verdict: "ok" },
    },
  }),
]

export const exampleChat = (count = messages.length): ChatFile => ({
  ...{ schema: 1, adapter: { id: "telegram-a", version: "2026-11-27" }, until: "2026-11-19", ending: "date" },
  count,
  messages: Array.from({ length: count }, (_, at) => messages[at] ?? message(at + 1, {})),
})

export function chatItem(chat: ChatFile | null): ItemSnapshot {
  const item = exampleItem(
    "e001",
    { "frames/0000.png": pixel, ...(chat === null ? {} : { [CHAT_JSON]: JSON.stringify(chat) }) },
    {
      ...{ title: "Telegram Web", url: "https://web.telegram.org/a/", complete: false },
      gaps: [{ what: "transcript", reason: "date", count: null, where: "2026-11-19" }],
      chat: {
        ...{
          adapter: { id: "telegram-a", version: "2026-11-27" },
          box: 1,
          until: "2026-11-19",
          ending: "date",
        },
        ...{ messages: chat?.count ?? 0, file: chat === null ? null : CHAT_JSON },
      },
    },
  )
  return chat === null ? item : { ...item, chat }
}
