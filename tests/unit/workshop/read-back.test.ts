import "fake-indexeddb/auto"
import { execFileSync } from "node:child_process"
import { expect, test } from "vitest"
import { utf8 } from "../../../src/core/bytes.ts"
import { storeBytes } from "../../../src/vault/blobs.ts"
import { type Vault } from "../../../src/vault/schema.ts"
import { readBackFiles } from "../../../src/workshop/read-back.ts"
import { at, fileOf, newVault, sha256Of } from "../vault/rows.ts"

// The check value that every description of CRC-32 (ISO-HDLC) names.
const CHECK = { text: "123456789", crc32: 0xcbf43926 }

const opensslSm3 = (text: string) =>
  execFileSync("openssl", ["dgst", "-sm3", "-r"], { input: text }).toString().slice(0, 64)

async function withFiles(...texts: string[]): Promise<Vault> {
  const vault = newVault()
  for (const [index, text] of texts.entries()) {
    await storeBytes(vault, utf8(text), "text/plain", at)
    await vault.artifacts.add(fileOf("a", `${index}.txt`, text))
  }
  return vault
}

const whole = (path: string, text: string) => ({
  path,
  sha256: sha256Of(text),
  sm3: opensslSm3(text),
  bytes: text.length,
})
const unreadable = (path: string) => ({ path, sha256: null, sm3: null, crc32: null, bytes: 0 })

test("every file comes back by path, with the hashes that others compute", async () => {
  const vault = await withFiles(CHECK.text, "", "abc")
  const { files } = await readBackFiles(vault, "a")
  expect(files).toMatchObject([whole("0.txt", CHECK.text), whole("1.txt", ""), whole("2.txt", "abc")])
  expect(files.map(({ crc32 }) => crc32)).toEqual([CHECK.crc32, 0, 0x352441c2])
})

test("bytes that changed are answered with the hash that they have now", async () => {
  const vault = await withFiles("was stored")
  await vault.blobs.put({ sha256: sha256Of("was stored"), bytes: new Blob(["abc"]), at })
  expect((await readBackFiles(vault, "a")).files).toMatchObject([whole("0.txt", "abc")])
})

test("bytes that are gone are nulls, and the others are still read", async () => {
  const vault = await withFiles("first", "second", "third")
  await vault.blobs.delete(sha256Of("second"))
  const { files } = await readBackFiles(vault, "a")
  expect(files).toMatchObject([whole("0.txt", "first"), unreadable("1.txt"), whole("2.txt", "third")])
})

test.each(["NotFoundError", "UnknownError"])(
  "bytes that the browser cannot read (%s) are nulls",
  async name => {
    const vault = await withFiles("text")
    const refuse = () => Promise.reject(new DOMException("gone", name))
    vault.blobs.hook("reading", row => ({
      ...row,
      bytes: Object.assign(new Blob(), { arrayBuffer: refuse }),
    }))
    expect((await readBackFiles(vault, "a")).files).toEqual([unreadable("0.txt")])
  },
)

test("of a capture without files there is nothing to read, and another one's files are not read", async () => {
  const vault = await withFiles("text")
  expect(await readBackFiles(vault, "b")).toEqual({ files: [] })
})

test("a database that fails is not taken for damage to a file", async () => {
  const vault = newVault()
  await storeBytes(vault, utf8("x"), "text/plain", at)
  await vault.artifacts.add(fileOf("a", "text.txt", "x"))
  vault.blobs.hook("reading", () => {
    throw Object.assign(new Error("Connection is closing because of: IO error"), { name: "UnknownError" })
  })
  await expect(readBackFiles(vault, "a")).rejects.toMatchObject({ code: "vault/failed" })
})
