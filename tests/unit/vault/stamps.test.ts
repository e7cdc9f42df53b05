import "fake-indexeddb/auto"
import { Dexie } from "dexie"
import { describe, expect, test } from "vitest"
import { readBlob } from "../../../src/vault/blobs.ts"
import { exportById, stampsOf, waitingStamps } from "../../../src/vault/read.ts"
import { authorities } from "../../../src/vault/read-settings.ts"
import { type StampRow, Vault } from "../../../src/vault/schema.ts"
import { type ExportV1, exportV1toV2 } from "../../../src/vault/upgrades.ts"
import { setTrashed } from "../../../src/vault/write.ts"
import { deleteCapture, dropOrphanBytes } from "../../../src/vault/write-deletions.ts"
import {
  keepAuthorities,
  keepStamp,
  noteStampFailed,
  requestStamps,
} from "../../../src/vault/write-stamps.ts"
import { storeBytes } from "../../../src/vault/blobs.ts"
import { at, chainFaults, custodyOf, later, newVault, record, sealedCapture } from "./rows.ts"

const token = record
const stamp = (id: string, different: Partial<StampRow> = {}): StampRow => ({
  id,
  kind: "capture",
  of: "a",
  authority: "tsa.example",
  digest: record,
  state: "waiting",
  query: Uint8Array.of(1, 2, 3),
  reply: null,
  requestedAt: at,
  tries: 0,
  nextTryAt: at,
  receivedAt: null,
  token: null,
  time: null,
  signer: null,
  code: null,
  ...different,
})
const by = { capture: "a", digest: record, authority: "tsa.example" }
const events = async (vault: Vault) =>
  (await custodyOf(vault)).filter(({ event }) => String(event).startsWith("time."))

describe("a time stamp", () => {
  test("is wanted, fails, comes: each stands in custody, and the chain is whole", async () => {
    const vault = newVault()
    await requestStamps(vault, at, [stamp("s")])
    await noteStampFailed(vault, "s", later, { code: "time/offline", nextTryAt: later })
    expect(await waitingStamps(vault)).toMatchObject([
      { id: "s", tries: 1, code: "time/offline", nextTryAt: later },
    ])
    const reply = Uint8Array.of(9)
    const httpDate = {
      url: "https://tsa.example/",
      date: "Sun, 22 Nov 2026 15:19:00 GMT",
      localMinusServerMs: 61_000,
    }
    await keepStamp(vault, "s", later, { reply, time: later, signer: "TSA", token, httpDate })
    expect(await waitingStamps(vault)).toEqual([])
    expect(await stampsOf(vault, "a")).toMatchObject([
      { state: "received", reply, time: later, signer: "TSA", tries: 2, code: null, receivedAt: later },
    ])
    expect(await stampsOf(vault, "a")).toMatchObject([{ httpDate }])
    expect(await events(vault)).toMatchObject([
      { event: "time.requested", ...by },
      { event: "time.failed", ...by, code: "time/offline" },
      { event: "time.received", ...by, token, time: later, localMinusServerMs: 61_000 },
    ])
    expect(await chainFaults(vault)).toEqual([])
  })

  test("that fails the same way again and again fills no log, another way is told", async () => {
    const vault = newVault()
    await requestStamps(vault, at, [stamp("s")])
    for (const code of ["time/offline", "time/offline", "time/refused", "time/refused"] as const) {
      await noteStampFailed(vault, "s", later, { code, nextTryAt: later })
    }
    expect((await events(vault)).slice(1)).toMatchObject([{ code: "time/offline" }, { code: "time/refused" }])
    expect(await waitingStamps(vault)).toMatchObject([{ tries: 4 }])
  })

  test("that came is neither replaced nor made to fail afterwards", async () => {
    const vault = newVault()
    await requestStamps(vault, at, [stamp("s")])
    const kept = { reply: Uint8Array.of(9), time: later, signer: "TSA", token, httpDate: null }
    await keepStamp(vault, "s", later, kept)
    const before = await custodyOf(vault)
    await keepStamp(vault, "s", later, { ...kept, time: at })
    await noteStampFailed(vault, "s", later, { code: "time/offline", nextTryAt: later })
    expect(await stampsOf(vault, "a")).toMatchObject([{ time: later, code: null }])
    expect(await custodyOf(vault)).toEqual(before)
  })

  test("goes with its capture when that is deleted for good", async () => {
    const vault = newVault()
    await sealedCapture(vault, "a")
    await requestStamps(vault, at, [stamp("s"), stamp("t", { of: "b" })])
    await setTrashed(vault, "a", later, true)
    await deleteCapture(vault, "a", later)
    expect(await waitingStamps(vault)).toMatchObject([{ id: "t" }])
  })

  test("keeps the bytes that it is over from being cleaned away", async () => {
    const vault = newVault()
    const digest = await storeBytes(vault, Uint8Array.of(7), "text/plain", at)
    await requestStamps(vault, at, [stamp("s", { kind: "export", of: "x", digest })])
    expect(await dropOrphanBytes(vault, "9999")).toBe(0)
    expect((await readBlob(vault, digest)).size).toBe(1)
  })
})

test("whom to ask is one value; custody names those that are on, when that changes", async () => {
  const vault = newVault()
  expect(await authorities(vault)).toEqual([])
  const authority = { name: "tsa.example", url: "http://tsa.example/", authorization: "secret", on: true }
  await keepAuthorities(vault, at, [authority])
  await keepAuthorities(vault, at, [{ ...authority, authorization: null }])
  await keepAuthorities(vault, at, [{ ...authority, on: false }])
  expect(await authorities(vault)).toEqual([{ ...authority, on: false }])
  const lines = await custodyOf(vault)
  expect(lines).toMatchObject([
    { event: "settings.changed", setting: "time", on: ["tsa.example"] },
    { event: "settings.changed", setting: "time", on: [] },
  ])
  expect(JSON.stringify(lines)).not.toContain("secret")
})

describe("a vault of version 1", () => {
  const old: ExportV1 = {
    id: "x",
    run: "run",
    at,
    state: "done",
    captures: ["a"],
    custodySeq: 3,
    done: 3,
    total: 3,
    fileName: "holdfast.zip",
    bytes: 7,
    zip: record,
    leftOut: 0,
    code: null,
  }

  test("an export asked nobody for a time stamp", () => {
    expect(exportV1toV2(old)).toEqual({ ...old, authorities: [] })
  })

  test("is opened by this one, with all that was in it", async () => {
    const name = `upgrade-${String(Math.random())}`
    const before = new Dexie(name)
    before.version(1).stores({
      captures: "id, item, state, url, trashedAt",
      artifacts: "[captureId+path], captureId, sha256",
      blobs: "sha256",
      log: "[captureId+seq], captureId",
      custody: "seq",
      exports: "id, at",
      keys: "id",
      counters: "name",
    })
    await before.table("exports").add(old)
    await before.table("custody").add({ seq: 1, text: "line", hash: record })
    before.close()
    const vault = new Vault(name)
    expect(await exportById(vault, "x")).toEqual({
      ...old,
      authorities: [],
      stamped: null,
      encryption: null,
      encrypted: null,
    })
    expect(await vault.custody.count()).toBe(1)
    expect(await waitingStamps(vault)).toEqual([])
    vault.close()
  })
})
