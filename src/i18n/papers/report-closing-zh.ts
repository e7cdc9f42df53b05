import type { ClosingWords, ProcedureWords } from "../../core/papers/words.ts"

type Closing = ClosingWords &
  Pick<
    ProcedureWords,
    | "custodyEvent"
    | "environmentOf"
    | "selfCheckOf"
    | "selfCheckNote"
    | "environmentName"
    | "size"
    | "yes"
    | "no"
    | "notRead"
    | "automation"
    | "environmentNote"
  >

const automated = { yes: "是", no: "否", unknown: "未知" } as const

/** The later parts of the report, from the environment on. */
export const reportClosingZh: Closing = {
  custodyEvent: {
    installed: "安装或更新本工具",
    "key.created": "生成设备密钥",
    "capture.started": "采集开始",
    "capture.sealed": "采集完成并封存",
    "capture.recovered": "发现上次未完成的采集",
    "capture.interrupted": "采集中断，已封存保存下来的部分",
    "capture.trashed": "移入回收站",
    "capture.restored": "从回收站恢复",
    "capture.received": "从证据包收到，由其他安装采集",
    "addition.received": "收到别处的补充",
    deleted: "删除",
    "export.started": "导出开始",
    "export.failed": "导出没有完成",
    exported: "导出完成",
    "settings.changed": "更改设置",
    "integrity.checked": "核对保存的文件",
    "time.requested": "请求第三方时间戳",
    "time.received": "收到第三方时间戳",
    "time.pending": "日历承诺 OpenTimestamps，还不是证明",
    "time.anchored": "OpenTimestamps 证明指向比特币区块（未查看区块）",
    "time.failed": "没有取得第三方时间戳",
    "reading.kept": "再次读取该页",
    "correction.kept": "使用者填写或更正信息",
    "annotation.kept": "保存使用者在图上的标注",
    "redaction.kept": "生成图片的遮挡副本",
    imported: "附入他处取得的文件",
  },
  selfCheckOf: item => `${item} 的环境自检记录`,
  selfCheckNote:
    "电脑对自身情况的陈述，以及使用者粘贴的命令输出原文。没有读取的项目，记录里有写明。它不能证明没有被动过手脚。",
  environmentOf: items => `采集 ${items} 时的环境`,
  environmentName: {
    browser: "浏览器",
    os: "操作系统",
    extension: "采集工具版本",
    build: "采集工具文件清单的 SHA-256",
    locale: "浏览器语言",
    timeZone: "时区",
    viewport: "窗口中页面的大小",
    screen: "屏幕",
    zoom: "缩放",
    dpr: "每个 CSS 像素的设备像素",
    privateWindow: "隐私窗口",
    automation: "自动化环境",
    userAgent: "浏览器标识（User-Agent）",
    otherExtensions: "其他扩展",
    proxy: "代理设置",
  },
  size: ({ width, height }) => `${String(width)} × ${String(height)} CSS 像素`,
  yes: "是",
  no: "否",
  notRead: "未读取：本工具没有请求这项权限",
  automation: (value, basis) => `${automated[value]}（依据：${basis}）`,
  environmentNote:
    "以上由被检查的浏览器自己报告。hosts 文件、系统进程、杀毒软件和网络路径，浏览器扩展无法读取，本报告不作说明。",

  printsNote:
    "下表列出 data/ 下的每个文件，与 manifest-sha256.txt、manifest-sm3.txt 一致。指纹相同只说明文件没有变，不说明内容真假，也不说明形成时间。",
  verifyPage: "方法一：断网打开 verify.html",
  verifyPageSaid: [
    "用浏览器打开证据包中的 verify.html（可以断网），选择 ZIP 文件，等待逐个文件的结果。它是我们自己的程序，也在包内；下面两种方法只用通用工具。",
  ],
  verifyWindows: "方法二：Windows（PowerShell）",
  verifyWindowsSaid: [
    "在 ZIP 所在的文件夹运行下面的命令，把显示的 64 位与另行收到的逐位核对。逐个文件的核对命令见包内 verify.zh-cn.txt。",
  ],
  verifyPosix: "方法三：Linux 或 macOS（终端）",
  verifyPosixSaid: [
    "先运行第一行，核对 ZIP 的 64 位；解压并进入文件夹，再运行其余各行。没有显示不符，且最后一行显示 Verified OK，就是一致。macOS 用 shasum -a 256 代替 sha256sum，写法见 verify.zh-cn.txt。",
  ],
  verifyScope: [
    "请用副本核对，不要修改或重新压缩证据包。核对只回答“文件是否与清单一致”，不判断内容真假，也不代表法院一定采信。",
  ],
  declared: [
    "本人操作上述采集工具，在本报告所列时间采集了所列各项网页。采集以后，本人没有修改证据包中的任何文件；本人填写或更正的内容，报告中均注明“用户填写”。证据包中如有备注、标签、投诉记录、图上标注或遮挡副本，均为采集以后所加，另成文件，不是采集所得。",
    "本人知悉：本报告只说明采集的经过和文件的指纹，网页内容是否属实、账号为何人使用，由有权机关依法认定。",
    "（请核对以上内容与事实相符后再签名；不相符的，请先更正。）",
  ],
  signature: "采集人（签名）",
  identity: "身份证件号码（可不填）",
  date: "日期",
  witness: "见证人（签名，可不填）",
  terms: [
    ["指纹（哈希值）", "由文件算出的一串数字。文件改动一个字，指纹就不同。SHA-256 和 SM3 是两种算法。"],
    ["清单", "列出每个文件及其指纹的文本文件：manifest-sha256.txt 和 manifest-sm3.txt。"],
    [
      "设备签名",
      "用本次安装自行生成的密钥对清单签名。浏览器的接口不导出私钥，但能复制浏览器配置文件的人可能取得它；它不是可靠的电子签名，也不说明签名人是谁。",
    ],
    ["第三方时间戳", "时间戳机构出具的电子凭据，说明某个指纹在某一时刻已经存在；不说明更多。"],
    ["已加载部分完整", "页面当时已经加载的部分都采集到了。没有加载的内容不在其内。"],
    ["缺口", "应有而没有采集到的部分，逐条写明原因。"],
    ["拼接长图", "由逐屏截图按位置拼成的图片，供阅读；逐屏截图才是原始文件。"],
    ["保管日志", "记载本机全部采集、删除、导出的次数和时间的日志，每一行都记有上一行的指纹。"],
  ],
}
