import { chatZh } from "./chat-zh.ts"
import { clockFinding } from "./clock-zh.ts"
import { importedZh } from "./imported.ts"
import { factsZh } from "./facts-zh.ts"
import { filingZh } from "./filing-zh.ts"
import { postZh } from "./post-zh.ts"
import { proofZh } from "./proof.ts"
import { originalsSentence } from "./originals-zh.ts"
import { serverSentences } from "./server-zh.ts"
import { readingsZh } from "./readings-zh.ts"
import { readingSentence } from "./visitor-zh.ts"
import { listZh } from "./list-zh.ts"
import { noticeZh } from "./notice-zh.ts"
import { packetsZh } from "./packets-zh.ts"
import { reportZh } from "./report-zh.ts"
import { routeZh } from "./route-zh.ts"
import { stampLimit, stampScope, stamps } from "./stamps-zh.ts"
import type { Measure, PaperWords } from "../../core/bundle/words.ts"
import type { Redaction } from "../../core/evidence.ts"
import { EVIDENCE_LIST } from "../../core/papers/list-words.ts"
import { NOTARY_ROUTE } from "../../core/papers/route-words.ts"
import { REPORT } from "../../core/papers/words.ts"
import { gap } from "./gaps-zh.ts"
import { marksZh } from "./marks.ts"
import { wallsZh } from "./walls.ts"
import { abroadZh } from "./abroad-zh.ts"

const measureNames: Readonly<Record<Measure, string>> = {
  "as-seen": "首屏截图",
  recording: "录屏",
  frames: "滚动截图",
  stitch: "拼接长图",
  dom: "页面结构（DOM）",
  source: "网页源码（再次请求）",
  text: "页面文字",
  verify: "存后读回核对",
}

const redactionNames: Readonly<Record<Redaction["what"], string>> = {
  password: "密码框中的内容",
  "one-time-code": "验证码框中的内容",
  card: "银行卡框中的内容",
  "anti-forgery": "网站的防伪造令牌",
  draft: "没有发出的草稿",
}

const named = (label: string, taken: readonly Measure[]) =>
  taken.length === 0 ? [] : [`${label}：${taken.map(measure => measureNames[measure]).join("、")}。`]

