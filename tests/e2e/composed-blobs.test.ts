/**
 * A bundle is a Blob of memory and of stored files. Firefox ends the stream of such a one early, and without an error,
 * where it fills one's own buffer: what the product reads it with is put into a page, and every byte of it counted.
 */
import { createHash } from "node:crypto"
import { build } from "esbuild"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type Page } from "../../scripts/browsers/driver.ts"
import { installed } from "./harness/installed.ts"
import { servePages } from "./harness/site.ts"

const { outputFiles } = await build({
  stdin: {
    contents: `
      import { sha256Stream } from "./src/core/seal/hash.ts"
      import { makeReadThrough } from "./src/core/read-through.ts"
      globalThis.digestOf = async blob => {
        const state = sha256Stream()
        await makeReadThrough()(blob, piece => { state.update(piece) })
        return Array.from(state.digest(), byte => byte.toString(16).padStart(2, "0")).join("")
      }`,
    resolveDir: ".",
  },
  bundle: true,
  format: "iife",
  write: false,
})
const site = await servePages(
  { "/": '<!doctype html><title>blobs</title><script src="/reads.js"></script>' },
  {
    "/reads.js": (_request, response) => {
      response.writeHead(200, { "Content-Type": "text/javascript" }).end(outputFiles[0]?.contents)
    },
  },
)
afterAll(() => site.close())
const browser = installed()

const STORED = [100, 11_000, 386_000, 3_000_000]
const held: { page?: Page } = {}

beforeAll(async () => {
  const page = await browser.driven.newPage(`${site.origin}/`)
  await page.evaluate(async (sizes: readonly number[]) => {
    const opened = indexedDB.open("blobs", 1)
    opened.onupgradeneeded = () => {
      const store = opened.result.createObjectStore("blobs")
      for (const size of sizes) store.put(new Blob([new Uint8Array(size).fill(size % 251)]), size)
    }
    await new Promise(done => {
      opened.onsuccess = done
    })
    opened.result.close()
  }, STORED)
  // Only a page that did not write them has to fetch them from the disk.
  await page.goto(`${site.origin}/?again`)
  held.page = page
})

const MEMORY = [0, 1, 1_048_576, 1_051_000, 1_500_000, 2_097_152, 4_000_000]

test.each(STORED.flatMap(stored => MEMORY.map(memory => [memory, stored] as const)))(
  "%i bytes of memory before %i that are stored, and more of both after them",
  async (memory, stored) => {
    const told = await held.page?.evaluate(
      async (before: number, size: number) => {
        const opened = indexedDB.open("blobs", 1)
        await new Promise(done => {
          opened.onsuccess = done
        })
        const get = (key: number) =>
          new Promise<Blob>(done => {
            const found = opened.result.transaction("blobs").objectStore("blobs").get(key)
            found.onsuccess = () => {
              done(found.result as Blob)
            }
          })
        const half = new Uint8Array(before).fill(1)
        const composed = new Blob([new Blob([half]), await get(size), half, await get(11_000)])
        opened.result.close()
        return (globalThis as unknown as { digestOf: (blob: Blob) => Promise<string> }).digestOf(composed)
      },
      memory,
      stored,
    )
    const half = Buffer.alloc(memory, 1)
    const bytes = [half, Buffer.alloc(stored, stored % 251), half, Buffer.alloc(11_000, 11_000 % 251)]
    expect(told).toBe(createHash("sha256").update(Buffer.concat(bytes)).digest("hex"))
  },
)
