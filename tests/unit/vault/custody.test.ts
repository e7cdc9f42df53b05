import "fake-indexeddb/auto"
import { expect, test } from "vitest"
import { custodyUpTo, lastExport } from "../../../src/vault/read.ts"
import { type KeyRow } from "../../../src/vault/schema.ts"
import { beginCapture, beginExport, endExport, keepDeviceKey, noteEvent } from "../../../src/vault/write.ts"
import {
  at,
  chainFaults,
  custodyOf,
  draftOf,
  exportDraft,
  later,
  newVault,
  record,
  secondVault,
} from "./rows.ts"

// integrity.md §10 no. 8: service worker and popup, or two runs of the worker, at once.
test(
  "1,000 interleaved appends from two connections make one chain, without fork or gap",
  { timeout: 30_000 },
  async () => {
    const vault = newVault()
    const other = secondVault(vault)
    const appends = Array.from({ length: 1000 }, (_, index) => {
      const writer = index % 2 === 0 ? vault : other
      if (index % 100 === 7) return beginCapture(writer, draftOf(`c${index}`), [], [])
      if (index % 100 === 8) return beginExport(writer, exportDraft(`x${index}`, { run: `r${index}` }))
      return noteEvent(writer, at, { event: "installed", version: String(index), build: "b" })
    })
    await Promise.all(appends)
    expect(await vault.custody.count()).toBe(1000)
    expect(await chainFaults(vault)).toEqual([])
    expect(await chainFaults(other)).toEqual([])
    const versions = (await custodyOf(vault)).flatMap(({ version }) =>
      version === undefined ? [] : [Number(version)],
    )
    expect(new Set(versions).size).toBe(980)
  },
)

test("a chain that was broken is not mended by the next append", async () => {
  const vault = newVault()
  for (const version of ["1", "2", "3"])
    await noteEvent(vault, at, { event: "installed", version, build: "b" })
  const [, second] = await custodyUpTo(vault, 3)
  await vault.custody.put({ ...second!, text: second!.text.replace('"2"', '"9"') })
  await noteEvent(vault, at, { event: "installed", version: "4", build: "b" })
  expect(await chainFaults(vault)).toEqual([
    "line 2 is kept under another hash",
    "line 3 does not name the one before it",
  ])
})

test("an export's log ends with the line that says it began", async () => {
  const vault = newVault()
  await noteEvent(vault, at, { event: "installed", version: "1", build: "b" })
  const row = await beginExport(vault, exportDraft("x", { captures: ["a", "b"] }))
  await noteEvent(vault, at, { event: "installed", version: "2", build: "b" })
  const lines = await custodyUpTo(vault, row.custodySeq)
  expect(lines.map(({ seq }) => seq)).toEqual([1, 2])
  expect(JSON.parse(lines.at(-1)?.text ?? "")).toMatchObject({
    event: "export.started",
    export: "x",
    captures: ["a", "b"],
  })
})

test("how an export ended stands in its row and in custody", async () => {
  const vault = newVault()
  await beginExport(vault, exportDraft("x"))
  await endExport(
    vault,
    "x",
    later,
    { state: "done", zip: record },
    { event: "exported", export: "x", zip: record },
  )
  expect(await lastExport(vault)).toMatchObject({ id: "x", state: "done", zip: record, custodySeq: 1 })
  expect((await custodyOf(vault)).at(-1)).toMatchObject({
    at: later,
    event: "exported",
    export: "x",
    zip: record,
  })
})

test("the device key is made once: of two at the same time one is kept, and custody names that one", async () => {
  const vault = newVault()
  const pair = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, [
    "sign",
    "verify",
  ])
  const keyOf = (digit: string): KeyRow => ({
    id: "device",
    pair,
    spki: new Uint8Array(91),
    fingerprint: digit.repeat(64) as KeyRow["fingerprint"],
    createdAt: at,
  })
  const installed = { event: "installed", version: "0.1.0", build: "b" } as const
  const kept = await Promise.all([
    keepDeviceKey(vault, keyOf("1"), installed),
    keepDeviceKey(secondVault(vault), keyOf("2"), installed),
  ])
  expect(kept[0].fingerprint).toBe(kept[1].fingerprint)
  expect(await custodyOf(vault)).toMatchObject([
    { seq: 1, at, ...installed },
    { seq: 2, at, event: "key.created", key: kept[0].fingerprint },
  ])
  expect(await chainFaults(vault)).toEqual([])
})
