/**
 * Opens a ZIP that anyone could have made. Two readers look at it, zip.js in
 * its strict mode and zip-headers.ts, and it is let in where both see the same
 * entries. Nothing is written to disk, no archive inside is opened.
 *
 * The limits count real bytes: zip-headers.ts has shown that each entry's bytes
 * lie where its header says, and contents.ts takes them from there.
 */
import { type FileEntry, type ReadableReader, ZipReader } from "@zip.js/zip.js/lib/zip-core-reader.js"
import { EvidenceError } from "../errors.ts"
import type { Bytes } from "../bytes.ts"
import { isBaseFolder, nameFault, topFolder } from "./entry-names.ts"
import { type Finding, finding } from "./finding.ts"
import type { ByteSource } from "./source.ts"
import { MOST_ITEM_BYTES } from "../item-limit.ts"
import { readZipEnd } from "./zip-end.ts"
import { type RawEntry, readHeaders } from "./zip-headers.ts"

/** bundle.md, "Rules". Tests pass smaller ones. */
export interface Limits {
  readonly entries: number
  readonly itemBytes: number
}

export const FORMAT_LIMITS: Limits = { entries: 200_000, itemBytes: MOST_ITEM_BYTES }

const INFO_LIMIT = 64 * 1024
const STRICT = { strictness: "strict", checkSignature: true, useWebWorkers: false } as const

/** One file as both readers see it. */
export interface ArchiveEntry {
  readonly raw: RawEntry
  readonly listed: FileEntry
}

/** An archive that both readers agree on: paths are inside the base folder, in the order of their bytes in the file. */
export interface Archive {
  readonly folder: string
  readonly entries: ReadonlyMap<string, ArchiveEntry>
}

/** What came of opening: an archive; a bundle of a newer format or no bundle at all; a refused one. */
export type Opened =
  | { readonly kind: "archive"; readonly archive: Archive }
  | { readonly kind: "not-ours"; readonly fault: Finding }
  | { readonly kind: "refused"; readonly fault: Finding }

/** @throws whatever `source.read` throws, where zip.js does not wrap it. */
export async function openArchive(source: ByteSource, limits: Limits): Promise<Opened> {
  const end = await readZipEnd(source, limits.entries)
  if ("fault" in end) return { kind: end.known ? "refused" : "not-ours", fault: end.fault }
  const listed = await listEntries(source)
  if (!Array.isArray(listed)) return { kind: "refused", fault: listed }

  // Whose bundle it is comes first: a newer format may break the rules of this one and still be sound.
  const stranger = await whyNotOurs(listed)
  if (stranger !== null) return { kind: "not-ours", fault: stranger }
  const raw = await readHeaders(source, end)
  if (!Array.isArray(raw)) return { kind: "refused", fault: raw }
  const names = raw.map(entry => entry.name)
  const fault = nameFault(names) ?? disagreement(raw, listed) ?? itemFault(raw, limits.itemBytes)
  if (fault !== null) return { kind: "refused", fault }

  const folder = topFolder(names)
  const entries = new Map<string, ArchiveEntry>()
  for (const [index, entry] of raw.entries()) {
    const same = listed[index]
    if (same !== undefined) entries.set(entry.name.slice(folder.length + 1), { raw: entry, listed: same })
  }
  return { kind: "archive", archive: { folder, entries } }
}

/**
 * One small entry, whole, by zip.js: what was hashed is where our own reader
 * sees it, so a file that is looked into was seen the same by both. Its CRC-32
 * is for the one pass over all files to check.
 * @throws EvidenceError `bundle/limit` above `limit` bytes
 */
export async function readEntry(entry: FileEntry, limit: number): Promise<Bytes> {
  if (entry.uncompressedSize > limit) {
    throw new EvidenceError(
      "bundle/limit",
      `${String(entry.uncompressedSize)} bytes, at most ${String(limit)}`,
    )
  }
  const whole = new Uint8Array(entry.uncompressedSize)
  let at = 0
  const take = (piece: Uint8Array) => {
    if (at + piece.length > whole.length) throw new EvidenceError("bundle/limit", "longer than it says")
    whole.set(piece, at)
    at += piece.length
  }
  await entry.getData(new WritableStream<Uint8Array>({ write: take }), { ...STRICT, checkSignature: false })
  return whole
}

