/** More items than one bundle may hold: several bundles, each of which holds by itself and says what is not in it. */
import "fake-indexeddb/auto"
import { beforeEach, expect, test, vi } from "vitest"
import { openBundle } from "../../../src/core/restore/open.ts"
import { backupState } from "../../../src/vault/read-backup.ts"
import { doneExports } from "../../../src/vault/read.ts"
import { resetScene } from "../background/browser.ts"
import { capture, exportZip, faultsOf, installation, saved, sourceOf, takeIn, verified } from "./world.ts"

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
// Each item of this world has five to seven files: two of them fit, three do not.
vi.mock("../../../src/core/bundle/bundle.ts", async original => ({
  ...(await original<object>()),
  MOST_ITEM_FILES: 14,
}))

beforeEach(resetScene)

test("what does not fit stands in the next bundle, and is named in this one", async () => {
  const [here, there] = [await installation(), await installation()]
  const rows = []
  for (let n = 0; n < 5; n += 1) rows.push(await capture(here))
  const ids = rows.map(({ id }) => id)

  const zips: Blob[] = []
  const rests: (readonly string[])[] = []
  let rest: readonly string[] = ids
  while (rest.length > 0) {
    zips.push(await exportZip(here, rest))
    const row = (await doneExports(here.vault)).find(({ captures }) => captures.length === rest.length)
    expect(row).toMatchObject({ state: "done", leftOut: 0, without: row?.next })
    rest = row?.next ?? []
    rests.push(rest)
  }
  expect(rests).toEqual([ids.slice(2), ids.slice(4), []])

  const said = []
  for (const zip of zips) {
    expect(faultsOf(await verified(zip))).toEqual([])
    const { items } = await openBundle(sourceOf(zip))
    said.push(items.length)
    await takeIn(there, zip)
  }
  expect(said).toEqual([2, 2, 1])
  expect((await backupState(here.vault)).without).toEqual([])
  const text = await zips[0]?.text()
  expect(text).toContain("e003 至 e005（共 3 项）：本证据包已满，收入下一个证据包。")
  expect(text).toContain("e003 to e005 (3 items): no more room in this bundle; they go into the next one.")
  expect(text).toContain('"reason": "limit"')
})
