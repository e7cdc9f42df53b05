/**
 * Does the text that the user saw stand in what the server sends now? It is
 * cautious: where the answer may simply not hold the text (an app that loads it
 * later, a log-in page, another address), nothing found is "inconclusive"; and
 * "not found" says nothing about whether the text was ever there.
 */
import { comparable, textOfData, textOfHtml, withoutTags } from "./body-text.ts"

export const comparisonVerdicts = ["found", "partly", "not-found", "inconclusive"] as const
export type ComparisonVerdict = (typeof comparisonVerdicts)[number]

/** Why an answer may not hold the text, whether it was there or not. */
export const doubts = [
  "no-answer",
  "status",
  "redirected",
  "log-in",
  "app-shell",
  "json-only",
  "too-short",
  "too-large",
] as const
export type Doubt = (typeof doubts)[number]

/** What was looked for: the words that the user had selected, else those of the post, else the page's whole visible text. */
export const comparisonBases = ["selection", "post", "page"] as const
export type ComparisonBasis = (typeof comparisonBases)[number]

export interface Comparison {
  readonly verdict: ComparisonVerdict
  readonly basis: ComparisonBasis
  /** Sentences that were looked for, and how many of them stand in the answer. */
  readonly total: number
  readonly found: number
  /** Of those found, how many stand in data of scripts alone. */
  readonly inData: number
  readonly doubts: readonly Doubt[]
  /** A few of each, as the user saw them. */
  readonly samples: { readonly found: readonly string[]; readonly missing: readonly string[] }
}

export interface ShownText {
  readonly selection: string
  /** What the page says that the post's words are; empty where it does not. */
  readonly post: string
  readonly page: string
}

/** What came from the server, the body read as text. */
export interface ServerText {
  readonly asked: string
  /** Where the answer came from in the end; null where there was none. */
  readonly url: string | null
  readonly status: number | null
  readonly mediaType: string
  readonly body: string
}

/** How it is done, in one sentence for the record. */
export const METHOD =
  "sentences of the visible text are looked for in the answer's text and in the data of its scripts; white space, invisible signs, case and HTML or JSON escapes are disregarded"

const LONGEST_BODY = 8 * 1024 * 1024
const MOST_SENTENCES = 200
const MOST_SAMPLES = 5
const LONGEST_SAMPLE = 120
/** A page that shows fewer signs than this without its scripts is made by them. */
const SHELL_SIGNS = 200
/** A shorter selection could stand anywhere. */
const SHORTEST_SELECTION = 8

export function compareWithServer(shown: ShownText, answer: ServerText): Comparison {
  const { basis, sentences } = wantedOf(shown)
  const body = answer.body.slice(0, LONGEST_BODY)
  const html = comparable(isMarkup(answer.mediaType) ? textOfHtml(body) : "")
  const data = textOfData(body)
  const places = [comparable(data), comparable(withoutTags(data))]
  const found: string[] = []
  const missing: string[] = []
  let inData = 0
  for (const sentence of sentences) {
    const wanted = comparable(sentence)
    const inText = html.includes(wanted)
    if (inText || places.some(place => place.includes(wanted))) found.push(sentence)
    else missing.push(sentence)
    if (!inText && found.at(-1) === sentence) inData += 1
  }
  const doubted = doubtsOf(answer, html, sentences.length)
  return {
    verdict: verdictOf(found.length, sentences.length, doubted),
    basis,
    total: sentences.length,
    found: found.length,
    inData,
    doubts: doubted,
    samples: { found: samplesOf(found), missing: samplesOf(missing) },
  }
}

/** Of the post only what was visible too: a page's data may hold more of it, or another. */
function wantedOf({ selection, post, page }: ShownText): {
  readonly basis: ComparisonBasis
  readonly sentences: readonly string[]
} {
  if (comparable(selection).length >= SHORTEST_SELECTION) {
    return { basis: "selection", sentences: sentencesOf(selection) }
  }
  const visible = comparable(page)
  const ofPost = sentencesOf(post).filter(sentence => visible.includes(comparable(sentence)))
  return ofPost.length > 0
    ? { basis: "post", sentences: ofPost }
    : { basis: "page", sentences: sentencesOf(page) }
}