interface RangeReader extends ReadableReader {
  readonly size: number
  readUint8Array(index: number, length: number): Promise<Uint8Array>
  createReadable(range: { readonly offset: number; readonly size: number }): ReadableStream<Uint8Array>
}

/**
 * zip.js reads by ranges whatever can be read so. Its own base class for that
 * would bring its writer into every page that verifies.
 */
const readerOf = (source: ByteSource): RangeReader => ({
  size: source.size,
  readUint8Array: (index, length) => source.read(index, Math.max(0, Math.min(length, source.size - index))),
  createReadable: ({ offset, size }) => piecesOf(source, offset, offset + size),
  // The type asks for it; what has a size is read by ranges alone.
  readable: new ReadableStream(),
})

const PIECE = 1024 * 1024

function piecesOf(source: ByteSource, from: number, end: number): ReadableStream<Uint8Array> {
  let at = from
  return new ReadableStream({
    async pull(controller) {
      const length = Math.min(PIECE, end - at)
      if (length > 0) controller.enqueue(await source.read(at, length))
      at += length
      if (at >= end) controller.close()
    },
  })
}

async function listEntries(source: ByteSource): Promise<FileEntry[] | Finding> {
  try {
    const files: FileEntry[] = []
    for await (const entry of new ZipReader(readerOf(source), STRICT).getEntriesGenerator()) {
      if (entry.directory) return finding("archive/folder-entry", { path: entry.filename })
      files.push(entry)
    }
    return files
  } catch (thrown) {
    return finding("archive/directory", { reason: reasonOf(thrown) })
  }
}

/** Null where the archive holds, or claims to hold, a bag of format 1. */
async function whyNotOurs(entries: readonly FileEntry[]): Promise<Finding | null> {
  const folder = topFolder(entries.map(entry => entry.filename))
  const info = entries.find(entry => entry.filename === `${folder}/bag-info.txt`)
  if (info === undefined) return isBaseFolder(folder) ? null : finding("archive/no-bag", {})
  const format = await declaredFormat(info)
  if (format === null) return isBaseFolder(folder) ? null : finding("archive/no-bag", {})
  return Number(format) > 1 ? finding("archive/newer-format", { format }) : null
}

/** The number after Holdfast-Format, or null. What cannot be read here is named as damaged later on. */
async function declaredFormat(info: FileEntry): Promise<string | null> {
  try {
    const text = new TextDecoder().decode(await readEntry(info, INFO_LIMIT))
    return /^Holdfast-Format: *([0-9]{1,9})$/m.exec(text)?.[1] ?? null
  } catch {
    return null
  }
}

function disagreement(raw: readonly RawEntry[], listed: readonly FileEntry[]): Finding | null {
  if (raw.length !== listed.length) return finding("archive/directory", { reason: "two readers, two counts" })
  for (const [index, ours] of raw.entries()) {
    const theirs = listed[index]
    const same =
      theirs?.filename === ours.name &&
      theirs.offset === ours.headerAt &&
      theirs.uncompressedSize === ours.size &&
      theirs.compressedSize === ours.size &&
      theirs.crc32 === ours.crc32
    if (!same) return finding("archive/header", { path: ours.name })
  }
  return null
}

function itemFault(raw: readonly RawEntry[], limit: number): Finding | null {
  const bytes = new Map<string, number>()
  for (const { name, size } of raw) {
    const item = /^[^/]+\/data\/([^/]+)\//.exec(name)?.[1]
    if (item === undefined) continue
    const total = (bytes.get(item) ?? 0) + size
    if (total > limit) return finding("archive/item-too-large", { item, limit })
    bytes.set(item, total)
  }
  return null
}

export function reasonOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown)
  const reason: unknown = Reflect.get(thrown, "reason")
  return typeof reason === "string" ? `${thrown.message} (${reason})` : thrown.message
}
