import { type Translated } from "../catalog.ts"
import { type steps as english } from "../en/steps.ts"

export const steps: Translated<typeof english> = {
  "step.preflight": "采集前检查",
  "step.picker": "选取帖子（首屏截图之前）",
  "step.as-seen": "首屏截图",
  "step.page-facts": "页面信息",
  "step.dom-before": "滚动前的页面结构",
  "step.offline-before": "离线副本：读取滚动前的页面",
  "step.source": "网页源码",
  "step.unfold": "展开所选帖子的折叠文字",
  "step.scroll-through": "预先滚动，让页面加载",
  "step.scroll-frames": "滚动截图",
  "step.tiles": "分块截图",
  "step.boxes": "可单独滚动的区域",
  "step.restore": "恢复页面",
  "step.dom-after": "滚动后的页面结构",
  "step.offline-after": "离线副本：读取滚动后的页面",
  "step.text": "可见文字",
  "step.gaps": "查找缺失",
  "step.offline-copies": "离线副本：嵌入图片和样式",
  "step.server-record": "服务器记录",
  "step.originals": "原图文件",
  "step.mhtml": "整页单个文件（MHTML）",
  "step.stitch": "拼接长图",
  "step.post": "截取所选帖子",
  "step.verify": "读回并核对",
  "step.seal": "指纹与封存",

  "outcome.done": "已做完",
  "outcome.failed": "没有做完",
  "outcome.skipped": "已跳过",
}
