import { type Translated } from "../catalog.ts"
import { type extras as english } from "../en/extras.ts"

export const extras: Translated<typeof english> = {
  "extras.title": "还要保存",
  "extras.what": "不打开就不做。打开后，每次采集在截图保存好之后再做；做不成的，采集照样保留，并会写明。",
  "extras.server-record": "服务器发来的内容（服务器记录）",
  "extras.server-record.what":
    "向该网站再次请求所采集的网址两次：一次带您的登录状态，一次以不带 Cookie 的访客身份。保存服务器的 IP 地址、状态、响应头和内容，Cookie 与登录类的头会涂掉；并说明您看到的文字是否在其中、访客能否看到。如果是微博的帖子，还会再请求一次该网站自己提供的这条帖子的数据。",
  "extras.server-record.sent":
    "会发送：这些请求（及在已允许网站之内的跳转），只发给该网站。它会看到您的 IP 地址，也可能计入浏览量。浏览器会先逐个网站询问您。",
  "extras.originals": "原图文件",
  "extras.originals.what":
    "把页面中较大的图片、以及本身就是单个文件的视频，按服务器发来的原样保存：最多 60 个文件、200 MB、一分钟。",
  "extras.originals.sent":
    "会发送：每个文件一次请求（先是您所指帖子中的），带有页面本身所用的登录状态，只发给页面加载它的那个网站。只请求您允许过的网站；被拒绝的会列出来。",
  "extras.unfold": "所指帖子中的折叠文字",
  "extras.unfold.what":
    "使用「采集此页，并单独截取一条帖子」时，固证会在该帖子之内点击「展开全文」之类的按钮，最多 20 次，别处不点。每次点击都有记录；首屏截图在点击之前。",
  "extras.unfold.sent": "固证不为此发送任何内容。页面可能会像您自己点击时一样，向它自己的网站读取其余文字。",
  "extras.mhtml": "整页单个文件（MHTML）",
  "extras.mhtml.what":
    "用浏览器自带的功能保存页面，包括其中别的网站的内嵌页。它是页面显示出来的样子，不是源码：浏览器会去掉脚本。",
  "extras.mhtml.sent":
    "不发送任何内容。浏览器会询问是否允许“读取和更改您在所有网站上的所有数据”：它没有更小的权限可用。只用于您采集的页面，关掉时即交还。",
  "extras.mhtml.impossible": "这个浏览器没有此功能，因此不能打开。Chrome、Edge 和 Chromium 有。",
  "extras.mhtml.notAllowed": "浏览器已不再允许，因此会跳过。请关掉再打开一次。",
  "extras.ask": ({ host }) => `允许 ${host}？`,
  "extras.askWhat": ({ host }) =>
    `浏览器会询问是否允许固证读取和更改您在 ${host} 上的数据；对每个扩展它都是这样措辞。固证只在您采集时使用：按下面所说向 ${host} 发出请求。您随时可以收回。`,
  "extras.allow": ({ host }) => `允许 ${host}…`,
  "extras.allowed": ({ host }) => `已允许 ${host}。请回到页面采集。`,
  "extras.refused": "浏览器还没有得到允许，因此没有打开，也不会发送任何内容。",
  "extras.sites": "您已允许的网站",
  "extras.noSites": "没有。请打开要采集的页面，点扩展图标，再点那里的「允许…」。",
  "extras.giveBack": "收回",
  "extras.giveBackOf": ({ site }) => `收回：${site}`,
  "extras.site": "允许另一个网站（填写网址）",
  "extras.siteWhat": "图片常来自单独的网站，例如 wx1.sinaimg.cn。浏览器会逐个询问。",
  "extras.siteAllow": "允许此网站…",
  "extras.alsoOn": ({ what }) => `您在设置中还打开了：${what}。`,
  "saved.server": "服务器的回应",
  "saved.skipped": ({ what, why }) => `${what}：已跳过。${why}`,
  "saved.originalsAllow": "允许，供下次采集…",
  "extras.pageNotAllowed": ({ host, what }) => `${what}：还没有允许 ${host}，这一项会跳过。`,
}
