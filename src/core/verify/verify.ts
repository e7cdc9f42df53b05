/**
 * The verifier of format 1: from the bytes of a ZIP to a graded verdict with a
 * line for every layer. Pure: the file and the hash functions are arguments.
 *
 * It shares no code with the writer in ../bundle: an error in both would be
 * seen by neither. Nothing that the bundle says of itself is believed where it
 * can be computed.
 *
 * What no verdict here means: that the content is true, that the browser was
 * honest, or that the bundle was not made anew as a whole by whoever holds it.
 */
import type { Bytes } from "../bytes.ts"
import { FORMAT_LIMITS, type Limits, openArchive } from "./archive.ts"
import { type GivenStamp, readBeside } from "./beside.ts"
import { readBag } from "./bag-info.ts"
import { verifyTextFaults } from "./verify-text.ts"
import { bracketLayer } from "./bracket.ts"
import { readCameBy } from "./case-file.ts"
import { type Contents, fingerprint, readContents } from "./contents.ts"
import {
  type Finding,
  type Layer,
  type LayerName,
  type Result,
  finding,
  judged,
  layerNames,
  told,
} from "./finding.ts"
import { readImports } from "./imports.ts"
import { type LogReading, readLog } from "./log-chain.ts"
import { historyLayer } from "./log-replay.ts"
import * as manifests from "./manifest.ts"
import { originsLayer, readOrigins } from "./origins.ts"
import { placesFor } from "./proofs.ts"
import { type RecordReading, readRecords, recordsLayer } from "./records.ts"
import { KEY, SIGNATURE, signatureLayer } from "./signature.ts"
import { readInnerTime, readOuterTime } from "./stamps.ts"
import { readSaidTimes, withLater } from "./said-times.ts"
import { type ByteSource, type Hashes, watch } from "./source.ts"

/**
 * Without these no bundle can be checked by the commands that it carries. Not
 * verify.html: nothing is checked by means of it, and bundles made before it are
 * whole without it. Where a list names it, it is missed like any listed file.
 */
const REQUIRED = [
  "bagit.txt",
  "bag-info.txt",
  manifests.PAYLOAD_SHA256,
  manifests.PAYLOAD_SM3,
  manifests.TAGS,
  "00-readme.html",
  "verify.txt",
  "verify.zh-cn.txt",
  KEY,
  "data/case.json",
  "data/custody.jsonl",
  SIGNATURE,
]

export interface VerifyOptions {
  /** The file's name on disk. One that differs from the base folder's is said, and is no fault. */
  readonly fileName: string | null
  readonly limits: Limits
  /** DER certificates of the time stamp authorities, or of their roots, that the reader trusts. */
  readonly roots: readonly Bytes[]
  /** Time stamps that the reader has apart from the bundle. */
  readonly beside: readonly GivenStamp[]
}

export const defaultOptions: VerifyOptions = { fileName: null, limits: FORMAT_LIMITS, roots: [], beside: [] }

/** Never throws for what a file holds, nor for a file that cannot be read: both are answers. */
export async function verifyBundle(
  source: ByteSource,
  hashes: Hashes,
  options: VerifyOptions = defaultOptions,
): Promise<Result> {
  const watched = watch(source)
  try {
    const result = await verifyWatched(watched, hashes, options)
    const reason = watched.failure()
    return reason === null ? result : unreadable(reason)
  } catch (thrown) {
    const reason = watched.failure()
    if (reason === null) throw thrown
    return unreadable(reason)
  }
}

/** The answer for a file that cannot be opened or read. */
export const unreadable = (reason: string): Result =>
  stopped("cannot-tell", [finding("archive/unreadable", { reason })])

async function verifyWatched(source: ByteSource, hashes: Hashes, options: VerifyOptions): Promise<Result> {
  const opened = await openArchive(source, options.limits)
  if (opened.kind !== "archive") {
    const { kind, fault } = opened
    // Digits of an encrypted file must not be taken for those of the ZIP in it.
    const print = fault.code === "archive/age" ? "archive/age-fingerprint" : "archive/fingerprint"
    const digits = source.size === 0 ? [] : [finding(print, { sha256: await fingerprint(source, hashes) })]
    return stopped(kind === "refused" ? "damaged" : "cannot-tell", [fault, ...digits])
  }
  const contents = await readContents(opened.archive, source, hashes)
  const { info, faults } = await readBag(contents)
  const bagFaults = [...faults, ...(await verifyTextFaults(contents, info))]
  const log = await readLog(contents, hashes, info.exportId)
  const cameBy = await readCameBy(contents)
  const origins = await readOrigins(contents, hashes, options.roots)
  const records = await readRecords(contents, hashes, log, { cameBy, origins })
  const said = await readSaidTimes(contents, log, records.ends)
  const lists = await readLists(contents)
  const innerTime = await readInnerTime(contents, records.ends, options.roots)
  const time = await readOuterTime(contents, info.authorities, options.roots)
  const beside = await readBeside(contents, options.beside, options.roots)
  const layers = [
    archiveLayer(source, contents, options.fileName),
    told("bag", { faults: [...bagFaults, ...said.faults], warnings: said.warnings }, [
      finding("bag/described", { id: info.exportId ?? "", format: "1", software: info.software }),
    ]),
    ...listLayers(contents, lists, info.authorities, hashes.sm3 !== null),
    recordsLayer(records),
    judged("log-chain", log.faults, [finding("log/unbroken", { lines: log.lines })]),
    headLayer(log, info.custodyHead, info.custodyEntries),
    await historyLayer(contents, log, { cameBy, origins, device: info.deviceKey }),
    await signatureLayer(contents, info.deviceKey),
    withLater(time.layer, said.times),
    innerTime,
    bracketLayer(records.brackets, innerTime),
    await readImports(contents, options.roots),
    originsLayer(origins, cameBy, records.ofOrigins),
    beside.layer,
    automationLayer(records),
  ]
  if (layers.some(layer => layer.outcome === "fail")) return { verdict: "damaged", exit: 1, layers }
  if (records.newer > 0) return { verdict: "cannot-tell", exit: 2, layers }
  const pending = info.authorities.length > 0 ? "time-pending" : "integrity-only"
  return { verdict: time.sealed || beside.sealed ? "sealed-and-timestamped" : pending, exit: 0, layers }
}

