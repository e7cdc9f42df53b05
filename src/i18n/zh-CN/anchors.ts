import { type Translated } from "../catalog.ts"
import { type anchors as english } from "../en/anchors.ts"

export const anchors: Translated<typeof english> = {
  "anchors.title": "OpenTimestamps（比特币）",
  "anchors.what":
    "一些公共服务器（称为“日历”）会在几小时内把指纹写进比特币区块，以后任何人都能自行核对，不用问我们，也不用问它们。在那之前只有承诺，还不是证明。法院是否认可未经核实。",
  "anchors.consent":
    "打开后，每次采集和每次导出，都会把由指纹和随机数算出的 32 个字节发给下列每个日历，以后再询问是否已经写入。不会发送截图、网址、文字或指纹本身。它们会看到您的 IP 地址，任何网站都是如此。",
  "anchors.on": "从现在起，采集和导出时请求",
  "anchors.calendars": "日历地址，一行一个；需要其中两个作出承诺",
  "anchors.other": "换用其他日历…",
  "anchors.keep": "保存列表",
  "anchors.usual": "恢复为四个公共日历",
  "anchors.waiting": "OpenTimestamps：日历还没有答复，会自动再次请求",
  "anchors.pending": "OpenTimestamps：日历已承诺，还没有写进比特币。承诺还不是证明；会自动再次询问。",
  "anchors.block": ({ height }) =>
    `OpenTimestamps：证明指向比特币第 ${height} 号区块。固证没有查看区块：由核对的人比对该区块的 Merkle 根。`,
  "anchors.none": "OpenTimestamps：没有及时取得证明。证据包不受影响；会自动再次请求。",
  "anchors.save": "保存 OpenTimestamps 证明现在的样子（.ots）",
}
