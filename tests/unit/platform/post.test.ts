/** Letters to a service that does not keep to what is usual: nobody waits for one beyond its time, or takes more than was wanted. */
import { EventEmitter, once } from "node:events"
import { type ServerResponse } from "node:http"
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest"
import { serveSite } from "../../../scripts/site/serve-site.ts"
import { EvidenceError } from "../../../src/core/errors.ts"
import { post } from "../../../src/platform/post.ts"

/** Emits `letter` with the answer to it, which is the story's to write. */
const service = new EventEmitter()
const site = await serveSite({
  routes: {
    "/tsa": (request, response) => {
      request.resume()
      service.emit("letter", response)
    },
  },
})
afterAll(() => site.close())

const PATIENCE_MS = 15_000
const MOST = 10_000
const letter = {
  ...{ url: `${site.origin}/tsa`, body: new Uint8Array(59), authorization: null },
  ...{ type: "application/timestamp-query", accept: "application/timestamp-reply" },
}

beforeEach(() => {
  // The net is real; what passes is the time of the letter alone, whose clock no fake timer has a hand in.
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] })
  vi.spyOn(AbortSignal, "timeout").mockImplementation(ms => {
    const over = new AbortController()
    setTimeout(() => {
      over.abort(new DOMException("over", "TimeoutError"))
    }, ms)
    return over.signal
  })
  return () => {
    vi.restoreAllMocks()
    vi.useRealTimers()
  }
})

/** Sends a letter, and answers when the server has it and has begun, with what became of it since. */
async function sent(answer: (response: ServerResponse) => void) {
  const came = once(service, "letter") as Promise<[ServerResponse]>
  const outcome: { code: string } = { code: "awaited" }
  const ended = post(letter, MOST).then(
    () => (outcome.code = "answered"),
    (thrown: unknown) => (outcome.code = EvidenceError.from(thrown).code),
  )
  const [response] = await came
  const gone = once(response, "close")
  answer(response)
  return { ended, gone, outcome }
}

/** What the net has to tell by now is told. */
const breath = () => new Promise(resolve => setImmediate(resolve))

/** Bytes that come one by one and never end. */
function drip(response: ServerResponse): void {
  response.writeHead(200, { "Content-Type": letter.accept })
  const dripping = setInterval(() => response.write("x"), 5)
  response.on("close", () => {
    clearInterval(dripping)
  })
}

describe.each([
  ["takes the letter and never answers", () => undefined],
  [
    "says that all is well, and then nothing",
    (response: ServerResponse) => void response.writeHead(200).write("x"),
  ],
  ["gives a byte now and then, and never the last one", drip],
])("a service that %s", (_name, answer) => {
  test("is given up after 15 s, and not before; the connection is let go", async () => {
    const { ended, gone, outcome } = await sent(answer)
    vi.advanceTimersByTime(PATIENCE_MS - 1)
    for (let turn = 0; turn < 20; turn++) await breath()
    expect(outcome.code).toBe("awaited")
    vi.advanceTimersByTime(1)
    await ended
    expect(outcome.code).toBe("time/offline")
    await gone
  })
})

test("of an answer that has no end no more is taken than was wanted, and nobody waits for the rest", async () => {
  const written: { bytes: number } = { bytes: 0 }
  const { ended, gone, outcome } = await sent(response => {
    response.writeHead(200, { "Content-Type": letter.accept })
    const piece = Buffer.alloc(4096)
    const pour = () => {
      while (!response.closed) {
        written.bytes += piece.length
        if (!response.write(piece)) return
      }
    }
    response.on("drain", pour)
    pour()
  })
  await ended
  expect(outcome.code).toBe("time/bad-answer")
  await gone
  // What the two systems hold between them, and no stream of it.
  expect(written.bytes).toBeLessThan(16 * 1024 * 1024)
})
