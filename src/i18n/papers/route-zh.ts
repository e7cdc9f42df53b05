import { RECENT_DAYS } from "../../core/papers/route-order.ts"
import type { Step, Unfolding } from "../../core/papers/route-stop.ts"
import type { RouteWords } from "../../core/papers/route-words.ts"

const step = (each: Step): string => {
  switch (each.kind) {
    case "front":
      return `首页 ${each.site}`
    case "search":
      return `搜索“${each.author}”`
    case "profile":
      return `主页 ${each.address}`
    case "post":
      return "帖子"
    case "here":
      return "本页"
  }
}

const places = (count: number | null): string => (count === null ? "" : ` ${String(count)} 处`)

function unfold(each: Unfolding): string {
  switch (each.kind) {
    case "folded":
      return `展开折叠的文字${places(each.count)}（采集时没有展开）`
    case "boxes":
      return `下拉页面中自行滚动的框${places(each.count)}`
    case "comments":
      return `继续加载评论（采集到 ${String(each.kept)} 条，页面标示的更多）`
    case "video":
      return `播放视频${places(each.count)}（采集时没有下载）`
    case "clicked":
      return `点“${each.words}”`
  }
}

export const routeZh: RouteWords = {
  title: "公证现场操作单",
  header: number => `公证现场操作单 · 案件 ${number ?? "未编号"}`,
  advice: (links, minutes) => [
    "建议在公证处电脑和网络上操作，由公证员操作或当面操作；先清除浏览器记录和缓存。",
    `建议顺序：最可能消失的在前。共 ${String(links)} 个链接，估计约 ${String(minutes)} 分钟（不含播放视频）。`,
    "须登录的，由申请人本人当场输入账号和密码；本单不记载账号和密码。",
    "二维码与所印网址相同，只为免去抄写；打开后请核对地址栏。",
    "本单是按证据包中的记录填写的线索，不是公证文书；怎样操作，以公证处的意见为准。",
  ],
  orderNote: `顺序由程序按记录排定：已投诉的、改动过的、上次没有看清的、有视频的、是评论的、近 ${String(RECENT_DAYS)} 天发布的、转发或浏览最多的，依次在前。它不是预测，可以按情况调整。路径按已知信息列出，没有逐步试走；用时是估计。`,
  open: "一、按此顺序打开",
  gone: "二、最近一次核对时没有显示的",
  goneNote:
    "排在最后。上面各项保全之后，仍请逐个试一次：能打开的，照常保全；打不开的，请记录打开之后页面显示的内容。没有显示不等于已被删除。",
  noneOpen: "各链接最近一次核对时都没有显示内容。仍请逐个试一次。",
  stop: (n, item, what) => `${String(n)}. ${item} · ${what}`,
  fact: {
    address: "网址",
    open: "打开方式",
    way: "到达路径",
    look: "应看到",
    unfold: "需展开",
    seen: "最近一次看到",
    found: "此后核对",
    haste: "先做的理由",
    onTheSpot: "用时、记录",
  },
  signedOut: (verdict, time) =>
    verdict === "public" ? `不登录即可看到（${time} 核对）` : `须登录（${time} 核对，不登录看不到）`,
  signedIn: {
    yes: "采集时已登录；不登录能否看到，没有核对",
    no: "采集时没有登录，页面可以看到",
    unknown: "是否须登录，没有核对",
  },
  account: "登录所用账号：____________ 谁的：________",
  bareNote: "这是不带参数的固定网址；采集时打开的网址带有令牌等参数，见 capture.json",
  noLink: "不能作成二维码；完整网址见证据包中本项的 capture.json",
  way: steps => steps.map(step).join(" → "),
  lookFor: words => `“${words}”`,
  lookForTitle: words => `网页标题“${words}”`,
  unfold,
  nothingToUnfold: "采集记录中没有",
  seen: (by, time) =>
    `${time}，${by === "capture" ? "采集时" : by === "again" ? "再次打开时" : "以访客身份向服务器核对时"}`,
  neverSeen: "记录中没有看清的一次",
  haste: {
    complained: "已投诉或报案，平台可能随时处理",
    changed: "改动过",
    uncertain: "上次没有看清",
    video: "有视频，采集时没有下载",
    comment: "是评论，可能随原帖消失",
    recent: `近 ${String(RECENT_DAYS)} 天发布`,
    spread: "各链接中转发或浏览最多",
  },
  onTheSpot: minutes => `约 ${String(minutes)} 分钟　□ 已打开并保全　□ 打不开　时间 ________`,
  picture: item => `${item} 采集时的样子`,
  applicant: "申请人（签名）",
  officer: "公证员",
  date: "日期、地点",
}
