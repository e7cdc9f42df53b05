/**
 * 飞书 / Lark: class names that say something stand among hashed ones, which are not used. Only the first of
 * several messages of one sender names them. Facts: github RadiumAg/feishu-message
 * `src/main/utils/puppeteer.ts` (`.messageItem-wrapper`, `.message-info-name`); the rest as several public
 * scripts for feishu.cn/messenger have it, among them one that lists the parts of a message
 * (`.message-self`, `.message-not-self`, `.message-item-first`, `.message-timestamp`, `.system-text-background`).
 */
import { type ChatSite } from "./chat-site.ts"

export const feishu: ChatSite = {
  id: "feishu",
  version: "2026-11-27",
  hosts: ["feishu.cn", "larksuite.com"],
  path: /\/messenger(?:\/|$)/,
  row: ".messageItem-wrapper[data-id]",
  line: ".js-message-item.system-text-background",
  key: { css: ".messageItem-wrapper[data-id]", attribute: "data-id" },
  own: ".message-self",
  other: ".message-not-self",
  sender: [{ css: ".message-info-name" }],
  continues: ".message-not-self:not(.message-item-first)",
  time: [{ css: ".message-timestamp" }, { css: ".message-layout-time-tip" }],
  text: [{ css: ".message-text .richTextContainer" }, { css: ".message-text" }, { css: ".message-post" }],
  apart: "blockquote, .message-reactions, .message-timestamp, .message-layout-time-tip",
  kinds: {
    voice: ".message-content audio",
    video: ".message-content video",
    file: '.message-content [class*="file-message"]',
    picture: ".im-image-message, .message-image, .chat-image__wrapper",
  },
}
