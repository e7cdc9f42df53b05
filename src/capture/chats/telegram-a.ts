/**
 * Telegram Web A. Of a forwarded message it names the first author in the sender's place: that is not
 * read as the sender. Facts: its source, github Ajaxy/telegram-tt `src/components/middle/`
 * (`message/Message.tsx`, `message/MessageMeta.tsx`, `message/helpers/buildContentClassName.ts`,
 * `MessageListContent.tsx`, `message/ActionMessage.tsx`) and `common/embedded/EmbeddedMessage.tsx`.
 */
import { type ChatSite } from "./chat-site.ts"

export const telegramA: ChatSite = {
  id: "telegram-a",
  version: "2026-11-27",
  hosts: ["web.telegram.org"],
  path: /^\/[az]\//,
  row: ".MessageList .message-list-item, .MessageList .sticky-date, .MessageList .local-action-message",
  line: ".ActionMessage, .sticky-date, .local-action-message",
  stuck: ".sticky-date",
  key: { css: ".message-list-item[data-message-id]", attribute: "data-message-id" },
  own: ".Message.own",
  other: ".Message:not(.own)",
  sender: [{ css: ".message-content:not(.is-forwarded) .message-title-name" }],
  continues: ".Message:not(.first-in-group):not(.own)",
  time: [{ css: ".message-time", pattern: /(\d{1,2}:\d{2}(?:\s?[ap]m)?)$/i }],
  text: [{ css: ".text-content" }],
  replyTo: [{ css: ".EmbeddedMessage .embedded-text-wrapper" }],
  apart: ".EmbeddedMessage, .MessageMeta, .message-time, .message-views, .Reactions, .translation-animation",
  kinds: {
    voice: ".message-content.voice",
    video: ".message-content.round, .message-content.media video",
    file: ".message-content.document, .message-content.audio",
    picture: ".message-content.media, .message-content.custom-shape",
  },
}
