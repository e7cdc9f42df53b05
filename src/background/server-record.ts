/** The server record: the captured address asked for twice, with the user's cookies and without, and what follows from it. */
import { fromLatin1, toLatin1, utf8 } from "../core/bytes.ts"
import { EvidenceError } from "../core/errors.ts"
import { countRedactions, redactSource } from "../core/redact-source.ts"
import { sha256 } from "../core/seal/hash.ts"
import { charsetOf } from "../core/server/body-text.ts"
import { compareWithServer, METHOD, type ServerText, type ShownText } from "../core/server/compare.ts"
import { type ServerAnswer, type ServerRecord, type StoredBody, summaryOf } from "../core/server/record.ts"
import { type Side, visitorView } from "../core/server/visitor.ts"
import { type SiteAnswer, tellsConnection } from "../platform/ask-site.ts"
import { readBack } from "../vault/blobs.ts"
import { artifactsOf, captureById } from "../vault/read.ts"
import { addRequests, keepFile } from "./keep-file.ts"
import { type Run, store } from "./run.ts"

const LIMITS = { ms: 20_000, bytes: 32 * 1024 * 1024, redirections: 10 }
/** What a browser says when a person opens a page: some servers answer anything else with another page. */
const ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"

/** Throws `site/no-answer` where neither request had an answer; server.json says so all the same. */
export async function recordServer(run: Run): Promise<void> {
  run.note("server-record", "address requested twice by us", { url: run.url })
  const own = await askAs(run, "sent")
  const visitor = await askAs(run, "not-sent")
  const shown = await shownText(run)
  const ownSide = sideOf(run, own, shown)
  const visitorSide = sideOf(run, visitor, shown)
  const record: ServerRecord = {
    schema: 1,
    source: "server",
    url: run.url,
    limits: LIMITS,
    connectionDetails: tellsConnection() ? "kept" : "not available in this browser",
    method: METHOD,
    answers: [own.kept, visitor.kept],
    comparison: ownSide.comparison,
    visitor: { ...visitorView(ownSide, visitorSide), comparison: visitorSide.comparison },
  }
  const bytes = utf8(`${JSON.stringify(record, null, 2)}\n`)
  await keepFile(run, "server-record", {
    path: "server.json",
    bytes,
    mediaType: "application/json",
    source: "server",
  })
  await store(run, { server: summaryOf(record) })
  if (own.answer.hops.concat(visitor.answer.hops).every(({ status }) => status === null)) {
    throw new EvidenceError("site/no-answer", `${own.answer.outcome}; ${visitor.answer.outcome}`)
  }
}

interface Asked {
  readonly answer: SiteAnswer
  readonly kept: ServerAnswer
}

async function askAs(run: Run, cookies: ServerAnswer["cookies"]): Promise<Asked> {
  const { url, signal } = run
  const answer = await run.ports.askSite({
    url,
    cookies,
    accept: ACCEPT,
    referer: null,
    limits: LIMITS,
    signal,
  })
  await addRequests(run, "server-record", answer.hops)
  const name = cookies === "sent" ? "server-with-cookies" : "server-without-cookies"
  const { outcome, hops, sentTo } = answer
  const body = outcome === "answered" ? await keepBody(run, name, answer) : null
  return { answer, kept: { cookies, outcome, hops, sentTo, body } }
}

/** The body as it came, but for what is never stored. */
async function keepBody(run: Run, name: string, { body, mediaType }: SiteAnswer): Promise<StoredBody> {
  const path = `${name}.${endingOf(mediaType)}`
  const counter = countRedactions()
  const kept = fromLatin1(redactSource(toLatin1(body), counter))
  run.redact(counter.list(path))
  const type = mediaType.slice(0, 200)
  const stored = await keepFile(run, "server-record", {
    path,
    bytes: kept,
    mediaType: type,
    source: "server",
  })
  return {
    path,
    bytes: body.length,
    mediaType: type,
    receivedSha256: await sha256(body),
    sha256: stored.sha256,
  }
}

/** What opens it; anything that is no text is bytes. */
function endingOf(mediaType: string): string {
  if (/html/i.test(mediaType)) return "html"
  if (/json/i.test(mediaType)) return "json"
  return /^text\/plain\b/i.test(mediaType) ? "txt" : "bin"
}

/** What the user had selected, and what was visible, as the capture has stored it. */
async function shownText(run: Run): Promise<ShownText> {
  const { vault } = run.ports
  const file = (await artifactsOf(vault, run.id)).find(({ path }) => path === "text.txt")
  const page = file === undefined ? "" : new TextDecoder().decode(await readBack(vault, file.sha256))
  return { selection: (await captureById(vault, run.id))?.page?.selection ?? "", page }
}

function sideOf(run: Run, { answer }: Asked, shown: ShownText): Side {
  const last = answer.hops.at(-1)
  const text: ServerText = {
    asked: run.url,
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
