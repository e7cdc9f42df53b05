/**
 * Good bundles, written from bundle.md with node:crypto alone. The product's
 * writer has no part in it: two readings of one specification meet here.
 */
import { type KeyObject, createHash, generateKeyPairSync, sign } from "node:crypto"
import { FORMAT_LIMITS, type Limits } from "../../../src/core/verify/archive.ts"
import { type GivenStamp } from "../../../src/core/verify/beside.ts"
import type { Result } from "../../../src/core/verify/finding.ts"
import type { ByteSource } from "../../../src/core/verify/source.ts"
import { type Bytes } from "../../../src/core/bytes.ts"
import { verifyBundle } from "../../../src/core/verify/verify.ts"
import { nodeHashes } from "../../../src/cli/hashes.ts"
import { keptEvents } from "./kept.ts"
import { type Entry, type ZipShape, zip } from "./zip.ts"

export const folder = "holdfast-20261122T152200Z-7f3a9c"
export const exportId = "7f3a9c00-1111-4222-8333-444444444444"
const at = "2026-11-22T15:20:00.250Z"

export const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest("hex")
export const sm3 = (data: string | Buffer) => createHash("sm3").update(data).digest("hex")

/** Path inside the folder, and bytes. */
export type Files = Map<string, Buffer>
/** capture.json as a person would write it: open to every kind of lie. */
export type Draft = Record<string, unknown>

export interface Key {
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
}
export const newKey = (): Key => generateKeyPairSync("ec", { namedCurve: "prime256v1" })
export const key = newKey()

export interface Making {
  /** Changes of the story itself, before anything is listed or signed. */
  readonly record?: (draft: Draft, item: string) => void
  readonly payload?: (files: Files) => void
  /** The custody log's events; each gets seq, at and prev. */
  readonly events?: (events: Draft[]) => void
  /** The finished log, before it is listed. */
  readonly log?: (text: string) => string
  readonly info?: Readonly<Record<string, string>>
  readonly tags?: (files: Files) => void
  readonly key?: Key
}

/** Every file of a bundle with two items, listed, tagged and signed. */
export function bundleFiles(making: Making = {}): Files {
  const files: Files = new Map()
  const records = ["e001", "e003"].map(item => addItem(files, item, making))
  const items = records.map(({ item, id, hash }) => ({
    ...{ item, id, path: `data/${item}/capture.json`, sha256: hash, numbers: [] },
  }))
  files.set("data/case.json", json({ schema: 1, items, leftOut: [] }))
  making.payload?.(files)
  const signer = making.key ?? key
  const spki = signer.publicKey.export({ type: "spki", format: "der" })
  const events: Draft[] = [
    { event: "installed", version: "0.1.0", build: "b".repeat(64) },
    { event: "key.created", key: sha256(spki) },
    ...records.map(({ id, item, isImport }) => ({
      ...{ event: "capture.started", capture: id, item },
      ...(isImport ? { by: "import" } : {}),
    })),
    ...records.map(({ id, hash }) => ({ event: "capture.sealed", capture: id, record: hash })),
    ...records.flatMap(({ id, item }) => keptEvents(files, item, id)),
    {
      ...{ at: "2026-11-22T15:22:00.000Z", event: "export.started", export: exportId },
      captures: records.map(({ id }) => id),
    },
  ]
  making.events?.(events)
  const log = chain(events)
  files.set("data/custody.jsonl", Buffer.from(making.log?.(log) ?? log))
  files.set("bagit.txt", Buffer.from("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"))
  files.set("00-readme.html", Buffer.from("<!doctype html><title>固证</title>"))
  files.set("verify.html", Buffer.from("<!doctype html><title>verify</title>"))
  files.set("device-key.pub.pem", Buffer.from(signer.publicKey.export({ type: "spki", format: "pem" })))
  relist(files)
  const lines = log.trimEnd().split("\n")
  const info = {
    "Bag-Software-Agent": "Holdfast 0.1.0 (commit unknown)",
    "Bagging-Date": "2026-11-22",
    "External-Identifier": `urn:uuid:${exportId}`,
    "Payload-Oxum": oxum(files),
    "Custody-Head-SHA256": sha256(lines.at(-1) ?? ""),
    "Custody-Entries": String(lines.length),
    "Device-Key-SHA256": sha256(spki),
    "Time-Stamps-Requested": "none",
    "Holdfast-Format": "1",
    ...making.info,
  }
  files.set("bag-info.txt", infoText(info))
  for (const name of ["verify.txt", "verify.zh-cn.txt"]) files.set(name, commandsFor(info))
  making.tags?.(files)
  retag(files)
  resign(files, signer)
  return files
}

