/**
 * Which files may stand where, and what is said of time stamps. This version
 * does not check time stamps; a bundle that names an authority is therefore
 * never more than `time-pending`, and the reader is told so.
 */
import type { Contents } from "./contents.ts"
import { type Finding, type Layer, finding } from "./finding.ts"
import { TAGS, isPayload, isProof } from "./manifest.ts"
import { SIGNATURE } from "./signature.ts"

/** Files under data/ that belong to no item. */
const PAYLOAD_FILES = new Set(["data/case.json", "data/custody.jsonl", "data/people.json"])
const ITEM_FILE = /^data\/e\d{3,}\//
const OPEN_TIMESTAMPS = `proofs/${TAGS}.ots`

/** Whether the format has a place for this file, given the authorities that bag-info.txt names. */
export function hasPlace(path: string, authorities: readonly string[]): boolean {
  if (isPayload(path)) return PAYLOAD_FILES.has(path) || ITEM_FILE.test(path)
  if (!isProof(path)) return true
  const named = authorities.flatMap(name => [...stampFiles(name), `proofs/${name}-chain.pem`])
  return [SIGNATURE, OPEN_TIMESTAMPS, ...named].includes(path)
}

const stampFiles = (authority: string): string[] =>
  ["tsq", "tsr"].map(kind => `proofs/${TAGS}.${authority}.${kind}`)

export function timeLayer(contents: Contents, authorities: readonly string[]): Layer {
  const detail: Finding[] = authorities.map(authority =>
    stampFiles(authority).every(path => contents.files.has(path))
      ? finding("time/not-checked", { authority })
      : finding("time/absent", { authority }),
  )
  for (const path of contents.files.keys()) {
    if (path === OPEN_TIMESTAMPS) detail.push(finding("time/other-proof-not-checked", { path }))
    if (/^data\/[^/]+\/capture\.json\..+\.tsr$/.test(path))
      detail.push(finding("time/inner-not-checked", { path }))
  }
  if (detail.length > 0) return { layer: "time", outcome: "unknown", detail }
  return { layer: "time", outcome: "none", detail: [finding("time/none-requested", {})] }
}
