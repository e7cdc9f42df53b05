/** `server.json`: what the server of the captured address answered when this tool asked it, and what follows from that. */
import { asCount, asFields, asList, asOneOf } from "../parse.ts"
import { type Sha256 } from "../seal/hash.ts"
import {
  type Comparison,
  type ComparisonBasis,
  comparisonBases,
  type ComparisonVerdict,
  comparisonVerdicts,
  type Doubt,
  doubts,
} from "./compare.ts"
import {
  type VisitorReason,
  visitorReasons,
  type VisitorVerdict,
  visitorVerdicts,
  type VisitorView,
} from "./visitor.ts"

/** `redacted`: the value was a secret and is not kept. */
export interface Header {
  readonly name: string
  readonly value: string
  readonly redacted?: true
}

export interface Certificate {
  readonly subject: string
  readonly issuer: string
  readonly serialNumber: string
  readonly notBefore: string | null
  readonly notAfter: string | null
  /** Of its DER, which follows in base64. */
  readonly sha256: string
  readonly der: string
}

/** Of the connection, where the browser tells it (Firefox). */
export interface Connection {
  readonly state: string
  readonly protocolVersion: string | null
  readonly cipherSuite: string | null
  readonly keyExchange: string | null
  readonly signatureScheme: string | null
  /** The server's own first. */
  readonly certificates: readonly Certificate[]
}

/** One request and its answer; a redirection has one for each address. */
export interface Hop {
  readonly at: string
  readonly ms: number
  readonly url: string
  readonly ip: string | null
  readonly fromCache: boolean | null
  readonly status: number | null
  readonly statusLine: string | null
  readonly requestHeaders: readonly Header[]
  readonly responseHeaders: readonly Header[]
  /** Null for plain http, and where the browser does not tell. */
  readonly connection: Connection | null
}

export const answerOutcomes = [
  "answered",
  "no-answer",
  "late",
  "too-large",
  "too-many-redirections",
  "sent-to-other-site",
  "stopped",
] as const
export type AnswerOutcome = (typeof answerOutcomes)[number]

export interface StoredBody {
  readonly path: string
  readonly bytes: number
  readonly mediaType: string
  /** Of the bytes as they came, transfer compression undone by the browser. */
  readonly receivedSha256: Sha256
  /** Of the file, in which values of anti-forgery fields and the like are blacked out by as many `*`. */
  readonly sha256: Sha256
}

export interface ServerAnswer {
  readonly cookies: "sent" | "not-sent"
  readonly outcome: AnswerOutcome
  readonly hops: readonly Hop[]
  /** Where the server sent on to, when that was not followed. */
  readonly sentTo: string | null
  readonly body: StoredBody | null
}

export interface ServerRecord {
  readonly schema: 1
  readonly source: "server"
  readonly url: string
  readonly limits: { readonly ms: number; readonly bytes: number; readonly redirections: number }
  readonly connectionDetails: "kept" | "not available in this browser"
  readonly method: string
  readonly answers: readonly ServerAnswer[]
  /** Of the answer to the request with cookies. */
  readonly comparison: Comparison
  readonly visitor: VisitorView & { readonly comparison: Comparison }
  /** Of the address of the post's data, where the site is known to have one. */
  readonly data?: PostData
}

/** Asked for as the page itself does, with cookies, and again: it is not what the page had got. */
export interface PostData {
  readonly source: "re-requested"
  readonly url: string
  readonly answer: ServerAnswer
  readonly comparison: Comparison
}

/** What stands of it in capture.json, for papers and screens. */
export interface ServerSummary {
  readonly status: number | null
  readonly visitorStatus: number | null
  readonly comparison: ComparisonSummary
  readonly visitor: { readonly verdict: VisitorVerdict; readonly reason: VisitorReason }
  /** Of the post's data; not there where no address of it is known. */
  readonly data?: { readonly status: number | null; readonly comparison: ComparisonSummary }
}

export interface ComparisonSummary {
  readonly verdict: ComparisonVerdict
  readonly basis: ComparisonBasis
  readonly total: number
  readonly found: number
  readonly inData: number
  readonly doubts: readonly Doubt[]
}

export function summaryOf({ answers, comparison, visitor, data }: ServerRecord): ServerSummary {
  const statusOf = (cookies: ServerAnswer["cookies"]) =>
    answers.find(answer => answer.cookies === cookies)?.hops.at(-1)?.status ?? null
  return {
    status: statusOf("sent"),
    visitorStatus: statusOf("not-sent"),
    comparison: summaryOfComparison(comparison),
    visitor: { verdict: visitor.verdict, reason: visitor.reason },
    ...(data === undefined
      ? {}
      : {
          data: {
            status: data.answer.hops.at(-1)?.status ?? null,
            comparison: summaryOfComparison(data.comparison),
          },
        }),
  }
}

const summaryOfComparison = ({
  verdict,
  basis,
  total,
  found,
  inData,
  doubts: doubted,
}: Comparison): ComparisonSummary => ({ verdict, basis, total, found, inData, doubts: doubted })

/** @throws EvidenceError `input/malformed` */
export function parseServerSummary(input: unknown): ServerSummary {
  const summary = asFields(input, "server")
  const visitor = asFields(summary.visitor, "server.visitor")
  const status = (value: unknown) => (value === null ? null : asCount(value, "server.status"))
  return {
    status: status(summary.status),
    visitorStatus: status(summary.visitorStatus),
    comparison: parseComparison(summary.comparison, "server.comparison"),
    visitor: {
      verdict: asOneOf(visitor.verdict, "server.visitor.verdict", visitorVerdicts),
      reason: asOneOf(visitor.reason, "server.visitor.reason", visitorReasons),
    },
    ...(summary.data === undefined ? {} : { data: parseData(summary.data, status) }),
  }
}

function parseData(
  input: unknown,
  status: (value: unknown) => number | null,
): NonNullable<ServerSummary["data"]> {
  const data = asFields(input, "server.data")
  return {
    status: status(data.status),
    comparison: parseComparison(data.comparison, "server.data.comparison"),
  }
}

function parseComparison(input: unknown, name: string): ComparisonSummary {
  const comparison = asFields(input, name)
  return {
    verdict: asOneOf(comparison.verdict, `${name}.verdict`, comparisonVerdicts),
    basis: asOneOf(comparison.basis, `${name}.basis`, comparisonBases),
    total: asCount(comparison.total, `${name}.total`),
    found: asCount(comparison.found, `${name}.found`),
    inData: asCount(comparison.inData, `${name}.inData`),
    doubts: asList(comparison.doubts, `${name}.doubts`, doubt => asOneOf(doubt, `${name}.doubts`, doubts)),
  }
}

const SECRET =
  /^(?:set-)?cookie2?$|^authorization$|^authentication|^proxy-|token|secret|session|csrf|xsrf|api-?key|passw|credential|^x-.*auth/i

/** Headers as they came, the values of secrets replaced: names stay, so that a reader sees that there was one. */
export const redactHeaders = (headers: readonly Pick<Header, "name" | "value">[]): Header[] =>
  headers.map(({ name, value }) =>
    SECRET.test(name) ? { name, value: "[redacted]", redacted: true } : { name, value },
  )
