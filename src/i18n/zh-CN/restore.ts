import { type Translated } from "../catalog.ts"
import { type restore as english, type restoreErrors as englishErrors } from "../en/restore.ts"
import { number } from "./number.ts"

export const restoreErrors: Translated<typeof englishErrors> = {
  "error.restore/locked.cause": "口令或私钥不对，或文件已损坏。",
  "error.restore/locked.safe": "没有导入任何内容。",
  "error.restore/locked.next": "请核对口令，或换一份文件再试。",

  "error.restore/refused.cause": "此证据包未通过校验。",
  "error.restore/refused.safe": "没有写入任何内容，您的文件也没有改动。",
  "error.restore/refused.next": "请向给您文件的人重新要一份，或换一份备份。",

  "error.restore/there.cause": "这一项已经在这里。",
  "error.restore/there.safe": "它没有任何改动。",
  "error.restore/there.next": "不用再做什么。",
}

export const restore: Translated<typeof english> = {
  "restore.title": "恢复与合并",
  "restore.open": "恢复或合并证据包…",
  "restore.why":
    "把导出的证据包里的条目放回固证：换了电脑，或有人帮您采集了一部分。先校验每个证据包，再逐项写入；这里已有的内容不会被覆盖。",
  "restore.drop": "把证据包（.zip 或 .age）拖到这里，或",
  "restore.choose": "选择文件",
  "restore.local": "文件只在本机读取，不向任何人发送。",
  "restore.checking": "正在校验…",
  "restore.progress": ({ done, total }) => `已读 ${done}，共 ${total}`,
  "restore.cancel": "取消",

  "restore.encrypted": "这个文件已加密",
  "restore.passphrase": "口令",
  "restore.identity": "或对应的私钥（AGE-SECRET-KEY-1…）",
  "restore.secretStays": "在这里输入的内容只用于打开这个文件，不会保存。",
  "restore.unlock": "解密并校验",
  "restore.unlocking": "正在解密…",

  "restore.refused": ({ reason }) => `此证据包未通过校验：${reason}。没有写入任何内容，也不会并入案件。`,
  "restore.refusedView": "下面是它的校验结果。",
  "restore.refusedUnzip":
    "想看里面的截图和文字，请解压一份副本，看 data 文件夹里的图片和文本文件。加密的文件先用 age 解密。里面的网页文件可能被改动过，请不要打开。",
  "restore.view": "到校验页再校验一次（要在那里重新选择这个文件）",
  "restore.another": "换一个文件",
  "restore.waiting": ({ n }) => `还有 ${number(n)} 个文件在等，这一个之后轮到。`,
  "restore.next": "校验下一个文件",

  "restore.new": ({ n }) => `可以恢复 ${number(n)} 项。`,
  "restore.same": ({ n }) => `${number(n)} 项已经在这里，指纹相同。`,
  "restore.onlyMore": "条目都已经在这里；在别处又补充过内容。",
  "restore.more": ({ what }) =>
    `那边补充过、这里还没有的：${what}。会放在这里已有内容的旁边，已有的内容不会改动。除备注和标签外，每一份都在保管日志里记一行，写明来自这个证据包。`,
  "restore.more.and": "、",
  "restore.more.remarks": ({ n }) => `备注或标签 ${number(n)} 条`,
  "restore.more.readings": ({ n }) => `再次读取 ${number(n)} 次`,
  "restore.more.corrections": ({ n }) => `更正 ${number(n)} 处`,
  "restore.more.annotations": ({ n }) => `图片标注 ${number(n)} 次`,
  "restore.more.redactions": ({ n }) => `遮盖副本 ${number(n)} 份`,
  "restore.more.imports": ({ n }) => `附加的凭证 ${number(n)} 份`,
  "restore.more.stamps": ({ n }) => `时间戳 ${number(n)} 个`,
  "restore.differing": ({ n }) =>
    `其中 ${number(n)} 处与这里同一位置的内容不同。两份都会保留；更正以后加入的为准，文书里用的也是它。请逐一核对。`,
  "restore.trashed": ({ n }) =>
    `其中 ${number(n)} 项在这里的回收站里。在别处给它们补充的内容没有比对，也不会带过来：请先从回收站取回，再选择这个文件。`,
  "restore.notTaken": ({ n }) =>
    `${number(n)} 项在那边还有不会带过来的文件：OpenTimestamps 凭证，或与这里同名的再次读取。请保留这个文件。`,
  "restore.conflict": ({ n }) =>
    `${number(n)} 项自称是这里已有的条目，内容却不同。两份都会保留；请向给您文件的人问清楚原因。`,
  "restore.device": "签名设备的指纹",
  "restore.ownDevice": "这是本安装的密钥。",
  "restore.otherDevice":
    "这是另一台设备，不是本安装。条目的签名、时间戳和日志按原样保留；以后从这里导出时，还会加上本安装自己密钥的签名。",
  "restore.case": ({ name }) => `案件“${name}”放到`,
  "restore.noCase": "没有归入案件的条目放到",
  "restore.chooseCase": "请选择",
  "restore.newCase": ({ name }) => `新建案件“${name}”`,
  "restore.sameName": "这里已有同名案件。并入它，还是另建一个？",
  "restore.caseFrom": ({ device }) => `来自设备 ${device}`,
  "restore.beginMore": "补入缺少的内容",
  "restore.begin": ({ n }) => `恢复这 ${number(n)} 项`,

  "restore.writing": "正在写入…",
  "restore.written": ({ done, total }) => `已写入 ${done} 项，共 ${total} 项`,
  "restore.stop": "写完这一项就停",
  "restore.keepOpen":
    "请不要关闭此页。中途关闭的话，已写入的每一项都不缺文件；再选择同一个文件，就会接着做。",
  "restore.done": ({ n }) => `已恢复 ${number(n)} 项，每个文件都已读回，指纹一致。`,
  "restore.doneMore": "缺少的内容已经补入。",
  "restore.added": ({ n }) => `给这里已有的 ${number(n)} 项补入了内容。`,
  "restore.stopped": ({ n }) => `已停下。${number(n)} 项已写入，都不缺文件；再选择同一个文件，就会接着做。`,
  "restore.nothing": "这个证据包里的条目和给它们补充的内容都已经在这里，没有写入任何内容。",
  "restore.nothingNew": "这个证据包里没有新的条目，没有写入任何内容。",
  "restore.failed": ({ n }) => `${number(n)} 项没有写入：`,
  "restore.number": ({ from, to }) => `原编号 ${from}，在这里是 ${to}`,
  "restore.numbers": "编号",
  "restore.library": "去证据库",
  "restore.unfinished": ({ name, done, total }) =>
    `从 ${name} 的恢复没有做完：已写入 ${done} 项，共 ${total} 项，写入的每一项都不缺文件。请再选择同一个文件，接着做完。`,
  "restore.cameFrom": ({ from, bundle }) =>
    `从证据包收到，原编号 ${from}。它自己的日志、签名和时间戳一并保留（证据包 ${bundle}）。`,

  "restore.testTitle": "备份演练",
  "restore.testOpen": "试一试备份能否恢复…",
  "restore.testWhy":
    "请选择您保存的备份文件。会读取、解密并逐个文件校验，再与这里的内容对照；不写入任何内容。",
  "restore.testOk": ({ n, files }) => `这份备份可以恢复：${number(n)} 项、${files} 个文件，指纹逐一相符。`,
  "restore.testSame": ({ n }) => `其中 ${number(n)} 项与这里的相同。`,
  "restore.testMissing": ({ n }) => `这里有 ${number(n)} 项不在这份备份里，请再导出一次。`,
  "restore.testAll": "这里的条目和给它们补充的内容都在这份备份里。",
  "restore.testLess": ({ what }) => `这里后来补充、这份备份里没有的：${what}。请再导出一次。`,

  "restore.wholeTitle": "全部备份",
  "restore.whole": "备份全部…",
  "restore.wholeIs":
    "全部案件放进一个证据包，可以加密。里面有条目和文件，也有备注、标签、再次读取、更正、标注、副本、时间戳和保管日志。回收站里的内容和设置不在其中，设置可在下面另存为文件。签名密钥也不在其中，它不能离开这个浏览器。恢复之后会用新的密钥签名，两份日志都会保留。",
}
