import { type Translated } from "../catalog.ts"
import { type endless as english } from "../en/endless.ts"
import { number } from "./number.ts"

export const endless: Translated<typeof english> = {
  "limit.user": ({ amount }) => `已到您设定的 ${amount}上限`,
  "limit.tool": ({ amount }) => `已到本工具自身的 ${amount}上限`,
  "limit.amount.screens": ({ n }) => `${number(n)} 屏`,
  "limit.amount.seconds": ({ n }) => `${number(n)} 秒`,
  "limit.amount.items": ({ n }) => `${number(n)} 条`,
  "limit.amount.copies": ({ n }) => `${number(n)} 份`,
  "limit.amount.rows": ({ n }) => `${number(n)} 行`,

  "endless.title": "没有尽头的页面采集到哪里为止",
  "endless.what":
    "有的页面一边滚动一边加载，没有尽头。采集到下面任何一项先满为止；之后的内容不采集，结果中会写明。",
  "endless.screens": "屏数（只限边滚动边变长的页面）",
  "endless.seconds": "秒数（所有页面的滚动；离开标签页的时间不算）",
  "endless.items": "列表条数（留空表示不限）",
  "endless.range": ({ least, most }) => `${least} 到 ${most} 之间的整数`,
  "endless.wrong": ({ least, most }) => `请填 ${least} 到 ${most} 之间的整数。设置没有改动。`,
  "endless.keep": "保存上限",
  "endless.kept": "已保存，从下一次采集起生效。",
}
