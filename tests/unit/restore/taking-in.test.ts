/** What comes twice, what contradicts what is here, what is cut off in the middle, and what the user said of an item. */
import "fake-indexeddb/auto"
import { beforeEach, expect, test, vi } from "vitest"
import { utf8 } from "../../../src/core/bytes.ts"
import { readBack, storeBytes } from "../../../src/vault/blobs.ts"
import { artifactsOf, correctionsOf } from "../../../src/vault/read.ts"
import { openRestore } from "../../../src/vault/read-restores.ts"
import { remarksOf } from "../../../src/vault/read-remarks.ts"
import { dropOrphanBytes } from "../../../src/vault/write-deletions.ts"
import { keepCorrection } from "../../../src/vault/write-corrections.ts"
import { keepRemark } from "../../../src/vault/write-remarks.ts"
import { resetScene } from "../background/browser.ts"
import { at, chainFaults, custodyOf } from "../vault/rows.ts"
import { capture, exportZip, faultsOf, installation, saved, takeIn, verified } from "./world.ts"

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

beforeEach(resetScene)

const whole = async ({ vault }: Awaited<ReturnType<typeof installation>>) => ({
  captures: await vault.captures.toArray(),
  files: await vault.artifacts.toArray(),
  custody: await custodyOf(vault),
  remarks: await vault.remarks.toArray(),
})

test("the same bundle twice: told, and nothing is written", async () => {
  const [here, there] = [await installation(), await installation()]
  await capture(here)
  const zip = await exportZip(here)
  await takeIn(there, zip)
  const before = await whole(there)
  const { plan, written } = await takeIn(there, zip)
  expect({ what: plan.map(({ what }) => what), written }).toEqual({ what: ["same"], written: [] })
  expect(await whole(there)).toEqual(before)
})

test("one's own bundle comes back: told, and nothing is written", async () => {
  const here = await installation()
  await capture(here)
  const zip = await exportZip(here)
  const { plan } = await takeIn(here, zip)
  expect(plan.map(({ what }) => what)).toEqual(["same"])
})

test("another record under the id of one that is here: both are kept, and both go into a bundle that holds", async () => {
  const [here, there] = [await installation(), await installation()]
  const id = crypto.randomUUID()
  const own = await capture(there, id, "what is here")
  await capture(here, id, "what comes")
  const { plan, written } = await takeIn(there, await exportZip(here))
  expect(plan.map(({ what }) => what)).toEqual(["conflict"])
  expect(written).toEqual([{ from: "e001", item: 2 }])
  expect(await there.vault.captures.get(id)).toEqual(own)
  const zip = await exportZip(there)
  expect(faultsOf(await verified(zip))).toEqual([])
  // And a third one tells the two apart.
  const third = await installation()
  expect((await takeIn(third, zip)).written).toHaveLength(2)
  expect(faultsOf(await verified(await exportZip(third)))).toEqual([])
})

test("what the user said of an item comes along, every version of it", async () => {
  const [here, there] = [await installation(), await installation()]
  const { id } = await capture(here)
  for (const [index, value] of ["一", "二", "三"].entries()) {
    // Their ids are in no order: that of their lines counts.
    await keepCorrection(here.vault, `c${String(3 - index)}`, id, {
      ...{ field: "authorName", value, source: "user", at },
    })
  }
  const { id: note } = await keepRemark(here.vault, {
    ...{
      of: id,
      id: null,
      newId: crypto.randomUUID(),
      at,
      said: { kind: "note", content: { text: "first" } },
    },
  })
  await keepRemark(here.vault, {
    ...{ of: id, id: note, newId: "", at, said: { kind: "note", content: { text: "second" } } },
  })
  await takeIn(there, await exportZip(here))
  expect((await correctionsOf(there.vault, id)).map(({ value }) => value)).toEqual(["一", "二", "三"])
  expect(await remarksOf(there.vault, id)).toEqual(await remarksOf(here.vault, id))
  expect(faultsOf(await verified(await exportZip(there)))).toEqual([])
})

