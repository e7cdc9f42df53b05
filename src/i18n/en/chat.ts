/** Chats: the day to go back to, and the transcript. */
import { plural } from "./plural.ts"

export const chat = {
  "chat.until": "This is a chat. Capture back to which day?",
  "chat.untilWhat": "Left empty, it goes back as far as the limits in the settings allow.",
  "chat.line": "Chat messages",
  "chat.ending": "Oldest message",
  "chat.ending.top": "nothing older came",
  "chat.ending.date": ({ day }: { day: string }) => `back to ${day}, as you chose`,
  "chat.ending.limit": "stopped at a limit",
  "chat.ending.stopped": "stopped by you",
  "chat.ending.not-reached": "the beginning was not reached",
  "chat.keep":
    "Keep the original phone, account and records. Do not delete or reinstall, and do not clear them when you change phones: the court may ask to see them.",
  "chat.title": "Transcript of the chat",
  "chat.what":
    "Read from the page. The screenshots are the evidence; the transcript says where in them each message stands. Names are those that this account displays.",
  "chat.count": ({ n }: { n: number }) => plural(n, "message", "messages"),
  "chat.cut": ({ shown, all }: { shown: string; all: string }) =>
    `The first ${shown} of ${all} messages are shown here; chat.json has them all.`,
  "chat.damaged": "The transcript is gone or changed, and is not shown.",
  "chat.number": "No.",
  "chat.sender": "Sender",
  "chat.time": "Time",
  "chat.message": "Message",
  "chat.place": "Where",
  "chat.ownSide": "own side",
  "chat.noSender": "not shown",
  "chat.noTime": "not shown",
  "chat.noWords": "no words could be read: see the screenshot",
  "chat.replyTo": ({ words }: { words: string }) => `In reply to: ${words}`,
  "chat.frame": ({ n }: { n: string }) => `Screen ${n}`,
  "chat.frameOf": ({ n, m }: { n: string; m: string }) => `Screen ${n}, message ${m}`,
  "chat.inPart": "in part",
  "chat.notWhole": "no screen shows it whole",
  "chat.kind.picture": "[picture]",
  "chat.kind.voice": "[voice message]",
  "chat.kind.video": "[video]",
  "chat.kind.file": "[file]",
  "chat.kind.system": "[notice of the site]",
  "chat.kind.recalled": "[taken back]",
} as const satisfies Record<string, unknown>
