/** Encryption with a disk in memory; what comes out is opened by the library's other half. The e2e story asks Debian's age. */
import "fake-indexeddb/auto"
import { createHash, randomBytes } from "node:crypto"
import { Decrypter, generateX25519Identity, identityToRecipient } from "age-encryption"
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { addRecipient } from "../../../src/background/recipients.ts"
import { type Encryption } from "../../../src/core/encryption/encryption.ts"
import { sweepOutgoing } from "../../../src/platform/outgoing.ts"
import { KEEP_MS } from "../../../src/platform/save.ts"
import { encryptBundle } from "../../../src/workshop/encrypt-bundle.ts"
import { eventually } from "../eventually.ts"
import { newVault } from "../vault/rows.ts"

vi.mock("webextension-polyfill", async () => ({
  default: (await import("../background/browser.ts")).fakeBrowser,
}))

const passphrase = "correct horse battery staple"
const byPassphrase: Encryption = { by: "passphrase", passphrase }

/** What lies on the disk, and how much a write may be. */
const disk = { files: new Map<string, File>(), room: Infinity, largestWrite: 0 }

function handleOf(name: string) {
  return {
    kind: "file",
    getFile: () => Promise.resolve(disk.files.get(name)),
    createWritable: () => {
      const parts: Blob[] = []
      return Promise.resolve({
        write: (part: Blob) => {
          if (part.size > disk.room) {
            return Promise.reject(new DOMException(`no room for ${passphrase}`, "QuotaExceededError"))
          }
          disk.largestWrite = Math.max(disk.largestWrite, part.size)
          parts.push(part)
          return Promise.resolve()
        },
        abort: () => Promise.resolve(),
        close: () => {
          disk.files.set(name, new File(parts, name))
          return Promise.resolve()
        },
      })
    },
  }
}

const folder = {
  getFileHandle: (name: string) => Promise.resolve(handleOf(name)),
  removeEntry: (name: string) => Promise.resolve(disk.files.delete(name)),
  async *entries() {
    for (const name of [...disk.files.keys()]) yield await Promise.resolve([name, handleOf(name)])
  },
}

beforeEach(() => {
  disk.files.clear()
  disk.room = Infinity
  disk.largestWrite = 0
  vi.useFakeTimers({ toFake: ["setTimeout"] })
  const root = { getDirectoryHandle: () => Promise.resolve(folder) }
  vi.stubGlobal("navigator", { storage: { getDirectory: () => Promise.resolve(root) } })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer())

/** A key that the vault keeps, and that the decrypter has. */
async function toOneKey(vault: ReturnType<typeof newVault>, decrypter: Decrypter): Promise<Encryption> {
  const owner = await generateX25519Identity()
  decrypter.addIdentity(owner)
  const id = await addRecipient(vault, { label: "x", key: await identityToRecipient(owner) })
  return { by: "recipients", recipientIds: [id] }
}

describe("an encrypted bundle", () => {
  // The work of a passphrase is the same for every size: the smallest and the largest have one, the others a key.
  test.each([
    [0, "passphrase"],
    [1, "key"],
    [65_535, "key"],
    [65_536, "key"],
    [65_537, "key"],
    [9_000_000, "passphrase"],
  ] as const)(
    "of %i bytes gives them back with the %s, and its digits are those of the file",
    async (size, by) => {
      const zip = randomBytes(size)
      const vault = newVault()
      const decrypter = new Decrypter()
      const encryption = by === "passphrase" ? byPassphrase : await toOneKey(vault, decrypter)
      if (by === "passphrase") decrypter.addPassphrase(passphrase)
      const { file, sha256 } = await encryptBundle(vault, new Blob([zip]), "x.zip.age", encryption)
      const sealed = await bytesOf(file)
      expect(sha256).toBe(createHash("sha256").update(sealed).digest("hex"))
      expect(Buffer.from(await decrypter.decrypt(sealed)).equals(zip)).toBe(true)
      // It went out piece by piece.
      expect(disk.largestWrite).toBeLessThan(4.2 * 1024 * 1024)
    },
  )

  test("to two keys opens for each of them, and for no third", async () => {
    const vault = newVault()
    const owners = await Promise.all([1, 2, 3].map(() => generateX25519Identity()))
    const ids: string[] = []
    for (const owner of owners.slice(0, 2)) {
      ids.push(await addRecipient(vault, { label: "x", key: await identityToRecipient(owner) }))
    }
    const encryption: Encryption = { by: "recipients", recipientIds: ids }
    const { file } = await encryptBundle(vault, new Blob(["zip"]), "x.zip.age", encryption)
    const opened = async (owner: string) => {
      const decrypter = new Decrypter()
      decrypter.addIdentity(owner)
      return decrypter.decrypt(await bytesOf(file), "text")
    }
    const [first = "", second = "", third = ""] = owners
    expect([await opened(first), await opened(second)]).toEqual(["zip", "zip"])
    await expect(opened(third)).rejects.toThrow("no identity matched")
  })

  test("that does not fit on the disk is an error of its own, which repeats nothing, and leaves nothing", async () => {
    disk.room = 10
    const refused = encryptBundle(newVault(), new Blob(["zip"]), "x.zip.age", byPassphrase)
    await expect(refused).rejects.toMatchObject({
      code: "export/encrypt-failed",
      message: "encrypting ended with a QuotaExceededError",
    })
    await expect(refused).rejects.not.toHaveProperty("cause")
    expect([...disk.files.keys()]).toEqual([])
  })

  test("to a key that was removed meanwhile is not made", async () => {
    const encryption: Encryption = { by: "recipients", recipientIds: ["gone"] }
    await expect(encryptBundle(newVault(), new Blob(["zip"]), "x.zip.age", encryption)).rejects.toMatchObject(
      {
        code: "export/no-recipient",
      },
    )
    expect(disk.files.size).toBe(0)
  })

  test("lies on the disk as long as its download may want it, and no longer", async () => {
    const old = new File(["x"], "old.age", { lastModified: Date.now() - KEEP_MS })
    disk.files.set("old.age", old)
    await encryptBundle(newVault(), new Blob(["zip"]), "x.zip.age", byPassphrase)
    expect([...disk.files.keys()]).toEqual(["x.zip.age"])
    await sweepOutgoing()
    expect([...disk.files.keys()]).toEqual(["x.zip.age"])
    disk.files.set("x.zip.age", new File(["x"], "x.zip.age", { lastModified: Date.now() - KEEP_MS - 1 }))
    await vi.advanceTimersByTimeAsync(KEEP_MS + 1000)
    await eventually(() => {
      expect(disk.files.size).toBe(0)
    })
  })
})
