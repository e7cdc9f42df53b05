/**
 * Time stamps that the reader has apart from the bundle: one that came late, or
 * was made elsewhere. They say nothing against the bundle, whatever they hold;
 * one that holds, over the list of lists or over the ZIP itself, seals it.
 */
import { type Bytes, fromHex } from "../bytes.ts"
import { type Node } from "../ots/proof.ts"
import { digestOf } from "../stamp/algorithm.ts"
import { checkStamp } from "../stamp/check.ts"
import { isSame } from "../stamp/der.ts"
import { faultOf } from "../stamp/fault.ts"
import { type Imprint, readImprint } from "../stamp/imprint.ts"
import type { KnownDigests } from "../stamp/reading.ts"
import type { Contents } from "./contents.ts"
import { DEVICE_KEY, type Layer, finding } from "./finding.ts"
import { TAGS } from "./manifest.ts"
import { KEY } from "./signature.ts"
import { givenAnchor, judgeProof } from "./anchors.ts"
import { type Judged, type TimeReading, judgeReading, layerOf } from "./stamps.ts"

/** A file of the reader's: a .tsr, or a bare token. */
export interface GivenStamp {
  readonly name: string
  readonly bytes: Bytes
}

/** What a stamp may be over. `item` is null for the whole. */
interface Stampable {
  readonly item: string | null
  readonly digests: KnownDigests & { readonly "SHA-256": Bytes }
  /** Its bytes, where they are small enough to be hashed anew. */
  readonly path: string | null
}

const RECORD = /^data\/(e\d{3,})\/capture\.json$/
const DATA_LIMIT = 64 * 1024 * 1024

export async function readBeside(
  contents: Contents,
  given: readonly GivenStamp[],
  roots: readonly Bytes[],
): Promise<TimeReading> {
  const detail: Judged[] = []
  let sealed = false
  for (const stamp of given) {
    const [found, isOverAll] = await judgeGiven(contents, stamp, roots)
    detail.push(found)
    sealed ||= isOverAll && found[0] === "pass"
  }
  const layer: Layer = layerOf("beside-time", detail, finding("time/none-beside", {}))
  return { layer, sealed }
}

async function judgeGiven(
  contents: Contents,
  { name, bytes }: GivenStamp,
  roots: readonly Bytes[],
): Promise<[found: Judged, isOverAll: boolean]> {
  const anchor = givenAnchor(bytes)
  if (anchor !== null) return [judgeGivenAnchor(contents, name, anchor), false]
  let imprint: Imprint
  try {
    imprint = readImprint(bytes)
  } catch (thrown) {
    return [["warn", finding("time/no-stamp", { name, fault: faultOf(thrown) })], false]
  }
  for (const stampable of stampables(contents)) {
    const data = await dataOf(contents, stampable, imprint)
    if (data === null) continue
    const reading = await checkStamp({ reply: bytes, query: null, data, roots })
    const [outcome, found] = judgeReading({ authority: name, item: stampable.item ?? "" }, reading)
    return [[outcome === "fail" ? "warn" : outcome, found], stampable.item === null]
  }
  return [["warn", finding("time/of-something-else", { name, at: imprint.at })], false]
}

/** An OpenTimestamps proof seals nothing, whatever it is over. */
function judgeGivenAnchor(contents: Contents, name: string, anchor: Node): Judged {
  for (const { item, digests } of stampables(contents)) {
    if (isSame(digests["SHA-256"], anchor.message)) return judgeProof(item ?? "", anchor)
  }
  return ["warn", finding("ots/something-else", { name })]
}

function* stampables({ files, fingerprint }: Contents): Generator<Stampable> {
  yield { item: null, path: null, digests: { "SHA-256": fromHex(fingerprint) } }
  for (const [path, { sha256, sm3 }] of files) {
    const [, item = path === KEY ? DEVICE_KEY : null] = RECORD.exec(path) ?? []
    if (path !== TAGS && item === null) continue
    // Without SM3 at hand, a stamp over it is judged by the bytes.
    yield {
      item,
      path,
      digests: { "SHA-256": fromHex(sha256), ...(sm3 === null ? {} : { SM3: fromHex(sm3) }) },
    }
  }
}

/** What to judge the stamp by, where it is over this; else null. */
async function dataOf(
  contents: Contents,
  { path, digests }: Stampable,
  { algorithm, digest }: Imprint,
): Promise<Bytes | KnownDigests | null> {
  if (algorithm === null) return null
  const known = digests[algorithm]
  if (known !== undefined) return isSame(known, digest) ? digests : null
  if (path === null || (contents.files.get(path)?.bytes ?? 0) > DATA_LIMIT) return null
  const bytes = await contents.read(path, DATA_LIMIT)
  return isSame(await digestOf(algorithm, bytes), digest) ? bytes : null
}
