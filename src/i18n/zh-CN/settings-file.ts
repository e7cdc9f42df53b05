import { type Translated } from "../catalog.ts"
import { type settingsFile as english } from "../en/settings-file.ts"
import { number } from "./number.ts"

export const settingsFile: Translated<typeof english> = {
  "settingsFile.title": "设置文件",
  "settingsFile.what":
    "把这些设置存成一个文件，换电脑或重新安装后再导入。文件里没有证据，也没有本机的签名密钥；它不是备份。",
  "settingsFile.grants":
    "浏览器授予的网站权限不能随文件带走：导入之后，要用到的网站请重新允许。文件里的时间戳服务导入后是关闭的，要由您逐个开启。",
  "settingsFile.withRecipients": "包括加密收件人的名称和公钥（别人会看出您把证据交给谁）",
  "settingsFile.withSecrets": "包括时间戳服务的授权信息，以及带查询参数的服务地址（相当于密码，请勿转发）",
  "settingsFile.export": "导出设置文件",
  "settingsFile.exported": ({ name }) => `已交给浏览器下载：${name}`,
  "settingsFile.import": "导入设置文件",
  "settingsFile.importWhat": "选好文件后，先列出会改动什么，由您确认；文件里没有的设置保持原样。",
  "settingsFile.choose": "选择文件…",
  "settingsFile.preview": ({ n }) => `导入会改动 ${number(n)} 处：`,
  "settingsFile.same": "文件里的设置与现在相同，没有要改动的。",
  "settingsFile.apply": "照此导入",
  "settingsFile.cancel": "不导入",
  "settingsFile.applied": ({ n }) =>
    `已导入，改动了 ${number(n)} 处。界面语言如有改动，从新打开的页面起生效。`,
  "settingsFile.change": ({ what, from, to }) => `${what}：${from} → ${to}`,
  "settingsFile.on": "开",
  "settingsFile.off": "关",
  "settingsFile.unlimited": "不限",
  "settingsFile.authority": ({ url }) => `加入时间戳服务 ${url}，不开启`,
  "settingsFile.authorityWith": ({ url }) => `加入时间戳服务 ${url}，带授权信息，不开启`,
  "settingsFile.recipient": ({ name }) =>
    `加入加密收件人「${name}」。公钥如下，请与本人当面或通过电话核对：换成别人的公钥，加密给的就是别人。`,
}
