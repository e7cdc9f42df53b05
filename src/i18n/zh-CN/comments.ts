import { type Translated } from "../catalog.ts"
import { type comments as english } from "../en/comments.ts"
import { number } from "./number.ts"

export const comments: Translated<typeof english> = {
  "comments.title": "页面上的评论",
  "comments.read": ({ n }) => `采集开始时，从页面读到 ${number(n)} 条评论；页面上可能还有更多。`,
  "comments.what":
    "您选中的评论会逐条采集，每条各成一项。有自己网页的评论，到它的网页采集；没有的，会重新打开本页，按文字查找：找到了，就把它单独截成一张图；找不到，就不为它采集任何内容，清单会注明。",
  "comments.by": "显示",
  "comments.everyone": "全部作者",
  "comments.all": "选中所显示的全部",
  "comments.none": "全不选",
  "comments.head.choose": "选择",
  "comments.head.author": "作者",
  "comments.head.words": "内容",
  "comments.head.time": "时间",
  "comments.head.counts": "数字",
  "comments.choose": ({ n, name }) => `第 ${number(n)} 条评论，作者 ${name}`,
  "comments.cannot": "没有可供查找的文字",
  "comments.likes": ({ n }) => `赞 ${n}`,
  "comments.replies": ({ n }) => `回复 ${n}`,
  "comments.chosen": ({ n }) => `已选 ${number(n)} 条评论。`,
  "comments.go": "列入批量采集…",

  "queue.comments": ({ n, item }) => `${item} 中读到的 ${number(n)} 条评论，每条各采集为一项。`,
  "queue.leftAgain": ({ n }) =>
    `上一份清单里没有采到的 ${number(n)} 项（评论，或对某一条目的再次采集），仍接着原来的条目，存入原来的案件。`,
  "queue.commentsNot": ({ n }) => `有 ${number(n)} 条评论不能在这里采集。`,
  "queue.comment": ({ name, words }) => (name === "" ? `评论：${words}` : `${name} 的评论：${words}`),
}
