import { type Translated } from "../catalog.ts"
import { type settings as english } from "../en/settings.ts"

export const settings: Translated<typeof english> = {
  "pages.label": "固证的页面",
  "pages.import": "导入",
  "pages.verify": "校验",
  "pages.help": "使用说明",

  "settings.groups": "设置分组",
  "settings.removed": ({ name }) => `已移除 ${name}。`,
  "settings.group.capture": "采集",
  "settings.group.privacy": "隐私与安全",
  "settings.group.reports": "报告与导出",
  "settings.group.stamps": "时间戳",
  "settings.group.language": "语言与外观",
  "settings.group.backup": "备份与存储",

  "settings.pages": "界面语言",
  "settings.pagesWhat":
    "只影响固证自己的页面、图标提示和右键菜单，保存后从新打开的页面起生效。证据和证据包里的文字不受影响；浏览器自己的界面仍用浏览器的语言。",
  "settings.pages.browser": "随浏览器",
  "settings.pagesKeep": "改用此语言",
  "settings.looks": "浅色或深色随系统设置。",

  "settings.reports": "报告语言",
  "settings.reportsWhat": "导出时先按这里选；每次导出仍可另选，也可以不要报告。",
  "settings.reports.page": "与界面相同",
  "settings.reportsKeep": "保存报告语言",
  "settings.reportsKept": "已保存，从下一次导出起生效。",

  "settings.storage": "存储空间",
  "settings.storageWhat": "数据只在本机这个浏览器里，清除浏览记录不会删除它，移除固证会。",
}
