import "fake-indexeddb/auto"
import { expect, test, vi } from "vitest"
import { emptyTrash, trashHandlers } from "../../../src/background/trash.ts"
import { beginExport, setTrashed } from "../../../src/vault/write.ts"
import { at, chainFaults, custodyOf, exportDraft, record, sealedCapture } from "../vault/rows.ts"
import { portsWith, refuseCustody } from "./ports.ts"

vi.mock("webextension-polyfill", async () => ({ default: (await import("./browser.ts")).fakeBrowser }))

test("the trash keeps a capture for 30 days, then leaves its tombstone", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-12-31T00:00:00.000Z") })
  const ports = portsWith()
  const trashed = { kept: null, old: "2026-11-30T23:59:59.999Z", young: "2026-12-01T00:00:00.000Z" }
  for (const [id, at] of Object.entries(trashed)) {
    await sealedCapture(ports.vault, id)
    if (at !== null) await setTrashed(ports.vault, id, at, true)
  }
  await emptyTrash(ports)
  vi.useRealTimers()
  expect((await ports.vault.captures.toArray()).map(({ id }) => id).toSorted()).toEqual(["kept", "young"])
  const deleted = (await custodyOf(ports.vault)).filter(({ event }) => event === "deleted")
  expect(deleted).toMatchObject([{ capture: "old", at: "2026-12-31T00:00:00.000Z" }])
})

const handlersOf = (ports: ReturnType<typeof portsWith>) =>
  trashHandlers(ports, { discard: () => Promise.resolve(null), restore: () => Promise.resolve(null) }, () => {
    throw new Error("nothing came back")
  })
const sender = { id: "holdfast" }

test("by the user's own word it goes at once, and the tombstone is the same", async () => {
  const ports = portsWith()
  for (const id of ["a", "b"]) await sealedCapture(ports.vault, id)
  await setTrashed(ports.vault, "a", at, true)
  await handlersOf(ports).deleteForGood({ captureId: "a" }, sender)
  expect(await ports.vault.captures.toCollection().primaryKeys()).toEqual(["b"])
  expect((await custodyOf(ports.vault)).at(-1)).toMatchObject({ event: "deleted", capture: "a", record })
  expect(await chainFaults(ports.vault)).toEqual([])
})

test("what is not in the trash is not deleted by anybody's word", async () => {
  const ports = portsWith()
  await sealedCapture(ports.vault, "a")
  const deleted = handlersOf(ports).deleteForGood({ captureId: "a" }, sender)
  await expect(deleted).rejects.toMatchObject({ code: "vault/missing" })
  expect(await ports.vault.captures.count()).toBe(1)
})

test("without room for its line in custody nothing of it is deleted", async () => {
  const ports = portsWith()
  await sealedCapture(ports.vault, "a")
  await setTrashed(ports.vault, "a", at, true)
  refuseCustody(ports.vault, line => line.includes('"deleted"'))
  const deleted = handlersOf(ports).deleteForGood({ captureId: "a" }, sender)
  await expect(deleted).rejects.toMatchObject({ code: "vault/full" })
  for (const table of [ports.vault.captures, ports.vault.artifacts, ports.vault.blobs])
    expect(await table.count()).toBe(1)
})

test("of a bundle that is being made nothing is taken: the user is told, and a start goes on with the rest", async () => {
  const ports = portsWith()
  for (const id of ["a", "b"]) {
    await sealedCapture(ports.vault, id)
    await setTrashed(ports.vault, id, at, true)
  }
  await beginExport(ports.vault, exportDraft("x", { captures: ["a"] }))
  const deleted = handlersOf(ports).deleteForGood({ captureId: "a" }, sender)
  await expect(deleted).rejects.toMatchObject({ code: "export/busy" })
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2027-01-31T00:00:00.000Z") })
  await emptyTrash(ports)
  vi.useRealTimers()
  expect(await ports.vault.captures.toCollection().primaryKeys()).toEqual(["a"])
})
