import { type Translated } from "../catalog.ts"
import { type picker as english } from "../en/picker.ts"
import { number } from "./number.ts"

export const picker: Translated<typeof english> = {
  "ready.pick": "采集此页，并单独截取一条帖子…",
  "ready.picking": "正在打开选取框…",

  "picker.keys":
    "用鼠标指向帖子，或按 Tab 键换下一条。↑ 扩大范围，↓ 缩小范围。单击或按回车键采集，按 Esc 键取消。",
  "picker.post": "帖子",
  "picker.entry": "列表中的一条",
  "picker.box": "可滚动区域，将采集到底",
  "picker.part": "页面的一部分",

  "saved.post": "所选帖子",
  "saved.postPlace": ({ x, y, width, height }) => `${width} × ${height} 像素，位于整页 (${x}, ${y})`,
  "saved.quote": "选中的文字",
  "saved.quotePlace": ({ n }) => `已记下在 ${number(n)} 张截图中的位置`,
}
