/** Gaps of a capture in Chinese, as the papers say them. */
import type { Gap, GapReason, GapSubject } from "../../core/evidence.ts"
import { parseLimit } from "../../core/limit.ts"
import { limitZh } from "./limits.ts"

const pending = (count: number | null, counted: (n: string) => string, uncounted: string) =>
  count === null ? uncounted : counted(String(count))

const missing: Readonly<Record<GapSubject, (count: number | null) => string>> = {
  "as-seen": () => "没有取得首屏截图",
  recording: () => "录像缺失，或有中断",
  procedure: count =>
    pending(count, n => `有 ${n} 个页面没有跟上：缺打开时的截图，或其中的操作`, "过程记录缺失，或不全"),
  origin: () => "文件的形成过程未经本工具采集",
  file: () => "缺导入的文件",
  frames: count => pending(count, n => `缺 ${n} 张滚动截图`, "滚动截图没有截全"),
  seam: count => pending(count, n => `有 ${n} 处相邻截图对不齐`, "有相邻截图对不齐"),
  stitched: count => pending(count, n => `缺 ${n} 张拼接长图`, "拼接长图没有做全"),
  transcript: () => "聊天消息没有全部采集",
  post: () => "没有把所选帖子单独截出",
  "page-facts": () => "没有读到页面自述的信息（标题、规范网址等）",
  "offline-copy": () => "可离线打开的页面副本没有保存全",
  dom: () => "页面结构（DOM）没有保存全",
  source: () => "没有取得网页源码",
  text: () => "页面文字没有保存全",
  pictures: count => pending(count, n => `页面上有 ${n} 张图片没有显示出来`, "页面上有图片没有显示出来"),
  video: count => pending(count, n => `${n} 个视频没有保存`, "视频没有保存"),
  "frame-content": count => pending(count, n => `${n} 个嵌入框架的内容没有保存`, "嵌入框架的内容没有保存"),
  "inner-scroller": count => pending(count, n => `${n} 个页内滚动区域没有截到底`, "页内滚动区域没有截到底"),
  folded: count => pending(count, n => `${n} 处折叠文字没有展开`, "有折叠文字没有展开"),
  "not-loaded": count =>
    pending(count, n => `页面标明的内容中，有 ${n} 条没有加载`, "页面标明的内容没有全部加载"),
  width: () => "超出窗口宽度的部分没有截到",
  environment: () => "采集环境的信息没有读全",
}

const reasons: Readonly<Record<GapReason, string>> = {
  "page-forbidden": "浏览器不允许扩展读取这个页面",
  "page-silent": "页面没有回应",
  "page-left": "采集途中页面转到了别处",
  "route-changed": "采集途中页面换成了别的内容",
  "tab-hidden": "采集途中标签页不在最前面",
  "tab-closed": "采集途中标签页被关闭",
  stopped: "使用者停止了采集",
  interrupted: "采集途中浏览器或扩展中断",
  limit: "达到了设定的上限",
  date: "使用者选定了从哪一天开始采集",
  moved: "截图时页面内容在移动",
  grew: "截图时页面还在变长",
  covered: "页面上有悬浮的东西隐藏不掉，挡住了内容",
  pinched: "页面被双指放大了",
  failed: "这一步出错",
  refused: "请求被拒绝，或没有得到允许",
  "not-loaded": "当时没有加载出来",
  "not-scrolled": "没有滚动这一区域",
  "not-reached": "页面滚不到那里",
  "not-shown": "截图没有拍全",
  "not-unfolded": "没有点开",
  "not-downloaded": "没有另行下载",
  "re-drawn": "只有重绘图，不是截图",
  "cross-origin": "内容属于另一个网站，浏览器不允许读取",
  "too-large": "体积过大",
  full: "电脑存储空间不足",
  "not-seen": "文件在导入之前已在别处形成",
  unknown: "原因不明",
}

/** Here the reason would only repeat what is missing. */
const selfEvident = new Set(["folded/not-unfolded", "inner-scroller/not-scrolled", "not-loaded/not-loaded"])

/** One gap, as a sentence that a judge understands. */
export function gap({ what, reason, count, where }: Gap): string {
  const limit = reason === "limit" ? parseLimit(where) : null
  if (limit !== null) return `${missing[what](count)}：${limitZh(limit)}。`
  const why = selfEvident.has(`${what}/${reason}`) ? "" : `：${reasons[reason]}`
  return `${missing[what](count)}${why}${where === null ? "" : `（位置：${where}）`}。`
}
