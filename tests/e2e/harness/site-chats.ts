/** A made-up chat as two known sites build it, each under the site's own address. */
import { chatPage, LOADS_OLDER, type MadeMessage } from "./chat-page.ts"

export interface SiteChat {
  readonly url: string
  readonly adapter: string
  readonly page: (chat: readonly MadeMessage[]) => string
}

/** `2024年3月5日` as `2024/3/5`. */
const SLASHED = `day => day.replace(/[年月]/g, "/").replace("日", "")`

const WHATSAPP_MARKUP = `row => {
  const element = document.createElement("div")
  element.setAttribute("role", "row")
  if (row.line) element.innerHTML = '<div class="_amjw"><span dir="auto">' + row.line + "</span></div>"
  else {
    const said = row.recalled
      ? '<span data-icon="recalled"></span><span>此消息已删除</span>'
      : '<span data-testid="selectable-text">' + row.text + "</span>"
    element.innerHTML = '<div class="_amjv" data-id="' + row.id + '"><div class="message-' + (row.own ? "out" : "in") +
      '"><div class="copyable-text" data-pre-plain-text="[' + row.clock + ", " + (${SLASHED})(row.day) + "] " + row.sender +
      ': "><div>' + said + '</div></div><span dir="auto">' + row.clock + "</span></div></div>"
  }
  return element
}`

/** Only the first message of several of one sender names them; own ones never do. */
const TELEGRAM_MARKUP = `row => {
  const element = document.createElement("div")
  if (row.line) {
    element.className = "sticky-date"
    element.innerHTML = '<span dir="auto">' + row.line + "</span>"
    return element
  }
  const before = rows[rows.indexOf(row) - 1]
  const isFirst = before === undefined || before.line || before.sender !== row.sender
  element.className = "Message message-list-item" + (row.own ? " own" : "") + (isFirst ? " first-in-group" : "")
  element.dataset.messageId = row.id
  const name = isFirst && !row.own ? '<div class="message-title"><span class="message-title-name">' + row.sender + "</span></div>" : ""
  element.innerHTML = '<div class="message-content text"><div class="content-inner">' + name + '<div class="text-content">' +
    row.text + '<span class="MessageMeta"><span class="message-time">' + row.clock + "</span></span></div></div></div>"
  return element
}`

/** Each day is a part of its own, whose line stays in sight. */
const BY_DAYS = `
document.head.insertAdjacentHTML("beforeend", "<style>.sticky-date{position:sticky!important;top:0;z-index:1;width:40px;margin-left:20px}</style>")
let group = null
for (const row of rows) {
  if (row.line) {
    group = document.createElement("div")
    group.className = "message-date-group"
    list.append(group)
  }
  group.append(elementOf(row))
}
box.scrollTop = box.scrollHeight`

export const siteChats: readonly SiteChat[] = [
  {
    url: "https://web.whatsapp.com/",
    adapter: "whatsapp-web",
    page: chat =>
      chatPage(
        chat,
        WHATSAPP_MARKUP,
        LOADS_OLDER,
        `<div id="main" style="height:100%"><div id="box"><div id="list"></div></div></div>`,
      ),
  },
  {
    url: "https://web.telegram.org/a/",
    adapter: "telegram-a",
    page: chat =>
      chatPage(
        chat,
        TELEGRAM_MARKUP,
        BY_DAYS,
        `<div id="box" class="MessageList"><div id="list" class="messages-container"></div></div>`,
      ),
  },
]
