/** What was added to an item elsewhere comes back beside it: named first, under lines of its own, once, and with nothing lost. */
import "fake-indexeddb/auto"
import { beforeEach, expect, test, vi } from "vitest"
import { newStamp } from "../../../src/background/stamps.ts"
import { type Sha256 } from "../../../src/core/seal/hash.ts"
import { nothingMore } from "../../../src/core/restore/more.ts"
import { utf8 } from "../../../src/core/bytes.ts"
import { storeBytes } from "../../../src/vault/blobs.ts"
import { backupState } from "../../../src/vault/read-backup.ts"
import { correctionsOf, readingsOf } from "../../../src/vault/read.ts"
import { remarksOf } from "../../../src/vault/read-remarks.ts"
import { type Vault } from "../../../src/vault/schema.ts"
import { setTrashed } from "../../../src/vault/write.ts"
import { keepCorrection } from "../../../src/vault/write-corrections.ts"
import { keepReading } from "../../../src/vault/write-readings.ts"
import { keepRemark } from "../../../src/vault/write-remarks.ts"
import { resetScene } from "../background/browser.ts"
import { custodyOf } from "../vault/rows.ts"
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

const unknown = "0".repeat(64) as Sha256

type Installed = Awaited<ReturnType<typeof installation>>

const moment = (second: number) => `2026-11-27T10:00:${String(second).padStart(2, "0")}.000Z`

const note = (vault: Vault, of: string, text: string, at: string, id: string | null = null) =>
  keepRemark(vault, {
    ...{ of, id, newId: crypto.randomUUID(), at },
    said: { kind: "note", content: { text } },
  })

const correct = (vault: Vault, of: string, value: string, at: string) =>
  keepCorrection(vault, crypto.randomUUID(), of, { field: "authorName", value, source: "user", at })

/** A visitor's view with a file, of the item as it was sealed. */
async function lookAgain(vault: Vault, of: string, at: string, verdict = "cannot-tell"): Promise<void> {
  const row = await vault.captures.get(of)
  const bytes = utf8(`page at ${at}`)
  const sha256 = await storeBytes(vault, bytes, "text/html", at)
  const path = `readings/${at.replaceAll(/[^0-9]/g, "")}-visitor.html`
  const file = { path, sha256, bytes: bytes.length, mediaType: "text/html" }
  const line = {
    ...{ schema: 1, kind: "visitor", of: row?.record, at, files: [file] },
    answers: [{ cookies: "sent", hops: [{ status: 200 }] }],
    visitor: { verdict, reason: "same-text" },
  }
  await keepReading(vault, at, {
    ...{ id: crypto.randomUUID(), of, kind: "visitor", line: `${JSON.stringify(line)}\n` },
    ...{ files: [file], hashes: [sha256] },
    summary: {
      at,
      status: 200,
      visitorStatus: null,
      requests: 1,
      verdict: "cannot-tell",
      reason: "same" as never,
    },
  })
}

/** An item that a helper has as well. */
async function shared(): Promise<{ here: Installed; helper: Installed; id: string }> {
  const [here, helper] = [await installation(), await installation()]
  const { id } = await capture(here)
  await takeIn(helper, await exportZip(here))
  return { here, helper, id }
}

const textsOf = async (vault: Vault, of: string) =>
  (await remarksOf(vault, of)).map(({ versions }) =>
    versions.map(each => (each.kind === "note" ? each.content?.text : each.kind)),
  )

test("notes and corrections of a helper's come back, under lines that a verifier follows, and once", async () => {
  const { here, helper, id } = await shared()
  await note(helper.vault, id, "the same poster elsewhere", moment(1))
  await correct(helper.vault, id, "老张", moment(2))
  const zip = await exportZip(helper)
  const { plan, added } = await takeIn(here, zip)
  expect(plan).toMatchObject([
    { what: "more", more: { missing: { ...nothingMore, remarks: 1, corrections: 1 }, differing: 0 } },
  ])
  expect(added).toEqual([{ item: 1, count: 2 }])
  expect(await textsOf(here.vault, id)).toEqual([["the same poster elsewhere"]])
  expect((await correctionsOf(here.vault, id)).map(({ value }) => value)).toEqual(["老张"])
  const lines = (await custodyOf(here.vault)).filter(({ event }) => event === "addition.received")
  expect(lines).toMatchObject([{ capture: id, what: "corrections", kept: moment(2) }])
  const again = await exportZip(here)
  expect(faultsOf(await verified(again))).toEqual([])
  expect((await takeIn(here, zip)).plan).toMatchObject([{ what: "same", more: { missing: nothingMore } }])
  // And on to whoever has it already: the helper has nothing to add, and a third one gets all.
  expect((await takeIn(helper, again)).plan.map(({ what }) => what)).toEqual(["same"])
  const third = await installation()
  await takeIn(third, again)
  expect(await textsOf(third.vault, id)).toEqual([["the same poster elsewhere"]])
  expect(faultsOf(await verified(await exportZip(third)))).toEqual([])
})

test("an addition that no line tells of, or a line without what it tells of, is a fault to the verifier", async () => {
  const { here, helper, id } = await shared()
  await correct(helper.vault, id, "老张", moment(2))
  await takeIn(here, await exportZip(helper))
  await here.vault.corrections.clear()
  expect(faultsOf(await verified(await exportZip(here)))).toContain("history: history/not-kept")
})

