/**
 * Telegram Web K. Of a forwarded message it names the first author in the sender's place: that is not
 * read as the sender. Facts: its source, github morethanwords/tweb `src/components/chat/bubbles.ts`,
 * `bubbleGroups.ts` and `messageRender.ts`, and a public description of what they draw.
 */
import { type ChatSite } from "./chat-site.ts"

export const telegramK: ChatSite = {
  id: "telegram-k",
  version: "2026-11-27",
  hosts: ["web.telegram.org"],
  path: /^\/k\//,
  row: ".bubbles-inner .bubble",
  // The line that names a day is drawn twice where it stays in sight.
  leftOut: ".bubble.is-fake",
  line: ".bubble.service",
  stuck: ".bubbles-date-group > .bubble.is-date",
  key: { css: ".bubble[data-mid]", attribute: "data-mid" },
  own: ".bubble.is-out",
  other: ".bubble.is-in",
  sender: [{ css: ".name > .peer-title" }],
  continues: ".bubble.is-in:not(.is-group-first)",
  time: [{ css: ".time-inner", pattern: /(\d{1,2}:\d{2}(?:\s?[ap]m)?)$/i }],
  text: [{ css: ".translatable-message" }],
  replyTo: [{ css: ".reply .reply-subtitle" }],
  apart: ".reply, .bubble-name-forwarded, .time, .reactions, reactions-element",
  kinds: {
    voice: ".bubble.voice-message",
    video: ".bubble.video, .bubble.round",
    file: ".bubble.document-message, .bubble.audio-message",
    picture: ".bubble.photo, .bubble.sticker",
  },
}
