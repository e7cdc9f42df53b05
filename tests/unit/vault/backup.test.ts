/** What has a backup, from the rows of the vault. */
import "fake-indexeddb/auto"
import { expect, test } from "vitest"
import { usualReminder } from "../../../src/core/backup.ts"
import { backupState, neverExported } from "../../../src/vault/read-backup.ts"
import { backupReminder, captureOptions } from "../../../src/vault/read-settings.ts"
import { type ExportRow, type Vault } from "../../../src/vault/schema.ts"
import { beginCapture, setTrashed } from "../../../src/vault/write.ts"
import { keepBackupReminder, keepCaptureOptions } from "../../../src/vault/write-options.ts"
import { at, draftOf, exportDraft, later, newVault, record, sealedCapture } from "./rows.ts"

const day = (n: number): string => new Date(Date.UTC(2026, 10, n, 12)).toISOString()
const exported = (vault: Vault, n: number, captures: string[], different: Partial<ExportRow> = {}) =>
  vault.exports.add({
    ...exportDraft(`x${n}`, { at: day(n), state: "done", captures, zip: record }),
    custodySeq: 1,
    ...different,
  })
const sealed = async (vault: Vault, id: string, n: number, url = "https://weibo.com/1/N") => {
  await sealedCapture(vault, id)
  await vault.captures.update(id, { endedAt: day(n), url })
}

test("an empty vault has nothing to back up", async () => {
  expect(await backupState(newVault())).toEqual({ items: 0, without: [], waitingSince: null, last: null })
})

test("what runs, is in the trash, or is the practice post's needs no backup", async () => {
  const vault = newVault()
  await sealed(vault, "a", 1)
  await sealed(vault, "b", 2)
  await sealed(vault, "c", 3, "chrome-extension://x/practice/index.html")
  await sealed(vault, "d", 4, "moz-extension://x/practice/index.html?again")
  await sealed(vault, "e", 5, "moz-extension://x/another.html")
  await setTrashed(vault, "b", later, true)
  await beginCapture(vault, draftOf("f"), [], [])
  expect(await backupState(vault)).toMatchObject({ items: 2, without: ["a", "e"], waitingSince: day(1) })
  await setTrashed(vault, "b", later, false)
  expect(await backupState(vault)).toMatchObject({ items: 3, without: ["a", "b", "e"] })
})

test("of what is in the trash as well it is known which stands in no bundle that was handed out", async () => {
  const vault = newVault()
  for (const [id, n] of [
    ["a", 1],
    ["b", 2],
    ["c", 3],
  ] as const) {
    await sealed(vault, id, n)
    await setTrashed(vault, id, later, true)
  }
  await exported(vault, 5, ["a"])
  await exported(vault, 6, ["b"], { state: "failed" })
  expect(await neverExported(vault, ["a", "b", "c"])).toEqual(["b", "c"])
  expect(await neverExported(vault, ["a"])).toEqual([])
})

test("items that were captured since are the ones without, in their order", async () => {
  const vault = newVault()
  for (const [id, n] of [
    ["c", 2],
    ["a", 1],
    ["b", 8],
    ["d", 9],
  ] as const)
    await sealed(vault, id, n)
  await exported(vault, 5, ["c", "a"])
  await exported(vault, 3, ["a"])
  expect(await backupState(vault)).toEqual({
    items: 4,
    without: ["b", "d"],
    waitingSince: day(8),
    last: { exportId: "x5", at: day(5) },
  })
})

test("older exports are read as long as they may hold what newer ones do not", async () => {
  const vault = newVault()
  for (const [id, n] of [
    ["a", 1],
    ["b", 2],
    ["c", 3],
  ] as const)
    await sealed(vault, id, n)
  await exported(vault, 4, ["a", "c"])
  await exported(vault, 6, ["b"], { state: "failed" })
  await exported(vault, 7, ["c"], { leftOut: 1, without: ["c"] })
  await exported(vault, 8, ["a"])
  expect(await backupState(vault)).toMatchObject({ without: ["b"], last: { exportId: "x8" } })
  await exported(vault, 5, ["b"])
  expect(await backupState(vault)).toMatchObject({ without: [], last: { exportId: "x8" } })
})

test("what was deleted since says nothing of when the last backup was", async () => {
  const vault = newVault()
  await sealed(vault, "a", 1)
  await exported(vault, 3, ["a"])
  await exported(vault, 9, ["gone"])
  expect((await backupState(vault)).last).toEqual({ exportId: "x3", at: day(3) })
})

test("more items than are looked at by themselves are found all the same", async () => {
  const vault = newVault()
  const ids = Array.from({ length: 450 }, (_, n) => `i${n}`)
  await vault.captures.bulkAdd(
    ids.map((id, n) => ({ ...draftOf(id, { state: "sealed", startedAt: at, endedAt: null }), item: n + 1 })),
  )
  await exported(vault, 30, ids.slice(0, 100))
  expect(await backupState(vault)).toMatchObject({ items: 450, waitingSince: at, without: ids.slice(100) })
})

test("the user is told as is usual until they choose, and then as they chose", async () => {
  const vault = newVault()
  expect(await backupReminder(vault)).toEqual(usualReminder)
  await keepBackupReminder(vault, { on: false, days: 30, items: 2 })
  await keepCaptureOptions(vault, await captureOptions(vault))
  expect(await backupReminder(vault)).toEqual({ on: false, days: 30, items: 2 })
})
