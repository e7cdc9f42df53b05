import { type Translated } from "../catalog.ts"
import { type readings as english } from "../en/readings.ts"
import { number } from "./number.ts"

export const readings: Translated<typeof english> = {
  "readings.title": "数据变化",
  "readings.again": "再次读取",
  "readings.reading": "正在打开并读取…",
  "readings.what": ({ host }) =>
    `点击后，固证会在后台标签页打开该项的网址一次，读取浏览、转发等数字，看文字是否有变化，然后关闭。请求由浏览器带着您的登录状态发给 ${host}，可能被计入浏览量。结果注明时间，随该项保存；已采集的内容不会改动，也不会截图。`,
  "readings.ask": ({ host }) =>
    `浏览器会先询问是否允许固证读取和更改您在 ${host} 上的数据；对每个扩展它都是这样措辞。您随时可以在设置里收回。`,
  "readings.refused":
    "浏览器还没有得到允许，因此没有打开网页，已保存的内容没有变化。可以再点一次并选“允许”，或自己打开网页，在固证的弹窗里点“记下这次读数”。",
  "readings.visits": ({ n }) => `本工具已访问此页 ${number(n)} 次。`,
  "readings.none": "还没有再次读取过。",
  "readings.noAddress": "这一项的地址不是网址，无法再次读取。",
  "readings.time": "时间",
  "readings.raw": "页面原文",
  "readings.found": "情况",
  "readings.captured": "采集时",
  "readings.rounded": ({ n }) => `约 ${n}`,
  "readings.difference": "文字的变化",
  "readings.gone": "删去",
  "readings.new": "新增",
  "readings.cut": "只列出一部分。",
  "readings.line": ({ n }) => `${n}：司法解释中的数量标准，是否适用请咨询律师`,
  "readings.chartAlt": ({ what, first, last, n }) =>
    `${what}：${number(n)} 个读数，从 ${first} 到 ${last}。各次读数见表格。`,
  "readings.schedule": "定时读取",
  "readings.scheduleWhat":
    "默认关闭，最多每天一次。只在浏览器开着并联网时进行，错过的只补一次；每次都会打开该页，可能增加浏览量；移入回收站或收回网站权限后即停止。",
  "readings.off": "关闭",
  "readings.every": ({ n }) => (n === "1" ? "每天" : `每 ${n} 天`),
  "readings.next": ({ time }) => `下次读取不早于 ${time}。`,
  "readings.noPermission": "浏览器已不允许访问该网站，定时读取已停止。",
  "readings.account": "同一账号一年内合计",
  "readings.accountWhat": ({ n }) =>
    `同一网站、同一账号标识的内容，这里存有 ${number(n)} 条。各项数字取合计最多的一年（按发布时间，未知时按采集时间），每条只计一次，取各次读数中最高的一次。`,
  "readings.accountNone": ({ what }) => `${what}：没有读到此数字`,
  "readings.accountLine": ({ what, sum, n, time }) => `${what} ${sum}（${number(n)} 条有此数字，${time}）`,
  "readings.accountRough": ({ n }) => `（其中 ${number(n)} 条的发布时间未知或不能确定到日）`,
  "readings.accountYear": ({ from, to }) => `${from} 至 ${to}`,
  "readings.likesApart": "赞不是浏览或转发，单独列出，不计入以上合计。",
  "readings.caution": "多条内容能否累计计算，由法院认定；请咨询律师。",

  "changed.title": "与上次采集相比",
  "changed.same": "文字与采集时一致。",
  "changed.counter": ({ what, then, now }) => `${what} ${then} → ${now}`,
  "changed.keep": "记下这次读数",
  "changed.keeping": "正在读取…",
  "changed.kept": "已记下。",
  "changed.again": "再采集一次，会与上次采集相互关联。",
}
