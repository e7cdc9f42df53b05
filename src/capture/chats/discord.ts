/**
 * Discord. Its class names end in hashes; what is used are the ids that it gives to the parts of a
 * message. It does not lay out own messages apart from others'. A deleted one leaves nothing. Facts: the ids as Discord's own
 * code makes them (`message-content-…`, `message-username-…`, `message-timestamp-…`,
 * `message-reply-context-…`), and github Tsurematsu/onBotMusic
 * `src/discordScrap/Chat/open/modules/getMessages.js` @ f4259dae (headers).
 */
import { type ChatSite } from "./chat-site.ts"

const ROW = 'li[id^="chat-messages-"]'

export const discord: ChatSite = {
  id: "discord",
  version: "2026-11-27",
  hosts: ["discord.com"],
  path: /^\/channels\//,
  row: ROW,
  key: { css: ROW, attribute: "id" },
  sender: [{ css: 'h3 [id^="message-username-"]' }],
  // Only where nothing tells that it is the first one of its sender.
  continues: `${ROW}:has([id^="message-content-"]):not(:has(h3, [class*="groupStart"], [id^="message-username-"]))`,
  time: [{ css: 'time[id^="message-timestamp-"]', attribute: "datetime" }],
  text: [{ css: '[id^="message-content-"]' }],
  replyTo: [{ css: '[id^="message-reply-context-"] [id^="message-content-"]' }],
  // A time in the words tells that they were edited.
  apart:
    '[id^="message-reply-context-"], [class*="repliedMessage"], [id^="message-content-"] time, [id^="message-reactions-"]',
  kinds: {
    voice: '[id^="message-accessories-"] audio',
    video: '[id^="message-accessories-"] video',
    file: '[id^="message-accessories-"] a[download], [id^="message-accessories-"] [class*="fileName"]',
    picture: '[id^="message-accessories-"] img',
  },
}
