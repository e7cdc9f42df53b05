/**
 * Items that came here out of other bundles: what those bundles bring along, in
 * data/origins/, must hold by itself, and must be of these items.
 *
 * The chain: the other device's key signed its list of lists; that names its
 * bag-info.txt, which names the head of its custody log; the log has the line
 * that sealed the item's capture.json. Our own log has the line by which it came.
 */
import type { Bytes } from "../bytes.ts"
import { readInfo } from "./bag-info.ts"
import type { CameBy } from "./case-file.ts"
import type { Contents } from "./contents.ts"
import { type Finding, type Layer, finding } from "./finding.ts"
import { type LogReading, readLog, type ReceivedLine, sealedKey } from "./log-chain.ts"
import * as manifests from "./manifest.ts"
import { KEY, signatureLayer } from "./signature.ts"
import type { Hashes } from "./source.ts"
import { readInnerTime, readOuterTime } from "./stamps.ts"

const FOLDER = /^data\/origins\/([^/]+)\/(.+)$/
const LOG = "data/custody.jsonl"

export interface Origin {
  readonly log: LogReading
  /** The fingerprint of its key. */
  readonly device: string | null
  readonly faults: readonly Finding[]
  /** What its time stamps say. */
  readonly times: readonly Finding[]
}

/** By export id. */
export type Origins = ReadonlyMap<string, Origin>

export async function readOrigins(
  contents: Contents,
  hashes: Hashes,
  roots: readonly Bytes[],
): Promise<Origins> {
  const folders = new Map<string, Map<string, string>>()
  for (const path of contents.files.keys()) {
    const [, bundle, name] = FOLDER.exec(path) ?? []
    if (bundle === undefined || name === undefined) continue
    const names = folders.get(bundle) ?? new Map<string, string>()
    names.set(name === "custody.jsonl" ? LOG : name, path)
    folders.set(bundle, names)
  }
  const origins = new Map<string, Origin>()
  for (const [bundle, names] of folders) {
    origins.set(bundle, await readOrigin(bundle, within(contents, names), hashes, roots))
  }
  return origins
}

/** The folder as the bundle that it was: each file under the name that it had there. */
function within(contents: Contents, names: ReadonlyMap<string, string>): Contents {
  const files = new Map(
    Array.from(names, ([name, path]) => [name, contents.files.get(path)] as const).flatMap(([name, facts]) =>
      facts === undefined ? [] : [[name, facts] as const],
    ),
  )
  const pathOf = (name: string) => names.get(name) ?? name
  return {
    ...contents,
    files,
    read: (name, limit) => contents.read(pathOf(name), limit),
    hashParts: (name, lengths) => contents.hashParts(pathOf(name), lengths),
  }
}

async function readOrigin(
  bundle: string,
  there: Contents,
  hashes: Hashes,
  roots: readonly Bytes[],
): Promise<Origin> {
  const { info, faults } = await readInfo(there)
  const log = await readLog(there, hashes, bundle)
  const tags = await manifests.readManifest(there, manifests.TAGS)
  const signature = await signatureLayer(there, info.deviceKey)
  const time = [
    (await readOuterTime(there, info.authorities, roots)).layer,
    await readInnerTime(there, new Map(), roots),
  ].flatMap(({ detail }) => detail)
  const broken = (what: string) => finding("origins/broken", { bundle, what })
  const found = [...faults, ...log.faults, ...tags.faults, ...manifests.changed(there, tags, "sha256")]
  // Unlisted, either could have been put in the place of the one that was signed.
  const unlisted = ["bag-info.txt", KEY].filter(path => !tags.digests.has(path))
  const stampFaults = time.filter(({ code }) => BAD_TIME.has(code))
  return {
    log,
    device: info.deviceKey,
    faults: [
      ...(info.exportId === bundle ? [] : [broken("bag/folder-id")]),
      ...found.map(({ code }) => broken(code)),
      ...unlisted.map(() => broken("extra/file")),
      ...(info.custodyHead === log.head && log.head !== null ? [] : [broken("head/differs")]),
      ...(info.custodyEntries === String(log.lines) ? [] : [broken("head/count")]),
      ...(signature.outcome === "fail" ? signature.detail.map(({ code }) => broken(code)) : []),
      ...stampFaults.map(({ code }) => broken(code)),
    ],
    times: time.flatMap(each => timeOf(bundle, each)),
  }
}

