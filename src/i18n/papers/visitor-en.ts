import { type VisitorVerdict } from "../../core/server/visitor.ts"
import { type VisitorSummary } from "../../core/server/reading.ts"
import { visitorSentence } from "./server-en.ts"

const verdicts = {
  public: "Public then. ",
  "not-public": "Not public then. ",
  "cannot-tell": "",
} as const satisfies Record<VisitorVerdict, string>

/** A visitor's view that was taken after the capture, in one sentence or two. `time` is when, as it is to be shown. */
export const readingSentence = ({ verdict, reason, visitorStatus }: VisitorSummary, time: string): string =>
  `Asked again at ${time}, after the capture. ${verdicts[verdict]}${visitorSentence(reason, visitorStatus)}`
