/**
 * Requests of our own to sites that the user has allowed. They carry no address
 * of ours, follow redirections by themselves, so that each is recorded and none
 * leads to a site that was not allowed, and end at a limit. Nothing is thrown
 * but a bug: what failed is an answer too.
 */
import { type Bytes } from "../core/bytes.ts"
import { isWebAddress } from "../core/media.ts"
import { type AnswerOutcome, type Hop } from "../core/server/record.ts"
import { monotonicMs, now } from "./clock.ts"
import { mayRecord } from "./grants.ts"
import { type Heads, watchHeads } from "./heads.ts"
import { withReferer } from "./referer.ts"

export { tellsConnection } from "./heads.ts"

export interface AskLimits {
  readonly ms: number
  readonly bytes: number
  readonly redirections: number
}

export interface SiteAsk {
  readonly url: string
  readonly cookies: "sent" | "not-sent"
  readonly accept: string
  /** What the requests say of where the file stands; null for nothing. */
  readonly referer: string | null
  readonly limits: AskLimits
  readonly signal: AbortSignal
}

export interface SiteAnswer {
  readonly outcome: AnswerOutcome
  readonly hops: readonly Hop[]
  /** Where the server sent on to, when that was not followed. */
  readonly sentTo: string | null
  /** Empty where no answer came to its end. */
  readonly body: Bytes
  readonly mediaType: string
}

export type AskSite = (ask: SiteAsk) => Promise<SiteAnswer>

/** One request after another, whoever asks: what the browser tells of two at once could not be told apart. */
export function makeAskSite(): AskSite {
  let last: Promise<unknown> = Promise.resolve()
  return ask => {
    const { url, referer } = ask
    const asking = () => (referer === null ? askSite(ask) : withReferer(url, referer, () => askSite(ask)))
    const answer = last.then(asking)
    last = answer.catch(() => undefined)
    return answer
  }
}

async function askSite(ask: SiteAsk): Promise<SiteAnswer> {
  const signal = AbortSignal.any([ask.signal, AbortSignal.timeout(ask.limits.ms)])
  const hops: Hop[] = []
  const ended = (outcome: AnswerOutcome, sentTo: string | null = null): SiteAnswer => ({
    ...{ outcome, hops, sentTo, body: new Uint8Array(0), mediaType: "" },
  })
  for (let url = ask.url; ;) {
    const { hop, location, response, problem } = await askOnce(ask, url, signal)
    hops.push(hop)
    if (problem !== null) return ended(ask.signal.aborted ? "stopped" : signal.aborted ? "late" : problem)
    if (response !== null) return { ...ended("answered"), ...response }
    const next = location === null ? null : addressAfter(url, location)
    if (next === null) return ended("no-answer")
    if (!(await mayRecord(next))) return ended("sent-to-other-site", next)
    if (hops.length > ask.limits.redirections) return ended("too-many-redirections", next)
    url = next
  }
}

interface Once {
  readonly hop: Hop
  readonly location: string | null
  readonly response: Pick<SiteAnswer, "body" | "mediaType"> | null
  readonly problem: AnswerOutcome | null
}

async function askOnce(ask: SiteAsk, url: string, signal: AbortSignal): Promise<Once> {
  const watch = watchHeads(url)
  const at = now()
  const began = monotonicMs()
  const hopOf = (heads: Heads): Hop => ({ at, ms: Math.round(monotonicMs() - began), url, ...heads })
  try {
    const response = await fetch(url, {
      headers: { Accept: ask.accept },
      cache: "no-store",
      credentials: ask.cookies === "sent" ? "include" : "omit",
      redirect: "manual",
      referrerPolicy: "no-referrer",
      signal,
    })
    const body = response.type === "opaqueredirect" ? null : await bounded(response, ask.limits.bytes)
    const { heads, location } = await watch.read()
    const mediaType = response.headers.get("content-type") ?? "application/octet-stream"
    const answered = body === null ? null : { body, mediaType }
    const isTooLarge = body === null && response.type !== "opaqueredirect"
    return {
      hop: hopOf(heads),
      location,
      response: answered,
      problem: isTooLarge ? "too-large" : null,
    }
  } catch {
    // The browser does not say why to anybody; what it saw until then is in the heads.
    return { hop: hopOf((await watch.read()).heads), location: null, response: null, problem: "no-answer" }
  } finally {
    watch.stop()
  }
}

/** Counted as it comes: a length that is announced binds nobody. Null above the limit. */
async function bounded(response: Response, most: number): Promise<Bytes | null> {
  const chunks: Bytes[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    length += chunk.length
    // Leaving the loop ends the transfer.
    if (length > most) return null
    chunks.push(chunk)
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer())
}

/** The address that a Location header means; null for what is none of the web. */
function addressAfter(url: string, location: string): string | null {
  if (!URL.canParse(location, url)) return null
  const next = new URL(location, url).href
  return isWebAddress(next) ? next : null
}
