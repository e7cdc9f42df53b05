/** An export that is given up as a whole, at any of its steps: nothing is handed out, and the log and the row say so. */
import "fake-indexeddb/auto"
import { beforeEach, expect, test, vi } from "vitest"
import { startExport } from "../../../src/background/export.ts"
import { exportById } from "../../../src/vault/read.ts"
import { resetScene } from "../background/browser.ts"
import { capture, installation, saved } from "../restore/world.ts"
import { chainFaults, custodyOf } from "../vault/rows.ts"

vi.mock("webextension-polyfill", async () => ({
  default: (await import("../background/browser.ts")).fakeBrowser,
}))
vi.mock("../../../src/platform/save.ts", () => ({
  KEEP_MS: 0,
  saveFile: (file: Blob) => {
    saved.file = file
  },
}))
vi.mock(
  "../../../src/platform/identity.ts",
  async () => (await import("../restore/fake-identity.ts")).fakeIdentity,
)

beforeEach(resetScene)

const isHandedOut = (): boolean => saved.file !== null

/** Exports two items, and gives it up at step `at`, counted from 0. */
async function exported(at: number) {
  const stopper = new AbortController()
  let steps = 0
  const here = await installation(stopper.signal, () => {
    if (steps === at) stopper.abort()
    steps += 1
  })
  await capture(here)
  await capture(here)
  saved.file = null
  const { exportId, ended } = await startExport(here.ports, [])
  await ended
  const row = await exportById(here.vault, exportId)
  const log = await custodyOf(here.vault)
  expect(await chainFaults(here.vault)).toEqual([])
  return {
    steps,
    state: row?.state,
    code: row?.code,
    last: log.at(-1)?.event,
    isHandedOut: isHandedOut(),
  }
}

test("whatever step it is given up at, no file is handed out; once one is, it is done", async () => {
  const whole = await exported(Infinity)
  expect(whole).toMatchObject({ state: "done", last: "exported", isHandedOut: true })
  expect(whole.steps).toBeGreaterThan(4)
  // The last step is told after the file was handed out.
  for (let at = 0; at < whole.steps - 1; at += 1) {
    expect(await exported(at), `step ${String(at)}`).toMatchObject({
      ...{ state: "failed", code: "export/stopped", last: "export.failed", isHandedOut: false },
    })
  }
  expect(await exported(whole.steps - 1)).toMatchObject({ state: "done", isHandedOut: true })
})
