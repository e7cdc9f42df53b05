import "fake-indexeddb/auto"
import { expect, test, vi } from "vitest"
import { emptyTrash } from "../../../src/background/trash.ts"
import { setTrashed } from "../../../src/vault/write.ts"
import { custodyOf, sealedCapture } from "../vault/rows.ts"
import { portsWith } from "./ports.ts"

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