test("the answer to a complaint comes along as the file that it was, and goes on to the next", async () => {
  const [here, there] = [await installation(), await installation()]
  const { id } = await capture(here)
  const answer = utf8("%PDF-1.4 declined")
  const sha256 = await storeBytes(here.vault, answer, "application/octet-stream", at)
  const files = [{ name: "answer.pdf", form: "pdf", bytes: answer.length, sha256 } as const]
  const content = { platform: "微博", channel: "platform", sentAt: at, number: null } as const
  await keepRemark(here.vault, {
    ...{ of: id, id: null, newId: crypto.randomUUID(), at },
    said: {
      kind: "complaint",
      content: { ...content, result: "declined", repliedAt: at, said: null, files },
    },
  })
  expect(await takeIn(there, await exportZip(here))).toMatchObject({ failed: [] })
  expect(await remarksOf(there.vault, id)).toEqual(await remarksOf(here.vault, id))
  expect(await readBack(there.vault, sha256)).toEqual(answer)
  const zip = await exportZip(there)
  expect(faultsOf(await verified(zip))).toEqual([])
  expect((await takeIn(await installation(), zip)).written).toHaveLength(1)
})

test("killed in the middle: what is there is whole, it is told, and the same bundle goes on", async () => {
  const [here, there] = [await installation(), await installation()]
  for (let n = 0; n < 3; n += 1) await capture(here)
  const zip = await exportZip(here)
  const kill = new AbortController()
  const { written } = await takeIn(there, zip, {
    signal: kill.signal,
    onItem: () => {
      kill.abort()
    },
  })
  expect(written).toHaveLength(1)
  expect(await openRestore(there.vault)).toMatchObject({ total: 3, done: 1 })
  // At the next start what no row names goes, and nothing of what was written.
  await dropOrphanBytes(there.vault, "9999")
  const again = await takeIn(there, zip)
  expect(again.plan.map(({ what }) => what)).toEqual(["same", "new", "new"])
  expect(again.written.map(({ from, item }) => [from, item])).toEqual([
    ["e002", 2],
    ["e003", 3],
  ])
  expect(await openRestore(there.vault)).toBeNull()
  expect(await chainFaults(there.vault)).toEqual([])
  expect(faultsOf(await verified(await exportZip(there)))).toEqual([])
})

test("cut off while an item is written: nothing of it is there", async () => {
  const [here, there] = [await installation(), await installation()]
  const { id } = await capture(here)
  const zip = await exportZip(here)
  // As a disk that is full refuses the last row of the transaction.
  const refuse = () => {
    throw Object.assign(new Error("Failed to write blobs (IOError)"), { name: "DataError" })
  }
  there.vault.restores.hook("updating", refuse)
  await expect(takeIn(there, zip)).rejects.toMatchObject({ code: "vault/full" })
  there.vault.restores.hook("updating").unsubscribe(refuse)
  expect(await there.vault.captures.count()).toBe(0)
  expect(await artifactsOf(there.vault, id)).toEqual([])
  expect((await custodyOf(there.vault)).map(({ event }) => event)).not.toContain("capture.received")
  expect((await takeIn(there, zip)).written).toHaveLength(1)
})

test.each([
  ["a file of an item", "text.txt"],
  ["its record", "capture.json"],
  ["the log", "custody.jsonl"],
])("a bundle in which %s was changed is refused, and nothing is written", async (_what, name) => {
  const [here, there] = [await installation(), await installation()]
  await capture(here)
  const bytes = new Uint8Array(await (await exportZip(here)).arrayBuffer())
  const start = Buffer.from(bytes).indexOf(name) + name.length + 20
  bytes[start] = (bytes[start] ?? 0) ^ 1
  const before = await whole(there)
  await expect(takeIn(there, new Blob([bytes]))).rejects.toMatchObject({ code: "restore/refused" })
  expect(await whole(there)).toEqual(before)
})
