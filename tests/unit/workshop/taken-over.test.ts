/** A background that is stopped while a bundle is made: the next one goes on with that export, and what is handed out is on record. */
import "fake-indexeddb/auto"
import { beforeEach, expect, test, vi } from "vitest"
import { startExport } from "../../../src/background/export.ts"
import { recover } from "../../../src/background/recover.ts"
import { type Sha256, sha256 } from "../../../src/core/seal/hash.ts"
import { exportById } from "../../../src/vault/read.ts"
import { resetScene } from "../background/browser.ts"
import { localWorkshop } from "../../../src/workshop/workshop.ts"
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

const digest = async (file: Blob): Promise<Sha256> => sha256(new Uint8Array(await file.arrayBuffer()))

/** The background is stopped: what the workshop answers it, it never hears. Then the next one begins. */
async function stoppedWhile(when: "it is made" | "it was handed out", isGivenUp = false) {
  const here = await installation()
  await capture(here)
  saved.file = null
  const nothing = () => Promise.resolve(null)
  const workshop = localWorkshop(here.vault, {
    onExport: () => Promise.resolve(),
    onCheck: () => Promise.resolve(),
    onRecording: { kept: nothing, ended: nothing },
  })
  const answers: Promise<unknown>[] = []
  const deaf: typeof workshop = (method, input) => {
    const answer = workshop(method, input)
    answer.catch(() => undefined)
    answers.push(answer)
    return new Promise(() => undefined)
  }
  const { exportId } = await startExport({ ...here.ports, workshop: deaf }, [])
  if (isGivenUp) await workshop("stopBundle", { exportId })
  if (when === "it was handed out") await Promise.allSettled(answers)
  const goingOn: Promise<void>[] = []
  const next = { ...here.ports, workshop, run: "the next run" }
  const codes = await recover(next, work => void goingOn.push(work))
  return { here, next, exportId, codes, goingOn }
}

test.each(["it is made", "it was handed out"] as const)(
  "stopped while %s: it is done, and custody names the digits of the file that went out",
  async when => {
    const { here, exportId, codes, goingOn } = await stoppedWhile(when)
    expect([codes, goingOn.length]).toEqual([[], 1])
    await Promise.all(goingOn)
    const row = await exportById(here.vault, exportId)
    const zip = await digest(saved.file ?? expect.unreachable("nothing was handed out"))
    expect(row).toMatchObject({ state: "done", run: "the next run", zip })
    expect((await custodyOf(here.vault)).slice(-2)).toMatchObject([
      { event: "export.started", export: exportId },
      { event: "exported", export: exportId, zip },
    ])
    expect(await chainFaults(here.vault)).toEqual([])
  },
)

test("while it is gone on with, no other is begun", async () => {
  const { next, goingOn } = await stoppedWhile("it is made")
  await expect(startExport(next, [])).rejects.toMatchObject({ code: "export/busy" })
  await Promise.all(goingOn)
})

test("one that is given up meanwhile has failed, and nothing went out", async () => {
  const { here, exportId, goingOn } = await stoppedWhile("it is made", true)
  await Promise.all(goingOn)
  expect(await exportById(here.vault, exportId)).toMatchObject({ state: "failed", code: "export/stopped" })
  expect((await custodyOf(here.vault)).at(-1)).toMatchObject({ event: "export.failed", export: exportId })
  expect(saved.file).toBeNull()
})
