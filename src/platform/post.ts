/** Sending a few bytes to a service that the user switched on. Nothing else in the extension sends anything there. */
import { type Bytes } from "../core/bytes.ts"
import { EvidenceError } from "../core/errors.ts"

export interface Letter {
  readonly url: string
  readonly body: Bytes
  /** Of the body, and of the answer that is wanted; null for one that needs none, which no server has to be asked for first. */
  readonly type: string | null
  readonly accept: string
  readonly authorization: string | null
}

const PATIENCE_MS = 15_000

export interface Posted {
  readonly bytes: Bytes
  /** The server's Date header, as it stands; null where it gave none. */
  readonly date: string | null
}

/**
 * What came back. Throws `time/offline` where none came in 15 s,
 * `time/refused` for any status but 200 and for a redirection, which would go
 * to an address that nobody chose, and `time/bad-answer` above `mostBytes`.
 */
export async function post(letter: Letter, mostBytes: number): Promise<Posted> {
  const { url, body, type, accept, authorization } = letter
  const answer = await sent(url, {
    method: "POST",
    body,
    headers: {
      ...(type === null ? {} : { "Content-Type": type }),
      Accept: accept,
      ...(authorization === null ? {} : { Authorization: authorization }),
    },
  })
  return { bytes: await taken(answer, mostBytes), date: answer.headers.get("Date") }
}

/** The same without a body; null where there is nothing under that address (404). */
export async function get(url: string, accept: string, mostBytes: number): Promise<Bytes | null> {
  const answer = await sent(url, { headers: { Accept: accept } })
  if (answer.status !== 404) return taken(answer, mostBytes)
  await answer.body?.cancel()
  return null
}

async function taken(answer: Response, mostBytes: number): Promise<Bytes> {
  if (answer.status !== 200) {
    await answer.body?.cancel()
    throw new EvidenceError("time/refused", `status ${String(answer.status)}`)
  }
  try {
    return await bounded(answer, mostBytes)
  } catch (thrown) {
    if (thrown instanceof EvidenceError) throw thrown
    throw new EvidenceError("time/offline", "the answer broke off", { cause: thrown })
  }
}

async function sent(url: string, asked: RequestInit): Promise<Response> {
  try {
    return await fetch(url, {
      ...asked,
      cache: "no-store",
      credentials: "omit",
      redirect: "manual",
      referrerPolicy: "no-referrer",
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
  } catch (thrown) {
    throw new EvidenceError("time/offline", String(thrown), { cause: thrown })
  }
}

/** Counted as they come: a length that is announced binds nobody. */
async function bounded(answer: Response, mostBytes: number): Promise<Bytes> {
  const chunks: Bytes[] = []
  let length = 0
  for await (const chunk of answer.body ?? []) {
    length += chunk.length
    if (length > mostBytes) throw new EvidenceError("time/bad-answer", `more than ${String(mostBytes)} bytes`)
    chunks.push(chunk)
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer())
}
