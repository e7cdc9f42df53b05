import "fake-indexeddb/auto"
import { describe, expect, test } from "vitest"
import { utf8 } from "../../../src/core/bytes.ts"
import { storeBytes } from "../../../src/vault/blobs.ts"
import { captureById } from "../../../src/vault/read.ts"
import { addToCapture, beginCapture, setTrashed } from "../../../src/vault/write.ts"
import { deleteCapture, dropOrphanBytes } from "../../../src/vault/write-deletions.ts"
import {
  at,
  chainFaults,
  custodyOf,
  draftOf,
  fileOf,
  later,
  newVault,
  record,
  sealedCapture,
  sha256Of,
} from "./rows.ts"

const missing = expect.objectContaining({ code: "vault/missing" }) as Error

describe("the trash", () => {
  test("takes a capture and gives it back, and custody says both", async () => {
    const vault = newVault()
    await sealedCapture(vault, "a")
    await setTrashed(vault, "a", later, true)
    expect((await captureById(vault, "a"))?.trashedAt).toBe(later)
    await setTrashed(vault, "a", later, false)
    expect((await captureById(vault, "a"))?.trashedAt).toBeNull()
    expect((await custodyOf(vault)).slice(-2)).toMatchObject([
      { event: "capture.trashed", capture: "a", record },
      { event: "capture.restored", capture: "a", record },
    ])
  })

  test("says nothing twice", async () => {
    const vault = newVault()
    await sealedCapture(vault, "a")
    for (const trashed of [false, true, true]) await setTrashed(vault, "a", later, trashed)
    expect((await custodyOf(vault)).map(({ event }) => event)).toEqual([
      "capture.started",
      "capture.sealed",
      "capture.trashed",
    ])
  })

  test("takes no capture that still runs, and none that there is not", async () => {
    const vault = newVault()
    await beginCapture(vault, draftOf("a"), [], [])
    await expect(setTrashed(vault, "a", later, true)).rejects.toEqual(missing)
    await expect(setTrashed(vault, "b", later, true)).rejects.toEqual(missing)
    expect(await custodyOf(vault)).toHaveLength(1)
  })
})

describe("deleting", () => {
  test("leaves nothing but a tombstone with the hash of capture.json", async () => {
    const vault = newVault()
    await sealedCapture(vault, "a")
    await setTrashed(vault, "a", later, true)
    await deleteCapture(vault, "a", later)
    for (const table of [vault.captures, vault.artifacts, vault.blobs, vault.log])
      expect(await table.count()).toBe(0)
    expect((await custodyOf(vault)).at(-1)).toEqual({
      seq: 4,
      at: later,
      event: "deleted",
      capture: "a",
      record,
      prev: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    })
    expect(await chainFaults(vault)).toEqual([])
  })

  test("spares the bytes that another capture has as well", async () => {
    const vault = newVault()
    await sealedCapture(vault, "a", "shared")
    await sealedCapture(vault, "b", "shared")
    for (const [id, left] of [
      ["a", 1],
      ["b", 0],
    ] as const) {
      await setTrashed(vault, id, later, true)
      await deleteCapture(vault, id, later)
      expect(await vault.blobs.count()).toBe(left)
    }
  })

  test("drops bytes once that two files of the same capture share", async () => {
    const vault = newVault()
    await storeBytes(vault, utf8("same"), "text/html", at)
    await sealedCapture(vault, "a", "same")
    await vault.artifacts.add(fileOf("a", "dom-after.html", "same"))
    await setTrashed(vault, "a", later, true)
    await deleteCapture(vault, "a", later)
    expect(await vault.blobs.count()).toBe(0)
  })

  test("spares what is not in the trash, and what still runs", async () => {
    const vault = newVault()
    await sealedCapture(vault, "a")
    await beginCapture(vault, draftOf("b"), [], [])
    await expect(deleteCapture(vault, "a", later)).rejects.toEqual(missing)
    await expect(deleteCapture(vault, "b", later)).rejects.toEqual(missing)
    expect(await vault.captures.count()).toBe(2)
  })
})

test("bytes that no file names are dropped, but neither young ones nor used ones", async () => {
  const vault = newVault()
  await sealedCapture(vault, "a", "used")
  await storeBytes(vault, utf8("old orphan"), "text/plain", at)
  await storeBytes(vault, utf8("young orphan"), "text/plain", later)
  expect(await dropOrphanBytes(vault, later)).toBe(1)
  expect((await vault.blobs.toCollection().primaryKeys()).toSorted()).toEqual(
    [sha256Of("used"), sha256Of("young orphan")].toSorted(),
  )
  expect(await dropOrphanBytes(vault, later)).toBe(0)
})

test("bytes that are stored again are young again: no clean-up takes them from the frame being kept", async () => {
  const vault = newVault()
  await storeBytes(vault, utf8("frame"), "image/png", at)
  const hash = await storeBytes(vault, utf8("frame"), "image/png", later)
  await dropOrphanBytes(vault, later)
  expect(await vault.blobs.get(hash)).toBeDefined()
})

test("deleting spares bytes that another capture has just stored and not yet named", async () => {
  const vault = newVault()
  await sealedCapture(vault, "old", "same")
  await setTrashed(vault, "old", later, true)
  const hash = await storeBytes(vault, utf8("same"), "image/png", later)
  await deleteCapture(vault, "old", later)
  expect(await vault.blobs.get(hash)).toBeDefined()
})

test("a file that replaces one of the same path counts once", async () => {
  const vault = newVault()
  const file = fileOf("a", "frames/0000.png", "12345")
  await beginCapture(vault, { ...draftOf("a"), bytes: 5 }, [file], [])
  await addToCapture(vault, "a", { files: [file] })
  expect((await captureById(vault, "a"))?.bytes).toBe(5)
})
