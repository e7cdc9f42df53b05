import "fake-indexeddb/auto"
import { beforeEach, describe, expect, test, vi } from "vitest"
import { startExport } from "../../../src/background/export.ts"
import { type Ports } from "../../../src/background/ports.ts"
import { EvidenceError } from "../../../src/core/errors.ts"
import { type BundleMade } from "../../../src/protocol.ts"
import { exportById } from "../../../src/vault/read.ts"
import { type ExportRow } from "../../../src/vault/schema.ts"
import { beginCapture, beginExport, setTrashed } from "../../../src/vault/write.ts"
import { chainFaults, custodyOf, draftOf, exportDraft, later, record, sealedCapture } from "../vault/rows.ts"
import { resetScene } from "./browser.ts"
import { portsWith } from "./ports.ts"

vi.mock("webextension-polyfill", async () => ({ default: (await import("./browser.ts")).fakeBrowser }))

beforeEach(resetScene)

const made: BundleMade = {
  fileName: "holdfast-x.zip",
  bytes: 7,
  zip: record,
  leftOut: 1,
  stamps: [],
  plan: null,
}

async function withCaptures(makeBundle = () => Promise.resolve(made)): Promise<Ports> {
  const ports = portsWith({ makeBundle })
  for (const id of ["a", "b", "c"]) await sealedCapture(ports.vault, id)
  await setTrashed(ports.vault, "b", later, true)
  await beginCapture(ports.vault, draftOf("d"), [], [])
  return ports
}

async function ended(ports: Ports, id: string): Promise<ExportRow> {
  return vi.waitFor(async () => {
    const row = await exportById(ports.vault, id)
    if (row === undefined || row.state === "running") throw new Error("still running")
    return row
  })
}

test.each([
  ["an empty list means all that is sealed, without trash and without what runs", [], ["a", "c"]],
  ["a list means what it names", ["c"], ["c"]],
  ["in the order of the items, not of the list", ["c", "a"], ["a", "c"]],
  ["what is in the trash, runs, or does not exist is not taken", ["a", "b", "d", "no-such"], ["a"]],
])("%s", async (_name, chosen, taken) => {
  const ports = await withCaptures()
  const { exportId } = await startExport(ports, chosen)
  expect((await ended(ports, exportId)).captures).toEqual(taken)
  const started = (await custodyOf(ports.vault)).find(({ event }) => event === "export.started")
  expect(started).toMatchObject({ export: exportId, captures: taken })
})

describe("nothing is exported", () => {
  test.each([
    ["of an empty vault", () => Promise.resolve(portsWith()), []],
    ["when only trash was chosen", withCaptures, ["b"]],
    ["when only a running capture was chosen", withCaptures, ["d"]],
    ["when only what does not exist was chosen", withCaptures, ["no-such"]],
  ])("%s, and custody says nothing", async (_name, prepare, chosen) => {
    const ports = await prepare()
    await expect(startExport(ports, chosen)).rejects.toMatchObject({ code: "export/nothing" })
    expect(await ports.vault.exports.count()).toBe(0)
    expect((await custodyOf(ports.vault)).filter(({ event }) => String(event).startsWith("export"))).toEqual(
      [],
    )
  })

  test("while another export of this run is at work", async () => {
    const ports = await withCaptures(() => new Promise(() => undefined))
    await startExport(ports, [])
    await expect(startExport(ports, [])).rejects.toMatchObject({ code: "export/busy" })
    expect(await ports.vault.exports.count()).toBe(1)
  })
})

test("an export that a killed run left open keeps no other from being made", async () => {
  const ports = await withCaptures()
  await beginExport(ports.vault, exportDraft("old", { run: "killed" }))
  const { exportId } = await startExport(ports, [])
  expect((await ended(ports, exportId)).state).toBe("done")
})

test("a finished export says what was made, and custody has the fingerprint of the ZIP", async () => {
  const ports = await withCaptures()
  const { stamps, plan, ...facts } = made
  const { exportId } = await startExport(ports, [])
  expect([stamps, plan]).toEqual([[], null])
  expect(await ended(ports, exportId)).toMatchObject({ ...facts, state: "done", code: null, run: ports.run })
  expect((await custodyOf(ports.vault)).at(-1)).toMatchObject({
    event: "exported",
    export: exportId,
    zip: record,
  })
  expect(await chainFaults(ports.vault)).toEqual([])
})

test("the line that an export began is there before the bundle is made", async () => {
  const seen: unknown[] = []
  const ports: Ports = await withCaptures(async () => {
    const row = await ports.vault.exports.toCollection().first()
    const line = (await custodyOf(ports.vault)).at(-1)
    seen.push(line?.event, line?.seq === row?.custodySeq)
    return made
  })
  await ended(ports, (await startExport(ports, [])).exportId)
  expect(seen).toEqual(["export.started", true])
})

test.each([
  ["an error of ours", new EvidenceError("vault/damaged", "no item could be read whole"), "vault/damaged"],
  ["any other error", new TypeError("x"), "internal"],
])("a bundle that fails by %s is a failed export, in its row and in custody", async (_name, thrown, code) => {
  const ports = await withCaptures(() => Promise.reject(thrown))
  const { exportId } = await startExport(ports, [])
  expect(await ended(ports, exportId)).toMatchObject({ state: "failed", code, zip: null })
  expect((await custodyOf(ports.vault)).at(-1)).toMatchObject({ event: "export.failed", export: exportId })
  const again = await startExport(ports, [])
  expect((await ended(ports, again.exportId)).state).toBe("failed")
})

test("a double click makes one export", async () => {
  const ports = portsWith({ makeBundle: () => new Promise(() => undefined) })
  await sealedCapture(ports.vault, "a")
  const both = await Promise.allSettled([startExport(ports, []), startExport(ports, [])])
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"])
})

test("an end that cannot be written down is handed to whoever reports it", async () => {
  const ports = portsWith({ makeBundle: () => Promise.reject(new Error("x")) })
  await sealedCapture(ports.vault, "a")
  ports.vault.exports.hook("updating", () => {
    throw new Error("disk")
  })
  const { ended } = await startExport(ports, [])
  await expect(ended).rejects.toMatchObject({ code: "vault/failed" })
})
