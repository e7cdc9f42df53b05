import type { PostWords } from "../../core/bundle/words.ts"
import type { Area } from "../../core/marks.ts"

const area = ({ x, y, width, height }: Area) =>
  `左 ${String(x)}，上 ${String(y)}，宽 ${String(width)}，高 ${String(height)}`

export const postZh: PostWords = {
  post: "所选帖子",
  postPlace: (place, from) => `由 ${from.join("、")} 裁出。在整页中的位置（设备像素）：${area(place)}。`,
  postNotCut: "没有单独截出，原因见采集范围。",
  postClicks: words =>
    `使用者已打开「展开折叠文字」，本工具在帖子内点击了：${words.map(word => `「${word}」`).join("、")}。点开后的内容见后续截图，首屏截图中没有。`,
  pickerShown: "首屏截图之前，本工具曾在页面上显示选取框，供使用者指出帖子；截图之前已从页面移除。",
  quote: "选中的文字",
  inFrame: (path, place) => `${path}：${area(place)}`,
  moreIn: (count, item) => `其余 ${String(count)} 处见 data/${item}/capture.json。`,
}
