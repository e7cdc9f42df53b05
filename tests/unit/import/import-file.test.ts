/** A file from elsewhere, from its bytes to the sealed item and back out of it. */
import "fake-indexeddb/auto"
import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { beforeEach, expect, test, vi } from "vitest"
import { importFile } from "../../../src/background/import-file.ts"
import { keepMissingEntries } from "../../../src/background/keep-entries.ts"
import { type Ports } from "../../../src/background/ports.ts"
import { recover } from "../../../src/background/recover.ts"
import { EvidenceError } from "../../../src/core/errors.ts"
import { nothingStated } from "../../../src/core/imported.ts"
import { parseCaptureRecord } from "../../../src/core/record.ts"
import { type Sha256 } from "../../../src/core/seal/hash.ts"
import { readBack, storeBytes } from "../../../src/vault/blobs.ts"
import { artifactsOf, captureById, custodyUpTo } from "../../../src/vault/read.ts"
import { resetScene } from "../background/browser.ts"
import { portsWith, unheard } from "../background/ports.ts"
import { at, chainFaults } from "../vault/rows.ts"

vi.mock("webextension-polyfill", async () => ({
  default: (await import("../background/browser.ts")).fakeBrowser,
}))

beforeEach(resetScene)

const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/imports/${name}`, import.meta.url)))

const stated = { ...nothingStated, maker: "me", device: "my-phone", way: "made", note: "朋友圈" } as const

async function give(ports: Ports, name: string) {
  const file = await storeBytes(ports.vault, fixture(name), "application/octet-stream", at)
  return importFile(ports, { file, name, lastModified: at, stated })
}

async function recordOf({ vault }: Ports, captureId: string) {
  const row = await captureById(vault, captureId)
  const text = new TextDecoder().decode(await readBack(vault, row!.record!))
  return parseCaptureRecord(JSON.parse(text))
}

const eventsOf = async ({ vault }: Ports) =>
  (await custodyUpTo(vault, 1000)).map(({ text }) => JSON.parse(text) as Record<string, unknown>)

test("it becomes an item with its own number, its bytes as they came, and what is said of it kept apart", async () => {
  const ports = portsWith()
  const { captureId, item } = await give(ports, "phone.jpg")
  expect(item).toBe(1)
  const record = await recordOf(ports, captureId)
  expect(record).toMatchObject({
    ...{ item: "e001", trigger: "import", url: "", title: "phone.jpg", page: null, frames: [], pages: [] },
    complete: false,
    gaps: [{ what: "origin", reason: "not-seen" }],
    imported: {
      ...{ file: "import/original.jpg", givenName: "phone.jpg", kind: "picture", kindBy: "bytes" },
      ...{ mediaType: "image/jpeg", stated, lastModified: at, unread: null },
    },
  })
  const sha256 = createHash("sha256").update(fixture("phone.jpg")).digest("hex")
  expect(record.files.find(({ path }) => path === "import/original.jpg")).toMatchObject({
    ...{ sha256, source: "imported", bytes: fixture("phone.jpg").length },
  })
  expect(await readBack(ports.vault, sha256 as Sha256)).toEqual(fixture("phone.jpg"))
  expect(await captureById(ports.vault, captureId)).toMatchObject({ state: "sealed", complete: false })
  const events = await eventsOf(ports)
  expect(events).toMatchObject([
    { event: "capture.started", capture: captureId, by: "import" },
    { event: "capture.sealed", capture: captureId },
  ])
  // The log of the whole vault goes into every bundle: neither the file's hash nor its name.
  expect(JSON.stringify(events)).not.toMatch(new RegExp(`${sha256}|phone|朋友圈`))
  expect(await chainFaults(ports.vault)).toEqual([])
})

test("an e-mail's words and subject are found in the library, and so is what the user says of it", async () => {
  const ports = portsWith()
  const { captureId } = await give(ports, "letter.eml")
  const paths = (await artifactsOf(ports.vault, captureId)).map(({ path }) => path)
  expect(paths).toEqual(["capture.json", "import/original.eml", "log.jsonl", "text.txt"])
  await keepMissingEntries(ports.vault, () => false)
  const text = (await ports.vault.texts.get(captureId))?.text
  for (const words of ["letter.eml", "关于那条帖子的回复", "海豚餐厅", "朋友圈"])
    expect(text).toContain(words)
  expect(await ports.vault.entries.get(captureId)).toMatchObject({ imported: "email", complete: false })
})

test("bytes that are not what was stored are never sealed as the file", async () => {
  const ports = portsWith({
    readBack: async ({ captureId }) => ({
      files: (await artifactsOf(ports.vault, captureId)).map(({ path, bytes }) => ({
        ...{ path, bytes, sha256: "0".repeat(64) as Sha256, sm3: null, crc32: null },
      })),
    }),
  })
  const error = await give(ports, "phone.jpg").catch((thrown: unknown) => EvidenceError.from(thrown))
  expect(error).toMatchObject({ code: "vault/damaged" })
  expect((await eventsOf(ports)).map(({ event }) => event)).toEqual(["capture.started"])
})

test("no bytes, no item", async () => {
  const ports = portsWith()
  const file = "a".repeat(64) as Sha256
  const given = { file, name: "a.png", lastModified: null, stated: nothingStated }
  await expect(importFile(ports, given)).rejects.toMatchObject({ code: "vault/missing" })
  expect(await ports.vault.captures.count()).toBe(0)
})

test("one whose background was stopped is closed at the next start, with its file, as interrupted", async () => {
  const ports = portsWith({ readImported: () => new Promise(() => undefined) })
  void give(ports, "phone.jpg")
  await vi.waitFor(async () => {
    expect(await ports.vault.captures.count()).toBe(1)
  })
  const [row] = await ports.vault.captures.toArray()
  const later = portsWith({}, { vault: ports.vault, run: "the next run" })
  expect(await recover(later, unheard)).toEqual([])
  const record = await recordOf(later, row?.id ?? "")
  expect(record).toMatchObject({
    gaps: [{ what: "origin", reason: "not-seen" }],
    imported: { kind: "other", claims: [], unread: "not-understood", mediaType: "image/jpeg" },
  })
  expect(record.files.map(({ path }) => path)).toContain("import/original.jpg")
})

test("a reader that fails costs what it would have told, never the file", async () => {
  const ports = portsWith({ readImported: () => Promise.reject(new EvidenceError("internal", "x")) })
  const record = await recordOf(ports, (await give(ports, "phone.jpg")).captureId)
  expect(record.steps).toContainEqual(expect.objectContaining({ name: "import", outcome: "failed" }))
  expect(record.files.map(({ path }) => path)).toContain("import/original.jpg")
})
