/** How a captured address is asked for again, and what of the answer is kept and compared. */
import { type Bytes, fromLatin1, toLatin1 } from "../core/bytes.ts"
import { type Redaction } from "../core/evidence.ts"
import { countRedactions, redactSource } from "../core/redact-source.ts"
import { type PostFacts } from "../core/post-facts/judge.ts"
import { POST_JSON, postOfText } from "../core/post-facts/post-json.ts"
import { charsetOf } from "../core/server/body-text.ts"
import { compareWithServer, type ServerText, type ShownText } from "../core/server/compare.ts"
import { type ServerAnswer } from "../core/server/record.ts"
import { type Side } from "../core/server/visitor.ts"
import { type SiteAnswer } from "../platform/ask-site.ts"
import { readBack } from "../vault/blobs.ts"
import { artifactsOf, captureById } from "../vault/read.ts"
import { type Vault } from "../vault/schema.ts"
import { type Ports } from "./ports.ts"

export const LIMITS = { ms: 20_000, bytes: 32 * 1024 * 1024, redirections: 10 }
/** What a browser says when a person opens a page: some servers answer anything else with another page. */
const ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"

export const askServer = (
  { askSite }: Pick<Ports, "askSite">,
  url: string,
  cookies: ServerAnswer["cookies"],
  signal: AbortSignal,
  accept = ACCEPT,
): Promise<SiteAnswer> => askSite({ url, cookies, accept, referer: null, limits: LIMITS, signal })

export interface BodyToKeep {
  readonly bytes: Bytes
  readonly mediaType: string
  /** What was left out, as of a file of this name. */
  readonly redacted: (path: string) => readonly Redaction[]
}

/** The body as it came, but for what is never stored. */
export function bodyToKeep({ body, mediaType }: Pick<SiteAnswer, "body" | "mediaType">): BodyToKeep {
  const counter = countRedactions()
  const bytes = fromLatin1(redactSource(toLatin1(body), counter))
  return { bytes, mediaType: mediaType.slice(0, 200), redacted: path => counter.list(path) }
}

/** What opens it; anything that is no text is bytes. */
export function endingOf(mediaType: string): string {
  if (/html/i.test(mediaType)) return "html"
  if (/json/i.test(mediaType)) return "json"
  return /^text\/plain\b/i.test(mediaType) ? "txt" : "bin"
}

/** What the user had selected, the words of the post, and what was visible, as the capture has stored it. */
export async function shownText(vault: Vault, captureId: string): Promise<ShownText> {
  const files = await artifactsOf(vault, captureId)
  const textOf = async (name: string): Promise<string> => {
    const file = files.find(({ path }) => path === name)
    return file === undefined ? "" : new TextDecoder().decode(await readBack(vault, file.sha256))
  }
  const post = postOfText(await textOf(POST_JSON))
  return {
    selection: (await captureById(vault, captureId))?.page?.selection ?? "",
    post: wordsOf(post),
    page: await textOf("text.txt"),
  }
}

/** Of one post that is what the page is about: of a list, nobody says which is meant. */
function wordsOf(post: PostFacts | null): string {
  if (post === null || !["post", "comment", "thread"].includes(post.pageType)) return ""
  const { text } = post.fields
  return text.verdict === "ok" ? (text.raw ?? "") : ""
}

export function sideOf(asked: string, answer: SiteAnswer, shown: ShownText): Side {
  const last = answer.hops.at(-1)
  const text: ServerText = {
    asked,
    url: answer.outcome === "answered" ? (last?.url ?? null) : null,
    status: last?.status ?? null,
    mediaType: answer.mediaType,
    body: decoded(answer),
  }
  return { text, comparison: compareWithServer(shown, text), sentTo: answer.sentTo }
}

/** As the browser would read it; bytes that it could not are replaced, and so not found. */
function decoded({ body, mediaType }: SiteAnswer): string {
  const name = charsetOf(mediaType, toLatin1(body.subarray(0, 1024)))
  try {
    return new TextDecoder(name).decode(body)
  } catch {
    // A name that no browser knows: the standard reads what has none as this.
    return new TextDecoder("utf-8").decode(body)
  }
}
