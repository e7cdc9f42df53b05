import { type Translated } from "../catalog.ts"
import { type welcome as english } from "../en/welcome.ts"

export const welcome: Translated<typeof english> = {
  "welcome.title": "第一次使用",
  "welcome.open": "第一次使用？从这里开始",
  "welcome.keepTitle": "看到就存",
  "welcome.keep":
    "打开帖子，点工具栏上的图标，再点「采集此页」。首屏会立刻保存，然后再滚动截取整页。不必细看内容。",
  "welcome.hereTitle": "只在本机",
  "welcome.here": "不用注册，证据不上传。卸载扩展会删除这里的全部证据，请定期导出备份，存到别的地方。",
  "welcome.limitsTitle": "它能做什么，不能做什么",
  "welcome.limits":
    "它保存您看到的页面和采集步骤，并让别人能检查文件与清单是否一致。它不能代替公证，也不保证法院采信。重要内容请尽快咨询律师或公证处。",
  "welcome.practiceTitle": "练一次",
  "welcome.practice":
    "练习页是一条虚构的帖子，就在扩展里，不联网。打开后像平时一样采集、查看、导出；练完把这一条移到回收站。",
  "welcome.practiceOpen": "打开练习页",
  "practice.host": "练习页（虚构）",
  "practice.saved": "这是练习，内容是虚构的。练完请点「撤销：移入回收站」，免得和真正的证据一起导出。",
}