/** The commands that have a bundle's own numbers in them, as the format asks for them. */
export const commandsFor = (info: Readonly<Record<string, string>>): Buffer =>
  Buffer.from(
    [
      `grep -x "Custody-Head-SHA256: ${info["Custody-Head-SHA256"] ?? ""}" bag-info.txt`,
      `grep -x "Custody-Entries: ${info["Custody-Entries"] ?? ""}" bag-info.txt`,
      `openssl pkey -pubin -in device-key.pub.pem -outform DER | sha256sum | grep "^${info["Device-Key-SHA256"] ?? ""} "`,
      "",
    ].join("\n"),
  )

export const infoText = (info: Readonly<Record<string, string>>): Buffer =>
  Buffer.from(
    Object.entries(info)
      .filter(([, value]) => value !== "")
      .map(([label, value]) => `${label}: ${value}\n`)
      .join(""),
  )

/** JSON Lines in which every line names the one before. */
export function chain(events: readonly Draft[]): string {
  let prev = "0".repeat(64)
  return events
    .map((event, index) => {
      const line = JSON.stringify({ seq: index + 1, at, ...event, prev })
      prev = sha256(line)
      return `${line}\n`
    })
    .join("")
}

/** The payload manifests, as they should be for these files. */
export function relist(files: Files): void {
  const payload = [...files].filter(([path]) => path.startsWith("data/")).sort(byName)
  files.set("manifest-sha256.txt", listing(payload, sha256))
  files.set("manifest-sm3.txt", listing(payload, sm3))
}

/** The tag manifest, as it should be for these files. */
export function retag(files: Files): void {
  const tags = [...files].filter(([path]) => !/^(data|proofs)\/|^tagmanifest/.test(path)).sort(byName)
  files.set("tagmanifest-sha256.txt", listing(tags, sha256))
}

export function resign(files: Files, { privateKey }: Key): void {
  const signature = sign("sha256", files.get("tagmanifest-sha256.txt") ?? Buffer.alloc(0), privateKey)
  files.set("proofs/tagmanifest-sha256.txt.sig", signature)
}

export function entriesOf(files: Files, base = folder): Entry[] {
  return [...files].sort(byName).map(([path, data]) => ({ name: `${base}/${path}`, data }))
}

export const zipOf = (files: Files, shape: ZipShape = {}): Buffer => zip(entriesOf(files), shape)

export const good = (): Buffer => zipOf(bundleFiles())

export function sourceOf(bytes: Buffer): ByteSource {
  return {
    size: bytes.length,
    read: (offset, length) =>
      offset + length > bytes.length
        ? Promise.reject(new Error("read past the end"))
        : Promise.resolve(new Uint8Array(bytes.subarray(offset, offset + length))),
  }
}

export const check = (
  bytes: Buffer,
  limits: Limits = FORMAT_LIMITS,
  fileName: string | null = null,
  roots: readonly Bytes[] = [],
  beside: readonly GivenStamp[] = [],
) => verifyBundle(sourceOf(bytes), nodeHashes, { fileName, limits, roots, beside })

export const failing = (result: Result): string[] =>
  result.layers.filter(({ outcome }) => outcome === "fail").map(({ layer }) => layer)

export const codes = (result: Result): string[] =>
  result.layers.flatMap(({ detail }) => detail.map(({ code }) => code))

