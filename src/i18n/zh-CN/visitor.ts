import { type Translated } from "../catalog.ts"
import { type visitor as english } from "../en/visitor.ts"

export const visitor: Translated<typeof english> = {
  "visitor.title": "以访客身份再看一次",
  "visitor.look": "以访客身份再看一次",
  "visitor.lookAgain": "再以访客身份看一次",
  "visitor.looking": "正在向网站请求…",
  "visitor.what": ({ host }) =>
    `现在向 ${host} 请求该项的网址两次：一次以不带 Cookie 的访客身份，一次带您的登录状态，因为两者对照才能分清“不公开”和“您登录后也看不到”。访客得到的内容会注明时间，随该项保存并放入证据包。已采集的内容不会改动。`,
  "visitor.sent": ({ host }) =>
    `会发送：这两次请求（及在已允许网站之内的跳转），只发给 ${host}。它会看到您的 IP 地址，也可能计入浏览量。`,
  "visitor.ask": ({ host }) =>
    `浏览器会询问是否允许固证读取和更改您在 ${host} 上的数据；对每个扩展它都是这样措辞。固证只在您打开或点击相应功能时才用它发出请求。您随时可以在设置里收回。`,
  "visitor.allow": ({ host }) => `允许 ${host} 并查看…`,
  "visitor.refused": "浏览器还没有得到允许，因此没有发送任何内容。",
  "visitor.noItem": "这一项已不在这里。",
  "visitor.noAddress": "这一项的地址不是网址，访客无从打开。",
  "visitor.none": "还没有看过。",
  "visitor.limits":
    "它只说明服务器当时对本机所在网络的访客如何回应，不能说明对所有人都如此，也不能说明此前如何。",
  "visitor.picture":
    "不会截图。需要画面时，请先在浏览器的扩展管理里允许固证在无痕（隐私）窗口运行；之后可在这里另开一个无痕窗口截图，截完即关。",
  "visitor.pictureTitle": "同时截图",
  "visitor.pictureWhat": ({ host }) =>
    `两次请求之后，固证另开一个无痕窗口打开该网址，截下首屏，再关闭窗口。页面会像访客打开时一样加载：来自 ${host}，以及页面自己写明的其他地址。请先关闭您的其他无痕窗口，因为无痕窗口之间共用登录状态。`,
  "visitor.pictureAsk":
    "没有点过图标的窗口，只有获得“所有网站”的访问权限才能截图。浏览器会就此询问您；固证只用它截这一张图，随即收回。",
  "visitor.pictureLook": "以访客身份再看一次，并截图…",
  "visitor.picture-taken": "附无痕窗口中的首屏截图。",
  "visitor.picture-failed": "没有截到图。",
}
