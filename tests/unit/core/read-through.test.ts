/** What is read of a Blob whose stream does not give what it should, as Firefox's does with one that is composed. */
import { expect, test } from "vitest"
import { makeReadThrough, wholeStream } from "../../../src/core/read-through.ts"

const content = Uint8Array.from({ length: 2_500_000 }, (_, index) => index % 251)

/** How a stream into one's own buffer ends early; `slice` is the Blob's own. */
function endingAfter(bytes: number, blob: Blob = new Blob([content])): Blob {
  let given = 0
  return Object.assign(blob, {
    stream: () =>
      new ReadableStream({
        type: "bytes",
        pull: controller => {
          const asked = controller.byobRequest
          const room = Math.min(bytes - given, asked?.view?.byteLength ?? 65_536)
          const piece = content.slice(given, given + room)
          given += room
          if (room === 0) controller.close()
          if (asked?.view) {
            new Uint8Array(asked.view.buffer, asked.view.byteOffset, room).set(piece)
            asked.respond(room)
          } else if (room > 0) controller.enqueue(piece)
        },
      }),
  })
}

async function readWith(blob: Blob, readThrough = makeReadThrough()): Promise<Buffer> {
  const pieces: Buffer[] = []
  await readThrough(blob, piece => pieces.push(Buffer.from(piece)))
  return Buffer.concat(pieces)
}

test.each([0, 1, 1_048_575, 1_048_576, 1_051_550, 2_499_999, 2_500_000])(
  "every byte is given once, in order, where the first stream ends after %i",
  async bytes => {
    expect((await readWith(endingAfter(bytes))).equals(content)).toBe(true)
  },
)

test("the buffer serves the next Blob after one that ended early", async () => {
  const readThrough = makeReadThrough()
  await readWith(endingAfter(1_051_550), readThrough)
  expect((await readWith(new Blob([content]), readThrough)).equals(content)).toBe(true)
})

test.each([
  ["fewer", (blob: Blob) => Object.assign(endingAfter(1000, blob), { slice: () => new Blob([]) })],
  ["more", (blob: Blob) => Object.assign(endingAfter(1000, blob), { slice: () => new Blob([content]) })],
])("a Blob that gives %s bytes than it has is an error", async (_name, spoilt) => {
  await expect(readWith(spoilt(new Blob([content])))).rejects.toMatchObject({ code: "internal" })
})

test("a stream for others gives everything, or errors at its end", async () => {
  const all = await new Response(wholeStream(new Blob([content]))).bytes()
  expect(Buffer.from(all).equals(content)).toBe(true)
  const cut = new Response(wholeStream(endingAfter(1_051_550)))
  await expect(cut.arrayBuffer()).rejects.toMatchObject({
    code: "internal",
    message: "1051550 of the 2500000 bytes of a file were read",
  })
})
