import { asCount, asFields, asList, asMatch, asOneOf, asSha256, asString, asTime } from "../parse.ts"
import { type ReadingFile, type VisitorSummary } from "../server/reading.ts"
import { visitorReasons, visitorVerdicts } from "../server/visitor.ts"

/**
 * A visitor's view, out of its line of readings.jsonl: what screens and papers
 * say of it, and its files. Throws `input/malformed`.
 */
export function parseVisitorLine(input: unknown): {
  readonly summary: VisitorSummary
  readonly files: readonly ReadingFile[]
} {
  const line = asFields(input, "reading")
  asOneOf(line.kind, "kind", ["visitor"])
  const answers = asList(line.answers, "answers", each => {
    const { cookies, hops } = asFields(each, "answers")
    const statuses = asList(hops, "answers.hops", hop => {
      const { status } = asFields(hop, "answers.hops")
      return status === null || status === undefined ? null : asCount(status, "answers.status")
    })
    return { cookies: asOneOf(cookies, "answers.cookies", ["sent", "not-sent"]), statuses }
  })
  const statusOf = (cookies: "sent" | "not-sent") =>
    answers.find(answer => answer.cookies === cookies)?.statuses.at(-1) ?? null
  const visitor = asFields(line.visitor, "visitor")
  const summary: VisitorSummary = {
    at: asTime(line.at, "at"),
    status: statusOf("sent"),
    visitorStatus: statusOf("not-sent"),
    requests: answers.reduce((sum, { statuses }) => sum + statuses.length, 0),
    verdict: asOneOf(visitor.verdict, "visitor.verdict", visitorVerdicts),
    reason: asOneOf(visitor.reason, "visitor.reason", visitorReasons),
    ...pictureOf(line.picture),
  }
  return { summary, files: asList(line.files, "files", fileOf) }
}

const pictureOf = (input: unknown): Pick<VisitorSummary, "picture"> =>
  input === undefined ? {} : { picture: asFields(input, "picture").code === null ? "taken" : "failed" }

function fileOf(input: unknown): ReadingFile {
  const file = asFields(input, "files")
  return {
    path: asMatch(file.path, "files.path", /^readings\//),
    sha256: asSha256(file.sha256, "files.sha256"),
    bytes: asCount(file.bytes, "files.bytes"),
    mediaType: asString(file.mediaType, "files.mediaType"),
  }
}
