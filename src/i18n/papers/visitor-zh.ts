import { type VisitorVerdict } from "../../core/server/visitor.ts"
import { type VisitorSummary } from "../../core/server/reading.ts"
import { visitorSentence } from "./server-zh.ts"

const verdicts = {
  public: "当时访客可见：",
  "not-public": "当时访客看不到：",
  "cannot-tell": "",
} as const satisfies Record<VisitorVerdict, string>

/** A visitor's view that was taken after the capture, in one sentence or two. `time` is when, as it is to be shown. */
export const readingSentence = ({ verdict, reason, visitorStatus }: VisitorSummary, time: string): string =>
  `${time}（采集之后）再次请求。${verdicts[verdict]}${visitorSentence(reason, visitorStatus)}`
