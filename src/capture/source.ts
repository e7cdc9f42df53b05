/** The page's source, asked for again from within the page: not the bytes that came first, and labelled so. */
import { EvidenceError } from "../core/errors.ts"
import { type Redaction } from "../core/evidence.ts"
import { type Bytes, fromLatin1 } from "../core/bytes.ts"
import { base64Of } from "./base64.ts"
import { countRedactions, redactSource } from "./redact.ts"

export interface Source {
  readonly bytes: Bytes
  readonly url: string
  readonly status: number
  readonly mediaType: string
  readonly date: string | null
  readonly redirected: boolean
  readonly redacted: readonly Redaction[]
}

const FETCH_LIMIT_MS = 15_000

/** Throws `capture/refetch-refused` when the page, its policy or the network does not allow it. */
export async function fetchSource(where: string): Promise<Source> {
  const response = await request()
  const counter = countRedactions()
  const received = await latin1Of(response)
  const kept = redactSource(received, counter)
  return {
    bytes: fromLatin1(kept),
    url: response.url,
    status: response.status,
    mediaType: response.headers.get("content-type") ?? "application/octet-stream",
    date: response.headers.get("date"),
    redirected: response.redirected,
    redacted: counter.list(where),
  }
}

async function request(): Promise<Response> {
  try {
    return await fetch(location.href, {
      cache: "force-cache",
      credentials: "include",
      signal: AbortSignal.timeout(FETCH_LIMIT_MS),
    })
  } catch (thrown) {
    throw new EvidenceError("capture/refetch-refused", String(thrown), { cause: thrown })
  }
}

/** The body with one character a byte. */
async function latin1Of(response: Response): Promise<string> {
  try {
    return atob(await base64Of(await response.blob()))
  } catch (thrown) {
    throw new EvidenceError("capture/refetch-refused", String(thrown), { cause: thrown })
  }
}
