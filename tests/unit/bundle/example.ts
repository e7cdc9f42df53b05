/**
 * An example of what the vault hands to the bundle writer. Hashes come from
 * node:crypto and node:zlib, so that they do not depend on the code under test.
 */
import { createHash } from "node:crypto"
import zlib from "node:zlib"
import type { BothWords } from "../../../src/core/bundle/readme-parts.ts"
import type { BundleSnapshot, ItemSnapshot, Sign, StoredFile } from "../../../src/core/bundle/snapshot.ts"
import { type Bytes, fromBase64, utf8 } from "../../../src/core/bytes.ts"
import { type CustodyEvent, type CustodyLine, nextLine } from "../../../src/core/custody.ts"
import type { CaptureRecord, Source, StepName } from "../../../src/core/evidence.ts"
import type { Sha256, Sm3 } from "../../../src/core/seal/hash.ts"
import { en } from "../../../src/i18n/papers/en.ts"
import { zhCN } from "../../../src/i18n/papers/zh-CN.ts"

export const exampleWords: BothWords = { zh: zhCN, en }

/** The P-256 public key of RFC 6979, appendix A.2.5, as SubjectPublicKeyInfo. */
export const exampleKey = fromBase64(
  "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEYP7UuiVanTHJYet0xjVtaMBJuJI7Yfps5mliLmDyn7Z5A/4QCLi8maQa6elWKLxk8vGyDC1+n1F3o8KU1EYimQ==",
)

/** Not a signature; the same 64 bytes for whatever is signed. */
export const fakeSign: Sign = () => Promise.resolve(Uint8Array.from({ length: 64 }, (_, index) => index + 1))

/** A picture of one dark pixel. */
export const pixel = fromBase64(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4AWPQ0NAAAAD0AHmxaVdCAAAAAElFTkSuQmCC",
)

export const sha256Of = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex") as Sha256
export const sm3Of = (bytes: Uint8Array) => createHash("sm3").update(bytes).digest("hex") as Sm3

export function storedFile(path: string, content: string | Bytes): StoredFile {
  const bytes = typeof content === "string" ? utf8(content) : content
  return {
    path,
    sha256: sha256Of(bytes),
    sm3: sm3Of(bytes),
    crc32: zlib.crc32(bytes),
    bytes: bytes.length,
    blob: new Blob([bytes]),
  }
}

/** Written out, so that a new step does not change the example's bytes. Nothing was stitched. */
const exampleSteps: readonly StepName[] = [
  "preflight",
  "as-seen",
  "page-facts",
  "dom-before",
  "source",
  "scroll-frames",
  "restore",
  "dom-after",
  "text",
  "verify",
  "seal",
]

/** An item of the given files, with a record that fits them; `facts` overrides fields of the record. */
export function exampleItem(
  item: string,
  contents: Readonly<Record<string, string | Bytes>>,
  facts: Partial<CaptureRecord> = {},
): ItemSnapshot {
  const artifacts = Object.entries(contents).map(([path, content]) => storedFile(path, content))
  const startedAt = facts.startedAt ?? "2026-11-22T15:20:00.250Z"
  const record: CaptureRecord = {
    schema: 1,
    id: `00000000-0000-4000-8000-000000000${item.slice(1)}`,
    item,
    url: "https://example.cn/post/1",
    canonicalUrl: null,
    title: "示例帖子",
    referrer: null,
    startedAt,
    endedAt: startedAt,
    timeZone: "Asia/Shanghai",
    clock: {
      startedWall: startedAt,
      endedWall: startedAt,
      monotonicMs: 1_900,
      wallMinusMonotonicMs: 0,
      localTime: "2026-11-22 23:20:00",
      utcOffsetMinutes: 480,
      httpDate: null,
    },
    environment: {
      browser: "Chromium",
      version: "156.0.0.0",
      os: "linux",
      extension: "0.1.0",
      build: "b".repeat(64),
      locale: "zh-CN",
      viewport: { width: 1280, height: 800 },
      screen: null,
      zoom: 1,
      dpr: 1,
      privateWindow: false,
      automation: { value: "no", basis: "navigator.webdriver" },
      userAgent: "Mozilla/5.0",
    },
    trigger: "popup",
    access: [],
    redirects: { count: null, chain: null },
    signedIn: "unknown",
    unknown: [],
    nonce: "a".repeat(64),
    previousCapture: null,
    page: null,
    frames: artifacts
      .filter(file => file.path.startsWith("frames/"))
      .map((file, index) => ({
        path: file.path,
        sha256: file.sha256,
        at: startedAt,
        ...{ x: 0, y: 800 * index, width: 1280, height: 800, scrollX: 0, scrollY: 800 * index, dpr: 1 },
        ...{ usedWidth: 1280, usedHeight: 800, pass: 0 },
      })),
    pages: [],
    files: artifacts.map(({ path, sha256, sm3, bytes }) => ({
      ...{ path, sha256, sm3, bytes, at: startedAt },
      mediaType: path.endsWith(".png") ? "image/png" : "text/plain",
      source: sourceOf(path),
    })),
    requests: [],
    redacted: [],
    steps: exampleSteps.map(name => ({ name, at: startedAt, ms: 12, outcome: "done", code: null })),
    complete: true,
    gaps: [],
    ...facts,
  }
  const capture = storedFile("capture.json", `${JSON.stringify(record, null, 2)}\n`)
  const log = storedFile(
    "log.jsonl",
    `{"seq":1,"at":"${startedAt}","step":"as-seen","what":"taken","detail":{}}\n`,
  )
  return {
    record,
    recordSha256: capture.sha256,
    files: [capture, log, ...artifacts],
    stamps: [],
    proofs: [],
    readings: [],
    corrections: [],
    annotations: [],
    copies: [],
    counters: [],
  }
}

