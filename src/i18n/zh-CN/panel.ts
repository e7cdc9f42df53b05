import { type Translated } from "../catalog.ts"
import { type panel as english } from "../en/panel.ts"

export const panel: Translated<typeof english> = {
  "panel.title": "固证侧边栏",
  "panel.open": "侧边栏",
  "panel.recent": "此案件最近采集的",
  "panel.notGranted":
    "浏览器还不允许从这里采集此页：在侧边栏里点击，不算对此页的许可。请在网页上任选一种方式：",
  "panel.byIcon": "点工具栏上的固证图标，再按回车键",
  "panel.byKeys": ({ keys }) => `按 ${keys}`,
  "panel.byMenu": ({ name }) => `在网页上点右键，选“${name}”`,
  "panel.shownHere": "采集会立刻显示在这里。",
}
