import type { ChatWords } from "../../core/papers/chat-words.ts"
import { chat } from "../zh-CN/chat.ts"
import { spanZh } from "./span.ts"

const endings = {
  top: "向前没有更早的消息出现",
  limit: "已到采集的上限，更早的消息没有采集",
  stopped: "由使用者停止，更早的消息没有采集",
  "not-reached": "没有到达开头，更早的消息没有采集",
} as const

export const chatZh: ChatWords = {
  title: item => `${item} 的聊天文字记录`,
  note: "由采集工具从页面读出，供查找和对照。截图才是证据；名称是采集时所用账号上显示的名称，不说明真实身份。",
  columnsNote: (path, zone) =>
    `推算的时间按采集电脑的时区（${zone}），由页面显示的日期和时间得出。“位置”中的“第 3 屏”即截图 frames/0003.png，y 为该消息上缘距图片上缘的像素数。全部内容和位置见 ${path}。`,
  missing: "没有可读的聊天文字记录，请看截图。",
  count: messages => `共 ${String(messages)} 条消息`,
  range: (from, to) => (from === to ? `时间 ${from}` : `时间自 ${from} 至 ${to}`),
  noTimes: "页面显示的时间不足以推算日期",
  ending: (ending, until) =>
    ending === "date" ? `按使用者选择的日期，只采集到 ${until ?? "所选日期"}` : endings[ending],
  recalled: messages => `其中 ${String(messages)} 条在采集前已撤回，只留有网站的提示`,
  noPlace: messages => `其中 ${String(messages)} 条没有一屏把它整条显示出来`,
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
  computed: (time, seconds) => `推算 ${time}，前后 ${spanZh(seconds)}`,
  notComputed: "日期未能推算",
  notShown: "页面未显示",
  noText: chat["chat.noWords"],
  ownSide: chat["chat.ownSide"],
  namedAbove: "名称显示在上文",
  replyTo: words => `回复：${words}`,
  textCut: "未列完",
  place: (frame, y) => `第 ${String(frame)} 屏，y ${String(y)}`,
  inPart: "只有一部分",
  nowhere: "没有一屏显示它",
  cut: (shown, all, path) =>
    `本表只列出前 ${String(shown)} 条，共 ${String(all)} 条；其余见 ${path} 和截图。`,
}
