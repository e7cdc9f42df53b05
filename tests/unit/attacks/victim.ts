/**
 * What is attacked: bundles of one vault as the product writes them, with time
 * stamps over the whole, an item and the key, by an authority made with OpenSSL.
 * The attacker may hold everything here, the device's key too.
 */
import { sign } from "node:crypto"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { makeBundle } from "../../../src/core/bundle/bundle.ts"
import {
  type ItemSnapshot,
  type KeyStamp,
  noStamps,
  type OuterStamp,
} from "../../../src/core/bundle/snapshot.ts"
import { type Bytes, utf8 } from "../../../src/core/bytes.ts"
import { type CustodyEvent, type CustodyLine, nextLine } from "../../../src/core/custody.ts"
import { spkiToPem } from "../../../src/core/seal/sign.ts"
import { checkStamp } from "../../../src/core/stamp/check.ts"
import { positiveNonce, stampQuery } from "../../../src/core/stamp/query.ts"
import { exampleSnapshot, exampleWords, pixel, sha256Of, storedFile } from "../bundle/example.ts"
import { wholeItem } from "../bundle/whole-item.ts"
import { type Authority, type Identity, makeAuthority, makeIdentity } from "../stamp/authority.ts"
import { hash } from "../stamp/forge.ts"
import { bytes } from "../stamp/world.ts"
import { type Files, type Key, exportId, newKey } from "../verify/example.ts"
import { readZip } from "./read-zip.ts"

export const TSA = "tsa.example"
export const TAGS = "tagmanifest-sha256.txt"
export const SIGNATURE = `proofs/${TAGS}.sig`
export const REPLY = `proofs/${TAGS}.${TSA}.tsr`
export const QUERY = `proofs/${TAGS}.${TSA}.tsq`
export const CHAIN = `proofs/${TSA}-chain.pem`
export const RECORD = "data/e001/capture.json"
export const INNER_REPLY = `${RECORD}.${TSA}.tsr`
export const INNER_QUERY = `${RECORD}.${TSA}.tsq`
export const KEY = "device-key.pub.pem"
export const KEY_REPLY = `${KEY}.${TSA}.tsr`
export const KEY_QUERY = `${KEY}.${TSA}.tsq`
export const FRAME = "data/e001/frames/0000.png"
export const LOG = "data/custody.jsonl"

/** What may differ from one bundle to the next. */
export interface Telling {
  readonly key?: Key
  readonly exportId?: string
  /** Null where no stamp over the whole is asked for. */
  readonly by?: Authority | null
  readonly items?: readonly ItemSnapshot[]
  /** Those that the export names, where they are not the items. */
  readonly captures?: readonly string[]
  /** The log's events, but for the export's own. */
  readonly events?: readonly CustodyEvent[]
  /** When each line of the log says that it was written, the export's too. */
  readonly logAt?: string
}

export interface Victim {
  readonly folder: string
  readonly authority: Authority
  /** An authority that the reader does not know. */
  readonly stranger: Authority
  /** Under the reader's root, for signing in to web sites: no authority. */
  readonly client: Identity
  readonly key: Key
  readonly items: readonly ItemSnapshot[]
  /** With the line that a poster would like to be gone: an item that was deleted. */
  readonly events: readonly CustodyEvent[]
  readonly zip: Buffer
  readonly files: Files
  /** A later export of the same vault. */
  readonly another: Files
  write(telling: Telling): Promise<Buffer>
  end(): void
}

export async function makeVictim(): Promise<Victim> {
  const folder = mkdtempSync(path.join(tmpdir(), "holdfast-attacks-"))
  const authority = makeAuthority(folder, { intermediate: true })
  const key = newKey()
  const items = [await stampedItem(authority), wholeItem("e003", { "text.txt": "another post" })]
  const events = eventsOf(items, key)
  const write = (telling: Telling): Promise<Buffer> => writeBundle({ key, by: authority, items, ...telling })
  const zip = await write({ events })
  const extensions = ["basicConstraints = critical,CA:false", "extendedKeyUsage = critical,clientAuth"]
  return {
    ...{ folder, authority, key, items, events, zip, write },
    stranger: makeAuthority(folder),
    client: makeIdentity(folder, { name: "Test client", issuer: authority.root, extensions }),
    files: readZip(zip),
    another: readZip(await write({ events, exportId: exportId.replace(/4$/, "5") })),
    end: () => {
      rmSync(folder, { recursive: true })
    },
  }
}

