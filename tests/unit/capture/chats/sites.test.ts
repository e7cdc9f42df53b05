// @vitest-environment happy-dom
/** Which chat an address shows, and where its rows stand. */
import { expect, test } from "vitest"
import { chatSiteOf } from "../../../../src/capture/chats/all.ts"
import { siteRows, standsAt } from "../../../../src/capture/chats/site-rows.ts"
import { documentOf, fixtures } from "./fixtures.ts"

test.each([
  ["https://wx.qq.com/?&lang=zh_CN", "wechat-web"],
  ["https://wx2.qq.com/", "wechat-web"],
  ["https://notwx.qq.com/", undefined],
  ["https://filehelper.weixin.qq.com/", undefined],
  ["https://example.feishu.cn/next/messenger/", "feishu"],
  ["https://www.feishu.cn/messenger", "feishu"],
  ["https://example.feishu.cn/docx/abc", undefined],
  ["https://web.whatsapp.com/", "whatsapp-web"],
  ["https://web.telegram.org/a/#123", "telegram-a"],
  ["https://web.telegram.org/k/#@name", "telegram-k"],
  ["https://web.telegram.org/", undefined],
  ["https://discord.com/channels/@me/1", "discord"],
  ["https://discord.com/blog", undefined],
  ["https://im.dingtalk.com/", undefined],
])("%s shows the chat %s", (url, id) => {
  expect(chatSiteOf(new URL(url))?.id).toBe(id)
})

test("each chat that is known has a page here", () => {
  const known = fixtures.map(({ meta }) => chatSiteOf(new URL(meta.url))?.id)
  expect(new Set(known)).toEqual(
    new Set(["wechat-web", "feishu", "whatsapp-web", "telegram-a", "telegram-k", "discord"]),
  )
})

test.each([
  ["telegram-a", ".message-date-group", 2],
  ["telegram-k", ".bubbles-date-group", 2],
])("a line of %s that stays in sight stands where its day begins, and is read once", (name, group, days) => {
  const { html, meta } = fixtures.find(each => each.name === name) ?? expect.unreachable()
  const site = chatSiteOf(new URL(meta.url)) ?? expect.unreachable()
  const rows = siteRows(site, documentOf(html).documentElement)
  const moved = rows.filter(row => standsAt(site, row) !== row)
  expect(moved.map(row => standsAt(site, row).matches(group))).toEqual(Array(days).fill(true))
})
