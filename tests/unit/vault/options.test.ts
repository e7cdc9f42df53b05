import "fake-indexeddb/auto"
import { expect, test } from "vitest"
import { usualOptions } from "../../../src/core/capture-options.ts"
import { authorities, captureOptions } from "../../../src/vault/read-settings.ts"
import { Vault } from "../../../src/vault/schema.ts"
import { keepCaptureOptions } from "../../../src/vault/write-options.ts"

test("captures are made as is usual until the user chooses, and then as chosen", async () => {
  const vault = new Vault("options")
  const chosen = { limits: { screens: 3, seconds: 20, items: null }, extras: ["mhtml" as const] }

  expect(await captureOptions(vault)).toEqual(usualOptions)
  await keepCaptureOptions(vault, chosen)
  expect(await captureOptions(vault)).toEqual(chosen)
  // Another setting in the same table.
  expect(await authorities(vault)).toEqual([])
})