test("what was read again since an older vault was left comes out of the newer backup", async () => {
  const { here, helper, id } = await shared()
  await lookAgain(helper.vault, id, moment(3))
  const { plan, failed } = await takeIn(here, await exportZip(helper))
  expect({ what: plan.map(({ what }) => what), failed }).toEqual({ what: ["more"], failed: [] })
  expect(await readingsOf(here.vault, id)).toHaveLength(1)
  expect(faultsOf(await verified(await exportZip(here)))).toEqual([])
})

test("a reading that would take the name of one that is here is left out, and named", async () => {
  const { here, helper, id } = await shared()
  await lookAgain(helper.vault, id, moment(3))
  await lookAgain(here.vault, id, moment(3), "public")
  const { plan } = await takeIn(here, await exportZip(helper))
  expect(plan).toMatchObject([
    { what: "same", more: { missing: nothingMore, notTaken: [expect.stringMatching(/^readings\//)] } },
  ])
})

test("two texts under one id and version are both kept, and told", async () => {
  const [here, helper] = [await installation(), await installation()]
  const { id } = await capture(here)
  const { id: said } = await note(here.vault, id, "first", moment(1))
  await takeIn(helper, await exportZip(here))
  await note(here.vault, id, "mine", moment(2), said)
  await note(helper.vault, id, "theirs", moment(3), said)
  const zip = await exportZip(helper)
  const { plan } = await takeIn(here, zip)
  expect(plan).toMatchObject([{ what: "more", more: { differing: 1 } }])
  expect((await textsOf(here.vault, id)).sort()).toEqual([
    ["first", "mine"],
    ["first", "theirs"],
  ])
  expect((await takeIn(here, zip)).plan.map(({ what }) => what)).toEqual(["same"])
  expect(faultsOf(await verified(await exportZip(here)))).toEqual([])
})

test("labels of both are put together, for an item has them once", async () => {
  const { here, helper, id } = await shared()
  for (const [{ vault }, tag] of [
    [here, "甲"],
    [helper, "乙"],
  ] as const)
    await keepRemark(vault, {
      ...{ of: id, id: null, newId: crypto.randomUUID(), at: moment(1) },
      said: { kind: "labels", content: { tags: [tag], wrongs: [] } },
    })
  await takeIn(here, await exportZip(helper))
  const [labels, ...others] = await remarksOf(here.vault, id)
  expect(others).toEqual([])
  expect(labels?.versions.at(-1)).toMatchObject({ version: 2, content: { tags: ["甲", "乙"] } })
})

test("what was said of a case comes too, though none of its items is new", async () => {
  const { here, helper } = await shared()
  await note(helper.vault, "default", "of the case", moment(1))
  const { plan, cases } = await takeIn(here, await exportZip(helper))
  expect(plan.map(({ what }) => what)).toEqual(["same"])
  expect(cases).toMatchObject([{ caseId: "default", missing: 1 }])
  expect(await textsOf(here.vault, "default")).toEqual([["of the case"]])
})

test("into the trash nothing is put", async () => {
  const { here, helper, id } = await shared()
  await note(helper.vault, id, "more", moment(1))
  await setTrashed(here.vault, id, moment(2), true)
  expect((await takeIn(here, await exportZip(helper))).plan.map(({ what }) => what)).toEqual(["same"])
  expect(await remarksOf(here.vault, id)).toEqual([])
})

test("a backup of before says what it lacks, and one is due again", async () => {
  const here = await installation()
  const { id } = await capture(here)
  const zip = await exportZip(here)
  expect((await backupState(here.vault)).without).toEqual([])
  await correct(here.vault, id, "老张", new Date().toISOString())
  expect((await takeIn(here, zip)).plan).toMatchObject([
    { what: "same", more: { beyond: { corrections: 1 } } },
  ])
  expect((await backupState(here.vault)).without).toEqual([id])
  // A stamp that is on its way is nobody's yet; one that has come is not in that backup.
  const asked = newStamp({ kind: "capture", of: id, digest: unknown }, "tsa.example", moment(1))
  await here.vault.stamps.add(asked)
  expect((await takeIn(here, zip)).plan).toMatchObject([{ more: { beyond: { stamps: 0 } } }])
  const reply = utf8("reply")
  await here.vault.stamps.update(asked.id, { state: "received", reply, time: moment(2) })
  expect((await takeIn(here, zip)).plan).toMatchObject([{ more: { beyond: { stamps: 1 } } }])
  await here.vault.stamps.delete(asked.id)
  await exportZip(here)
  expect((await backupState(here.vault)).without).toEqual([])
  await note(here.vault, id, "later", new Date(Date.now() + 1000).toISOString())
  expect((await backupState(here.vault)).without).toEqual([id])
})

test("an item that is not here takes nothing", async () => {
  const { here, id } = await shared()
  const wish = { zip: unknown, bundle: crypto.randomUUID(), captureId: id, record: unknown, files: [] }
  await expect(here.ask("restoreMore", wish)).rejects.toMatchObject({ code: "input/malformed" })
})
