/** The server record: the captured address asked for twice, with the user's cookies and without, and what follows from it. */
import { utf8 } from "../core/bytes.ts"
import { EvidenceError } from "../core/errors.ts"
import { sha256 } from "../core/seal/hash.ts"
import { METHOD, type ShownText } from "../core/server/compare.ts"
import { postDataAddress } from "../core/server/post-data.ts"
import {
  type PostData,
  type ServerAnswer,
  type ServerRecord,
  type StoredBody,
  summaryOf,
} from "../core/server/record.ts"
import { visitorView } from "../core/server/visitor.ts"
import { type SiteAnswer, tellsConnection } from "../platform/ask-site.ts"
import { askServer, bodyToKeep, endingOf, LIMITS, shownText, sideOf } from "./ask-server.ts"
import { addRequests, keepFile } from "./keep-file.ts"
import { type Run, store } from "./run.ts"

/** What a page's script says when it asks for data. */
const DATA = "application/json, text/plain, */*"

/** Throws `site/no-answer` where neither request had an answer; server.json says so all the same. */
export async function recordServer(run: Run): Promise<void> {
  run.note("server-record", "address requested twice by us", { url: run.url })
  const own = await askAs(run, "sent")
  const visitor = await askAs(run, "not-sent")
  const shown = await shownText(run.ports.vault, run.id)
  const data = await askForData(run, shown)
  const ownSide = sideOf(run.url, own.answer, shown)
  const visitorSide = sideOf(run.url, visitor.answer, shown)
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
    ...(data === null ? {} : { data }),
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

/** The data of the post, where the site is known to have an address of it; null where not. */
async function askForData(run: Run, shown: ShownText): Promise<PostData | null> {
  const url = postDataAddress(run.url)
  if (url === null) return null
  run.note("server-record", "data of the post requested by us", { url })
  const answer = await askServer(run.ports, url, "sent", run.signal, DATA)
  await addRequests(run, "server-record", answer.hops)
  const { outcome, hops, sentTo } = answer
  const body = outcome === "answered" ? await keepBody(run, "server-data", answer, "re-requested") : null
  const { comparison } = sideOf(url, answer, shown)
  return { source: "re-requested", url, answer: { cookies: "sent", outcome, hops, sentTo, body }, comparison }
}

interface Asked {
  readonly answer: SiteAnswer
  readonly kept: ServerAnswer
}

async function askAs(run: Run, cookies: ServerAnswer["cookies"]): Promise<Asked> {
  const answer = await askServer(run.ports, run.url, cookies, run.signal)
  await addRequests(run, "server-record", answer.hops)
  const name = cookies === "sent" ? "server-with-cookies" : "server-without-cookies"
  const { outcome, hops, sentTo } = answer
  const body = outcome === "answered" ? await keepBody(run, name, answer, "server") : null
  return { answer, kept: { cookies, outcome, hops, sentTo, body } }
}

/** Its digest is of what came, and of what is kept. */
async function keepBody(
  run: Run,
  name: string,
  answer: SiteAnswer,
  source: "server" | "re-requested",
): Promise<StoredBody> {
  const path = `${name}.${endingOf(answer.mediaType)}`
  const { bytes, mediaType, redacted } = bodyToKeep(answer)
  run.redact(redacted(path))
  const stored = await keepFile(run, "server-record", { path, bytes, mediaType, source })
  return {
    path,
    bytes: answer.body.length,
    mediaType,
    receivedSha256: await sha256(answer.body),
    sha256: stored.sha256,
  }
}
