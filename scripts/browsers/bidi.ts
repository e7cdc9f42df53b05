/** A WebDriver BiDi client: commands out, results back. Firefox speaks it without a driver in between. */
import { WebSocket } from "ws"
import { asFields, asString, type Fields } from "../../src/core/parse.ts"

export interface Bidi {
  /** Throws with the browser's own words, and when the connection ends first. */
  send(method: string, params: Fields): Promise<Fields>
  /** The JSON value of an expression in a browsing context. Awaits a promise. */
  run(context: string, expression: string): Promise<unknown>
  close(): void
}

interface Waiting {
  readonly resolve: (result: Fields) => void
  readonly reject: (reason: Error) => void
}

export async function connectBidi(url: string): Promise<Bidi> {
  // No limit: a screenshot of a long page is one message.
  const socket = new WebSocket(url, { maxPayload: 0, perMessageDeflate: false })
  const waiting = new Map<number, Waiting>()
  const ids = counter()
  await new Promise<void>((resolve, reject) => {
    socket.once("open", () => {
      resolve()
    })
    socket.once("error", reject)
  })

  socket.on("message", (data: Buffer) => {
    settle(waiting, data)
  })
  socket.on("close", () => {
    for (const { reject } of waiting.values()) reject(new Error("the browser ended"))
    waiting.clear()
  })

  const send = (method: string, params: Fields) =>
    new Promise<Fields>((resolve, reject) => {
      if (socket.readyState !== WebSocket.OPEN) {
        reject(new Error(`${method}: the browser has ended`))
        return
      }
      const id = ids()
      waiting.set(id, { resolve, reject })
      socket.send(JSON.stringify({ id, method, params }))
    })

  return {
    send,
    run: (context, expression) => evaluate(send, context, expression),
    close: () => {
      socket.close()
    },
  }
}

function settle(waiting: Map<number, Waiting>, data: Buffer): void {
  const message = asFields(JSON.parse(data.toString()), "BiDi message")
  if (typeof message.id !== "number") return // an event; none is subscribed to
  const found = waiting.get(message.id)
  waiting.delete(message.id)
  if (message.type === "error")
    found?.reject(new Error(`${String(message.error)}: ${String(message.message)}`))
  else found?.resolve(asFields(message.result, "BiDi result"))
}

async function evaluate(send: Bidi["send"], context: string, expression: string): Promise<unknown> {
  const answer = await send("script.evaluate", {
    expression: `(async () => JSON.stringify(await (${expression}\n)))()`,
    target: { context },
    awaitPromise: true,
    resultOwnership: "none",
  })
  if (answer.type === "exception") {
    throw new Error(asString(asFields(answer.exceptionDetails, "exception").text, "exception"))
  }
  const { value } = asFields(answer.result, "result")
  return value === undefined ? undefined : JSON.parse(asString(value, "result"))
}

function counter(): () => number {
  let last = 0
  return () => ++last
}
