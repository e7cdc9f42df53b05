import "fake-indexeddb/auto"
import { beforeEach, describe, expect, test, vi } from "vitest"
import { startExport } from "../../../src/background/export.ts"
import { type Ports } from "../../../src/background/ports.ts"
import { addRecipient } from "../../../src/background/recipients.ts"
import { EvidenceError } from "../../../src/core/errors.ts"
import { type Sha256 } from "../../../src/core/seal/hash.ts"
import { type BundleMade } from "../../../src/protocol.ts"
import { DEFAULT_CASE } from "../../../src/core/cases.ts"
import { defaultCase } from "../../../src/vault/case-row.ts"
import { exportById } from "../../../src/vault/read.ts"
import { allCases } from "../../../src/vault/read-cases.ts"
import { makeCase, moveToCase } from "../../../src/vault/write-cases.ts"
import { type ExportRow } from "../../../src/vault/schema.ts"
import { beginCapture, beginExport, setTrashed } from "../../../src/vault/write.ts"
import { eventually } from "../eventually.ts"
import { chainFaults, custodyOf, draftOf, exportDraft, later, record, sealedCapture } from "../vault/rows.ts"
import { resetScene } from "./browser.ts"
import { exampleTyped } from "../papers/example-notice.ts"
import { portsWith } from "./ports.ts"

vi.mock("webextension-polyfill", async () => ({ default: (await import("./browser.ts")).fakeBrowser }))

beforeEach(resetScene)

const made: BundleMade = {
  fileName: "holdfast-x.zip",
  bytes: 7,
  zip: record,
  encrypted: null,
  leftOut: 1,
  without: ["c"],
  next: [],
  reportMade: null,
  listMade: null,
  routeMade: null,
  stamps: [],
  anchor: null,
  plan: null,
}

async function withCaptures(makeBundle = () => Promise.resolve(made)): Promise<Ports> {
  const ports = portsWith({ makeBundle })
  for (const id of ["a", "b", "c"]) await sealedCapture(ports.vault, id)
  await setTrashed(ports.vault, "b", later, true)
  await beginCapture(ports.vault, draftOf("d"), [], [])
  return ports
}

async function ended(ports: Ports, id: string): Promise<ExportRow> {
  return eventually(async () => {
    const row = await exportById(ports.vault, id)
    if (row === undefined || row.state === "running") throw new Error("still running")
    return row
  })
}

test.each([
  ["an empty list means all that is sealed, without trash and without what runs", [], ["a", "c"]],
  ["a list means what it names", ["c"], ["c"]],
  ["in the order of the items, not of the list", ["c", "a"], ["a", "c"]],
  ["what is in the trash, runs, or does not exist is not taken", ["a", "b", "d", "no-such"], ["a"]],
])("%s", async (_name, chosen, taken) => {
  const ports = await withCaptures()
  const { exportId } = await startExport(ports, chosen)
  expect((await ended(ports, exportId)).captures).toEqual(taken)
  const started = (await custodyOf(ports.vault)).find(({ event }) => event === "export.started")
  expect(started).toMatchObject({ export: exportId, captures: taken })
})

describe("nothing is exported", () => {
  test.each([
    ["of an empty vault", () => Promise.resolve(portsWith()), []],
    ["when only trash was chosen", withCaptures, ["b"]],
    ["when only a running capture was chosen", withCaptures, ["d"]],
    ["when only what does not exist was chosen", withCaptures, ["no-such"]],
  ])("%s, and custody says nothing", async (_name, prepare, chosen) => {
    const ports = await prepare()
    await expect(startExport(ports, chosen)).rejects.toMatchObject({ code: "export/nothing" })
    expect(await ports.vault.exports.count()).toBe(0)
    expect((await custodyOf(ports.vault)).filter(({ event }) => String(event).startsWith("export"))).toEqual(
      [],
    )
  })

  test("while another export of this run is at work", async () => {
    const ports = await withCaptures(() => new Promise(() => undefined))
    await startExport(ports, [])
    await expect(startExport(ports, [])).rejects.toMatchObject({ code: "export/busy" })
    expect(await ports.vault.exports.count()).toBe(1)
  })
})

test("an export that a killed run left open keeps no other from being made", async () => {
  const ports = await withCaptures()
  await beginExport(ports.vault, exportDraft("old", { run: "killed" }))
  const { exportId } = await startExport(ports, [])
  expect((await ended(ports, exportId)).state).toBe("done")
})

