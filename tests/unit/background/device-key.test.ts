import "fake-indexeddb/auto"
import { expect, test, vi } from "vitest"
import { ensureDeviceKey } from "../../../src/background/device-key.ts"
import { deviceKey } from "../../../src/vault/read.ts"
import { chainFaults, custodyOf, secondVault } from "../vault/rows.ts"
import { portsWith } from "./ports.ts"

vi.mock("webextension-polyfill", async () => ({ default: (await import("./browser.ts")).fakeBrowser }))

test("a new installation begins its log with the installation and the birth of its own key", async () => {
  const [here, there] = [portsWith(), portsWith()]
  expect([await ensureDeviceKey(here), await ensureDeviceKey(there)]).toEqual([true, true])
  const [mine, theirs] = [await deviceKey(here.vault), await deviceKey(there.vault)]
  expect(mine?.fingerprint).not.toBe(theirs?.fingerprint)
  expect(await custodyOf(here.vault)).toMatchObject([
    { seq: 1, event: "installed", version: "0.1.0", build: "b".repeat(64) },
    { seq: 2, event: "key.created", key: mine?.fingerprint },
  ])
  expect(await chainFaults(here.vault)).toEqual([])
})

test("a later start of the background, or a second one at the same time, makes no other key and no line", async () => {
  const ports = portsWith()
  const twin = portsWith({}, { vault: secondVault(ports.vault) })
  const made = await Promise.all([ensureDeviceKey(ports), ensureDeviceKey(twin)])
  expect(made.filter(now => now)).toHaveLength(1)
  expect(await ensureDeviceKey(portsWith({}, { vault: secondVault(ports.vault) }))).toBe(false)
  expect((await custodyOf(ports.vault)).map(({ event }) => event)).toEqual(["installed", "key.created"])
})

test("the key's private half cannot be exported", async () => {
  const { vault } = portsWith()
  await ensureDeviceKey({ ...portsWith(), vault })
  const pair = (await deviceKey(vault))?.pair ?? expect.unreachable("it was made")
  for (const format of ["pkcs8", "jwk"] as const)
    await expect(crypto.subtle.exportKey(format, pair.privateKey)).rejects.toThrow(/extractable/)
})
