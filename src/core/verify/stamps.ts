/**
 * Time stamps in a bundle: one layer for those over the whole (`time`), one for
 * those over single items and over the device key (`inner-time`). A stamp that
 * is there must hold; one over the whole that is not there, or whose root the
 * reader does not trust, lowers the grade.
 */
import { type Bytes, utf8 } from "../bytes.ts"
import { LATE_STAMP_MS } from "../clock.ts"
import { EvidenceError } from "../errors.ts"
import { OPEN_TIMESTAMPS } from "../ots/calendars.ts"
import { certificateToPem } from "../seal/sign.ts"
import { checkStamp } from "../stamp/check.ts"
import { isSame } from "../stamp/der.ts"
import { REPLY_LIMIT, readReply } from "../stamp/reply.ts"
import type { StampReading, ValidStamp } from "../stamp/reading.ts"
import { INNER_ANCHOR, judgeAnchor } from "./anchors.ts"
import type { Contents } from "./contents.ts"
import { DEVICE_KEY, type Finding, type Layer, type LayerName, type Outcome, finding } from "./finding.ts"
import { TAGS } from "./manifest.ts"
import { KEY_STAMP, OUTER_ANCHOR, chainOf, stampOf } from "./proofs.ts"
import { KEY } from "./signature.ts"

/** Of the lists that are stamped; capture.json of a long page has some hundred kB. */
const DATA_LIMIT = 64 * 1024 * 1024
const INNER = /^(data\/(e\d{3,})\/capture\.json)\.(.+)\.ts[qr]$/

export interface TimeReading {
  readonly layer: Layer
  /** True where a stamp over the whole bundle holds, by an authority whose root the reader trusts. */
  readonly sealed: boolean
}

export async function readOuterTime(
  contents: Contents,
  authorities: readonly string[],
  roots: readonly Bytes[],
): Promise<TimeReading> {
  const detail: Judged[] = []
  for (const authority of authorities.filter(name => name !== OPEN_TIMESTAMPS)) {
    const pair = stampOf(`proofs/${TAGS}`, authority)
    detail.push(...(await judgeStamp(contents, { data: TAGS, pair, authority, item: null }, roots)))
  }
  detail.push(...sameReplies(contents, authorities))
  if (authorities.includes(OPEN_TIMESTAMPS) || contents.files.has(OUTER_ANCHOR)) {
    detail.push(await judgeAnchor(contents, { data: TAGS, path: OUTER_ANCHOR, item: "" }))
  }
  const sealed = detail.some(([, { code }]) => code === "time/trusted")
  return { layer: layerOf("time", detail, finding("time/none-requested", {})), sealed }
}

/** One reply under two names: two authorities to whoever counts files, and one to whoever reads them. */
function sameReplies(contents: Contents, authorities: readonly string[]): Judged[] {
  const first = new Map<string, string>()
  return authorities.flatMap((authority): Judged[] => {
    const hash = contents.files.get(stampOf(`proofs/${TAGS}`, authority).reply)?.sha256
    if (hash === undefined) return []
    const other = first.get(hash)
    first.set(hash, other ?? authority)
    return other === undefined ? [] : [["fail", finding("time/same-reply", { authority, other })]]
  })
}

/**
 * The stamps over single items and over the device key, whoever made them. They
 * are listed files, so none can go missing unseen. One over the key says that
 * the key is no younger, and nothing of what it signed. `ends`: when each item's
 * capture ended, as its record says.
 */
export async function readInnerTime(
  contents: Contents,
  ends: ReadonlyMap<string, unknown>,
  roots: readonly Bytes[],
): Promise<Layer> {
  const found = new Map<string, Stamped>()
  for (const path of contents.files.keys()) {
    const stamped = stampedBy(path)
    if (stamped !== null) found.set(`${stamped.data} ${stamped.authority}`, stamped)
  }
  const detail: Judged[] = []
  for (const stamped of found.values()) {
    const judged = await judgeStamp(contents, stamped, roots)
    detail.push(...judged, ...judged.flatMap(([, each]) => againstRecord(each, ends.get(stamped.item ?? ""))))
  }
  for (const path of contents.files.keys()) {
    const [, data, item] = INNER_ANCHOR.exec(path) ?? []
    if (data !== undefined && item !== undefined)
      detail.push(await judgeAnchor(contents, { data, path, item }))
  }
  return layerOf("inner-time", detail, finding("time/no-inner", {}))
}

/**
 * A stamp far from the end of the capture by the clock that the record went by
 * is told of (integrity.md §3.4 no. 11): one that came late says nothing of the
 * time until then, and one from before the end contradicts that clock.
 */
