// @vitest-environment happy-dom
import { createHash } from "node:crypto"
import { beforeEach, expect, test, vi } from "vitest"
import { copiesOfPage } from "../../../src/capture/offline/copies.ts"
import { listsOfPage } from "../../../src/capture/lists.ts"
import { textsOfPage } from "../../../src/capture/texts.ts"

/** Nothing was drawn again. */
const redrawn = () => {
  throw new Error("nothing was drawn")
}
const held = () => ({ copies: copiesOfPage(), lists: listsOfPage(), asFound: () => null, redrawn })

const CHUNK = 6 * 1024 * 1024

beforeEach(() => {
  document.body.replaceChildren()
})

const decode = (base64: string) => Buffer.from(base64, "base64")

/** Fetches a text as the background does. */
async function fetchAll(
  texts: ReturnType<typeof textsOfPage>,
  kind: "dom" | "text" | "source",
  bytes: number,
): Promise<Buffer[]> {
  const chunks: Buffer[] = []
  for (let offset = 0; offset < bytes;) {
    const chunk = decode((await texts.readChunk(kind, offset)).base64)
    chunks.push(chunk)
    offset += chunk.length
  }
  return chunks
}

test.each([
  ["a short one", 3, 1],
  ["one that fills a chunk to the last byte", CHUNK, 1],
  ["one with a byte more", CHUNK + 1, 2],
  ["one of two chunks and a half", CHUNK * 2.5, 3],
])("a text comes in chunks that make the whole: %s", { timeout: 20_000 }, async (_name, bytes, chunks) => {
  // Three bytes a character, so that chunks end within one.
  const text = "固".repeat(bytes / 3) + "x".repeat(bytes % 3)
  const body = Buffer.from(text)
  vi.stubGlobal("fetch", () =>
    Promise.resolve(new Response(body, { headers: { "content-type": "text/html" } })),
  )
  const texts = textsOfPage(held())
  const ready = await texts.take("source")
  vi.unstubAllGlobals()
  expect(ready).toMatchObject({ bytes, mediaType: "text/html", status: 200 })
  const parts = await fetchAll(texts, "source", ready.bytes)
  expect(parts).toHaveLength(chunks)
  const digest = (data: Buffer) => createHash("sha256").update(data).digest("hex")
  expect(digest(Buffer.concat(parts))).toBe(digest(body))
  await expect(texts.readChunk("source", 0), "it is kept no longer").rejects.toThrow()
})

test("the document and the visible text are UTF-8, each under its own name", async () => {
  const p = document.createElement("p")
  p.textContent = "固证 < & 😀"
  document.body.append(p)
  const texts = textsOfPage(held())
  const dom = await texts.take("dom")
  const text = await texts.take("text")
  expect(Buffer.concat(await fetchAll(texts, "dom", dom.bytes)).toString()).toContain(
    "<p>固证 &lt; &amp; 😀</p>",
  )
  expect(Buffer.concat(await fetchAll(texts, "text", text.bytes)).toString()).toContain("固证 < & 😀")
  expect(dom).toMatchObject({ status: null, date: null, mediaType: "text/html; charset=utf-8" })
})

test("a text that was not taken, or that was fetched to its end, is no longer there", async () => {
  const texts = textsOfPage(held())
  const gone = expect.objectContaining({ code: "internal" }) as Error
  await expect(texts.readChunk("dom", 0)).rejects.toThrow(gone)
  const { bytes } = await texts.take("dom")
  await fetchAll(texts, "dom", bytes)
  await expect(texts.readChunk("dom", 0)).rejects.toThrow(gone)
})

test("what the server sends is kept byte for byte, whatever its encoding", async () => {
  const body = Uint8Array.from({ length: 256 }, (_, at) => at)
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(body)))
  const texts = textsOfPage(held())
  const { bytes } = await texts.take("source")
  vi.unstubAllGlobals()
  expect(Buffer.concat(await fetchAll(texts, "source", bytes)).equals(body)).toBe(true)
})

test("a page that may not be asked again is a refusal, with its cause", async () => {
  const cause = new TypeError("Failed to fetch")
  vi.stubGlobal("fetch", () => Promise.reject(cause))
  await expect(textsOfPage(held()).take("source")).rejects.toMatchObject({
    code: "capture/refetch-refused",
    cause,
  })
  vi.unstubAllGlobals()
})

test("a media type with a comma in it does not keep the source from coming", async () => {
  const headers = { "content-type": 'text/html; x="a,b"' }
  vi.stubGlobal("fetch", () => Promise.resolve(new Response("hello", { headers })))
  expect(await textsOfPage(held()).take("source")).toMatchObject({ bytes: 5 })
})
