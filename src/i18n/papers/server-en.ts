import { type ComparisonBasis, type ComparisonVerdict, type Doubt } from "../../core/server/compare.ts"
import { type ComparisonSummary, type ServerSummary } from "../../core/server/record.ts"
import { type VisitorReason } from "../../core/server/visitor.ts"

interface Status {
  readonly status: string
}

const doubts = {
  "no-answer": "the server gave no answer",
  status: "the server answered with another status than 200",
  redirected: "the server sent on to another address",
  "log-in": "the answer looks like a page to sign in by",
  "app-shell": "the answer holds hardly any text: the page may load its content afterwards, by scripts",
  "json-only": "the answer is data and no page",
  "too-short": "there was too little text to look for",
  "too-large": "the answer is too large to be searched whole",
} as const satisfies Record<Doubt, string>

const reasons = {
  "same-text": "Asked as a visitor without cookies, the server sent the same text.",
  "as-much-text": "Asked as a visitor without cookies, the server sent as much of the text.",
  refused: "Asked as a visitor without cookies, the server refused it.",
  "log-in": "Asked as a visitor without cookies, the server sent a page to sign in by.",
  "visitor-check":
    "Whether a visitor can see it cannot be told: the site checks who comes first (a captcha, a visitor's pass, or a refusal of what looks like a program), and a person's browser may get through.",
  "not-given-either":
    "Whether a visitor can see it cannot be told: the text could not be found in the answer to a request with your sign-in either.",
  "no-answer": "Whether a visitor can see it cannot be told: there was no answer to go by.",
  "part-of-text": "Whether a visitor can see it cannot be told: a visitor got part of the text.",
  "text-not-found":
    "Whether a visitor can see it cannot be told: the answer to a visitor does not hold the text, and does not say why.",
} as const satisfies Record<VisitorReason, string>

const verdicts = {
  found: (n: string, _found: string, text: string) =>
    `The ${text} stands in what the server sent (all ${n} sentences looked for).`,
  partly: (n: string, found: string, text: string) =>
    `Part of the ${text} stands in what the server sent (${found} of ${n} sentences looked for).`,
  "not-found": (n: string) =>
    `None of the ${n} sentences looked for stands in what the server sent then. That does not say whether they stood there before.`,
  inconclusive: (_n: string, _found: string, text: string) =>
    `Whether the server sends the ${text} cannot be told from its answer.`,
} as const satisfies Record<ComparisonVerdict, (n: string, found: string, text: string) => string>

/** What was looked for. */
const texts = {
  selection: "text that was shown",
  post: "text of the post that was shown",
  page: "text that was shown",
} as const satisfies Record<ComparisonBasis, string>

const of = (status: number | null, said: (status: Status) => string): string =>
  status === null ? "" : ` ${said({ status: String(status) })}`

/** What the answer to a visitor says. */
export const visitorSentence = (reason: VisitorReason, status: number | null): string =>
  `${reasons[reason]}${of(status, said => `(Status ${said.status}.)`)}`

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
    ...(data === undefined
      ? []
      : [
          `Asked again for the data of the post itself, at the site’s own address for it. ${dataSentence(data)}`,
        ]),
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
  const because =
    why.length === 0 ? "" : ` To be borne in mind: ${why.map(doubt => doubts[doubt]).join("; ")}.`
  const onlyData = inData === 0 ? "" : ` ${String(inData)} of them in the data of scripts alone.`
  const said = verdicts[verdict](String(total), String(found), texts[basis])
  return `${said}${onlyData}${because}${of(status, said => `(Status ${said.status}.)`)}`
}
