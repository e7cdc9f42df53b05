import { type Translated } from "../catalog.ts"
import { type gaps as english } from "../en/gaps.ts"
import { number } from "./number.ts"

/** "3 张" where it was counted, "部分" where nobody could count. */
const some = (n: number | null, measure: string): string => (n === null ? "部分" : `${number(n)} ${measure}`)

export const gaps: Translated<typeof english> = {
  "gap.sentence": ({ what, why }) => `${what}：${why}。`,

  "gap.what.as-seen": () => "缺首屏截图",
  "gap.what.recording": () => "录像缺失或有中断",
  "gap.what.procedure": ({ n }) =>
    n === null ? "过程记录缺失或不全" : `有 ${number(n)} 个页面没有跟上：缺打开时的截图，或其中的操作`,
  "gap.what.origin": () => "这份文件是怎样形成的，本项不能显示",
  "gap.what.file": () => "缺导入的文件",
  "gap.what.frames": ({ n }) => (n === null ? "缺部分滚动截图" : `缺 ${number(n)} 屏滚动截图`),
  "gap.what.seam": ({ n }) => `${some(n, "处")}截图衔接可能重叠或缺漏`,
  "gap.what.stitched": () => "拼接长图缺失或不全",
  "gap.what.transcript": () => "聊天消息没有全部采集",
  "gap.what.post": () => "所选帖子没有单独截出",
  "gap.what.page-facts": () => "页面信息缺失或不全",
  "gap.what.dom": () => "页面结构缺失或不全",
  "gap.what.source": () => "缺网页源码",
  "gap.what.text": () => "页面文字缺失或不全",
  "gap.what.offline-copy": () => "可离线打开的页面副本缺失或不全",
  "gap.what.pictures": ({ n }) => (n === null ? "缺部分图片" : `缺 ${number(n)} 张图片`),
  "gap.what.video": ({ n }) => `${some(n, "段")}视频未保存`,
  "gap.what.frame-content": ({ n }) => `${some(n, "处")}嵌入页面的文字未保存`,
  "gap.what.inner-scroller": ({ n }) => `${some(n, "个")}可滚动区域没有采集到底`,
  "gap.what.folded": ({ n }) => `${some(n, "处")}折叠的文字没有展开`,
  "gap.what.not-loaded": ({ n }) => `${some(n, "条")}内容没有加载`,
  "gap.what.width": () => "缺超出窗口宽度的部分",
  "gap.what.environment": () => "设备环境信息不全",

  "gap.why.page-forbidden": "浏览器不允许扩展读取此页",
  "gap.why.page-silent": "页面没有回应",
  "gap.why.page-left": "采集中离开了此页",
  "gap.why.route-changed": "采集中此页换了网址",
  "gap.why.tab-hidden": "标签页不在前面",
  "gap.why.tab-closed": "标签页已关闭",
  "gap.why.stopped": "您停止了采集",
  "gap.why.interrupted": "采集意外中断",
  "gap.why.limit": "已到设定的上限",
  "gap.why.date": "只采集到您选的日期为止",
  "gap.why.moved": "滚动时页面在移动",
  "gap.why.grew": "采集时页面变长了",
  "gap.why.covered": "页面上有悬浮的东西隐藏不掉，挡住了内容",
  "gap.why.pinched": "页面被双指放大了",
  "gap.why.failed": "这一步没有做完",
  "gap.why.refused": "网站拒绝提供",
  "gap.why.not-loaded": "页面当时没有加载",
  "gap.why.not-scrolled": "只滚动了整页",
  "gap.why.not-reached": "页面滚不到那里",
  "gap.why.not-shown": "截图没有拍全",
  "gap.why.not-unfolded": "采集时没有点开",
  "gap.why.not-downloaded": "只截了图，没有下载",
  "gap.why.re-drawn": "只有重绘图，不是截图",
  "gap.why.cross-origin": "来自另一个网站，读取不到",
  "gap.why.too-large": "内容过大",
  "gap.why.full": "本机存储空间不足",
  "gap.why.not-seen": "它在导入之前就已在别处形成",
  "gap.why.unknown": "原因不明",

  "gap.spot.between": ({ n, next }) => `在第 ${String(n)} 张与第 ${next} 张截图之间。`,
  "gap.spot.screen": ({ n }) => `从第 ${number(n)} 屏起。`,
  "gap.spot.counted": ({ held, said }) => `页面上写着 ${said} 条，读到了 ${held} 条。`,
  "gap.spot.day": ({ day }) => `只采集到 ${day} 为止。`,
}
