import type { ChatWords } from "../../core/papers/chat-words.ts"
import { chat } from "../en/chat.ts"
import { spanEn } from "./span.ts"

const endings = {
  top: "Nothing older came before them",
  limit: "Stopped at a limit: older messages were not captured",
  stopped: "Stopped by the user: older messages were not captured",
  "not-reached": "The beginning was not reached: older messages were not captured",
} as const

const some = (n: number, one: string, more: string): string => `${String(n)} ${n === 1 ? one : more}`

export const chatEn: ChatWords = {
  title: item => `Transcript of the chat ${item}`,
  note: "Read from the page by the capture tool, for finding and comparing. The screenshots are the evidence. Names are those that the account in use displayed; they do not say who somebody is.",
  columnsNote: (path, zone) =>
    `Times are worked out, in the zone of the computer that captured (${zone}), from the days and times that the page shows. In “Where”, screen 3 is the screenshot frames/0003.png, and y counts pixels from its upper edge to the upper edge of the message. ${path} has all of it, with all places.`,
  missing: "There is no transcript that can be read. See the screenshots.",
  count: messages => some(messages, "message", "messages"),
  range: (from, to) => (from === to ? `Time: ${from}` : `From ${from} to ${to}`),
  noTimes: "The times that the page shows do not say on which days",
  ending: (ending, until) =>
    ending === "date" ? `Captured back to ${until ?? "a day"} only, as the user chose` : endings[ending],
  recalled: messages =>
    `${some(messages, "message was", "messages were")} taken back before the capture: only the site's notice is left`,
  noPlace: messages => `${some(messages, "message is", "messages are")} shown whole by no screen`,
  columns: {
    number: chat["chat.number"],
    time: chat["chat.time"],
    sender: chat["chat.sender"],
    text: chat["chat.message"],
    place: chat["chat.place"],
  },
  kind: {
    picture: chat["chat.kind.picture"],
    voice: chat["chat.kind.voice"],
    video: chat["chat.kind.video"],
    file: chat["chat.kind.file"],
    system: chat["chat.kind.system"],
    recalled: chat["chat.kind.recalled"],
  },
  computed: (time, seconds) => `${time}, give or take ${spanEn(seconds)}`,
  notComputed: "the day could not be worked out",
  notShown: "not shown by the page",
  noText: chat["chat.noWords"],
  ownSide: chat["chat.ownSide"],
  namedAbove: "named further up",
  replyTo: words => `In reply to: ${words}`,
  textCut: "not all of it",
  place: (frame, y) => `Screen ${String(frame)}, y ${String(y)}`,
  inPart: "a part of it",
  nowhere: "no screen shows it",
  cut: (shown, all, path) =>
    `The first ${String(shown)} of ${String(all)} messages are listed here; ${path} and the screenshots have the others.`,
}
