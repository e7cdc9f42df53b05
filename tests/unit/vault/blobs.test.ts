import "fake-indexeddb/auto"
import { Dexie } from "dexie"
import { expect, test, vi } from "vitest"
import { utf8 } from "../../../src/core/bytes.ts"
import { makeCheck, readBack, readBlob, storeBytes } from "../../../src/vault/blobs.ts"
import { at, newVault, record, secondVault, sha256Of } from "./rows.ts"

const stored = async (text: string) => {
  const vault = newVault()
  return { vault, hash: await storeBytes(vault, utf8(text), "text/plain", at) }
}

test.each(["", "固证", "\0\r\n"])("%j is stored under its SHA-256 and read back as it was", async text => {
  const { vault, hash } = await stored(text)
  expect(hash).toBe(sha256Of(text))
  expect(Buffer.from(await readBack(vault, hash)).toString()).toBe(text)
  expect(await (await readBlob(vault, hash)).text()).toBe(text)
})

test("bytes stored again, even at once and from elsewhere, are there once", async () => {
  const { vault, hash } = await stored("twice")
  const other = secondVault(vault)
  const again = await Promise.all(
    [vault, other, vault].map(each => storeBytes(each, utf8("twice"), "text/plain", at)),
  )
  expect(again).toEqual([hash, hash, hash])
  expect(await vault.blobs.count()).toBe(1)
})

test.each([
  ["one byte changed", new Blob(["tEst"])],
  ["the end is cut", new Blob(["tes"])],
  ["something was added", new Blob(["test "])],
  ["they are gone, and the row is not", new Blob([])],
])("bytes of which %s are found to be damaged", async (_name, bytes) => {
  const { vault, hash } = await stored("test")
  await vault.blobs.put({ sha256: hash, bytes, at })
  await expect(readBack(vault, hash)).rejects.toMatchObject({ code: "vault/damaged" })
  await expect(makeCheck(vault)(hash)).rejects.toMatchObject({ code: "vault/damaged" })
})

// integrity.md §9.1: the row survives, its file does not.
test.each(["NotFoundError", "UnknownError"])(
  "bytes that the browser cannot read any more (%s) are damaged",
  async name => {
    const { vault, hash } = await stored("test")
    const cause = new DOMException("gone", name)
    vault.blobs.hook("reading", row => ({
      ...row,
      bytes: Object.assign(new Blob(), {
        arrayBuffer: () => Promise.reject(cause),
        stream: () => new ReadableStream({ type: "bytes", pull: () => Promise.reject(cause) }),
      }),
    }))
    await expect(readBack(vault, hash)).rejects.toMatchObject({ code: "vault/damaged", cause })
    await expect(makeCheck(vault)(hash)).rejects.toMatchObject({ code: "vault/damaged", cause })
  },
)

test("a row that the browser does not give, and says that it has, is damaged; a database that fails is not", async () => {
  const { vault, hash } = await stored("test")
  const cause = new DOMException("gone", "UnknownError")
  vault.blobs.get = () => Dexie.Promise.reject(cause)
  await expect(readBack(vault, hash)).rejects.toMatchObject({ code: "vault/damaged" })
  await expect(makeCheck(vault)(hash)).rejects.toMatchObject({ code: "vault/damaged" })
  await vault.blobs.delete(hash)
  await expect(readBack(vault, hash)).rejects.toMatchObject({ code: "vault/failed" })
})

test("a row that is given at the second asking is not damaged: the connection had been closed", async () => {
  const { vault, hash } = await stored("test")
  const closed = new Dexie.DatabaseClosedError("Database has been closed")
  const asked = vi.spyOn(vault.blobs, "get").mockImplementationOnce(() => Dexie.Promise.reject(closed))
  expect(Buffer.from(await readBack(vault, hash)).toString()).toBe("test")
  expect(asked).toHaveBeenCalledTimes(2)
})

test("many are checked in one buffer, larger and smaller, and after one that is damaged", async () => {
  const vault = newVault()
  const texts = ["", "固证", "x".repeat(3_000_000), "short", "y".repeat(2_500_000)]
  const hashes = await Promise.all(texts.map(text => storeBytes(vault, utf8(text), "text/plain", at)))
  const lost = await storeBytes(vault, utf8("lost"), "text/plain", at)
  await vault.blobs.put({ sha256: lost, bytes: new Blob(["last"]), at })
  const check = makeCheck(vault)
  for (const [index, hash] of hashes.entries()) {
    expect(await (await check(hash)).text()).toBe(texts[index])
    await expect(check(lost)).rejects.toMatchObject({ code: "vault/damaged" })
  }
})

test("where a stream takes no buffer, the pieces that it gives are checked", async () => {
  const { vault, hash } = await stored("older")
  vault.blobs.hook("reading", row => ({
    ...row,
    bytes: Object.assign(new Blob(["older"]), {
      stream: () =>
        new ReadableStream({
          start(controller) {
            for (const piece of ["ol", "der"]) controller.enqueue(utf8(piece))
            controller.close()
          },
        }),
    }),
  }))
  expect((await makeCheck(vault)(hash)).size).toBe(5)
})

test("bytes that were never stored are missing, not damaged", async () => {
  const vault = newVault()
  await expect(readBack(vault, record)).rejects.toMatchObject({ code: "vault/missing" })
  await expect(readBlob(vault, record)).rejects.toMatchObject({ code: "vault/missing" })
})
