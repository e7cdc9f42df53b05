/**
 * A bundle that the verifier has let through, opened for its items: which there
 * are, of which case, and where each file's bytes lie. The verifier read every
 * byte before; what is taken later is held to the hashes that are named here.
 */
import type { Bytes } from "../bytes.ts"
import { type ItemOrigin, ORIGIN_LOG, ORIGINS, originName, parseOrigins } from "../origin.ts"
import { asFields, asList, asMatch, asSha256, asSm3, asString, asStringOrNull, malformed } from "../parse.ts"
import type { Sha256 } from "../seal/hash.ts"
import { type Archive, FORMAT_LIMITS, openArchive, readEntry } from "../verify/archive.ts"
import type { ByteSource } from "../verify/source.ts"
import type { StoredName } from "./wish.ts"

const TEXT_LIMIT = 256 * 1024 * 1024

/** A file of the bundle and where its bytes begin in the ZIP; they are stored as they are. */
export interface BundleFile extends StoredName {
  readonly start: number
}

export interface BundleItem {
  /** e001 */
  readonly item: string
  readonly number: number
  /** The id that it had there. */
  readonly id: string
  readonly record: Sha256
  /** The number of its case; null in a bundle of before there were any. */
  readonly caseNumber: string | null
  /** The hands that it went through, this bundle the last. */
  readonly origins: readonly ItemOrigin[]
  readonly interrupted: boolean
  /** By their paths in the item's folder. */
  readonly files: readonly BundleFile[]
}

export interface BundleCase {
  readonly number: string
  readonly title: string | null
  readonly remarks: readonly unknown[]
}

export interface OpenedBundle {
  readonly exportId: string
  /** The fingerprint of the key that signed it. */
  readonly device: Sha256
  readonly items: readonly BundleItem[]
  readonly cases: readonly BundleCase[]
  /** Files beside what the user said of items and cases. */
  readonly attached: readonly BundleFile[]
  /** What goes along of it, and of the bundles that its items came in before. */
  readonly origins: readonly BundleOrigin[]
}

/** Small files, whole, by their names in an origin's folder. */
export interface BundleOrigin {
  readonly bundle: string
  readonly device: Sha256
  readonly files: readonly { readonly path: string; readonly content: Bytes }[]
}

/** Throws `input/malformed` for what the verifier would not have let through. */
export async function openBundle(source: ByteSource): Promise<OpenedBundle> {
  const opened = await openArchive(source, FORMAT_LIMITS)
  if (opened.kind !== "archive") throw malformed("bundle")
  const { archive } = opened
  const sums = await readSums(archive)
  const files = filesOf(archive, sums)
  const info = await readInfo(archive, "")
  const origins = await readOrigins(archive, info.exportId)
  const cutOff = new Set(origins.flatMap(interruptedIn))
  const caseFile = asFields(JSON.parse(await textOf(archive, "data/case.json")), "case.json")
  const items = asList(caseFile.items, "items", given => readItem(given, files, info.exportId, cutOff))
  const cases = caseFile.cases === undefined ? [] : asList(caseFile.cases, "cases", readCase)
  return {
    ...info,
    items: items.toSorted((a, b) => a.number - b.number),
    cases,
    attached: Array.from(files.values())
      .filter(({ path }) => path.startsWith(ATTACHED))
      .map(file => asFile(file, file.path)),
    origins,
  }
}

const ATTACHED = "data/attached/"

interface Sums {
  readonly sha256: ReadonlyMap<string, string>
  readonly sm3: ReadonlyMap<string, string>
}

async function readSums(archive: Archive): Promise<Sums> {
  const read = async (path: string) =>
    (await textOf(archive, path))
      .split("\n")
      .filter(line => line !== "")
      .map(line => [line.slice(66), line.slice(0, 64)] as const)
  return {
    sha256: new Map(await read("manifest-sha256.txt")),
    sm3: new Map(await read("manifest-sm3.txt")),
  }
}

/** What no list of the payload names has no hashes here. */
interface Located {
  readonly path: string
  readonly start: number
  readonly bytes: number
  readonly crc32: number
  readonly sha256: string | null
  readonly sm3: string | null
}

