/**
 * WhatsApp Web. Its class names are hashed and change; what is used are roles, `data-*` and a few names
 * that have stayed. Labels that a screen reader reads are in the reader's language and not used. Facts: github
 * sanand0/tools `whatsappscraper/notes.md` and its test pages, 28 March to 10 May 2026.
 */
import { type ChatSite } from "./chat-site.ts"

/** `[13:52, 22/03/2026] Name: `, for copying. */
const COPIED = { css: "[data-pre-plain-text]", attribute: "data-pre-plain-text" } as const

export const whatsapp: ChatSite = {
  id: "whatsapp-web",
  version: "2026-11-27",
  hosts: ["web.whatsapp.com"],
  row: '#main [role="row"]',
  line: '[role="row"]:not(:has(.message-in, .message-out, .copyable-text, [data-pre-plain-text]))',
  key: { css: "[data-id]", attribute: "data-id" },
  own: ".message-out",
  other: ".message-in",
  sender: [{ ...COPIED, pattern: /^\[[^\]]{1,60}\]\s*(.+?):$/ }, { css: '[data-testid="author"]' }],
  time: [
    { ...COPIED, pattern: /^\[([^\]]{1,60})\]/ },
    {
      css: '[dir="auto"]',
      pattern: /^((?:上午|下午|凌晨|早上|中午|晚上)?\s?\d{1,2}:\d{2}(?:\s?[ap]\.?m\.?)?)$/i,
    },
  ],
  text: [
    { css: '[data-testid="selectable-text"]:not(.quoted-mention)' },
    { css: ".selectable-text:not(.quoted-mention)" },
  ],
  replyTo: [{ css: ".quoted-mention" }],
  apart: '[role="button"]:has(.quoted-mention), .message-meta, button',
  kinds: {
    recalled: '[data-icon="recalled"]',
    voice: 'audio, [data-icon="audio-play"], [role="slider"][aria-valuetext]',
    video: "video",
    picture: '.copyable-text img:not(.emoji), img[src^="blob:"]',
  },
}
