import type { ListWords } from "../../core/papers/list-words.ts"
import { library } from "../zh-CN/library.ts"
import { remarks } from "../zh-CN/remarks.ts"
import { siteKey } from "./site-key.ts"

const kept = {
  screenshot: "截图",
  redrawn: "重绘图（不是截图）",
  source: "网页源码",
  dom: "页面结构",
  recording: "录屏",
  archive: "网页存档",
  originals: "原图",
  server: "服务器的回应",
} as const

const types = {
  post: "帖子",
  comment: "评论",
  thread: "帖子及回复",
  list: "内容列表",
  other: "内容",
} as const

const kinds = { ...types, profile: "账号主页", page: "网页" } as const

export const listZh: ListWords = {
  title: "证据目录",
  draft: "草稿，请由律师审阅",
  header: number => `证据目录 · 案件 ${number ?? "未编号"} · 草稿，请由律师审阅`,
  notes: [
    "本目录由采集工具根据证据包内的记录预先填写，只列记录中有的事实，供律师核改。灰色文字是对证明目的的建议，请按案情改写；“________”处是记录中没有的内容，请填写或删去。",
    "序号前一位是组别，后一位是采集项的固定编号，与报告、文件夹 data/e001/ 等对应（E-003 为 3，全案为 0），在各证据包中相同，可以不连续。没有材料的组不列出，第五组“损失”留待补充。组别由程序按页面类型和使用者的选择预先排定，请核对。",
    "“主要内容”摘自网页，或由使用者填写（已注明）；所述是否属实，本目录不作说明。",
  ],
  pagesNote: isThere =>
    isThere
      ? "“页码”是同一证据包内 01-report.pdf 的页码。"
      : "本次导出没有采集报告，“页码”留空，请按所提交的材料填写。",
  columns: {
    number: "序号",
    name: "证据名称",
    from: "证据来源",
    content: "主要内容",
    purpose: "证明目的",
    pages: "页码",
  },
  group: {
    content: "一、侵权内容",
    author: "二、作者身份线索",
    spread: "三、传播范围与影响",
    complaints: "四、投诉与沟通",
    other: "六、其他材料",
  },
  purpose: {
    content: "证明左列网址在采集时显示所列内容，以及页面所载的发布者和发布时间。",
    author: "证明该账号在采集时公开的昵称、编号、认证等信息，作为查明发布者身份的线索。",
    spread: "证明该内容在所列时间显示的浏览、转发、评论等数字，供认定传播范围时参考。",
    other: "请写明这是什么、从哪里来、要证明什么。",
    complaints: "证明已就所涉内容投诉或报案，以及对方答复的时间和结果。",
  },
  siteName: adapter => {
    const key = siteKey(adapter)
    return key === null ? null : library[key]
  },
  kindName: kind => kinds[kind],
  postName: ({ site, author, published, type, kept: files }) =>
    `${site}用户「${author}」${published} 发布的${types[type]}（${files}）`,
  profileName: (site, author, files) => `${site}用户「${author}」的主页（${files}）`,
  pageName: (title, files) => `网页「${title}」（${files}）`,
  kept: kinds => (kinds.length === 0 ? "采集记录" : `${kinds.map(kind => kept[kind]).join("、")}及采集记录`),
  from: (time, address) => `${time} 自 ${address} 采集`,
  gaps: count => `采集有 ${String(count)} 项缺口，逐条见 00-readme.html`,
  numbersName: (item, times) => `${item} 页面显示的浏览、转发、评论等数字（${String(times)} 次读取的记录）`,
  numbersFrom: "由采集工具从页面读取",
  numbersNote: "页面显示的数字，不是平台出具的数据，可能经过取整。",
  between: { list: "、", colon: "：" },
  complaintName: (about, platform) =>
    `就${about === null ? "本案" : ` ${about} `}向「${platform}」投诉或报案的记录`,
  complaintFrom: (time, path) => `使用者于 ${time} 填写，见 ${path}`,
  complaintNote: "只是使用者自己的记录，请另附投诉回执、往来文件。",
  sent: time => `${time} 发出`,
  channel: {
    platform: remarks["complaint.channel.platform"],
    email: remarks["complaint.channel.email"],
    post: remarks["complaint.channel.post"],
    phone: remarks["complaint.channel.phone"],
    hotline: remarks["complaint.channel.hotline"],
    police: remarks["complaint.channel.police"],
    other: remarks["complaint.channel.other"],
  },
  givenNumber: number => `工单号或回执号：${number}`,
  result: {
    waiting: remarks["complaint.result.waiting"],
    measures: remarks["complaint.result.measures"],
    declined: remarks["complaint.result.declined"],
    statement: remarks["complaint.result.statement"],
    registered: remarks["complaint.result.registered"],
    other: "有其他答复",
  },
  replied: time => `${time} 得到答复`,
  submitter: "提交人（签名或盖章）",
  submittedOn: "提交日期",
  annex: "附表：文件指纹",
  annexNote:
    "列出证据包 data/ 文件夹中的文件，与 manifest-sha256.txt、manifest-sm3.txt 一致。指纹相同只说明文件没有变，不说明内容真假，也不说明形成时间。",
  annexCut: (listed, all) =>
    `共有 ${String(all)} 个文件，本表只列出前 ${String(listed)} 个；其余见 manifest-sha256.txt 和 manifest-sm3.txt。`,
}
