/**
 * 微信网页版. It shows what came since its user signed in. A row has the time line above its message in it;
 * lines of the site are rows without a bubble and an avatar. Facts: github doterlin/wechat-robot
 * `config/wxDom.js` @ 18a0557c (`.me`/`.you`, `data-cm`, `.js_message_plain`); rows, nicknames, lines and the
 * classes of kinds as several public scripts for wx.qq.com name them. filehelper.weixin.qq.com is another
 * program, of which no public source was found.
 */
import { type ChatSite } from "./chat-site.ts"

export const wechat: ChatSite = {
  id: "wechat-web",
  version: "2026-11-27",
  hosts: ["wx.qq.com", "wx2.qq.com", "wx8.qq.com", "web.wechat.com", "web2.wechat.com"],
  row: '.chat_bd [ng-repeat="message in chatContent"]',
  line: '[ng-repeat="message in chatContent"]:not(:has(.bubble, .avatar))',
  key: { css: ".js_message_bubble[data-cm]", attribute: "data-cm", pattern: /"msgId":\s*"(\d{1,30})"/ },
  own: ".message.me",
  other: ".message.you",
  sender: [{ css: ".nickname" }, { css: "img.avatar", attribute: "title" }],
  time: [{ css: ".message_system .content" }],
  text: [
    { css: ".js_message_plain" },
    { css: ".bubble_cont .app .title" },
    { css: ".bubble_cont .location .desc" },
    { css: ".bubble_cont .card .display_name" },
  ],
  apart: ".message_system",
  kinds: {
    voice: ".bubble_cont .voice",
    video: ".bubble_cont .video, .bubble_cont .microvideo",
    file: ".bubble_cont .attach",
    picture: ".bubble_cont .picture, .bubble_cont .emoticon, .content > .emoticon",
  },
}