function filesOf(archive: Archive, sums: Sums): ReadonlyMap<string, Located> {
  return new Map(
    Array.from(archive.entries, ([path, { raw }]) => [
      path,
      {
        ...{ path, start: raw.dataAt, bytes: raw.size, crc32: raw.crc32 },
        ...{ sha256: sums.sha256.get(path) ?? null, sm3: sums.sm3.get(path) ?? null },
      },
    ]),
  )
}

async function textOf(archive: Archive, path: string): Promise<string> {
  const entry = archive.entries.get(path)
  if (entry === undefined) throw malformed(path)
  return text(await readEntry(entry.listed, TEXT_LIMIT))
}

const text = (bytes: Bytes): string => new TextDecoder("utf-8", { fatal: true }).decode(bytes)

async function readInfo(
  archive: Archive,
  folder: string,
): Promise<Pick<OpenedBundle, "exportId" | "device">> {
  const info = await textOf(archive, `${folder}bag-info.txt`)
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(info)?.[1]
  return {
    exportId: asMatch(field("External-Identifier"), "External-Identifier", /^urn:uuid:/).slice(
      "urn:uuid:".length,
    ),
    device: asSha256(field("Device-Key-SHA256"), "Device-Key-SHA256"),
  }
}

const EARLIER = /^data\/origins\/([^/]+)\/(.+)$/

async function readOrigins(archive: Archive, own: string): Promise<BundleOrigin[]> {
  const folders = new Map<string, { readonly path: string; readonly content: Bytes }[]>()
  for (const [path, { listed }] of archive.entries) {
    const [, bundle = own, inside = originName(path)] = EARLIER.exec(path) ?? []
    if (inside === null) continue
    const files = folders.get(bundle) ?? []
    files.push({ path: inside, content: await readEntry(listed, TEXT_LIMIT) })
    folders.set(bundle, files)
  }
  const origins: BundleOrigin[] = []
  for (const [bundle, files] of folders) {
    const { device } = await readInfo(archive, bundle === own ? "" : `${ORIGINS}${bundle}/`)
    origins.push({ bundle, device, files })
  }
  return origins
}

/** The records that a log says were cut off. */
function interruptedIn({ files }: BundleOrigin): string[] {
  const log = files.find(({ path }) => path === ORIGIN_LOG)
  const lines = log === undefined ? [] : text(log.content).split("\n")
  return lines
    .filter(line => line.includes('"event":"capture.interrupted"'))
    .flatMap(line => /"record":"([0-9a-f]{64})"/.exec(line)?.[1] ?? [])
}

function readItem(
  input: unknown,
  files: ReadonlyMap<string, Located>,
  bundle: string,
  cutOff: ReadonlySet<string>,
): BundleItem {
  const given = asFields(input, "items")
  const item = asMatch(given.item, "items.item", /^e\d{3,9}$/)
  const folder = `data/${item}/`
  const own = Array.from(files.values())
    .filter(({ path }) => path.startsWith(folder))
    .map(file => asFile(file, file.path.slice(folder.length)))
  const record = own.find(({ path }) => path === "capture.json")?.sha256
  const id = asString(given.id, "items.id")
  return {
    ...{ item, number: Number(item.slice(1)), id, record: asSha256(record, "capture.json") },
    caseNumber: asStringOrNull(given.case, "items.case"),
    origins: [...(given.origins === undefined ? [] : parseOrigins(given.origins)), { bundle, item }],
    interrupted: record !== undefined && cutOff.has(record),
    files: own,
  }
}

function readCase(input: unknown): BundleCase {
  const { number, title, remarks } = asFields(input, "cases")
  return {
    number: asMatch(number, "cases.number", /^c\d{3,}$/),
    title: asStringOrNull(title, "cases.title"),
    remarks: remarks === undefined ? [] : asList(remarks, "cases.remarks", each => each),
  }
}

function asFile({ sha256, sm3, ...file }: Located, path: string): BundleFile {
  return { ...file, path, sha256: asSha256(sha256, file.path), sm3: asSm3(sm3, file.path) }
}
