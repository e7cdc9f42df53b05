import { type NotHad, type OriginalsSummary } from "../../core/media.ts"

const reasons = {
  refused: "网站拒绝提供",
  "no-answer": "网站没有回应",
  limit: "超出数量、大小或时间上限",
  stopped: "采集已被停止",
} as const satisfies Record<NotHad["outcome"], string>

function notHad({ outcome, status, count }: NotHad): string {
  const of = status === null ? "" : `（状态 ${String(status)}）`
  return `${reasons[outcome]}${of} ${String(count)} 个`
}

/** What became of the original files, and why some were not had. */
export function originalsSentence({
  kept,
  refused,
  notAllowed,
  notHad: why = [],
  post,
}: OriginalsSummary): string {
  const ofPost =
    post === undefined ? "" : `（所指帖子中有 ${String(post.found)} 个，保存 ${String(post.kept)} 个）`
  const because = why.length === 0 ? "" : `：${why.map(notHad).join("、")}`
  return `原图文件：保存 ${String(kept)} 个${ofPost}；未取得 ${String(refused)} 个${because}；因网站未获允许而没有请求 ${String(notAllowed)} 个。`
}
