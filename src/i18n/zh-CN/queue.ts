import { type Translated } from "../catalog.ts"
import { type queue as english, type queueErrors as englishErrors } from "../en/queue.ts"
import { number } from "./number.ts"

export const queue: Translated<typeof english> = {
  "queue.title": "批量采集",
  "queue.open": "批量采集…",
  "queue.openPaused": "批量采集（已暂停）…",
  "queue.again": "再次采集…",
  "queue.back": "回到证据库",

  "queue.what": "清单里的网址会在一个单独的窗口里逐个打开、采集，与您在该网页上点“采集此页”一样保存。",
  "queue.window":
    "采集期间请留着那个窗口：不要关闭、最小化或完全遮住它，也不要在里面切换标签页。其他窗口可以照常使用。",
  "queue.visit":
    "网页按您当前的登录状态打开。网站会看到这些访问，浏览量可能因此增加；每项记录都会写明网页由本工具打开。",
  "queue.ask":
    "点下面的按钮后，浏览器会问是否允许固证访问所有网站：没有这项允许，任何浏览器都不给您没有点过的网页截图。清单采完、暂停或结束时，立即交还。",

  "queue.links": "网址",
  "queue.linksWhat": ({ most }) =>
    `每行一个；也可以粘贴带表头的表格（CSV），网址那一列的表头写“网址”。最多 ${most} 个。`,
  "queue.file": "从文件读入（CSV、文本）…",
  "queue.fileRead": ({ name, n }) => `已从 ${name} 列入 ${number(n)} 个网址。`,
  "queue.tabsChosen": ({ n }) => (n === 0 ? "列入选中的标签页" : `列入选中的 ${number(n)} 个标签页`),
  "queue.tabsAll": "列入此窗口的全部标签页",
  "queue.tabsWhat":
    "读取标签页的网址要先得到浏览器允许：它会问一次是否允许访问所有网站，读完立即交还。要选中多个标签页，请按住 Ctrl（苹果电脑上是 ⌘），在标签栏里逐个点击。",
  "queue.tabsRead": ({ n }) => `已从标签页列入 ${number(n)} 个网址。`,
  "queue.tabsOthers": ({ n }) => `没有列入 ${number(n)} 个标签页：不是网页，或者在无痕窗口里。`,
  "queue.tabsRefused": "没有得到允许，所以没有读取任何标签页的网址。您可以改为粘贴网址。",

  "queue.againThese": ({ n }) => `将再次采集 ${number(n)} 项：`,
  "queue.againDrop": "不采集这些",
  "queue.againNot": ({ n }) => `有 ${number(n)} 项不能在这里再次采集：在回收站里，或者不是网页。`,
  "queue.earlierKept": "之前的条目保持不变；新的一项存入同一案件。",

  "queue.counted": ({ n }) => `将采集 ${number(n)} 个网址。`,
  "queue.refused": ({ n }) => `有 ${number(n)} 行没有列入：`,
  "queue.line": ({ line }) => `第 ${line} 行：`,
  "queue.more": ({ n }) => `另有 ${number(n)} 行。`,
  "queue.why.no-address": "不是以 http:// 或 https:// 开头的网址",
  "queue.why.not-of-the-web": "不是网页：只能采集 http:// 和 https:// 的网址",
  "queue.why.with-password": "网址里带有用户名或密码，采集会把它存下来",
  "queue.why.repeated": "清单里已经有了",
  "queue.why.too-long": "太长，不像网址",
  "queue.why.too-many": "超出了一个清单能容纳的数量",

  "queue.pace": "两个网页之间间隔（秒）",
  "queue.paceWhat": "访问太快，有的网站会拒绝。",
  "queue.case": "保存到",
  "queue.start": ({ n }) => (n === 0 ? "开始采集" : `开始采集 ${number(n)} 个网址`),
  "queue.starting": "正在询问浏览器…",
  "queue.notAllowed":
    "浏览器还没有得到允许，所以无法给在这里打开的网页截图。可以再问一次，也可以不截图而继续。不截图时，只采集您已在设置里允许的网站，每项都会写明缺少截图。其他网址会列为未获允许。",
  "queue.askAgain": "再问一次",
  "queue.without": "不截图，继续",

  "queue.running": ({ done, of }) => `正在采集：已完成 ${done} / ${of}`,
  "queue.pausing": "即将暂停：先采完正在采集的这一页。",
  "queue.paused": ({ done, of }) => `已暂停：已完成 ${done} / ${of}`,
  "queue.done": "清单已采完",
  "queue.ended": "清单已提前结束",
  "queue.ending": "即将结束：先采完正在采集的这一页。",
  "queue.resting": "暂停期间，访问所有网站的允许已交还；继续时浏览器会再问一次。",
  "queue.why.user": "您暂停了它。",
  "queue.why.restarted": "浏览器曾经关闭。此后没有再打开任何网页；您点“继续”之前也不会打开。",
  "queue.why.not-allowed": "访问所有网站的允许已被收回，无法截图。",
  "queue.why.window-closed": "采集用的窗口被关闭了。继续时会另开一个。",
  "queue.why.offline": "浏览器没有联网。",
  "queue.why.problem": "有一页没能保存；继续下去，其他网页也会一样。",
  "queue.pause": "暂停",
  "queue.resume": "继续",
  "queue.stop": "结束清单",

  "queue.entries": "清单里的网址",
  "queue.state.waiting": "等待",
  "queue.state.capturing": "正在采集",
  "queue.state.interrupted": "曾中断，最后再试",
  "queue.state.saved": "已保存",
  "queue.state.failed": "没有采集成",
  "queue.state.left": "没有开始",
  "queue.answered": ({ status }) => `网站回答的是错误 ${status}：保存下来的可能是出错页，而不是帖子。`,
  "queue.arrived": ({ host }) => `这个网址转到了另一个网页（${host}），请看看是不是您要的。`,
  "queue.tried": "曾中断一次；当时采到的内容单独成为一项。",
  "queue.earlierItem": "查看那一项",

  "queue.summary": "结果",
  "queue.saved": ({ n }) => `已保存 ${number(n)} 个网页。`,
  "queue.withGaps": ({ n }) => `其中 ${number(n)} 个有缺失，缺什么写在各自的条目里。`,
  "queue.refusedBySite": ({ n }) =>
    `其中 ${number(n)} 个，网站回答的是错误（404 等）：请看看帖子是否在里面。`,
  "queue.walled": ({ n }) => `其中 ${number(n)} 个，网站要求先登录或验证：保存到的可能不是帖子，或不是全文。`,
  "queue.elsewhere": ({ n }) => `其中 ${number(n)} 个转到了另一个网页。`,
  "queue.failed": ({ n }) => `有 ${number(n)} 个没有采集成：`,
  "queue.left": ({ n }) => `有 ${number(n)} 个没有开始。`,
  "queue.retry": "把没有采集成的列入新清单",
  "queue.new": "新的清单",
  "queue.forget": "删除",
  "queue.forgetAsk": "删除这份清单…",
  "queue.forgetSure": "清单和其中的网址会被删除，不能恢复。",
  "queue.forgetWhat": "采完的清单连同网址留在这里，到下一份清单开始或您删除它为止。已采集的内容不受影响。",
}

export const queueErrors: Translated<typeof englishErrors> = {
  "error.queue/window-closed.cause": "用来打开清单网址的窗口被关闭了。",
  "error.queue/window-closed.safe": "此前采集到的已保存，清单停在这里等您。",
  "error.queue/window-closed.next": "点“继续”会另开一个窗口接着采；也可以结束这个清单。",

  "error.queue/no-comment.cause":
    "打开了网页，但认不准这条评论：向下滚动没有出现，要先点开，文字已经变化，或者有两条相同。",
  "error.queue/no-comment.safe": "没有为它采集任何内容；之前的条目保持不变。",
  "error.queue/no-comment.next": "请自己打开网页，滚动到这条评论，再按“采集此页，并单独截取一条帖子…”。",
}
