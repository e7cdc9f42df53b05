import { type Translated } from "../catalog.ts"
import { type cases as english } from "../en/cases.ts"
import { number } from "./number.ts"

export const cases: Translated<typeof english> = {
  "case.default": "我的证据",
  "case.saveTo": "保存到",
  "case.in": "案件",
  "case.new": "新建案件…",
  "case.name": "案件名称",
  "case.keep": "保存",
  "case.cancel": "取消",
  "case.nowTo": ({ name }) => `之后的采集保存到：${name}`,
  "case.movedTo": ({ name }) => `已移到：${name}`,

  "case.show": "案件",
  "case.all": ({ n }) => `全部案件（${n}）`,
  "case.option": ({ name, n }) => `${name}（${n}）`,
  "case.archivedOnes": "已归档",
  "case.rename": "改名…",
  "case.archive": "归档",
  "case.unarchive": "取消归档",
  "case.exportAll": "导出整个案件…",
  "case.choose": "新采集存到这里",
  "case.isCurrent": "新采集存到这里 ✓",
  "case.complaints": ({ n }) => `投诉记录（${n}）`,
  "case.empty": "这个案件里还没有条目。",
  "case.newTitle": "新建案件",
  "case.renameTitle": "案件改名",
  "case.nameWhat": "名称由您自定。导出时会写进证据包和报告，收到的人看得到。",
  "case.move": "移到案件…",
  "case.moveTitle": ({ n }) => `把 ${number(n)} 项移到哪个案件？`,
  "case.moveWhat": "只改变归类，不改动证据和采集记录。",
  "case.moveYes": "移动",
  "case.moved": ({ n, name }) => `已把 ${number(n)} 项移到：${name}。`,
  "case.movedBack": ({ n }) => `已把 ${number(n)} 项移回原处。`,
}