test("a finished export says what was made, and custody has the fingerprint of the ZIP", async () => {
  const ports = await withCaptures()
  const { stamps, anchor, plan, ...facts } = made
  const { exportId } = await startExport(ports, [])
  expect([stamps, anchor, plan]).toEqual([[], null, null])
  expect(await ended(ports, exportId)).toMatchObject({ ...facts, state: "done", code: null, run: ports.run })
  expect((await custodyOf(ports.vault)).at(-1)).toMatchObject({
    event: "exported",
    export: exportId,
    zip: record,
  })
  expect(await chainFaults(ports.vault)).toEqual([])
})

test.each([true, false])(
  "whether the user's own words go along is kept with the export: %s",
  async withNotes => {
    const ports = await withCaptures()
    const { exportId } = await startExport(ports, [], { withNotes })
    expect((await ended(ports, exportId)).withNotes).toBe(withNotes)
  },
)

test("what was typed for the papers reaches the packer, and neither the vault nor custody", async () => {
  const asked: unknown[] = []
  const ports = portsWith({
    makeBundle: input => {
      asked.push(input)
      return Promise.resolve({
        ...made,
        draftsMade: [{ name: "notice", files: 1, outcome: "made", code: null }],
      })
    },
  })
  await sealedCapture(ports.vault, "a")
  const papers = ["list", "notice"] as const
  const { exportId } = await startExport(ports, [], { report: "zh-CN", papers, typed: exampleTyped })
  const row = await ended(ports, exportId)
  expect(asked).toEqual([{ exportId, encryption: null, typed: exampleTyped }])
  expect(row).toMatchObject({ papers, draftsMade: [{ name: "notice", files: 1 }] })
  const everything = await Promise.all(ports.vault.tables.map(table => table.toArray()))
  expect(JSON.stringify(everything)).not.toMatch(/李小明|110101|他偷了/)
})

describe("an encrypted export", () => {
  const key = "age194g772utkwhq5vh0mc3j9n0dzq0l44jv834fhwhd5wrp3ald4vwsly5yew"
  const passphrase = "correct horse battery staple"
  const sealed = "d".repeat(64) as Sha256
  const sealedBundle = { ...made, fileName: "holdfast-x.zip.age", encrypted: sealed }

  test("with a passphrase reaches the packer with it, and the vault without it", async () => {
    const asked: unknown[] = []
    const ports = portsWith({
      makeBundle: input => {
        asked.push(input)
        return Promise.resolve(sealedBundle)
      },
    })
    await sealedCapture(ports.vault, "a")
    const encryption = { by: "passphrase", passphrase } as const
    const { exportId } = await startExport(ports, [], { encryption })
    const row = await ended(ports, exportId)
    expect(asked).toEqual([{ exportId, encryption }])
    expect(row).toMatchObject({
      state: "done",
      fileName: "holdfast-x.zip.age",
      zip: record,
      encrypted: sealed,
      encryption: { by: "passphrase", to: [] },
    })
    expect((await custodyOf(ports.vault)).at(-1)).toMatchObject({
      event: "exported",
      export: exportId,
      zip: record,
      form: "age-passphrase",
      file: sealed,
    })
    const everything = await Promise.all(ports.vault.tables.map(table => table.toArray()))
    expect(JSON.stringify(everything)).not.toContain(passphrase)
  })

  test("to a key says in the row whose, and in custody only how", async () => {
    const ports = await withCaptures(() => Promise.resolve(sealedBundle))
    const id = await addRecipient(ports.vault, { label: "王律师", key })
    const { exportId } = await startExport(ports, [], {
      encryption: { by: "recipients", recipientIds: [id] },
    })
    expect((await ended(ports, exportId)).encryption).toEqual({ by: "recipients", to: ["王律师"] })
    const line = JSON.stringify((await custodyOf(ports.vault)).at(-1))
    expect(line).toContain("age-recipients")
    expect(line).not.toMatch(/王律师|age1/)
  })

  test.each([
    ["everything of one case, and that case knows the key", [], [DEFAULT_CASE]],
    ["what is in two cases, and neither does", ["c"], []],
  ] as const)("to a key: %s", async (_what, moved, expected) => {
    const ports = await withCaptures(() => Promise.resolve(sealedBundle))
    const id = await addRecipient(ports.vault, { label: "王律师", key })
    const { id: other } = await makeCase(ports.vault, { id: "other", name: "Other", created: later })
    await moveToCase(ports.vault, moved, other)
    const recipientIds = [id]
    await (
      await startExport(ports, [], { encryption: { by: "recipients", recipientIds } })
    ).ended
    const known = (await allCases(ports.vault)).filter(({ recipients }) => recipients !== undefined)
    expect(known.map(row => [row.id, row.recipients])).toEqual(expected.map(name => [name, [id]]))
  })

  test("with a passphrase, no case knows of it", async () => {
    const ports = await withCaptures(() => Promise.resolve(sealedBundle))
    const { ended: over } = await startExport(ports, [], { encryption: { by: "passphrase", passphrase } })
    await over
    expect(await allCases(ports.vault)).toEqual([defaultCase])
  })

  test.each([
    ["a passphrase that is too short", { by: "passphrase", passphrase: "short" }, "export/passphrase"],
    ["a key that was removed", { by: "recipients", recipientIds: ["gone"] }, "export/no-recipient"],
    ["no key at all", { by: "recipients", recipientIds: [] }, "export/no-recipient"],
  ] as const)("with %s is not begun", async (_what, encryption, code) => {
    const ports = await withCaptures()
    await expect(startExport(ports, [], { encryption })).rejects.toMatchObject({ code })
    expect(await ports.vault.exports.count()).toBe(0)
  })

  test("that cannot be encrypted hands out nothing, and says so", async () => {
    const refused = () => Promise.reject(new EvidenceError("export/encrypt-failed", "x"))
    const ports = await withCaptures(refused)
    const { exportId } = await startExport(ports, [], { encryption: { by: "passphrase", passphrase } })
    expect(await ended(ports, exportId)).toMatchObject({
      state: "failed",
      code: "export/encrypt-failed",
      zip: null,
    })
    expect((await custodyOf(ports.vault)).at(-1)).toMatchObject({ event: "export.failed" })
  })
})

