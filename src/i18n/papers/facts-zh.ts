import type { FactsWords } from "../../core/bundle/words.ts"
import type { FieldName, FieldSource } from "../../core/post-facts/fields.ts"
import type { IdTimeCompared } from "../../core/post-facts/judge.ts"
import { spanZh } from "./span.ts"

const names = {
  permalink: "帖子网址",
  postId: "帖子编号",
  authorName: "作者昵称",
  authorHandle: "账号名",
  authorId: "账号 ID（uid）",
  authorUrl: "作者主页",
  authorVerified: "认证信息",
  ipLocation: "IP 属地",
  publishedAt: "发布时间",
  editedAt: "编辑时间",
  text: "正文",
  media: "图片和视频",
  views: "阅读／播放",
  reposts: "转发",
  comments: "评论",
  likes: "点赞",
  collects: "收藏",
  parent: "所回复或转发的帖子",
  position: "楼层，或所在讨论串的编号",
  title: "标题",
} as const satisfies Record<FieldName, string>

const sources = {
  url: "来自网址",
  "page-json": "来自页面脚本中的数据",
  "json-ld": "来自页面的结构化数据",
  meta: "来自页面的元信息",
  dom: "来自页面显示的文字",
  user: "用户填写",
} as const satisfies Record<FieldSource, string>

export const factsZh: FactsWords = {
  saidByPage: "页面所载信息",
  saidUnreadable: "本文件无法读取，未列出。",
  saidNote:
    "以上由程序从页面读取，不是平台出具的数据。账号不等于真实身份；数字可能经过取整；以截图和网页源码为准。",
  fieldName: name => names[name],
  fieldSource: source => sources[source],
  plusMinus: seconds => `± ${spanZh(seconds)}`,
  fieldAmbiguous: "页面各处说法不一，或无法确定其含义，未取值",
  filledIn: time => `用户填写，${time}`,
  filledInTitle: "用户填写的信息",
  filledInNote: path => `注明“用户填写”的内容不是从页面读到的，也不在采集记录之内；历次填写见 ${path}。`,
  fieldsMissing: missing => `页面上没有读到：${missing.map(name => names[name]).join("、")}。`,
  commentsRead: count => `另读到页面上的评论 ${String(count)} 条，见 post.json。`,
  adapterFault: adapter => `读取程序“${adapter}”没有运行完，可能缺少部分信息；截图和源码不受影响。`,
  idTime: ({ at, apart }) =>
    `标识符内含时间 ${at}${apartSaid(apart)}换算方法并非平台公布，仅供佐证，不能单独作为证明。`,
}

function apartSaid(apart: IdTimeCompared["apart"]): string {
  if (apart === null) return "；页面上没有可供比较的时间。"
  const { seconds, plusMinusSeconds } = apart
  if (seconds === 0) return "，与页面显示时间相符。"
  const said = `，与页面显示时间相差 ${spanZh(seconds)}`
  return seconds <= plusMinusSeconds
    ? `${said}，在页面时间本身的误差（±${spanZh(plusMinusSeconds)}）之内。`
    : `${said}，超出页面时间本身的误差（±${spanZh(plusMinusSeconds)}）。`
}
