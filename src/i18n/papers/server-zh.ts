import { type ComparisonBasis, type Doubt, type ComparisonVerdict } from "../../core/server/compare.ts"
import { type ComparisonSummary, type ServerSummary } from "../../core/server/record.ts"
import { type VisitorReason } from "../../core/server/visitor.ts"

interface Status {
  readonly status: string
}

const doubts = {
  "no-answer": "服务器没有回应",
  status: "服务器返回的状态不是 200",
  redirected: "服务器转到了另一个网址",
  "log-in": "返回的像是登录页",
  "app-shell": "返回的内容里几乎没有文字，页面内容可能由脚本随后加载",
  "json-only": "返回的是数据，不是网页",
  "too-short": "可供比对的文字太少",
  "too-large": "返回的内容太大，没有全部比对",
} as const satisfies Record<Doubt, string>

const reasons = {
  "same-text": "以不带 Cookie 的访客身份请求，服务器发来同样的文字。",
  "as-much-text": "以不带 Cookie 的访客身份请求，服务器发来的文字一样多。",
  refused: "以不带 Cookie 的访客身份请求，服务器拒绝提供。",
  "log-in": "以不带 Cookie 的访客身份请求，服务器发来登录页。",
  "visitor-check":
    "不能判断访客能否看到：网站先检验来访者（验证码、访客通行证，或拒绝像程序的请求），真人的浏览器也许能通过。",
  "not-given-either": "不能判断访客能否看到：带登录状态请求，返回的内容里也没能找到这些文字。",
  "no-answer": "不能判断访客能否看到：没有可供判断的回应。",
  "part-of-text": "不能判断访客能否看到：访客只得到部分文字。",
  "text-not-found": "不能判断访客能否看到：给访客的内容里没有这些文字，也没有说明原因。",
} as const satisfies Record<VisitorReason, string>

const verdicts = {
  found: (n: string, _found: string, text: string) =>
    `${text}，在服务器发来的内容里能找到（比对 ${n} 句，全部找到）。`,
  partly: (n: string, found: string, text: string) =>
    `${text}，有一部分在服务器发来的内容里能找到（比对 ${n} 句，找到 ${found} 句）。`,
  "not-found": (n: string) => `比对的 ${n} 句，在服务器当时发来的内容里都没有找到。这不能说明此前是否有过。`,
  inconclusive: (_n: string, _found: string, text: string) =>
    `从服务器发来的内容，不能判断其中有没有${text}。`,
} as const satisfies Record<ComparisonVerdict, (n: string, found: string, text: string) => string>

/** What was looked for. */
const texts = {
  selection: "当时显示的文字",
  post: "帖子当时显示的文字",
  page: "当时显示的文字",
} as const satisfies Record<ComparisonBasis, string>

const of = (status: number | null, said: (status: Status) => string): string =>
  status === null ? "" : said({ status: String(status) })

/** What the answer to a visitor says. */
export const visitorSentence = (reason: VisitorReason, status: number | null): string =>
  `${reasons[reason]}${of(status, said => `（状态 ${said.status}。）`)}`

/** What the server's own answers say, in sentences for a judge. */
export function serverSentences({
  status,
  visitorStatus,
  comparison,
  visitor,
  data,
}: ServerSummary): string[] {
  return [
    comparisonSentence(comparison, status),
    visitorSentence(visitor.reason, visitorStatus),
    ...(data === undefined ? [] : [`另外重新请求了该网站自己提供这条帖子数据的地址。${dataSentence(data)}`]),
  ]
}

/** That it is data needs no saying twice. */
const dataSentence = ({ comparison, status }: NonNullable<ServerSummary["data"]>): string =>
  comparisonSentence(
    { ...comparison, inData: 0, doubts: comparison.doubts.filter(doubt => doubt !== "json-only") },
    status,
  )

function comparisonSentence(
  { verdict, basis, total, found, inData, doubts: why }: ComparisonSummary,
  status: number | null,
): string {
  const because = why.length === 0 ? "" : `请注意：${why.map(doubt => doubts[doubt]).join("；")}。`
  const onlyData = inData === 0 ? "" : `其中 ${String(inData)} 句只在脚本的数据里。`
  const said = verdicts[verdict](String(total), String(found), texts[basis])
  return `${said}${onlyData}${because}${of(status, said => `（状态 ${said.status}。）`)}`
}