/** The archive could not be let in, so nothing further was looked at. */
function stopped(verdict: "damaged" | "cannot-tell", detail: readonly Finding[]): Result {
  const layers = layerNames.map((layer): Layer => {
    if (layer !== "archive") return { layer, outcome: "unknown", detail: [finding("not-reached", {})] }
    return { layer, outcome: verdict === "damaged" ? "fail" : "unknown", detail }
  })
  return { verdict, exit: verdict === "damaged" ? 1 : 2, layers }
}

function archiveLayer(source: ByteSource, contents: Contents, fileName: string | null): Layer {
  const expected = `${contents.folder}.zip`
  const detail = [
    finding("archive/read", { entries: contents.files.size, bytes: source.size }),
    finding("archive/fingerprint", { sha256: contents.fingerprint }),
    ...(fileName === null || fileName === expected ? [] : [finding("archive/renamed", { expected })]),
  ]
  return contents.faults.length > 0
    ? { layer: "archive", outcome: "fail", detail: [...contents.faults, ...detail] }
    : { layer: "archive", outcome: "pass", detail }
}

interface Lists {
  readonly payload: manifests.Manifest
  readonly sm3: manifests.Manifest
  readonly tags: manifests.Manifest
}

async function readLists(contents: Contents): Promise<Lists> {
  return {
    payload: await manifests.readManifest(contents, manifests.PAYLOAD_SHA256),
    sm3: await manifests.readManifest(contents, manifests.PAYLOAD_SM3),
    tags: await manifests.readManifest(contents, manifests.TAGS),
  }
}

function listLayers(
  contents: Contents,
  lists: Lists,
  authorities: readonly string[],
  withSm3: boolean,
): Layer[] {
  const { payload, sm3, tags } = lists
  const tagFaults = [
    ...tags.faults,
    ...manifests.outside(tags, manifests.isTag),
    ...manifests.changed(contents, tags, "sha256"),
  ]
  const fileFaults = [
    ...[payload, sm3].flatMap(list => [...list.faults, ...manifests.outside(list, manifests.isPayload)]),
    ...manifests.onlyInOne(payload, sm3),
    ...manifests.changed(contents, payload, "sha256"),
    ...(withSm3 ? manifests.changed(contents, sm3, "sm3") : []),
  ]
  const listed = new Set([payload, sm3, tags].flatMap(list => [...list.digests.keys()]))
  const missing = [...new Set([...REQUIRED, ...listed])].filter(path => !contents.files.has(path))
  const hasPlace = placesFor(authorities)
  const extra = [...contents.files.keys()].filter(path => {
    const inList = manifests.isPayload(path)
      ? payload.digests.has(path) && sm3.digests.has(path)
      : !manifests.isTag(path) || tags.digests.has(path)
    return !inList || !hasPlace(path)
  })
  return [
    judged("tag-files", tagFaults, [finding("files/match", { count: tags.digests.size })]),
    filesLayer(fileFaults, payload.digests.size, withSm3),
    judged(
      "missing",
      missing.map(path => finding("missing/file", { path })),
      [finding("missing/none", {})],
    ),
    judged(
      "extra",
      extra.map(path => finding("extra/file", { path })),
      [finding("extra/none", {})],
    ),
  ]
}

/** Where one of two lists was left out, no fault is not the same as all checked. */
function filesLayer(faults: readonly Finding[], count: number, withSm3: boolean): Layer {
  const layer = judged("files", faults, [finding("files/match", { count })])
  if (withSm3) return layer
  const outcome = layer.outcome === "fail" ? "fail" : "unknown"
  return { layer: "files", outcome, detail: [...layer.detail, finding("files/sm3-not-checked", {})] }
}

/** A cut tail leaves a chain whole, so its end is held against bag-info.txt. */
function headLayer(log: LogReading, declared: string | null, entries: string | null): Layer {
  const found = log.head ?? ""
  const faults: Finding[] = []
  if (declared === null || declared !== found) {
    faults.push(finding("head/differs", { declared: declared ?? "", found }))
  }
  if (entries === null || entries !== String(log.lines)) {
    faults.push(finding("head/count", { declared: entries ?? "", found: log.lines }))
  }
  return judged("head", faults, [finding("head/match", { head: found })])
}

function automationLayer({ automation }: RecordReading): Layer {
  const layer: LayerName = "automation"
  const yes = automation
    .filter(({ value }) => value === "yes")
    .map(({ item }) => finding("automation/yes", { item }))
  const open = automation
    .filter(({ value }) => value === "unknown")
    .map(({ item }) => finding("automation/unknown", { item }))
  if (yes.length > 0) return { layer, outcome: "warn", detail: [...yes, ...open] }
  if (open.length > 0) return { layer, outcome: "unknown", detail: open }
  return { layer, outcome: "none", detail: [finding("automation/no", {})] }
}
