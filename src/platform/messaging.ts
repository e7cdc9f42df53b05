/**
 * Typed messages between contexts. An API is an interface of one-argument
 * methods (protocol.ts); both ends are derived from it.
 */
import { type ErrorFacts, errorCodes, EvidenceError } from "../core/errors.ts"
import { asFields, asOneOf, asString } from "../core/parse.ts"

type Method = (input: never) => unknown
type Input<M> = M extends (input: infer I) => unknown ? I : never
type Output<M> = M extends Method ? ReturnType<M> : never

export type Ask<Api> = <Name extends keyof Api & string>(
  method: Name,
  input: Input<Api[Name]>,
) => Promise<Output<Api[Name]>>

/** Who sent a message, as the browser says; the browser fills it in, the sender cannot. */
export interface Sender {
  readonly id?: string | undefined
  readonly url?: string | undefined
  readonly tab?: { readonly id?: number | undefined } | undefined
}

export type Handlers<Api> = {
  readonly [Name in keyof Api]: (input: Input<Api[Name]>, sender: Sender) => Promise<Output<Api[Name]>>
}

/** One reader a method: makes its input of an `unknown`, or throws `input/malformed`. */
export type Readers<Api> = {
  readonly [Name in keyof Api]: (input: unknown) => Input<Api[Name]>
}

interface Request {
  readonly api: string
  readonly method: string
  readonly input: unknown
}

type Reply =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: ErrorFacts }

/** A way to put questions to `api`, over whatever `post` delivers through. Throws what the other end threw, by code. */
export function connect<Api>(api: string, post: (request: Request) => Promise<unknown>): Ask<Api> {
  return async (method, input) => {
    const reply = parseReply(await post({ api, method, input }), `${api}.${method}`)
    if (!reply.ok) throw new EvidenceError(reply.error.code, reply.error.message)
    // The shape was promised by the interface that both ends are compiled against; an API whose
    // other end is not ours (PageApi) declares `unknown`, and a core parser reads it.
    return reply.value as Output<Api[typeof method]>
  }
}

/**
 * A listener for runtime.onMessage. It answers only what is addressed to `api`
 * and comes from a sender that `trusts` accepts; anything else is left to other
 * contexts. What `readers` refuse reaches no handler. It answers by callback, which every supported browser has: native
 * promise answers came to Chrome only lately.
 */
export function serve<Api>(
  api: string,
  readers: Readers<Api>,
  handlers: Handlers<Api>,
  trusts: (sender: Sender) => boolean,
) {
  return (message: unknown, sender: Sender, respond: (reply: Reply) => void): true | undefined => {
    if (!isRequest(message) || message.api !== api || !trusts(sender)) return undefined
    void answer(readers, handlers, message, sender).then(respond)
    return true
  }
}

async function answer<Api>(
  readers: Readers<Api>,
  handlers: Handlers<Api>,
  request: Request,
  sender: Sender,
): Promise<Reply> {
  try {
    if (!Object.hasOwn(handlers, request.method)) {
      throw new EvidenceError("internal", `no such method: ${request.api}.${request.method}`)
    }
    const method = request.method as keyof Api
    return { ok: true, value: await handlers[method](readers[method](request.input), sender) }
  } catch (thrown) {
    return { ok: false, error: EvidenceError.from(thrown).toJSON() }
  }
}

function parseReply(input: unknown, what: string): Reply {
  if (input === undefined || input === null) throw new EvidenceError("internal", `nobody answered ${what}`)
  const reply = asFields(input, `reply of ${what}`)
  if (reply.ok === true) return { ok: true, value: reply.value }
  const error = asFields(reply.error, `error of ${what}`)
  return {
    ok: false,
    error: {
      code: asOneOf(error.code, "error code", errorCodes),
      message: asString(error.message, "error message"),
    },
  }
}

function isRequest(message: unknown): message is Request {
  return (
    typeof message === "object" &&
    message !== null &&
    "api" in message &&
    "method" in message &&
    "input" in message &&
    typeof message.method === "string"
  )
}