/** A request over these bytes, with a nonce of its own. */
export const queryFor = (data: Uint8Array): Bytes =>
  stampQuery(bytes(hash("sha256", data)), positiveNonce(crypto.getRandomValues(new Uint8Array(16))))

/** Puts a new stamp over the whole into the bundle. */
export function stampAgain(files: Files, authority: Authority): void {
  const query = queryFor(files.get(TAGS) ?? Buffer.alloc(0))
  files.set(QUERY, Buffer.from(query))
  files.set(REPLY, authority.stamp(query))
  files.delete(CHAIN)
}

export function eventsOf(items: readonly ItemSnapshot[], key: Key): CustodyEvent[] {
  const gone = { capture: "00000000-0000-4000-8000-000000000002", record: sha256Of(pixel) }
  return [
    { event: "installed", version: "0.1.0", build: "b".repeat(64) },
    { event: "key.created", key: sha256Of(spkiOf(key)) },
    { event: "capture.started", capture: gone.capture, item: "e002" },
    { event: "capture.sealed", ...gone },
    { event: "capture.trashed", ...gone },
    { event: "deleted", ...gone },
    ...items.flatMap(({ record, recordSha256 }): CustodyEvent[] => [
      { event: "capture.started", capture: record.id, item: record.item },
      { event: "capture.sealed", capture: record.id, record: recordSha256 },
    ]),
  ]
}

export const spkiOf = ({ publicKey }: Key): Bytes => bytes(publicKey.export({ type: "spki", format: "der" }))

async function stampedItem(authority: Authority): Promise<ItemSnapshot> {
  const item = wholeItem("e001", { "frames/0000.png": pixel, "text.txt": "示例帖子\n正文" })
  const record = item.files.find(({ path }) => path === "capture.json")?.blob ?? new Blob()
  const data = new Uint8Array(await record.arrayBuffer())
  const query = queryFor(data)
  const reply = bytes(authority.stamp(query))
  const { at } = await checkStamp({ reply, query, data, roots: [bytes(authority.root.der)] })
  const stampFiles = [
    storedFile(`capture.json.${TSA}.tsq`, query),
    storedFile(`capture.json.${TSA}.tsr`, reply),
  ]
  return { ...item, files: [...item.files, ...stampFiles], stamps: [{ authority: TSA, time: at ?? "" }] }
}

const exportedAt = "2026-11-22T15:22:00.000Z"

type Whole = Telling & Required<Pick<Telling, "key" | "by" | "items">>

async function writeBundle({ key, by, items, events, ...more }: Whole): Promise<Buffer> {
  const { exportId: id = exportId, captures = items.map(({ record }) => record.id) } = more
  const said = [
    ...(events ?? eventsOf(items, key)),
    { event: "export.started", export: id, captures } as const,
  ]
  const snapshot = exampleSnapshot(items, {
    ...{ exportId: id, at: exportedAt, publicKey: spkiOf(key), custody: logOf(said, more.logAt) },
    authorities: by === null ? [] : [TSA],
    keyStamps: by === null ? [] : [await keyStamp(by, key)],
  })
  const byKey = (data: Bytes): Promise<Bytes> =>
    Promise.resolve(bytes(sign("sha256", data, { key: key.privateKey, dsaEncoding: "ieee-p1363" })))
  const { zip } = await makeBundle(
    snapshot,
    exampleWords,
    byKey,
    by === null ? noStamps : data => outerStamp(by, data),
  )
  return Buffer.from(await zip.arrayBuffer())
}

async function keyStamp(authority: Authority, key: Key): Promise<KeyStamp> {
  const data = utf8(spkiToPem(spkiOf(key)))
  const query = queryFor(data)
  const reply = bytes(authority.stamp(query))
  const { at } = await checkStamp({ reply, query, data, roots: [] })
  return { authority: TSA, time: at ?? "", query, reply }
}

async function outerStamp(authority: Authority, data: Bytes): Promise<OuterStamp[]> {
  const query = queryFor(data)
  const reply = bytes(authority.stamp(query))
  const reading = await checkStamp({ reply, query, data, roots: [] })
  if (reading.kind !== "valid") throw new Error(`the authority's stamp is ${reading.kind}`)
  return [{ authority: TSA, query, reply, certificates: reading.certificates }]
}

function logOf(events: readonly CustodyEvent[], all?: string): CustodyLine[] {
  const lines: CustodyLine[] = []
  for (const event of events) {
    const at = all ?? (event.event === "export.started" ? exportedAt : "2026-11-22T15:20:00.000Z")
    lines.push(nextLine(lines.at(-1) ?? null, at, event))
  }
  return lines
}
