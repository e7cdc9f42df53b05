import type { CounterName } from "../../core/post-facts/summary.ts"
import type { CountersSummary, StateBasis } from "../../core/readings/reading.ts"
import type { ReadingsWords } from "../../core/bundle/words.ts"

const names: Readonly<Record<CounterName, string>> = {
  views: "浏览",
  reposts: "转发",
  comments: "评论",
  likes: "赞",
  collects: "收藏",
}

type Said = Pick<CountersSummary, "words" | "status">

const found: Readonly<Record<StateBasis, (said: Said) => string>> = {
  "same-text": () => "仍能看到该帖，文字与采集时一致。",
  "part-of-text": () => "仍能看到该帖；有一次只显示了开头部分，能比较的文字一致。",
  fields: () => "仍能看到该帖的作者或数据；采集时没有读到正文，因此未比较文字。",
  "text-differs": () => "仍能看到该帖，文字与采集时不同。",
  "edited-mark": () => "能比较的文字与采集时一致，但页面新出现了编辑标记。",
  "phrase-deleted": ({ words }) =>
    `该网址没有显示该帖，页面写着“${words ?? ""}”。这只说明这次打开的情形，不等于所有人都看不到。`,
  "phrase-not-shown": ({ words }) =>
    `该网址没有显示该帖，页面写着“${words ?? ""}”。未登录、访问过快或链接过期时，该网站也可能这样写，不能据此认定已删除。`,
  status: ({ status }) =>
    `该网址没有显示该帖，服务器返回状态 ${String(status ?? "")}。这只说明这次打开的情形，不等于所有人都看不到。`,
  "sign-in": () => "页面要求登录，或要求打开应用，没有看到该帖；不能说明帖子是否还在。",
  verification: () => "页面要求验证，没有看到该帖；不能说明帖子是否还在。",
  refused: ({ status }) =>
    `服务器拒绝提供该页${status === null ? "" : `（状态 ${String(status)}）`}；不能说明帖子是否还在。`,
  "text-not-found": () => "页面上没有读到该帖的正文，无法判断。",
  "other-text": () => "页面上读到的文字与采集时差别很大，可能不是该帖的正文，无法判断。",
  "other-post": () => "页面显示的是另一条帖子或另一个账号，无法判断。",
  "other-address": () => "网站转到了另一个网址，无法判断。",
  "no-answer": () => "网页已打开，但没有读到内容，无法判断。",
}

export const readingsZh: ReadingsWords = {
  numbers: "再次读取",
  counterName: name => names[name],
  readAt: "时间（UTC）",
  pageWords: "页面原文",
  visits: n => `到这次为止，本工具已访问此页 ${String(n)} 次。`,
  found: summary => found[summary.stateBasis](summary),
  by: ({ openedBy, occasion }) =>
    openedBy === "user"
      ? "从使用者已打开的页面读取。"
      : occasion === "schedule"
        ? "按使用者的定时设置，由本工具打开该页读取。"
        : "由使用者点击，本工具打开该页读取。",
  numbersNote:
    "以上为页面当时显示的数字，不是平台出具的数据，可能经过取整；本工具自己的访问也可能被计入浏览量。未读到的数字记为“—”。",
}
