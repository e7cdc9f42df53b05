import { type Translated } from "../catalog.ts"
import { type notices as english } from "../en/notices.ts"

export const notices: Translated<typeof english> = {
  "notice.label": "需要知道",

  "notice.page/pdf.cause": "这是 PDF 页面：只能采集首屏。",
  "notice.page/pdf.safe": "首屏会保存，其余列为缺失。",
  "notice.page/pdf.next": "请用浏览器下载这个文件，再从「导入已有材料」加进来。",

  "notice.page/loading.cause": "采集开始时，页面还没有加载完。",
  "notice.page/loading.safe": "已采集的内容会保留，当时缺的会列出。",
  "notice.page/loading.next": "加载完成后请再采集一次；这一次也会保留。",

  "notice.picture/split.cause": "页面很长，拼接图分成了几个文件。",
  "notice.picture/split.safe": "分开不会减少内容；因别的原因缺少的另行列出。",
  "notice.picture/split.next": "无需操作。",

  "notice.facts/missing.cause": "没有识别出作者、时间或正文，网站可能改版了。",
  "notice.facts/missing.safe": "截图和源码不受此影响。",
  "notice.facts/missing.next": "可以在条目页补填，会注明是您填的。",

  "notice.browser/offline.cause": "浏览器现在没有联网。",
  "notice.browser/offline.safe": "屏幕上的内容可以采集，也可以导出。",
  "notice.browser/offline.next": "开启了时间戳的，联网后会自动申请。",
}
