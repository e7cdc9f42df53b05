import "fake-indexeddb/auto"
import { describe, expect, test, vi } from "vitest"
import { addRecipient } from "../../../src/background/recipients.ts"
import { exportV2toV3 } from "../../../src/vault/upgrades.ts"
import { allRecipients, recipientsById } from "../../../src/vault/read-settings.ts"
import { dropRecipient } from "../../../src/vault/write-recipients.ts"
import { chainFaults, custodyOf, exportDraft, later, newVault } from "./rows.ts"

vi.mock("webextension-polyfill", async () => ({
  default: (await import("../background/browser.ts")).fakeBrowser,
}))

const wang = "age194g772utkwhq5vh0mc3j9n0dzq0l44jv834fhwhd5wrp3ald4vwsly5yew"
const li = "age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqdpqr99"

describe("the keys that bundles can be encrypted to", () => {
  test("are kept by name, and found by id", async () => {
    const vault = newVault()
    const id = await addRecipient(vault, { label: " 王律师 ", key: ` ${wang.toUpperCase()} ` })
    expect(await allRecipients(vault)).toEqual([
      { id, label: "王律师", key: wang, addedAt: expect.any(String) as unknown },
    ])
    expect((await recipientsById(vault, [id, id])).map(({ key }) => key)).toEqual([wang])
  })

  test("are each there once", async () => {
    const vault = newVault()
    await addRecipient(vault, { label: "a", key: wang })
    await expect(addRecipient(vault, { label: "b", key: wang })).rejects.toMatchObject({
      code: "recipient/known",
    })
    expect(await vault.recipients.count()).toBe(1)
  })

  test.each([
    ["a secret key, whatever it is called", { label: "", key: "AGE-SECRET-KEY-1QQQ" }, "recipient/secret"],
    ["a key with a slip in it", { label: "a", key: li }, "recipient/malformed"],
    ["a key of nobody", { label: " ", key: wang }, "recipient/malformed"],
  ] as const)("are not %s", async (_what, entry, code) => {
    const vault = newVault()
    await expect(addRecipient(vault, entry)).rejects.toMatchObject({ code })
    expect(await vault.recipients.count()).toBe(0)
  })

  test("can be removed, and one that was is nobody's any more", async () => {
    const vault = newVault()
    const id = await addRecipient(vault, { label: "a", key: wang })
    await dropRecipient(vault, id, later)
    await dropRecipient(vault, id, later)
    await expect(recipientsById(vault, [id])).rejects.toMatchObject({ code: "export/no-recipient" })
  })

  test("are asked for all or none: a file for fewer than were named is not what was wanted", async () => {
    const vault = newVault()
    const id = await addRecipient(vault, { label: "a", key: wang })
    await expect(recipientsById(vault, [id, "gone"])).rejects.toMatchObject({ code: "export/no-recipient" })
    await expect(recipientsById(vault, [])).rejects.toMatchObject({ code: "export/no-recipient" })
  })

  test("are no word of custody, which every bundle shows to everyone: only that the list changed is", async () => {
    const vault = newVault()
    const id = await addRecipient(vault, { label: "王律师", key: wang })
    await dropRecipient(vault, id, later)
    await dropRecipient(vault, id, later)
    await expect(addRecipient(vault, { label: "b", key: li })).rejects.toThrow()
    const lines = await custodyOf(vault)
    expect(lines).toMatchObject([
      { seq: 1, event: "settings.changed", setting: "recipients" },
      { seq: 2, at: later, event: "settings.changed", setting: "recipients" },
    ])
    for (const line of lines) {
      expect(Object.keys(line)).toEqual(["seq", "at", "event", "setting", "prev"])
    }
    expect(await chainFaults(vault)).toEqual([])
  })
})

test("an export of version 2 was handed out as it was", () => {
  const { encryption, encrypted, ...old } = { ...exportDraft("x"), custodySeq: 1 }
  expect(exportV2toV3(old)).toEqual({ ...old, encryption, encrypted })
  expect([encryption, encrypted]).toEqual([null, null])
})