export const zhCN: PaperWords = {
  gap,
  report: reportZh,
  list: listZh,
  chat: chatZh,
  route: routeZh,
  notice: noticeZh,
  packets: packetsZh,
  abroad: abroadZh,
  readme: {
    documentTitle: "证据清单（临时）",
    listTitle: "证据清单（临时）",
    document: path =>
      path === REPORT
        ? "供人阅读的采集报告："
        : path === EVIDENCE_LIST
          ? "证据目录（草稿，请由律师审阅）："
          : path === NOTARY_ROUTE
            ? "公证现场操作单："
            : "文书草稿（请由律师审阅）：",
    automated: "自动化环境采集",
    limitsTitle: "先看：能说明什么，不能说明什么",
    limits: said => [
      "本证据包由使用者在自己的浏览器中采集。它能显示：采集时浏览器呈现的页面、采集的步骤与时间、此后文件与包内清单是否一致。它不能单独证明：页面内容属实、账号背后的真实身份、采集时的设备未被操纵。",
      "本证据包的哈希值与设备签名只能说明：包内文件与包内清单一致。这不能排除整包被重新制作；请与另行收到的 ZIP 指纹（64 位）核对。它不能证明网页内容在采集前是否被人为改动、账号背后的真实身份、言论是否属实，也不等于公证书、司法鉴定意见或可靠的电子签名。采集由使用者控制的设备完成，未经第三方见证。",
      `时间取自采集所用电脑的时钟。${stampLimit(said)}`,
      "「已加载部分完整」只指页面当时已经加载的部分。没有加载、没有展开或没有截到的内容，逐条列在下表中。",
      "如需更强证明力，请尽快在原网页仍可访问时向公证机构申请保全证据公证，或申请法院证据保全／公安机关调取平台后台数据。",
    ],
    itemsTitle: "采集项",
    number: "编号",
    picture: "首屏截图",
    facts: "内容",
    site: "网站",
    title: "标题",
    address: "网址",
    capturedAt: "采集时间",
    clock: "本机时钟",
    clockFinding,
    extent: "采集范围",
    steps: "采集步骤",
    redacted: "有意略去",
    ...importedZh,
    ...wallsZh,
    ...postZh,
    ...filingZh,
    ...factsZh,
    ...marksZh,
    server: "服务器的回应",
    serverSays: serverSentences,
    originals: "原图文件",
    originalsSaid: originalsSentence,
    readAgain: "事后以访客身份再看",
    reading: readingSentence,
    ...readingsZh,
    record: "指纹",
    untitled: "（无标题）",
    noPicture: "没有截图",
    redrawn: "重绘图，不是截图",
    addressShortened: "已略去令牌等参数或过长的部分；完整网址见 capture.json",
    completeAsLoaded: "已加载部分完整",
    gapsCount: count => `不完整，有 ${String(count)} 项缺口：`,
    automatedItem: "自动化环境采集",
    stepsTaken: ({ done, failed, notRun }) =>
      [...named("已完成", done), ...named("出错", failed), ...named("未进行", notRun)].join(""),
    redaction: ({ what, count, where }) =>
      `${redactionNames[what]}：${String(count)} 处（${where}），保存时已略去，不算缺口。`,
    leftOutTitle: "没有收入本证据包",
    leftOut: ({ item, reason }) =>
      reason === "damaged" ? `${item}：保存的文件已损坏，无法读出。` : `${item}：导出时仍在采集。`,
    leftForNext: ({ count, first, last }) =>
      count === 1
        ? `${first}：本证据包已满，收入下一个证据包。`
        : `${first} 至 ${last}（共 ${String(count)} 项）：本证据包已满，收入下一个证据包。`,
    noItems: "没有采集项。",
    fingerprintsTitle: "证据包的指纹",
    bundle: "证据包",
    exportedAt: "导出时间",
    itemCount: "采集项数",
    manifestPrint: "manifest-sha256.txt 的 SHA-256",
    custodyHead: "保管日志末行的 SHA-256",
    custodyEntries: "保管日志行数",
    deviceKey: "设备签名公钥的 SHA-256",
    timeStamp: "第三方时间戳",
    stamps,
    innerStamp: "本项的第三方时间戳",
    anchor: height =>
      height === null
        ? "日历已承诺，打包时还没有写进比特币：还不是证明。"
        : `证明指向比特币第 ${String(height)} 号区块；没有查看该区块。`,
    keyStamp: "该公钥何时已经存在",
    keyExisted: (authority, time) =>
      `据 ${authority} 的第三方时间戳，不晚于 ${time} 已经存在。它说的是某一次安装的密钥，不是某一个人。`,
    attached: "他处取得、附入本项的文件",
    proof: proofZh,
    tool: "采集工具",
    build: "工具文件清单的 SHA-256",
    custodyNote:
      "保管日志记载本机全部采集、删除、导出的次数和时间，不含网址与内容。设备签名由本次安装自行生成的密钥作出；浏览器的接口不导出私钥，但能复制浏览器配置文件的人可能取得它。",
    verifyTitle: "怎样核对",
    verifyHow: [
      "请不要修改、重新压缩本证据包；核对时使用副本。",
      "按 verify.zh-cn.txt 中的命令核对。这些命令只用电脑自带或公开的通用工具（sha256sum、openssl 等），不用本工具。",
      "也可以断网用浏览器打开 verify.html，选择 ZIP 文件来校验；它是我们自己的程序，上面的命令才是独立的核对方法。",
      "核对只回答「文件是否与清单一致」，不判断内容真假，也不代表法院一定采信。",
    ],
    signedBy: "提交人（签名）",
    date: "日期",
  },
  verify: {
    title: "怎样核对本证据包",
    numbersTitle: "本证据包的名称和数字",
    bundle: "文件夹",
    zip: "ZIP 文件",
    items: "采集项数",
    payload: (files, bytes) => `${String(files)} 个文件，共 ${String(bytes)} 字节`,
    manifestPrint: "manifest-sha256.txt 的 SHA-256",
    custodyEntries: "保管日志行数",
    custodyHead: "保管日志末行的 SHA-256",
    deviceKey: "设备签名公钥的 SHA-256",
    timeStamp: "第三方时间戳",
    stamps,
    scopeTitle: "核对能说明什么，不能说明什么",
    scope: said => [
      "全部通过，说明文件与包内清单一致，清单由包内的设备密钥签名。",
      "这不能排除整包被重新制作。请把 ZIP 的 SHA-256（64 位）与另行收到的指纹逐位核对。",
      "密钥就在包内。请把公钥的 SHA-256 与另行得到的指纹核对，例如同一台电脑较早的证据包。",
      stampScope(said),
      "核对不判断内容真假，不说明谁写了这些内容，也不代表法院一定采信。",
      "本文件也在包内，能换掉证据的人也能换掉它。请用您自己信得过的说明对照这些命令。",
    ],
    linuxTitle: "Linux（bash，coreutils 9 以上，OpenSSL）",
    macTitle: "macOS（终端，zsh 或 bash）",
    windowsTitle: "Windows（PowerShell）",
    reading: "逐条复制，在 ZIP 所在的文件夹里依次运行。没有特别说明的，不显示任何内容就是通过。",
    zipPrint: "ZIP 的指纹。会显示 64 位数字，请与另行收到的逐位核对。",
    unpack: "解压，并进入文件夹。",
    payloadSha256: "data/ 中每个文件的 SHA-256。",
    payloadSha256Each: "data/ 中每个文件的 SHA-256。每一行都应以 OK 结尾。",
    payloadSm3: "data/ 中每个文件的 SM3。coreutils 9 以下没有这个命令，可以略过；上一条已查过同样的文件。",
    tags: "清单和说明文件的 SHA-256。",
    tagsEach: "清单和说明文件的 SHA-256。每一行都应以 OK 结尾。",
    nothingExtra: "data/ 中没有清单以外的文件。",
    nothingExtraTop: "最上层也没有清单以外的文件。",
    signature: "设备签名。应显示 Verified OK。",
    key: "公钥的指纹。应显示上面所列设备签名公钥的 64 位数字。",
    custodyChain: "保管日志首尾相连，末行与上面所列一致。应显示 custody log ok；显示 BROKEN 就是有改动。",
    custodyNumbers: "bag-info.txt 记载的末行和行数，与上面所列一致。每条命令应显示一行。",
    windowsZip: "ZIP 的指纹。请与另行收到的 64 位数字逐位核对，不分大小写。",
    windowsFiles: "全部文件的 SHA-256。出现 CHANGED OR MISSING 就是有改动或缺少；最后一行显示一致的文件数。",
    windowsExtra: "data/ 中没有清单以外的文件。出现 NOT LISTED 就是多出来的。",
    windowsRest:
      "签名和保管日志：安装 Git for Windows，打开 Git Bash，进入文件夹，运行上面 Linux 部分中关于签名、公钥、日志的各条。",
    stampRoots:
      "您信得过的根证书。这一条用的是 Debian、Ubuntu 自带的；时间戳机构的根证书不在其中的，请从该机构取得，把 R 改成那个文件。",
    keyStamps:
      "设备签名公钥的时间戳，按戳上的时间核对。每一行都应以 Verification: OK 结尾：公钥不晚于那个时间已经存在。",
    innerStamps: "各项的时间戳，按戳上的时间核对。每一行都应以 Verification: OK 结尾。",
    importedStamps: "他处取得、附入各项的时间戳，按戳上的时间核对。每一行都应以 Verification: OK 结尾。",
    unverifiableStamps: paths =>
      `下列时间戳在他处取得，已原样保存；其中用到国密算法（SM2、SM3）或其他算法，这里没有命令可以验证，请由签发机构验证：${paths.join("、")}`,
    outerStamps:
      "整包的时间戳。会逐个显示戳上的时间，然后应显示 Verification: OK。未通过的那一个不证明任何事：显示 unable to get，是 R 里没有该机构的根证书；显示其他，是它不属于本证据包。显示 no time stamp came，就是请求过而没有收到。",
    openTimestamps: paths =>
      `OpenTimestamps 证明，用 opentimestamps.org 的 ots 程序核对（以比特币区块为准，与去掉 .ots 的同名文件放在一起）；ots upgrade 可在写进比特币后把承诺换成证明：${paths.join("、")}`,
    stampsElsewhere: "时间戳请用 Linux 部分的命令核对：macOS 自带的 openssl 和 date 写法不同。",
    page: "不用命令行：断网用浏览器打开 verify.html，选择 ZIP 文件；它是我们自己的程序，也在包内，下面的命令才是独立的核对方法。",
  },
}