export const json = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 2)}\n`)

const byName = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1)

const listing = (files: readonly [string, Buffer][], hash: (data: Buffer) => string): Buffer =>
  Buffer.from(files.map(([path, data]) => `${hash(data)}  ${path}\n`).join(""))

export function oxum(files: Files): string {
  const payload = [...files].filter(([path]) => path.startsWith("data/"))
  return `${String(payload.reduce((sum, [, data]) => sum + data.length, 0))}.${String(payload.length)}`
}

/** The head of a PNG, which says its size, and some bytes that make it another. */
export function picture(width: number, height: number, words: string): Buffer {
  const head = Buffer.from("89504e470d0a1a0a0000000d4948445200000000000000000806000000", "hex")
  head.writeUInt32BE(width, 16)
  head.writeUInt32BE(height, 20)
  return Buffer.concat([head, Buffer.from(words)])
}

function addItem(files: Files, item: string, making: Making) {
  const contents: [string, Buffer][] = [
    ["frames/0000.png", picture(1280, 800, `${item} as seen`)],
    ["frames/0001.png", picture(1280, 800, `${item} further down`)],
    ["page-1.png", picture(1280, 1600, `${item} stitched`)],
    ["text.txt", Buffer.from(`${item} 原文\n`)],
    ["media/empty.bin", Buffer.alloc(0)],
  ]
  for (const [path, data] of contents) files.set(`data/${item}/${path}`, data)
  const draft = captureJson(item, contents)
  making.record?.(draft, item)
  const record = json(draft)
  files.set(`data/${item}/capture.json`, record)
  return { item, id: String(draft.id), hash: sha256(record), isImport: draft.trigger === "import" }
}

function captureJson(item: string, contents: readonly [string, Buffer][]): Draft {
  const hashOf = (path: string) => sha256(contents.find(([name]) => name === path)?.[1] ?? "")
  const place = { x: 0, y: 0, width: 1280, height: 800, scrollX: 0, scrollY: 0, dpr: 1 }
  const frames = ["frames/0000.png", "frames/0001.png"]
  return {
    schema: 1,
    id: `00000000-0000-4000-8000-000000000${item.slice(1)}`,
    item,
    url: "https://example.cn/post/1",
    canonicalUrl: null,
    title: "示例帖子",
    referrer: null,
    startedAt: at,
    endedAt: at,
    timeZone: "Asia/Shanghai",
    clock: {
      startedWall: at,
      endedWall: at,
      monotonicMs: 1900,
      wallMinusMonotonicMs: 0,
      localTime: "2026-11-22 23:20:00",
      utcOffsetMinutes: 480,
      httpDate: null,
    },
    environment: {
      ...{ browser: "Chromium", version: "156.0", os: "linux", extension: "0.1.0", build: "unknown" },
      ...{ locale: "zh-CN", viewport: { width: 1280, height: 800 }, screen: null, zoom: 1, dpr: 1 },
      ...{ privateWindow: false, userAgent: "Mozilla/5.0" },
      automation: { value: "no", basis: "navigator.webdriver" },
    },
    trigger: "popup",
    access: [],
    redirects: { count: null, chain: null },
    signedIn: "unknown",
    unknown: [],
    nonce: "a".repeat(64),
    previousCapture: null,
    page: null,
    frames: frames.map(path => ({
      ...{ path, sha256: hashOf(path), at, ...place },
      ...{ usedWidth: 1280, usedHeight: 800, pass: 0 },
    })),
    pages: [{ path: "page-1.png", sha256: hashOf("page-1.png"), from: frames, y: 0, height: 1600 }],
    files: contents.map(([path, data]) => ({
      ...{ path, sha256: sha256(data), sm3: sm3(data), bytes: data.length, at },
      ...{ mediaType: "application/octet-stream", source: "screen" },
    })),
    requests: [],
    redacted: [],
    steps: [{ name: "as-seen", at, ms: 12, outcome: "done", code: null }],
    complete: true,
    gaps: [],
    aFieldOfALaterVersion: { anything: true },
  }
}
