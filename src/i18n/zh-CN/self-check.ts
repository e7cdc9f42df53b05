import { type Translated } from "../catalog.ts"
import { type selfCheck as english } from "../en/self-check.ts"

export const selfCheck: Translated<typeof english> = {
  "selfCheck.open": "填写环境自检记录",
  "selfCheck.title": "环境自检记录",
  "selfCheck.what":
    "固证能知道的会自动写入：浏览器、系统、扩展、语言、时区、屏幕、缩放，以及是否在无痕窗口。为此不会向任何地方发送数据。",
  "selfCheck.not": "固证不知道的：代理、其他扩展、缓存、开发者工具、时钟偏差。记录里会写明没有读取。",
  "selfCheck.ask":
    "浏览器看不到的，可以由您自己展示：打开终端，运行下面的命令，把显示的内容粘贴进来。每一项都可以不填。",
  "selfCheck.private": "内容里可能有您的网络、程序和电脑上的名字。只粘贴您愿意给法院看的部分。",
  "selfCheck.limits": "这是电脑和您自己的陈述，不能证明没有被动过手脚。",
  "selfCheck.system": "这台电脑的系统",
  "selfCheck.system.windows": "Windows（命令提示符）",
  "selfCheck.system.macos": "macOS（终端）",
  "selfCheck.system.linux": "Linux",
  "selfCheck.check.hosts": "手动指定的地址（hosts 文件）",
  "selfCheck.check.proxy": "代理",
  "selfCheck.check.network": "网络与 DNS 服务器",
  "selfCheck.check.dns": "网站的地址",
  "selfCheck.check.route": "到网站的路由",
  "selfCheck.check.processes": "正在运行的程序",
  "selfCheck.check.clock": "时钟与时间服务器的偏差",
  "selfCheck.copy": "复制",
  "selfCheck.copyName": ({ check }) => `复制命令：${check}`,
  "selfCheck.copied": "已复制",
  "selfCheck.paste": ({ check }) => `显示的内容：${check}`,
  "selfCheck.print": "打印这份清单",
  "selfCheck.save": "保存自检记录",
  "selfCheck.once": "只保存一次，成为这次录屏的一部分，之后不能改。",
  "selfCheck.saved": "环境自检记录已成为这次录屏的一部分。",
}
