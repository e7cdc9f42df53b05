import { type NotHad, type OriginalsSummary } from "../../core/media.ts"

const reasons = {
  refused: "refused by the site",
  "no-answer": "not answered by the site",
  limit: "beyond the limit of number, size or time",
  stopped: "left out, since the capture was stopped",
} as const satisfies Record<NotHad["outcome"], string>

function notHad({ outcome, status, count }: NotHad): string {
  const of = status === null ? "" : ` with status ${String(status)}`
  return `${String(count)} ${reasons[outcome]}${of}`
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
    post === undefined ? "" : ` (${String(post.kept)} of the ${String(post.found)} in the chosen post)`
  const because = why.length === 0 ? "" : ` (${why.map(notHad).join("; ")})`
  return `Original files: ${String(kept)} kept${ofPost}, ${String(refused)} not had${because}, ${String(notAllowed)} not asked for, since their site is not allowed.`
}
