/** The files behind the pictures and videos of the page, as their servers send them; what is refused is listed too. */
import { utf8 } from "../core/bytes.ts"
import {
  type MediaFound,
  MOST_MEDIA,
  type OriginalOutcome,
  endingOfMedia,
  parseMediaList,
  summaryOfOriginals,
} from "../core/media.ts"
import { parseStand } from "../core/page-facts.ts"
import { type Sha256 } from "../core/seal/hash.ts"
import { type Hop } from "../core/server/record.ts"
import { type SiteAnswer } from "../platform/ask-site.ts"
import { monotonicMs } from "../platform/clock.ts"
import { askPage } from "../platform/page.ts"
import { addRequests, keepFile } from "./keep-file.ts"
import { checkAddress } from "./ownership.ts"
import { type Run, store } from "./run.ts"

const LIMITS = { files: MOST_MEDIA, bytes: 200 * 1024 * 1024, ms: 60_000, redirections: 5 }
const ACCEPT = "image/avif,image/webp,image/apng,image/svg+xml,image/*,video/*,*/*;q=0.8"

/** One file in media.json. */
interface Original extends MediaFound {
  readonly outcome: OriginalOutcome
  readonly status: number | null
  readonly referer: string | null
  readonly hops: readonly Hop[]
  readonly file: {
    readonly path: string
    readonly sha256: Sha256
    readonly bytes: number
    readonly mediaType: string
  } | null
}

/** Throws as the page's script does where the page cannot be asked, or shows another address by now. */
export async function keepOriginals(run: Run): Promise<void> {
  const page = askPage(run.tabId)
  checkAddress(run, parseStand(await page("whereIs", null)).href)
  const { found, left } = parseMediaList(await page("readMedia", null))
  const ends = monotonicMs() + LIMITS.ms
  let room = LIMITS.bytes
  const files: Original[] = []
  for (const media of found) {
    const original = await keepOriginal(run, media, files.length + 1, { room, ms: ends - monotonicMs() })
    room -= original.file?.bytes ?? 0
    files.push(original)
  }
  // The page counted its videos as not downloaded, before any was asked for.
  run.found({ what: "video", reason: "not-downloaded" }, files.filter(isFilm).length)
  const list = { schema: 1, source: "server", page: run.url, limits: LIMITS, left, files }
  const bytes = utf8(`${JSON.stringify(list, null, 2)}\n`)
  await keepFile(run, "originals", {
    path: "media.json",
    bytes,
    mediaType: "application/json",
    source: "derived",
  })
  await store(run, { originals: summaryOfOriginals(files, left) })
}

const isFilm = ({ kind, file }: Original): boolean =>
  kind === "video" && file !== null && /^video\/|^application\/octet-stream/i.test(file.mediaType)

interface Room {
  readonly room: number
  readonly ms: number
}

async function keepOriginal(
  run: Run,
  media: MediaFound,
  number: number,
  { room, ms }: Room,
): Promise<Original> {
  const without = (outcome: OriginalOutcome): Original => ({
    ...media,
    ...{ outcome, status: null, referer: null, hops: [], file: null },
  })
  if (run.signal.aborted) return without("stopped")
  if (!(await run.ports.mayRecord(media.url))) return without("not-allowed")
  if (ms <= 0 || room <= 0) return without("limit")
  // What the page's own request says, under the policy that browsers have by default.
  const referer = `${new URL(run.url).origin}/`
  const answer = await run.ports.askSite({
    ...{ url: media.url, cookies: "sent", accept: ACCEPT, referer, signal: run.signal },
    limits: { ms: Math.ceil(ms), bytes: room, redirections: LIMITS.redirections },
  })
  await addRequests(run, "original", answer.hops)
  const status = answer.hops.at(-1)?.status ?? null
  const outcome = outcomeOf(answer, status)
  const file = outcome === "kept" ? await keepAnswer(run, answer, number) : null
  return { ...media, outcome, status, referer, hops: answer.hops, file }
}

async function keepAnswer(run: Run, answer: SiteAnswer, number: number): Promise<Original["file"]> {
  const mediaType = answer.mediaType.slice(0, 200)
  const path = `media/${String(number).padStart(3, "0")}.${endingOfMedia(mediaType)}`
  const kept = await keepFile(run, "originals", { path, bytes: answer.body, mediaType, source: "server" })
  return { path, sha256: kept.sha256, bytes: kept.bytes, mediaType }
}

function outcomeOf({ outcome, mediaType }: SiteAnswer, status: number | null): OriginalOutcome {
  if (outcome === "too-large" || outcome === "late") return "limit"
  if (outcome === "stopped") return "stopped"
  if (outcome !== "answered") return "no-answer"
  if (status !== 200) return "refused"
  // A page with words in place of a picture is no original.
  return /^(image|video|audio)\/|^application\/octet-stream/i.test(mediaType) ? "kept" : "refused"
}
