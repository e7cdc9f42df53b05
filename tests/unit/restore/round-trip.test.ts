/** What one installation exports, another takes in: every byte, both logs, and what it says of itself. */
import "fake-indexeddb/auto"
import { beforeEach, expect, test, vi } from "vitest"
import { chainFaults, custodyOf } from "../vault/rows.ts"
import { resetScene } from "../background/browser.ts"
import { artifactsOf, captureById, logOf } from "../../../src/vault/read.ts"
import { readBack } from "../../../src/vault/blobs.ts"
import { capture, exportZip, faultsOf, installation, saved, takeIn, verified } from "./world.ts"

vi.mock("webextension-polyfill", async () => ({
  default: (await import("../background/browser.ts")).fakeBrowser,
}))
vi.mock("../../../src/platform/save.ts", () => ({
  KEEP_MS: 0,
  saveFile: (file: Blob) => {
    saved.file = file
  },
}))
vi.mock("../../../src/platform/identity.ts", async () => (await import("./fake-identity.ts")).fakeIdentity)

beforeEach(resetScene)

test("an item comes over whole, and its bundle from there holds with both logs", async () => {
  const [here, there] = [await installation(), await installation()]
  const row = await capture(here)
  const zip = await exportZip(here)
  expect(faultsOf(await verified(zip))).toEqual([])

  const { written, failed } = await takeIn(there, zip)
  expect({ written, failed }).toEqual({ written: [{ from: "e001", item: 1 }], failed: [] })
  const came = await captureById(there.vault, row.id)
  const { origins, run, startedMonotonicMs, case: place, bytes, ...same } = came ?? row
  expect(row).toMatchObject(same)
  expect({ origins: origins?.length, run, startedMonotonicMs, place }).toEqual({
    origins: 1,
    run: "elsewhere",
    startedMonotonicMs: 0,
    place: "default",
  })
  expect(bytes).toBe(row.bytes)
  // When the record's own file was written stands in no bundle; its end does.
  const files = async ({ vault }: typeof here) =>
    (await artifactsOf(vault, row.id)).map(file => ({
      ...file,
      at: file.path === "capture.json" ? row.endedAt : file.at,
    }))
  expect(await files(there)).toEqual(await files(here))
  expect(await logOf(there.vault, row.id)).toEqual(await logOf(here.vault, row.id))
  for (const { sha256 } of await artifactsOf(there.vault, row.id)) await readBack(there.vault, sha256)
  expect((await custodyOf(there.vault)).at(-1)).toMatchObject({
    event: "capture.received",
    capture: row.id,
    record: row.record,
    item: "e001",
    bundle: origins?.[0]?.bundle,
  })
  expect(await chainFaults(there.vault)).toEqual([])

  const again = await exportZip(there)
  const result = await verified(again)
  expect(faultsOf(result)).toEqual([])
  expect(result.layers.find(({ layer }) => layer === "origins")?.outcome).toBe("pass")
})

test("through three hands, with numbers that are taken: each hand's log is there and holds", async () => {
  const [a, b, c] = [await installation(), await installation(), await installation()]
  await capture(a)
  await capture(b)
  await capture(c)
  await capture(c)
  await takeIn(b, await exportZip(a))
  const { written } = await takeIn(c, await exportZip(b))
  expect(written).toEqual([
    { from: "e001", item: 3 },
    { from: "e002", item: 4 },
  ])
  const result = await verified(await exportZip(c))
  expect(faultsOf(result)).toEqual([])
  const layer = result.layers.find(each => each.layer === "origins")
  expect(layer?.detail.filter(({ code }) => code === "origins/holds")).toHaveLength(2)
})