const sourceOf = (path: string): Source => {
  if (path.startsWith("frames/")) return "screen"
  return path === "source.html" ? "re-requested" : "dom"
}

/** Two items of one site: a whole one, and one with gaps. */
export const exampleItems = (): ItemSnapshot[] => [
  exampleItem("e001", {
    "frames/0000.png": pixel,
    "dom-before.html": "<!doctype html><title>示例帖子</title>",
    "text.txt": "示例帖子\n正文",
  }),
  exampleItem(
    "e003",
    { "frames/0000.png": pixel, "frames/0001.png": pixel, "source.html": "<!doctype html>" },
    {
      url: "https://example.cn/post/2?page=3",
      title: "第二个帖子",
      complete: false,
      gaps: [
        { what: "folded", reason: "not-unfolded", count: 3, where: null },
        { what: "frames", reason: "stopped", count: null, where: "y 1600" },
      ],
    },
  ),
]

const exportedAt = "2026-11-22T15:22:01.900Z"

/** A snapshot of the items, with a log that speaks of them; `facts` overrides fields of the snapshot. */
export function exampleSnapshot(
  items: readonly ItemSnapshot[] = exampleItems(),
  facts: Partial<BundleSnapshot> = {},
): BundleSnapshot {
  const exportId = facts.exportId ?? "7f3a9c00-1111-4222-8333-444444444444"
  return {
    exportId,
    at: exportedAt,
    tool: { name: "Holdfast", version: "0.1.0", commit: "unknown", build: "b".repeat(64) },
    items,
    authorities: [],
    leftOut: [{ item: "e002", reason: "running" }],
    custody: exampleLog(items, exportId, facts.publicKey ?? exampleKey, facts.at ?? exportedAt),
    publicKey: exampleKey,
    keyStamps: [],
    verifyHtml: utf8("<!doctype html><title>verify</title>\n"),
    ...facts,
  }
}

function exampleLog(
  items: readonly ItemSnapshot[],
  exportId: string,
  key: Bytes,
  exported: string,
): CustodyLine[] {
  const at = "2026-11-22T15:20:00.000Z"
  const events: (CustodyEvent & { readonly at?: string })[] = [
    { event: "installed", version: "0.1.0", build: "b".repeat(64) },
    { event: "key.created", key: sha256Of(key) },
    ...items.flatMap(({ record, recordSha256 }): CustodyEvent[] => [
      { event: "capture.started", capture: record.id, item: record.item },
      { event: "capture.sealed", capture: record.id, record: recordSha256 },
    ]),
    ...items.flatMap(keptEvents),
    {
      ...{ at: exported, event: "export.started", export: exportId },
      captures: items.map(({ record }) => record.id),
    },
  ]
  const lines: CustodyLine[] = []
  for (const { at: kept = at, ...event } of events) lines.push(nextLine(lines.at(-1) ?? null, kept, event))
  return lines
}

/** What was added to an item, with a line each, of the time when it was kept. */
function keptEvents(item: ItemSnapshot): (CustodyEvent & { readonly at: string })[] {
  const capture = item.record.id
  const id = (index: number) => String(index + 1)
  return [
    ...[...item.readings, ...item.counters].map(
      ({ at }, index) => ({ at, event: "reading.kept", reading: id(index), capture }) as const,
    ),
    ...item.corrections.map(
      ({ at }, index) => ({ at, event: "correction.kept", correction: id(index), capture }) as const,
    ),
    ...item.annotations.map(
      ({ at }, index) => ({ at, event: "annotation.kept", annotation: id(index), capture }) as const,
    ),
    ...item.copies.map(
      ({ at }, index) => ({ at, event: "redaction.kept", redaction: id(index), capture }) as const,
    ),
    ...item.proofs.map(({ at }, index) => ({ at, event: "imported", import: id(index), capture }) as const),
  ]
}
