/** Whether a visitor gets the page of a sealed item now: two requests, one click, one dated line with the item. */
import { EvidenceError } from "../core/errors.ts"
import { METHOD } from "../core/server/compare.ts"
import {
  type ReadingFile,
  readingLine,
  readingPath,
  summaryOfReading,
  type VisitorPicture,
  type VisitorReading,
} from "../core/server/reading.ts"
import { type StoredBody } from "../core/server/record.ts"
import { sha256 } from "../core/seal/hash.ts"
import { visitorView } from "../core/server/visitor.ts"
import { type SiteAnswer, tellsConnection } from "../platform/ask-site.ts"
import { now } from "../platform/clock.ts"
import { storeBytes } from "../vault/blobs.ts"
import { keepReading } from "../vault/write-readings.ts"
import { askServer, bodyToKeep, endingOf, LIMITS, shownText, sideOf } from "./ask-server.ts"
import { type Ports } from "./ports.ts"
import { sealedItem } from "./sealed-item.ts"

/** Takes the picture that goes with a reading; what fails is told in it. */
export type Photograph = (
  url: string,
  when: Pick<VisitorReading, "id" | "at">,
) => Promise<{ readonly picture: VisitorPicture; readonly file: ReadingFile | null }>

/**
 * Asks, and keeps what came, also where nothing did. Throws `vault/missing` for
 * what is no sealed item outside the trash, `capture/page-forbidden` for an
 * address that is none of the web, `site/not-allowed` where the user has not
 * allowed the site; and then nothing was sent.
 */
export async function seeAsVisitor(
  ports: Ports,
  captureId: string,
  photograph: Photograph | null = null,
): Promise<{ readonly readingId: string }> {
  const { vault } = ports
  const { url, record } = await sealedItem(vault, captureId)
  if (!/^https?:/.test(url)) throw new EvidenceError("capture/page-forbidden", "no address of the web")
  if (!(await ports.mayRecord(url))) throw new EvidenceError("site/not-allowed", "no grant for the site")

  const when = { id: crypto.randomUUID(), at: now() }
  // Nobody stops it: each request has a limit of its own.
  const { signal } = new AbortController()
  const shown = await shownText(vault, captureId)
  const visitor = await askServer(ports, url, "not-sent", signal)
  const own = await askServer(ports, url, "sent", signal)
  const [ownSide, visitorSide] = [sideOf(url, own, shown), sideOf(url, visitor, shown)]
  const body = visitor.outcome === "answered" ? await keepBody(ports, when, visitor) : null
  const seen = (await photograph?.(url, when)) ?? null
  const files = [body?.file, seen?.file].flatMap(file => (file == null ? [] : [file]))
  const told = ({ outcome, hops, sentTo }: SiteAnswer) => ({ outcome, hops, sentTo })
  const reading: VisitorReading = {
    ...{ schema: 1, kind: "visitor", ...when, of: record, url, limits: LIMITS, method: METHOD },
    connectionDetails: tellsConnection() ? "kept" : "not available in this browser",
    answers: [
      { cookies: "not-sent", ...told(visitor), body: body?.stored ?? null },
      { cookies: "sent", ...told(own), body: null },
    ],
    comparison: ownSide.comparison,
    visitor: { ...visitorView(ownSide, visitorSide), comparison: visitorSide.comparison },
    redacted: body?.redacted ?? [],
    ...(seen === null ? {} : { picture: seen.picture }),
    files,
  }
  const row = await keepReading(vault, now(), {
    ...{ kind: "visitor", id: when.id, of: captureId, line: readingLine(reading), files },
    hashes: files.map(file => file.sha256),
    summary: summaryOfReading(reading),
  })
  return { readingId: row.id }
}

interface Kept {
  readonly stored: StoredBody
  readonly file: ReadingFile
  readonly redacted: VisitorReading["redacted"]
}

async function keepBody(
  { vault }: Ports,
  when: Pick<VisitorReading, "id" | "at">,
  answer: SiteAnswer,
): Promise<Kept> {
  const path = readingPath(when, endingOf(answer.mediaType))
  const { bytes, mediaType, redacted } = bodyToKeep(answer)
  const hash = await storeBytes(vault, bytes, mediaType, when.at)
  const receivedSha256 = await sha256(answer.body)
  return {
    stored: { path, bytes: answer.body.length, mediaType, receivedSha256, sha256: hash },
    file: { path, sha256: hash, bytes: bytes.length, mediaType },
    redacted: redacted(path),
  }
}
