import { type Translated } from "../catalog.ts"
import { type exportErrors as english } from "../en/export-errors.ts"

export const exportErrors: Translated<typeof english> = {
  "error.export/nothing.cause": "还没有可以导出的内容。",
  "error.export/nothing.safe": "没有改动任何内容。",
  "error.export/nothing.next": "请至少选一项，或先采集一页。",

  "error.export/busy.cause": "另一个证据包正在打包。",
  "error.export/busy.safe": "它会继续。",
  "error.export/busy.next": "等它结束后，再开始这一个。",

  "error.export/failed.cause": "打包中断。",
  "error.export/failed.safe": "您的证据未受影响，也没有给出残缺的证据包。",
  "error.export/failed.next": "请确认磁盘有空间，再次导出。",

  "error.export/passphrase.cause":
    "口令不能用：须为 12 至 128 个英文键盘上的字母、数字、符号或空格，首尾不能是空格。",
  "error.export/passphrase.safe": "没有导出，也没有改动任何内容。",
  "error.export/passphrase.next": "请用四五个互不相关的英文词，或由本工具生成。换一台电脑也要能照样输入。",

  "error.export/passphrases-differ.cause": "两次输入的口令不同。",
  "error.export/passphrases-differ.safe": "没有导出，也没有改动任何内容。",
  "error.export/passphrases-differ.next": "请显示出来核对，或都重新输入。",

  "error.export/no-recipient.cause": "没有选加密用的公钥，或所选的已被移除。",
  "error.export/no-recipient.safe": "没有交出未加密的文件，您的证据未受影响。",
  "error.export/no-recipient.next": "请选一个公钥，或在设置里添加。",

  "error.export/report-failed.cause": "报告未能制作。",
  "error.export/report-failed.safe": "证据包已照常导出，只是其中没有报告；您的证据未受影响。",
  "error.export/report-failed.next": "需要报告的，请再次导出；证据包中的证据清单网页同样列有各项。",
  "error.export/list-failed.cause": "证据目录未能制作。",
  "error.export/list-failed.safe": "证据包已照常导出，只是其中没有证据目录；您的证据未受影响。",
  "error.export/list-failed.next": "需要证据目录的，请再次导出；证据包中的证据清单网页同样列有各项。",
  "error.export/route-failed.cause": "公证现场操作单未能制作。",
  "error.export/route-failed.safe": "证据包已照常导出，只是其中没有公证现场操作单；您的证据未受影响。",
  "error.export/route-failed.next": "需要公证现场操作单的，请再次导出；各项的网址也列在证据清单网页中。",
  "error.export/draft-failed.cause": "有一份文书未能制作。",
  "error.export/draft-failed.safe": "证据包已照常导出，只是其中没有这份文书；您的证据未受影响。",
  "error.export/draft-failed.next": "需要这份文书的，请再次导出。",
  "error.export/encrypt-failed.cause": "证据包未能加密。",
  "error.export/encrypt-failed.safe": "没有交出未加密的文件，您的证据未受影响。",
  "error.export/encrypt-failed.next": "请确认磁盘还能再放下一个证据包，再次导出。",

  "error.export/stopped.cause": "您取消了这次导出。",
  "error.export/stopped.safe": "没有交给您任何文件；已保存的证据不变。",
  "error.export/stopped.next": "需要时可以再次导出。",
}
