import { type Translated } from "../catalog.ts"
import { type remarks as english } from "../en/remarks.ts"

export const remarks: Translated<typeof english> = {
  "remark.export": "一并导出我的标注、备注和投诉记录",
}
