import { type Translated } from "../catalog.ts"
import { type backup as english } from "../en/backup.ts"
import { number } from "./number.ts"

export const backup: Translated<typeof english> = {
  "backup.without": ({ n }) => `${number(n)} 项没有备份`,
  "backup.allHave": "每一项都有备份",
  "backup.due": ({ n }) => `已有 ${number(n)} 项未备份。导出一份备份，换电脑或卸载时不会丢失。`,
  "backup.export": ({ n }) => `备份这 ${number(n)} 项…`,
  "backup.scope": ({ n }) => `没有备份的 ${number(n)} 项`,

  "backup.title": "备份",
  "backup.what":
    "备份就是导出的证据包。证据包已经交给浏览器下载，里面的条目就算有备份。文件后来还在不在，固证无从知道。请在下载列表里确认，最好另存一份到 U 盘。只加密给他人公钥的，只有对方能打开。",
  "backup.later":
    "导出时没有放进去的备注，以及之后补充的备注、再次读取和标注，不在那份备份里，需要再导出一次。回收站里的和练习页的条目不计。证据包可以放回固证（恢复与合并），不用固证也能打开和核对。",
  "backup.none": "还没有需要备份的条目。",
  "backup.some": ({ n, all }) => `共 ${all} 项，其中 ${number(n)} 项没有备份。`,
  "backup.every": ({ n }) => `共 ${number(n)} 项，每一项都有备份。`,
  "backup.lastAt": ({ time }) => `上次备份：${time}。`,
  "backup.never": "还没有备份过。",
  "backup.exportSome": ({ n }) => `导出没有备份的 ${number(n)} 项…`,

  "backup.remind": "提醒我备份",
  "backup.remindWhat": "只在固证的弹窗里显示一句话，不弹通知。",
  "backup.days": "有条目超过多少天没有备份时提醒",
  "backup.items": "没有备份的条目超过多少项时提醒",
  "backup.keep": "保存",
  "backup.kept": "已保存。",

  "uninstall.title": "卸载前请先备份",
  "uninstall.what":
    "从浏览器移除固证，会一并删除这里的全部证据、记录、设置和签名密钥，不能恢复。移除时不会再提醒，也不会打开任何网页。",
  "uninstall.some": ({ n }) => `现在有 ${number(n)} 项没有备份，移除后就没有了。`,
  "uninstall.every": "现在每一项都有备份。移除之前，请先打开备份文件看一看，确认它还在、能打开。",
}