const BAD_TIME = new Set([
  ...["time/half", "time/bare", "time/same-reply"],
  ...["time/unreadable", "time/invalid", "time/chain-differs"],
])

function timeOf(bundle: string, { code, facts }: Finding): Finding[] {
  if (code === "time/trusted") {
    const { authority, at, signer, root } = facts
    return [finding("origins/time", { bundle, authority, at, signer, root })]
  }
  if (code !== "time/unknown-root") return []
  const { authority, at, signer, top } = facts
  return [finding("origins/time-unknown-root", { bundle, authority, at, signer, top })]
}

export function originsLayer(
  origins: Origins,
  cameBy: ReadonlyMap<string, CameBy>,
  itemFaults: readonly Finding[],
): Layer {
  const layer = "origins"
  const named = new Set(Array.from(cameBy.values()).flatMap(came => came.origins.map(({ bundle }) => bundle)))
  const faults = [
    ...itemFaults,
    ...Array.from(origins.values()).flatMap(origin => origin.faults),
    ...[...origins.keys()]
      .filter(bundle => !named.has(bundle))
      .map(bundle => finding("origins/unnamed", { bundle })),
  ]
  if (faults.length > 0) return { layer, outcome: "fail", detail: faults }
  if (origins.size === 0) return { layer, outcome: "none", detail: [finding("origins/none", {})] }
  const detail = Array.from(origins).flatMap(([bundle, { device, log, times }]) => [
    finding("origins/holds", { bundle, device: device ?? "", lines: log.lines }),
    ...times,
  ])
  const isOpen = detail.some(({ code }) => code === "origins/time-unknown-root")
  return { layer, outcome: isOpen ? "unknown" : "pass", detail }
}

interface OfItem {
  /** Its folder. */
  readonly item: string
  /** What its capture.json says of itself. */
  readonly record: { readonly id: string; readonly item: string }
  /** SHA-256 of its capture.json. */
  readonly hash: string
}

/** Whether an item came as data/case.json says: sealed by the first hand, and received by each one after it. */
export function originFaults(
  { item, record, hash }: OfItem,
  { id, origins: hands }: CameBy,
  own: LogReading,
  origins: Origins,
): Finding[] {
  const faults: Finding[] = []
  const missing = hands.filter(({ bundle }) => !origins.has(bundle))
  faults.push(...missing.map(({ bundle }) => finding("origins/missing", { item, bundle })))
  const [first] = hands
  if (first === undefined || missing.length > 0) return faults
  const origin = origins.get(first.bundle)
  const isSealed = origin?.log.sealed.has(sealedKey(record.id, hash)) === true
  if (!isSealed || origin.log.exported?.has(record.id) === false || record.item !== first.item) {
    faults.push(finding("origins/not-sealed", { item, bundle: first.bundle }))
  }
  for (const [index, hand] of hands.entries()) {
    const next = hands[index + 1]
    const line = next === undefined ? own.received.get(sealedKey(id, hash)) : lineOf(origins, next, hash)
    const isCome =
      line?.bundle === hand.bundle &&
      line.device === origins.get(hand.bundle)?.device &&
      line.item === (next?.item ?? item)
    if (!isCome) faults.push(finding("origins/not-received", { item, bundle: hand.bundle }))
  }
  return faults
}

function lineOf(
  origins: Origins,
  { bundle, item }: CameBy["origins"][number],
  hash: string,
): ReceivedLine | undefined {
  const log = origins.get(bundle)?.log
  const lines = log === undefined ? [] : Array.from(log.received.values())
  return lines.find(line => line.record === hash && line.item === item)
}
