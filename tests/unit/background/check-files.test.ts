import "fake-indexeddb/auto"
import { beforeEach, describe, expect, test, vi } from "vitest"
import { startCheck } from "../../../src/background/check-files.ts"
import { type Ports } from "../../../src/background/ports.ts"
import { recover } from "../../../src/background/recover.ts"
import { utf8 } from "../../../src/core/bytes.ts"
import { EvidenceError } from "../../../src/core/errors.ts"
import { storeBytes } from "../../../src/vault/blobs.ts"
import { artifactsOf, fileCheck } from "../../../src/vault/read.ts"
import { beginCapture, setTrashed } from "../../../src/vault/write.ts"
import { deleteCapture } from "../../../src/vault/write-deletions.ts"
import { beginCheck } from "../../../src/vault/write-checks.ts"
import { checkFiles } from "../../../src/workshop/check-files.ts"
import { at, chainFaults, custodyOf, draftOf, fileOf, later, sha256Of } from "../vault/rows.ts"
import { resetScene } from "./browser.ts"
import { portsWith, unheard } from "./ports.ts"

vi.mock("webextension-polyfill", async () => ({ default: (await import("./browser.ts")).fakeBrowser }))

beforeEach(resetScene)

/** Captures with a text and a picture each, closed by the product itself. */
async function keepThree(ports: Ports): Promise<void> {
  for (const id of ["a", "b", "c"]) {
    const files = ["text.txt", "frames/0000.png"].map(path => fileOf(id, path, `${id} ${path}`))
    for (const { path } of files) await storeBytes(ports.vault, utf8(`${id} ${path}`), "", at)
    await beginCapture(ports.vault, draftOf(id, { run: "a run before" }), files, [])
  }
  expect(await recover(ports, unheard)).toEqual([])
}

async function check(ports: Ports) {
  await (
    await startCheck(ports)
  ).ended
  return fileCheck(ports.vault)
}

const lines = async ({ vault }: Ports) =>
  (await custodyOf(vault)).filter(({ event }) => event === "integrity.checked")

const frameOfB = sha256Of("b frames/0000.png")

describe("a check of all files", () => {
  test("that finds everything as it was sealed says how much that is, in the vault and in custody", async () => {
    const ports = portsWith()
    await keepThree(ports)
    await setTrashed(ports.vault, "c", later, true)
    // Each has its two files, log.jsonl and capture.json.
    expect(await check(ports)).toMatchObject({
      running: null,
      code: null,
      last: { files: 12, items: 3, damaged: [] },
    })
    const [line] = await lines(ports)
    expect(line).toMatchObject({ files: 12, items: 3, damaged: [] })
    expect(Object.keys(line ?? {})).toEqual(["seq", "at", "event", "files", "items", "damaged", "prev"])
    expect(await chainFaults(ports.vault)).toEqual([])
  })

  test.each<[string, (ports: Ports) => Promise<unknown>]>([
    ["whose bytes are gone", ({ vault }) => vault.blobs.delete(frameOfB)],
    [
      "whose bytes were changed",
      ({ vault }) => vault.blobs.update(frameOfB, { bytes: new Blob(["B frames/0000.png"]) }),
    ],
    [
      "whose bytes the browser cannot read any more",
      ({ vault }) => vault.blobs.update(frameOfB, { bytes: {} as Blob }),
    ],
    ["that no row names any more", ({ vault }) => vault.artifacts.delete(["b", "frames/0000.png"])],
    [
      "whose row names other bytes, which are there",
      ({ vault }) => vault.artifacts.update(["b", "frames/0000.png"], { sha256: sha256Of("a text.txt") }),
    ],
    ["that is the record itself, gone", ({ vault }) => vault.artifacts.delete(["b", "capture.json"])],
    [
      "that is the record itself, another one in its place",
      async ({ vault }) => {
        const other = (await artifactsOf(vault, "a")).find(({ path }) => path === "capture.json")
        await vault.artifacts.put({ ...(other ?? expect.unreachable()), captureId: "b" })
      },
    ],
  ])("names the item with a file %s, and no other", async (_what, harm) => {
    const ports = portsWith()
    await keepThree(ports)
    await harm(ports)
    expect((await check(ports))?.last).toMatchObject({ items: 3, damaged: [{ id: "b", item: 2 }] })
    expect(await lines(ports)).toMatchObject([{ items: 3, damaged: ["b"] }])
  })

  test("of nothing is a check of nothing", async () => {
    const ports = portsWith()
    expect((await check(ports))?.last).toMatchObject({ files: 0, items: 0, damaged: [] })
  })

  test("leaves out what is being captured, and what is deleted for good meanwhile", async () => {
    const ports = portsWith()
    await keepThree(ports)
    await beginCapture(
      ports.vault,
      draftOf("d", { run: ports.run }),
      [fileOf("d", "text.txt", "never stored")],
      [],
    )
    await setTrashed(ports.vault, "b", later, true)
    const told: number[] = []
    const found = await checkFiles(ports.vault, async done => {
      told.push(done)
      if (done === 1) await deleteCapture(ports.vault, "b", "2099-01-01T00:00:00.000Z")
    })
    expect(found).toEqual({ files: 8, items: 2, damaged: [] })
    expect(told).toEqual([0, 1, 2, 3])
  })

  test("that the database ends says nothing of any item: it failed, and the one before is remembered", async () => {
    const vault = portsWith().vault
    await keepThree(portsWith({}, { vault }))
    const before = await check(portsWith({}, { vault }))
    const broken = portsWith(
      { checkFiles: () => Promise.reject(new EvidenceError("vault/hung", "no answer")) },
      { vault },
    )
    expect(await check(broken)).toEqual({ ...before, code: "vault/hung" })
    expect(await lines(broken)).toHaveLength(1)
  })

  test("is not begun a second time while it runs", async () => {
    const ports = portsWith()
    await keepThree(ports)
    const both = await Promise.all([startCheck(ports), startCheck(ports)])
    await Promise.all(both.map(({ ended }) => ended))
    expect(await lines(ports)).toHaveLength(1)
  })

  test("that ended with the browser is told as such at the next start, and can be begun again", async () => {
    const ports = portsWith()
    await keepThree(ports)
    await beginCheck(ports.vault, "a run that was killed")
    await recover(ports, unheard)
    expect(await fileCheck(ports.vault)).toMatchObject({ running: null, code: "check/interrupted" })
    expect(await lines(ports)).toEqual([])
    expect(await check(ports)).toMatchObject({ code: null, last: { items: 3 } })
  })
})
