import { type Translated } from "../catalog.ts"
import { type procedure as english } from "../en/procedure.ts"
import { number } from "./number.ts"

export const procedure: Translated<typeof english> = {
  "procedure.choose": "过程录屏（带步骤清单）",
  "procedure.about":
    "录屏时旁边列出步骤，顺序与公证处、时间戳机构的做法一致。您打开、点击、滚动了什么，会连同时间记下来；每打开一个页面，会截一张图。您输入的内容绝不记录。",
  "procedure.follow":
    "浏览器只让固证看到您点过图标的那个页面。要跟着您到其他页面，需要在录制期间允许固证查看所有网站。不允许也能录，只是记录里会写明哪些页面没有跟上。",
  "procedure.allow": "允许，到录制结束为止…",
  "procedure.allowed": "已允许。录制结束时固证会自动收回这项权限。",
  "procedure.notAllowed": "没有允许。其他网站的页面在记录里不会有截图。",
  "procedure.sameTab":
    "请始终在被录的标签页里操作：在别的标签页打开的内容不会跟踪，只录一个标签页时也录不到。",
  "procedure.title": "步骤",
  "procedure.heardPages": ({ n }) => `已记下 ${number(n)} 个页面、`,
  "procedure.heardClicks": ({ n }) => `${number(n)} 次点击。`,
  "procedure.more": "怎么做、为什么",
  "procedure.tick": "做好了",
  "procedure.tickName": ({ step }) => `做好了：${step}`,
  "procedure.skip": "跳过…",
  "procedure.skipName": ({ step }) => `跳过：${step}`,
  "procedure.reason": "为什么跳过？会写进记录。",
  "procedure.skipKeep": "跳过这一步",
  "procedure.cancel": "取消",
  "procedure.undo": "撤销",
  "procedure.undoName": ({ step }) => `撤销：${step}`,
  "procedure.byFacts": ({ time }) => `${time} 固证已自动确认`,
  "procedure.byUser": ({ time }) => `${time} 由您勾选`,
  "procedure.skipped": ({ time, reason }) => `${time} 跳过：${reason}`,
  "procedure.open": ({ host }) => `在被录的标签页打开 ${host}`,

  "procedure.step.self-check": "环境自检记录",
  "procedure.step.time-start": "开始时的时间页面",
  "procedure.step.address-bar": "地址栏",
  "procedure.step.home": "平台首页",
  "procedure.step.profile": "对方账号主页",
  "procedure.step.post": "帖子",
  "procedure.step.comments": "评论",
  "procedure.step.scroll": "慢慢滚动到底",
  "procedure.step.time-end": "结束时的时间页面",

  "procedure.why.self-check":
    "先记下这台电脑的情况：浏览器、时钟、网络。别人质疑“页面是不是从别处来的”时，用它回答。",
  "procedure.why.time-start":
    "打开一个显示时间的页面，停留几秒，录像里就有了开始的时间。您信得过的时间页面都可以。",
  "procedure.why.address-bar":
    "让地址栏和每个页面的网址入镜。只录标签页时画面里没有地址栏：网址写在过程记录里，这一步可以跳过。",
  "procedure.why.home": "手动输入平台网址，打开首页。这说明您是从平台自己的入口走到帖子的。",
  "procedure.why.profile":
    "打开对方账号主页，让昵称、账号、IP 属地、粉丝数入镜。法院向平台查实名信息时要用到这些。",
  "procedure.why.post": "从主页点进帖子。让正文、发布时间和各项数字停留几秒。",
  "procedure.why.comments": "打开评论区，把与您有关的回复展开。",
  "procedure.why.scroll": "慢慢滚动到底，让每一行都能看清。页面没有尽头时，滚到要紧的地方为止，再手动勾选。",
  "procedure.why.time-end": "再打开一次时间页面，录像就有头有尾。然后停止录制。",

  "procedure.part": "操作过程",
  "procedure.partNote": "由固证在录制时记下。时间从录制开始算起。您输入的内容不在其中。",
  "procedure.damaged": "过程记录缺失或有改动，不予显示。",
  "procedure.pages": "打开过的页面",
  "procedure.noPicture": "没有跟上",
  "procedure.noAddress": "浏览器没有告知网址。",
  "procedure.openStep": "没有做",
  "procedure.clicked": ({ n }) => `另有 ${number(n)} 次点击、`,
  "procedure.scrolled": ({ n }) => `${number(n)} 处滚动位置，连同时间写在过程记录文件里。`,
  "procedure.arrival": ({ time }) => `${time} 页面打开时的截图`,
}