test("the line that an export began is there before the bundle is made", async () => {
  const seen: unknown[] = []
  const ports: Ports = await withCaptures(async () => {
    const row = await ports.vault.exports.toCollection().first()
    const line = (await custodyOf(ports.vault)).at(-1)
    seen.push(line?.event, line?.seq === row?.custodySeq)
    return made
  })
  await ended(ports, (await startExport(ports, [])).exportId)
  expect(seen).toEqual(["export.started", true])
})

test.each([
  ["an error of ours", new EvidenceError("vault/damaged", "no item could be read whole"), "vault/damaged"],
  ["any other error", new TypeError("x"), "internal"],
])("a bundle that fails by %s is a failed export, in its row and in custody", async (_name, thrown, code) => {
  const ports = await withCaptures(() => Promise.reject(thrown))
  const { exportId } = await startExport(ports, [])
  expect(await ended(ports, exportId)).toMatchObject({ state: "failed", code, zip: null })
  expect((await custodyOf(ports.vault)).at(-1)).toMatchObject({ event: "export.failed", export: exportId })
  const again = await startExport(ports, [])
  expect((await ended(ports, again.exportId)).state).toBe("failed")
})

test("a double click makes one export", async () => {
  const ports = portsWith({ makeBundle: () => new Promise(() => undefined) })
  await sealedCapture(ports.vault, "a")
  const both = await Promise.allSettled([startExport(ports, []), startExport(ports, [])])
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"])
})

test("digits of what was handed out are on record, though a stamp over it cannot be put down", async () => {
  const gone = { token: "f".repeat(64) as Sha256, time: later, signer: "TSA", httpDate: null }
  const stamps = [{ authority: "tsa.example", digest: record, query: "AAAA", got: gone, code: null }]
  const ports = await withCaptures(() => Promise.resolve({ ...made, stamps }))
  const { exportId, ended: over } = await startExport(ports, [])
  await over
  expect(await exportById(ports.vault, exportId)).toMatchObject({ state: "done", zip: record, code: null })
  expect((await exportById(ports.vault, exportId))?.cause).toBeDefined()
  expect((await custodyOf(ports.vault)).at(-1)).toMatchObject({ event: "exported", zip: record })
  expect(await chainFaults(ports.vault)).toEqual([])
})

test("an end that cannot be written down is handed to whoever reports it", async () => {
  const ports = portsWith({ makeBundle: () => Promise.reject(new Error("x")) })
  await sealedCapture(ports.vault, "a")
  ports.vault.exports.hook("updating", () => {
    throw new Error("disk")
  })
  const { ended } = await startExport(ports, [])
  await expect(ended).rejects.toMatchObject({ code: "vault/failed" })
})
