import { type Translated } from "../catalog.ts"
import { type coach as english } from "../en/coach.ts"
import { number } from "./number.ts"

export const coach: Translated<typeof english> = {
  "coach.title": "还缺什么",
  "coach.what": "以下是建议，可忽略。请用您自己的账号、正常打开的页面；不要借用他人账号。",
  "coach.allDone": "这一项没有其他建议。",

  "coach.profile": "作者主页",
  "coach.profile.why": "便于日后请法院或平台查明身份。请打开作者主页并采集。",
  "coach.context": "上下文",
  "coach.context.why": "所回复的原帖和前后的回复，能说明这条内容应如何理解。请打开并采集。",
  "coach.own-reply": "您自己的回复",
  "coach.own-reply.why": "如果您回复过，或要求过删除，请一并采集。有没有回复，只有您知道。",
  "coach.signed-out": "未登录视角",
  "coach.signed-out.why": "能说明没有账号的人当时是否也看得到。",
  "coach.second-reading": "至少 24 小时后再读一次数据",
  "coach.second-reading.why": "浏览、转发会变化。相隔至少 24 小时的两次读数能说明变化的方向。",
  "coach.loss": "造成的影响",
  "coach.loss.why":
    "相关聊天、订单、账单、诊断等，请自行保存原件。聊天请保留原手机、原账号和原记录，换机时不要清空。",

  "coach.found": "已有。",
  "coach.foundIn": ({ items }) => `已有：${items}。`,
  "coach.tick": "我已有",
  "coach.tickOf": ({ what }) => `我已有：${what}`,
  "coach.dismiss": "不再提示",
  "coach.dismissOf": ({ what }) => `不再提示：${what}`,
  "coach.again": "重新提示",
  "coach.againOf": ({ what }) => `重新提示：${what}`,
  "coach.dismissed": ({ n }) => `已忽略 ${number(n)} 条`,
  "coach.look": "以访客身份再看一次…",

  "retention.title": "平台日志法定最短保存期",
  "retention.published": ({ time }) => `自页面显示的发布时间起算：${time}`,
  "retention.firstSeen": ({ time }) => `没有读到发布时间，自首次采集起算：${time}`,
  "retention.content-record": ({ time }) =>
    `60 日，内容记录备份（《互联网信息服务管理办法》第十四条）：${time}`,
  "retention.network-log": ({ time }) => `6 个月，网络日志（《网络安全法》第二十三条）：${time}`,
  "retention.limits":
    "以上仅为按日历推算的日期，不是预测：平台可能保存更久；从何时起算、是否适用，请咨询律师。",
}
