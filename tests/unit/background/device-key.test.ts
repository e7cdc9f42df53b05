import "fake-indexeddb/auto"
import { describe, expect, test, vi } from "vitest"
import { chooseAuthorities } from "../../../src/background/authorities.ts"
import { ensureDeviceKey, stampBirth } from "../../../src/background/device-key.ts"
import { createStamper } from "../../../src/background/stamps.ts"
import { utf8 } from "../../../src/core/bytes.ts"
import { spkiToPem } from "../../../src/core/seal/sign.ts"
import { readBack, storeBytes } from "../../../src/vault/blobs.ts"
import { deviceKey, stampById, stampsOf } from "../../../src/vault/read.ts"
import { type Ports } from "../../../src/background/ports.ts"
import { dropOrphanBytes } from "../../../src/vault/write-deletions.ts"
import { at, chainFaults, custodyOf, secondVault, sha256Of } from "../vault/rows.ts"
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

describe("the birth of the key", () => {
  const choice = (host: string, on = true) => ({ url: `http://${host}/`, authorization: null, on })
  const keyOf = async ({ vault }: Ports) => (await deviceKey(vault)) ?? expect.unreachable("made before")
  const time = async ({ vault }: Ports) =>
    (await custodyOf(vault)).filter(({ event }) => String(event).startsWith("time."))

  test("is stamped by nobody where no authority is switched on", async () => {
    const ports = portsWith()
    await ensureDeviceKey(ports)
    await chooseAuthorities(ports.vault, [choice("one.example", false)])
    await stampBirth(ports.vault)
    expect(await stampsOf(ports.vault, (await keyOf(ports)).fingerprint)).toEqual([])
    expect(await ports.vault.blobs.count()).toBe(0)
  })

  test("is stamped once by each, over the very file that a bundle holds, and custody names the key", async () => {
    const ports = portsWith({
      fetchStamp: async ({ stampId }) => {
        const row = await stampById(ports.vault, stampId)
        const token = await storeBytes(ports.vault, utf8(`reply to ${row?.authority ?? ""}`), "", at)
        return { token, time: at, signer: "TSA", httpDate: null }
      },
    })
    await ensureDeviceKey(ports)
    const { fingerprint, spki } = await keyOf(ports)
    const stamper = createStamper(ports, () => undefined)
    for (const hosts of [["one.example"], ["one.example", "two.example"], ["two.example"], ["one.example"]]) {
      await chooseAuthorities(
        ports.vault,
        hosts.map(host => choice(host)),
      )
      await Promise.all([stampBirth(ports.vault), stampBirth(secondVault(ports.vault))])
      stamper.wake()
      await stamper.idle()
    }
    const rows = await stampsOf(ports.vault, fingerprint)
    const digest = sha256Of(spkiToPem(spki))
    expect(rows).toMatchObject([
      { kind: "key", authority: "one.example", state: "received", digest },
      { kind: "key", authority: "two.example", state: "received", digest },
    ])
    expect(Buffer.from(await readBack(ports.vault, digest)).toString()).toBe(spkiToPem(spki))
    expect(await time(ports)).toMatchObject(
      ["one.example", "two.example"].flatMap(authority => [
        { event: "time.requested", key: fingerprint, digest, authority },
        { event: "time.received", key: fingerprint, digest, authority, time: at },
      ]),
    )
    expect(await chainFaults(ports.vault)).toEqual([])
  })

  test("is asked for again where it did not come, and that it did not stands in custody", async () => {
    const ports = portsWith()
    await ensureDeviceKey(ports)
    const { fingerprint } = await keyOf(ports)
    await chooseAuthorities(ports.vault, [choice("one.example")])
    await stampBirth(ports.vault)
    const stamper = createStamper(ports, () => undefined)
    stamper.wake()
    await stamper.idle()
    const [row] = await stampsOf(ports.vault, fingerprint)
    expect(row).toMatchObject({ state: "waiting", tries: 1, code: "time/offline" })
    expect(Date.parse(row?.nextTryAt ?? "")).toBeGreaterThan(Date.now())
    expect((await time(ports)).at(-1)).toMatchObject({ event: "time.failed", key: fingerprint })
  })

  test("keeps the bytes that were stamped from being cleaned away", async () => {
    const ports = portsWith()
    await ensureDeviceKey(ports)
    await chooseAuthorities(ports.vault, [choice("one.example")])
    await stampBirth(ports.vault)
    expect(await dropOrphanBytes(ports.vault, "9999")).toBe(0)
    expect(await ports.vault.blobs.count()).toBe(1)
  })
})
