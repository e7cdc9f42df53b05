/** What the user says of a field: each is kept beside what was said before, in custody by ids alone, and goes into bundles made after it. */
import "fake-indexeddb/auto"
import { describe, expect, test } from "vitest"
import { correctionOf } from "../../../src/core/corrections.ts"
import { type FieldName } from "../../../src/core/post-facts/fields.ts"
import { artifactsOf, captureById, correctionsOf } from "../../../src/vault/read.ts"
import { type Vault } from "../../../src/vault/schema.ts"
import { beginCapture, setTrashed } from "../../../src/vault/write.ts"
import { deleteCapture } from "../../../src/vault/write-deletions.ts"
import { keepCorrection } from "../../../src/vault/write-corrections.ts"
import { readCorrections } from "../../../src/workshop/corrections-of-item.ts"
import { chainFaults, custodyOf, draftOf, later, newVault, record, sealedCapture } from "./rows.ts"

const keep = (vault: Vault, id: string, value: string, field: FieldName = "authorName", note = "") =>
  keepCorrection(vault, id, "a", correctionOf({ field, value, note }, later))

async function scene(): Promise<Vault> {
  const vault = newVault()
  await sealedCapture(vault, "a", "text")
  return vault
}

test("a second word on a field leaves the first as it was", async () => {
  const vault = await scene()
  await keep(vault, "1", "李四")
  await keep(vault, "2", "李四四", "authorName", "看过其主页")
  await keep(vault, "3", "")
  expect((await correctionsOf(vault, "a")).map(({ id, value, note }) => [id, value, note])).toEqual([
    ["1", "李四", undefined],
    ["2", "李四四", "看过其主页"],
    ["3", null, undefined],
  ])
})

test("nothing of what was sealed changes", async () => {
  const vault = await scene()
  const before = [await captureById(vault, "a"), await artifactsOf(vault, "a")]
  await keep(vault, "1", "李四")
  expect([await captureById(vault, "a"), await artifactsOf(vault, "a")]).toEqual(before)
})

test("custody has a line for each, of ids alone, in an unbroken chain", async () => {
  const vault = await scene()
  await keep(vault, "1", "李四", "authorName", "看过其主页")
  const line = (await custodyOf(vault)).at(-1)
  expect(line).toMatchObject({ event: "correction.kept", correction: "1", capture: "a" })
  expect(Object.keys(line ?? {})).toEqual(["seq", "at", "event", "correction", "capture", "prev"])
  expect(await chainFaults(vault)).toEqual([])
})

describe("nothing is kept of", () => {
  test.each<[string, (vault: Vault) => Promise<unknown>]>([
    ["an item in the trash", vault => setTrashed(vault, "a", later, true)],
    [
      "an item that is gone",
      async vault => {
        await setTrashed(vault, "a", later, true)
        await deleteCapture(vault, "a", "2027-01-01T00:00:00.000Z")
      },
    ],
  ])("%s", async (_what, change) => {
    const vault = await scene()
    await change(vault)
    const lines = (await custodyOf(vault)).length
    await expect(keep(vault, "1", "李四")).rejects.toMatchObject({ code: "vault/missing" })
    expect([await vault.corrections.count(), (await custodyOf(vault)).length]).toEqual([0, lines])
  })

  test("an item that still runs", async () => {
    const vault = newVault()
    await beginCapture(vault, draftOf("a"), [], [])
    await expect(keep(vault, "1", "李四")).rejects.toMatchObject({ code: "vault/missing" })
  })
})

test("with its item it goes for good", async () => {
  const vault = await scene()
  await keep(vault, "1", "李四")
  await setTrashed(vault, "a", later, true)
  await deleteCapture(vault, "a", "2027-01-01T00:00:00.000Z")
  expect(await vault.corrections.count()).toBe(0)
})

test("a bundle holds those whose lines its log holds, as one file of the item's own record", async () => {
  const vault = await scene()
  const { custodySeq } = await keep(vault, "1", "李四")
  await keep(vault, "2", "6000", "views", "截图所示")
  expect(await readCorrections(vault, "a", record, custodySeq - 1)).toEqual({ files: [], corrections: [] })
  const one = await readCorrections(vault, "a", record, custodySeq)
  expect(one.corrections.map(({ value }) => value)).toEqual(["李四"])
  const { files } = await readCorrections(vault, "a", record, custodySeq + 1)
  expect(files.map(({ path }) => path)).toEqual(["corrections.json"])
  expect(JSON.parse((await files[0]?.blob.text()) ?? "")).toEqual({
    schema: 1,
    of: record,
    corrections: [
      { field: "authorName", value: "李四", source: "user", at: later },
      { field: "views", value: "6000", source: "user", at: later, note: "截图所示" },
    ],
  })
})
