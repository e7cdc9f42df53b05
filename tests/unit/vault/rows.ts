/** A vault in memory, and the rows that go into it. */
import { createHash } from "node:crypto"
import { usualOptions } from "../../../src/core/capture-options.ts"
import { type Sha256 } from "../../../src/core/seal/hash.ts"
import { utf8 } from "../../../src/core/bytes.ts"
import { type ArtifactRow, type CaptureRow } from "../../../src/vault/capture-row.ts"
import { type ExportRow, Vault } from "../../../src/vault/schema.ts"
import { storeBytes } from "../../../src/vault/blobs.ts"
import { beginCapture, sealCapture } from "../../../src/vault/write.ts"

export const at = "2026-11-22T15:20:00.250Z"
export const later = "2026-11-22T15:30:00.250Z"
export const record = "c".repeat(64) as Sha256

/** What Node says the SHA-256 of a text is. */
export const sha256Of = (text: string): Sha256 => createHash("sha256").update(text).digest("hex") as Sha256

/** A database that no other test has. */
export const newVault = (): Vault => new Vault(`test-${crypto.randomUUID()}`)

/** A second connection to the same database, as the popup has one beside the background. */
export const secondVault = (vault: Vault): Vault => new Vault(vault.name)

export const draftOf = (
  id: string,
  different: Partial<Omit<CaptureRow, "item">> = {},
): Omit<CaptureRow, "item"> => ({
  id,
  state: "running",
  run: "run-1",
  trigger: "popup",
  startedAt: at,
  startedMonotonicMs: 100,
  endedAt: null,
  url: "https://weibo.com/1/N",
  title: "标题",
  nonce: "0".repeat(64),
  timeZone: "Asia/Shanghai",
  utcOffsetMinutes: 480,
  previousCapture: null,
  environment: {
    browser: "Chromium",
    version: "156",
    os: "linux",
    extension: "Holdfast 0.1.0 (unknown)",
    build: "b".repeat(64),
    locale: "zh-CN",
    viewport: null,
    screen: null,
    zoom: 1,
    dpr: null,
    privateWindow: false,
    automation: { value: "unknown", basis: "the page could not be asked" },
    userAgent: "test",
  },
  page: null,
  httpDate: null,
  requests: [],
  redacted: [],
  pages: [],
  boxes: [],
  options: usualOptions,
  steps: [],
  gaps: [],
  progress: { stage: "as-seen", done: 0, total: null },
  failure: null,
  asSeenSafe: false,
  complete: false,
  interrupted: false,
  record: null,
  trashedAt: null,
  bytes: 0,
  ...different,
})

export const fileOf = (captureId: string, path: string, text: string): ArtifactRow => ({
  captureId,
  path,
  sha256: sha256Of(text),
  bytes: utf8(text).length,
  mediaType: "text/plain",
  source: "dom",
  at,
  place: null,
  sm3: null,
  crc32: null,
})

/** A sealed capture whose one file holds `text`. */
export async function sealedCapture(vault: Vault, id: string, text = id): Promise<void> {
  await storeBytes(vault, utf8(text), "text/plain", at)
  await beginCapture(vault, draftOf(id), [fileOf(id, "text.txt", text)], [])
  await sealCapture(vault, id, {
    at,
    row: { record, complete: true },
    files: [fileOf(id, "text.txt", text)],
    events: [{ event: "capture.sealed", capture: id, record }],
    stamps: [],
  })
}

export const exportDraft = (
  id: string,
  different: Partial<Omit<ExportRow, "custodySeq">> = {},
): Omit<ExportRow, "custodySeq"> => ({
  id,
  run: "run-1",
  at,
  state: "running",
  captures: [],
  done: 0,
  total: 0,
  fileName: null,
  bytes: null,
  zip: null,
  leftOut: 0,
  code: null,
  authorities: [],
  stamped: null,
  encryption: null,
  encrypted: null,
  ...different,
})

/** The custody log, line by line, as an outsider reads it. */
export async function custodyOf(vault: Vault): Promise<Record<string, unknown>[]> {
  const lines = await vault.custody.orderBy("seq").toArray()
  return lines.map(({ text }) => JSON.parse(text) as Record<string, unknown>)
}

/** Where the chain breaks, by node:crypto and the lines' own bytes; empty when it holds. */
export async function chainFaults(vault: Vault): Promise<string[]> {
  const faults: string[] = []
  let prev = "0".repeat(64)
  for (const [index, { seq, text, hash }] of (await vault.custody.orderBy("seq").toArray()).entries()) {
    const line = JSON.parse(text) as Record<string, unknown>
    if (seq !== index + 1 || line.seq !== seq) faults.push(`line ${index + 1} has number ${seq}`)
    if (line.prev !== prev) faults.push(`line ${seq} does not name the one before it`)
    prev = createHash("sha256").update(text).digest("hex")
    if (hash !== prev) faults.push(`line ${seq} is kept under another hash`)
  }
  return faults
}
