/**
 * Reading the parts of a page. What needs no request goes first: a picture that
 * the page shows is drawn again. Only what cannot be had in this way is asked
 * for, by the address and with the rights of the page, from the browser's own
 * store where it is there still, and only where the page had loaded it itself.
 */
import { dataUrlOf } from "../data-url.ts"
import { canvasOf, type Drawn, type Missing, type Outcome, type Part, type Parts } from "./parts.ts"
import { sheetPieces } from "./pieces.ts"

/** A request that we made. `at` is ISO 8601 in UTC. */
export interface PartRequest {
  readonly at: string
  readonly url: string
  readonly status: number | null
}

const AT_ONCE = 6
const ALL_MS = 15_000
const LARGEST_PART = 8 * 1024 * 1024
/** Bytes of all parts of a page as they are written, each once. */
const LARGEST_ALL = 64 * 1024 * 1024
/** Up to this area a picture is encoded without loss: avatars and symbols. */
const LOSSLESS_AREA = 256 * 256
const LOSSY = 0.9

export interface Reading {
  /** False where the user waits for the end: then only what needs no request is read. */
  readonly mayRequest: boolean
  /** Whether the page itself had loaded what is at this address, as far as the browser tells. */
  readonly isLoaded: (url: string) => boolean
}

/** Reads every part that is waiting, and what style sheets among them want in turn. Never rejects: what is not read says why. */
export async function readParts(parts: Parts, reading: Reading): Promise<PartRequest[]> {
  const requests: PartRequest[] = []
  const until = AbortSignal.timeout(ALL_MS)
  let bytes = 0
  const readOne = async (part: Part): Promise<void> => {
    const outcome = until.aborted ? missing("limit") : await outcomeOf(part, parts, reading, requests, until)
    bytes += outcome.kind === "data" ? outcome.data.length : 0
    part.outcome = bytes > LARGEST_ALL ? missing("limit") : outcome
  }
  for (let left = parts.waiting(); left.length > 0; left = parts.waiting()) {
    const queue = left.values()
    const work = async () => {
      for (const part of queue) await readOne(part)
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
  }
  return requests
}

const missing = (why: Missing): Outcome => ({ kind: "missing", why })

async function outcomeOf(
  part: Part,
  parts: Parts,
  { mayRequest, isLoaded }: Reading,
  requests: PartRequest[],
  until: AbortSignal,
): Promise<Outcome> {
  const drawn = part.drawn === null ? null : await encode(part.drawn)
  if (drawn !== null) return drawn
  if (part.form === "pixels") return missing("refused")
  if (!mayRequest) return missing("limit")
  if (part.form === "file" && !isLoaded(part.url)) return missing("not-loaded")
  return request(part, parts, requests, until)
}

/** Null where its pixels are of another site, which no script may read. */
async function encode(drawn: Drawn): Promise<Outcome | null> {
  try {
    const canvas = drawn.from instanceof OffscreenCanvas ? drawn.from : canvasOf(drawn)
    const isSmall = drawn.width * drawn.height <= LOSSLESS_AREA
    const blob = await canvas.convertToBlob(
      isSmall ? { type: "image/png" } : { type: "image/webp", quality: LOSSY },
    )
    return { kind: "data", data: await dataUrlOf(blob), reencoded: true }
  } catch {
    return null
  }
}

async function request(
  part: Part,
  parts: Parts,
  requests: PartRequest[],
  until: AbortSignal,
): Promise<Outcome> {
  const at = new Date().toISOString()
  const isOurs = part.url.startsWith("blob:")
  let status: number | null = null
  try {
    const response = await fetch(part.url, { cache: "force-cache", signal: until })
    status = response.status
    if (!response.ok) return missing("refused")
    if (Number(response.headers.get("content-length") ?? 0) > LARGEST_PART) return missing("too-large")
    return await received(part, parts, response)
  } catch {
    return missing(until.aborted ? "limit" : "refused")
  } finally {
    // What the page made itself is asked of nobody.
    if (!isOurs) requests.push({ at, url: part.url, status })
  }
}

const PICTURE = /^(?:image\/[\w.+-]+|application\/octet-stream)?$/
const FILE =
  /^(?:(?:image|font)\/[\w.+-]+|application\/(?:octet-stream|(?:x-)?font[\w.+-]*|vnd\.ms-fontobject))?$/

async function received(part: Part, parts: Parts, response: Response): Promise<Outcome> {
  const body = await response.blob()
  if (body.size > LARGEST_PART) return missing("too-large")
  const type = (body.type.split(";")[0] ?? "").trim().toLowerCase()
  if (part.form === "sheet") {
    if (type !== "text/css") return missing("wrong-type")
    return { kind: "sheet", pieces: sheetPieces(await body.text(), response.url || part.url, parts) }
  }
  if (!(part.form === "picture" ? PICTURE : FILE).test(type)) return missing("wrong-type")
  const dataUrl = await dataUrlOf(body)
  const base64 = dataUrl.slice(dataUrl.lastIndexOf(",") + 1)
  // Built anew, so that nothing but a plain type and base64 can stand in it.
  return {
    kind: "data",
    data: `data:${type || "application/octet-stream"};base64,${base64}`,
    reencoded: false,
  }
}
