import { type Translated } from "../catalog.ts"
import { type stopExport as english } from "../en/stop-export.ts"

export const stopExport: Translated<typeof english> = {
  "export.stop": "取消导出",
  "export.stopWhat": "已打包的部分会丢弃，不会交给您任何文件。已保存的证据不变。日志会写明这次导出没有完成。",
  "export.stopYes": "取消这次导出",
}
