import type { ReportWords } from "../../core/papers/words.ts"
import { procedure } from "../zh-CN/procedure.ts"
import { steps } from "../zh-CN/steps.ts"
import { reportClosingZh } from "./report-closing-zh.ts"
import { spanZh } from "./span.ts"

const ORDINALS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]

const sectionNames = {
  howToRead: "阅读提示",
  evidenceList: "证据目录",
  timeline: "时间线",
  items: "逐项说明",
  procedure: "采集过程记录",
  environment: "环境记录",
  prints: "文件指纹",
  verify: "核对方法",
  declaration: "采集人声明",
  glossary: "名词说明",
} as const

export const reportZh: ReportWords = {
  title: "网络侵权证据采集报告",
  section: (name, n) => `${ORDINALS[n - 1] ?? String(n)}、${sectionNames[name]}`,
  unknown: "未知",
  notFilledIn: "未填写",
  header: number => `证据报告 · 案件 ${number ?? "未编号"}`,
  footer: (page, pages, madeAt) => `第 ${String(page)} / ${String(pages)} 页，生成于 ${madeAt}`,
  howToReadIntro: [
    "本报告由采集工具根据证据包内的记录自动排版，供人阅读。报告中的图片经缩放、分段并压缩；原始文件在证据包的 data/ 文件夹中，以原始文件为准。",
    "每一项证据有固定编号（如 E-001），与文件夹 data/e001/ 对应。报告没有写出的，就是记录中没有；记录不能确定的，写作“未知”。",
    "想用两分钟核对：先把证据包 ZIP 的 SHA-256 与另行收到的 64 位数字比对，再按“核对方法”运行一条命令，或断网打开 verify.html。",
  ],
  columns: {
    number: "编号",
    time: "时间",
    event: "事件",
    step: "步骤",
    outcome: "结果",
    took: "用时",
    file: "文件",
    bytes: "字节",
    kind: "来源",
    prints: "指纹（8 位一组）",
  },
  notReadFromPage: "未从页面读到正文，见截图",
  listNote:
    "序号与证据目录 02-evidence-list.docx 一致；E-001 等是采集时的固定编号。“________”处是记录中没有的内容。证明目的由律师在证据目录中填写，本报告不作说明。",

  caseName: "案件",
  caseNumber: "案件编号",
  applicant: "申请人／委托人",
  collector: "采集人",
  recipient: "提交对象",
  sites: "网站",
  capturedFrom: "采集时间",
  fromTo: (from, to) => `${from} 至 ${to}`,
  howCaptured: "采集方式",
  bySelf: "使用者在自己的浏览器中自行采集，未经第三方见证",
  notary: "公证",
  notaryNone: "本证据包中没有关于公证的记录",
  coverPrint: "证据清单 manifest-sha256.txt 的指纹",
  coverPrintNote:
    "该清单列出 data/ 下每个文件的 SHA-256。本报告在清单之后生成，列在另一份清单 tagmanifest-sha256.txt 中，所以不能写出自己的指纹；后者由设备密钥签名。清单相符只说明文件与包内清单一致，不能排除整包被重新制作；请与另行收到的 ZIP 指纹（64 位）核对。",
  qrNote: "扫描左侧二维码，得到的 64 位数字应与上面的 SHA-256 相同。",

  timelineNote:
    "按时间先后排列。采集和再次读取的时间取自采集所用电脑的时钟；发布、编辑时间是页面所显示或所载的；时间戳的时间出自签发机构。",
  published: raw => `页面所载的发布时间（页面原文：${raw}）`,
  publishedFilled: raw => `用户填写的发布时间（${raw}）`,
  editedFilled: raw => `用户填写的编辑时间（${raw}）`,
  edited: raw => `页面所载的编辑时间（页面原文：${raw}）`,
  captured: "采集开始",
  stamped: authority => `${authority} 的第三方时间戳：该项的 capture.json 不晚于此时已经存在`,
  plusMinus: seconds => `误差不超过 ± ${spanZh(seconds)}（在换算依据成立时）`,
  counters: "页面显示的数字",
  countersNote:
    "以上为页面当时显示的数字，括号内为页面原文；不是平台出具的数据，可能经过取整，本工具自己的访问也可能被计入浏览量。未读到的记为“—”。",
  referenceTitle: "两个参照数字：5000 与 500",
  reference: ({ title, inForce, article, text }) =>
    `《${title.zh}》（${inForce} 起施行）${article.zh}的原文是：“${text}”。`,
  referenceNote:
    "列出这两个数字只为对照阅读。条文说的是同一信息“实际”被点击、浏览、转发的次数，上表是页面显示的数字，两者不是一回事；是否适用、是否达到，由司法机关认定。条文请以正式公布的文本为准。",

  chart: (counter, reference) =>
    `图：页面显示的“${counter}”随读取时间的变化；虚线是参照数字 ${String(reference)}。图中的点就是上表的数字。`,
  chartReference: reference => `参照 ${String(reference)}`,
  chartCut: (drawn, all) => `共 ${String(all)} 项，图中只画数字最高的 ${String(drawn)} 项；其余见上表。`,

  signedIn: "登录状态",
  signedInSaid: { yes: "已登录", no: "未登录", unknown: "未知" },
  trigger: "启动方式",
  triggerSaid: {
    popup: "使用者在弹窗中点击",
    panel: "使用者在侧边栏中点击",
    shortcut: "使用者按快捷键",
    menu: "使用者在右键菜单中点击",
    recorder: "使用者在录屏窗口中点击",
    import: "不是采集：使用者导入了一份已有的文件",
    queue: "使用者发起的批量采集：网页由本工具打开",
    script: "由脚本启动",
  },
  canonical: "页面自称的规范网址",
  previous: "此前对同一网页或同一帖子的采集",
  fullText: "正文全文（程序从页面读取）",
  textCut: path => `正文较长，以上只印出开头部分；全文见 ${path}。`,
  picturesTitle: "截图",
  picturesNote: hasMarks =>
    `下列图片由证据包内的截图缩放、分段而成，相邻两段重叠百分之五；${hasMarks ? "除红框以外，" : ""}图上没有添加任何标注。拼接长图由逐屏原始截图（frames/）拼成，以原始截图为准。`,
  markedNote:
    "红框标出的，是采集时选中的文字，或者使用者后来在图片上标注的地方；红框仅见于本报告，证据包内的原图未改动。",
  marked: "红框仅见于本报告，原图未改动。",
  quoteThumbnail: (item, path, at) => `${item} · 显示所选文字的截图 · ${path} · 拍摄于 ${at}`,
  thumbnail: (item, path, at) => `${item} · 首屏截图 · ${path} · 拍摄于 ${at}`,
  slice: (item, path, part, count, times) =>
    `${item} · 截图 ${String(part)}/${String(count)} · ${path}${times === "" ? "" : ` · 拍摄于 ${times}`}`,
  boxSlice: (item, path, part, count, times) =>
    `${item} · 页面内可单独滚动的区域 ${String(part)}/${String(count)} · ${path}${times === "" ? "" : ` · 拍摄于 ${times}`}`,
  postPicture: (item, path, part, count) =>
    `${item} · 所选帖子（从原始截图中截取） ${String(part)}/${String(count)} · ${path}`,
  importedPictureTitle: "导入的图片",
  importedPictureNote:
    "下图由使用者导入，并非由本工具采集；来源以使用者的说明为准，本工具没有核实。图片经缩放印出，证据包内的文件未改动。",
  importedPicture: (item, path, part, count) =>
    `${item} · 导入的图片，来源由使用者说明 ${String(part)}/${String(count)} · ${path} · `,
  pictureMissing: path =>
    `图片 ${path} 在制作本报告时无法读取，未印出；文件本身是否一致，请按“核对方法”检查。`,
  slicesLeft: (printed, count, path) =>
    `此图共 ${String(count)} 段，本报告印出前 ${String(printed)} 段；其余见 ${path}。`,
  filesTitle: "文件",
  filesNote: section => `每个文件的 SHA-256 与 SM3 见“${section}”。`,
  besideRecord: "采集记录本身，或封存后添加",
  sourceSaid: {
    screen: "屏幕截图",
    dom: "浏览器中的页面",
    "re-requested": "向服务器再次请求所得",
    server: "服务器的回应",
    derived: "由采集所得文件加工而成，供阅读",
    "re-drawn": "重绘图，不是截图",
    imported: "他处取得",
  },
  framesSaid: count => `屏幕截图，共 ${String(count)} 张`,
  corroborationTitle: "相互印证",
  corroborationNote:
    "以上是以不同方式取得的材料，可以互相对照。它们都由使用者的同一台电脑取得，不能代替公证机构、法院或平台的核实。",
  corroborated: {
    picture: "截图",
    source: "网页源码",
    server: "服务器的回应",
    later: "事后以访客身份再看",
    id: "标识符内含的时间",
  },
  pictureSaid: (frames, pages) => `逐屏原始截图 ${String(frames)} 张；拼接长图 ${String(pages)} 张。`,
  sourceKept: status =>
    `已向同一网址再次请求源码并保存为 source.html（服务器状态 ${status === null ? "未知" : String(status)}）。这是再次请求所得，不是屏幕上那一次加载的原始数据。`,
  sourceHead: "开头几行（网址中的令牌已略去，过长的行已截断）：",
  sourceNotKept: "没有保存网页源码。",
  notDone: "未进行",
  ownRequests: "本工具的请求",
  requests: count =>
    count === 0
      ? "采集时没有另外向网站发出请求。"
      : `采集时另外向网站发出 ${String(count)} 次请求，可能被计入浏览量。`,

  guidedTitle: item => `录屏 ${item} 的操作过程`,
  guidedNote:
    "由扩展在采集者的电脑上于录制时记下，时间从录制开始算起。步骤按公证处和时间戳机构的做法列出；页面自己显示的，与使用者勾选的，分开写明。输入的内容不在其中。",
  guidedColumns: { time: "时间", step: "步骤", said: "情况", page: "打开过的页面" },
  guidedStep: step => procedure[`procedure.step.${step}`],
  guidedSaid: ({ state, by, reason }) =>
    ({
      done: by === "facts" ? "扩展自动确认" : "由使用者勾选",
      skipped: `使用者跳过：${reason ?? ""}`,
      open: "没有做",
    })[state],
  notFollowed: "没有跟上：缺打开时的截图，或其中的操作",
  guidedCounts: (clicks, scrolls) =>
    `另有 ${String(clicks)} 次点击、${String(scrolls)} 处滚动位置，连同时间写在 recording/procedure.jsonl。`,
  stepsTitle: item => `${item} 的采集步骤`,
  stepName: name => steps[`step.${name}`],
  outcomeSaid: {
    done: steps["outcome.done"],
    failed: steps["outcome.failed"],
    skipped: steps["outcome.skipped"],
  },
  milliseconds: ms => `${String(ms)} 毫秒`,
  afterTitle: "保管日志中关于该项的记录",
  afterNote:
    "摘自 data/custody.jsonl；编号为日志行号，SHA-256 为该行的指纹，下一行记有上一行的指纹。查看和备注不记入日志。",
  ...reportClosingZh,
}
