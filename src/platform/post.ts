/** Sending a few bytes to a service that the user switched on. Nothing else in the extension sends anything there. */
import { type Bytes } from "../core/bytes.ts"
import { EvidenceError } from "../core/errors.ts"

export interface Letter {
  readonly url: string
  readonly body: Bytes
  /** Of the body, and of the answer that is wanted. */
  readonly type: string
  readonly accept: string
  readonly authorization: string | null
}

const PATIENCE_MS = 15_000

/**
 * The answer's bytes. Throws `time/offline` where none came in 15 s,
 * `time/refused` for any status but 200 and for a redirection, which would go
 * to an address that nobody chose, and `time/bad-answer` above `mostBytes`.
 */
export async function post(letter: Letter, mostBytes: number): Promise<Bytes> {
  const answer = await sent(letter)
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

async function sent({ url, body, type, accept, authorization }: Letter): Promise<Response> {
  try {
    return await fetch(url, {
      method: "POST",
      body,
      headers: {
        "Content-Type": type,
        Accept: accept,
        ...(authorization === null ? {} : { Authorization: authorization }),
      },
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
