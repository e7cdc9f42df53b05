/** The page's source, asked for again from within the page: not the bytes that came first, and labelled so. */
import { EvidenceError } from "../core/errors.ts"
import { type Redaction } from "../core/evidence.ts"
import { type Bytes } from "../core/bytes.ts"
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
    bytes: Uint8Array.from(kept, char => char.charCodeAt(0)),
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

/**
 * The body with one character a byte. By way of a string, since Firefox keeps
 * the page's array buffers from an extension's script.
 */
async function latin1Of(response: Response): Promise<string> {
  const body = await response.blob()
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => {
      const dataUrl = typeof reader.result === "string" ? reader.result : ""
      // The media type before it may hold commas of its own; base64 holds none.
      const base64 = dataUrl.slice(dataUrl.lastIndexOf(",") + 1)
      try {
        resolve(atob(base64))
      } catch (thrown) {
        reject(new EvidenceError("capture/refetch-refused", String(thrown), { cause: thrown }))
      }
    }
    reader.onerror = () => {
      reject(new EvidenceError("capture/refetch-refused", String(reader.error), { cause: reader.error }))
    }
    reader.readAsDataURL(body)
  })
}