function verdictOf(found: number, total: number, doubted: readonly Doubt[]): ComparisonVerdict {
  if (total === 0) return "inconclusive"
  if (found === total) return "found"
  if (found > 0) return "partly"
  return doubted.length > 0 ? "inconclusive" : "not-found"
}

function doubtsOf(answer: ServerText, html: string, sentences: number): Doubt[] {
  const { asked, url, status, mediaType, body } = answer
  const hasMoved = url !== null && placeOf(url) !== placeOf(asked)
  const is: readonly (readonly [Doubt, boolean])[] = [
    ["no-answer", url === null || status === null || body === ""],
    ["status", status !== null && status !== 200],
    ["redirected", hasMoved],
    ["log-in", isLogIn(hasMoved ? url : null, body)],
    ["app-shell", isMarkup(mediaType) && body !== "" && html.length < SHELL_SIGNS],
    ["json-only", /\bjson\b/i.test(mediaType)],
    ["too-short", sentences === 0],
    ["too-large", body.length > LONGEST_BODY],
  ]
  return is.filter(([, holds]) => holds).map(([doubt]) => doubt)
}

const isMarkup = (mediaType: string): boolean => /html|xml/i.test(mediaType)

/** Without the query: a site may add to it, and shows the same page. */
export function placeOf(url: string): string {
  if (!URL.canParse(url)) return url
  const { host, pathname } = new URL(url)
  return `${host}${pathname.replace(/\/+$/, "")}`
}

const LOG_IN =
  /(?:^|[/._-])(?:log-?in|sign-?in|passport|sso|auth|account|captcha|visitor|verify)(?:$|[/._-])/i
const CHECK = /(?:^|[/._-])(?:captcha|visitor|verify|verification|challenge)(?:$|[/._-])/i

/** Whether an address, or a field for a password, is that of a page to sign in by. */
export function isLogIn(url: string | null, body: string): boolean {
  if (url !== null && URL.canParse(url)) {
    const { hostname, pathname } = new URL(url)
    if (LOG_IN.test(hostname) || LOG_IN.test(pathname)) return true
  }
  return /<input[^>]{0,500}type\s*=\s*["']?password/i.test(body)
}

/**
 * Whether an address is that of a page by which a site checks who comes: a captcha, or the pass that Weibo gives every
 * visitor. A person's browser gets through, a single request does not.
 */
export function isCheck(url: string | null): boolean {
  if (url === null || !URL.canParse(url)) return false
  const { hostname, pathname } = new URL(url)
  return CHECK.test(hostname) || CHECK.test(pathname)
}

/** Long enough to be nobody else's: 8 signs of Chinese and the like, 20 of others. */
const isTelling = (sentence: string): boolean => {
  const signs = comparable(sentence)
  return signs.length >= (/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(signs) ? 8 : 20)
}

/** Each sentence or line once, in its order; of very many, some from all over. */
function sentencesOf(text: string): string[] {
  const parts = text.split(/[\n\r]+|(?<=[。！？!?；;])|(?<=\.)\s/)
  const telling = [...new Set(parts.map(part => part.trim()).filter(isTelling))]
  const step = Math.max(1, Math.ceil(telling.length / MOST_SENTENCES))
  return telling.filter((_, index) => index % step === 0)
}

/** As many as a reader looks at; cut between signs, never inside one. */
const samplesOf = (sentences: readonly string[]): string[] =>
  sentences.slice(0, MOST_SAMPLES).map(sentence => {
    const signs = Array.from(sentence)
    return signs.length > LONGEST_SAMPLE ? `${signs.slice(0, LONGEST_SAMPLE).join("")}…` : sentence
  })