function againstRecord({ code, facts }: Finding, endedAt: unknown): Judged[] {
  if ((code !== "time/trusted" && code !== "time/unknown-root") || typeof endedAt !== "string") return []
  const seconds = Math.round((Date.parse(facts.at) - Date.parse(endedAt)) / 1000)
  const of = { authority: facts.authority, item: facts.item }
  if (seconds * 1000 >= LATE_STAMP_MS) return [["pass", finding("time/late", { ...of, seconds })]]
  if (-seconds * 1000 >= LATE_STAMP_MS)
    return [["warn", finding("time/before-end", { ...of, seconds: -seconds })]]
  return []
}

export type Judged = readonly [Outcome, Finding]

interface Stamped {
  readonly data: string
  readonly pair: { readonly query: string; readonly reply: string }
  readonly authority: string
  readonly item: string | null
}

/** What a file is the stamp of, by its name; null for one that is none. */
function stampedBy(path: string): Stamped | null {
  const [, key] = KEY_STAMP.exec(path) ?? []
  if (key !== undefined) return { data: KEY, item: DEVICE_KEY, authority: key, pair: stampOf(KEY, key) }
  const [, data, item, authority] = INNER.exec(path) ?? []
  if (data === undefined || item === undefined || authority === undefined) return null
  return { data, item, authority, pair: stampOf(data, authority) }
}

async function judgeStamp(contents: Contents, stamped: Stamped, roots: readonly Bytes[]): Promise<Judged[]> {
  const { authority, pair, item } = stamped
  const of = { authority, item: item ?? "" }
  const there = Object.values(pair).filter(path => contents.files.has(path))
  if (there.length === 0) return [["unknown", finding("time/absent", of)]]
  if (there.length === 1) return [["fail", finding("time/half", of)]]
  let reading: StampReading
  try {
    const reply = await contents.read(pair.reply, REPLY_LIMIT)
    reading = await checkStamp({
      reply,
      query: await contents.read(pair.query, REPLY_LIMIT),
      data: await contents.read(stamped.data, DATA_LIMIT),
      roots,
    })
    // `openssl ts -verify` takes a token without its reply only where it is told so.
    if (reading.kind !== "invalid" && readReply(reply).status === null)
      return [["fail", finding("time/bare", of)]]
  } catch (thrown) {
    // A file that is missing or too large: the check itself never throws.
    return [["fail", finding("time/unreadable", { ...of, reason: EvidenceError.from(thrown).message })]]
  }
  const judged = [judgeReading(of, reading)]
  if (reading.kind !== "valid") return judged
  // The product asks with one always: a request without it lets an older answer through.
  if (!reading.nonceCompared) judged.push(["warn", finding("time/no-nonce", of)])
  return item === null ? [...judged, ...(await chainFaults(contents, authority, reading))] : judged
}

/** A reading in the verifier's words: pass for a trusted root alone. */
export function judgeReading(of: { authority: string; item: string }, reading: StampReading): Judged {
  if (reading.kind === "invalid") return ["fail", finding("time/invalid", { ...of, fault: reading.fault })]
  if (reading.kind === "not-verifiable") {
    const { at, reason } = reading
    return ["unknown", finding("time/not-verifiable", { ...of, at: at ?? "", reason })]
  }
  const { at, signer, trust } = reading
  if (trust.kind === "trusted") {
    return ["pass", finding("time/trusted", { ...of, at, signer, root: trust.root })]
  }
  return ["unknown", finding("time/unknown-root", { ...of, at, signer, top: trust.top })]
}

/** The certificates beside a stamp are in no list: the file must be those in the stamp itself, to the byte. */
async function chainFaults(contents: Contents, authority: string, reading: ValidStamp): Promise<Judged[]> {
  const path = chainOf(authority)
  if (!contents.files.has(path)) return []
  const fault: Judged = ["fail", finding("time/chain-differs", { authority })]
  try {
    const beside = await contents.read(path, REPLY_LIMIT * 2)
    return isSame(beside, utf8(reading.certificates.map(certificateToPem).join(""))) ? [] : [fault]
  } catch (thrown) {
    if (EvidenceError.from(thrown).code === "input/malformed") return [fault]
    throw thrown
  }
}

export function layerOf(layer: LayerName, judged: readonly Judged[], none: Finding): Layer {
  if (judged.length === 0) return { layer, outcome: "none", detail: [none] }
  const outcomes = judged.map(([outcome]) => outcome)
  const worst = (["fail", "warn", "unknown", "pass"] as const).find(outcome => outcomes.includes(outcome))
  // One trusted stamp over the whole is enough; what the others lack stands in the detail.
  const outcome = layer === "time" && worst === "unknown" && outcomes.includes("pass") ? "pass" : worst
  return { layer, outcome: outcome ?? "none", detail: judged.map(([, found]) => found) }
}
