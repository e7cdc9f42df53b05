import { type Translated } from "../catalog.ts"
import { type verify as english } from "../en/verify.ts"
import { number } from "./number.ts"

export const verify: Translated<typeof english> = {
  "verify.open": "校验证据包",
  "verify.title": "校验证据包",
  "verify.drop": "把证据包（ZIP）拖到这里，或",
  "verify.choose": "选择文件",
  "verify.chooseAnother": "选择另一个文件",
  "verify.local": "全程在本机完成，可断网。",
  "verify.ourOwn": ({ file }) =>
    `本页是我们自己的程序。不用它也能核对：每个证据包里都有 ${file}，按其中的命令做。`,
  "verify.roots": "信任哪些机构的时间戳",
  "verify.rootsWhat":
    "时间戳的证书能追溯到您信任的根证书，才算数。根证书请向该机构索取，不要用包里的。没有提供时，时间显示为未确认。",
  "verify.rootsFile": "根证书（PEM 文件）",
  "verify.rootsTaken": ({ n }) => `已信任 ${number(n)} 张证书，来自`,
  "verify.stampsFile": "另外保存的时间戳文件",
  "verify.stampsTaken": ({ n }) => `另附时间戳 ${number(n)} 个：`,
  "verify.stampTaken": "已收到时间戳。请再选择它对应的证据包。",
  "verify.rootsBad": "该文件里没有 PEM 格式的证书，没有改动。",
  "verify.oneAtATime": "请一次只选一个文件。刚才没有校验。",
  "verify.checking": "正在校验",
  "verify.progress": ({ done, total }) => `已读取 ${done} / ${total}，每个文件读两遍`,
  "verify.cancel": "取消",
  "verify.cancelled": "已取消，没有得出结果。",
  "verify.file": "文件",
  "verify.size": "大小",
  "verify.at": "校验时间",
  "verify.layers": "逐项结果",
  "verify.more": ({ n }) => `……另有 ${number(n)} 条，保存的结果里全部列出`,
  "verify.copyRefused": "浏览器不允许复制，请直接选中这些数字。",
  "verify.save": "保存结果（JSON）",
  "verify.print": "打印结果",
  "verify.language": "语言",
  "verify.tooOld": ({ file }) =>
    `本页需要较新的浏览器，并启用脚本。不用本页也能核对：请按 ${file} 里的命令做。`,
}
