/**
 * The lists of the bag and what they say against the files that are there.
 * Every file is in a list, or is named as extra; every line has a file, or is
 * named as missing.
 */
import { EvidenceError } from "../errors.ts"
import { type Contents, strictText } from "./contents.ts"
import { isSafePath } from "./entry-names.ts"
import { type Finding, finding } from "./finding.ts"

/** 200,000 lines of 64 digits, two spaces and a path, and then some. */
const LIST_LIMIT = 128 * 1024 * 1024

export const PAYLOAD_SHA256 = "manifest-sha256.txt"
export const PAYLOAD_SM3 = "manifest-sm3.txt"
export const TAGS = "tagmanifest-sha256.txt"

/** Path to digest. Empty where the list is missing or unreadable; the faults say so. */
export interface Manifest {
  readonly name: string
  readonly digests: ReadonlyMap<string, string>
  readonly faults: readonly Finding[]
}

/** Reads one list by the grammar that `sha256sum --strict` reads: `<64 hex>  path`, and LF after each, the last too. */
export async function readManifest(contents: Contents, name: string): Promise<Manifest> {
  const digests = new Map<string, string>()
  if (!contents.files.has(name)) return { name, digests, faults: [] }
  const faults: Finding[] = []
  const text = await textOf(contents, name)
  if (text instanceof EvidenceError) {
    return { name, digests, faults: [finding("manifest/unreadable", { path: name, reason: text.message })] }
  }
  const lines = text.split("\n")
  if (lines.at(-1) === "") lines.pop()
  else faults.push(finding("manifest/line", { path: name, line: lines.length }))
  for (const [index, line] of lines.entries()) {
    const [, digest, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? []
    if (digest === undefined || path === undefined || !isSafePath(path)) {
      faults.push(finding("manifest/line", { path: name, line: index + 1 }))
    } else if (digests.has(path)) {
      faults.push(finding("manifest/twice", { path, of: name }))
    } else {
      digests.set(path, digest)
    }
  }
  return { name, digests, faults }
}

/** Paths listed where this list has no say: tags in the payload list, or proofs and the list itself in the other. */
export function outside(manifest: Manifest, belongs: (path: string) => boolean): Finding[] {
  return [...manifest.digests.keys()]
    .filter(path => !belongs(path))
    .map(path => finding("manifest/outside", { path, of: manifest.name }))
}

/** The files whose bytes are not those listed. A listed file that is not there is another layer's fault. */
export function changed(contents: Contents, manifest: Manifest, algorithm: "sha256" | "sm3"): Finding[] {
  return [...manifest.digests]
    .filter(([path, digest]) => {
      const file = contents.files.get(path)
      return file !== undefined && file[algorithm] !== digest
    })
    .map(([path]) => finding("files/changed", { path, algorithm }))
}

/** Paths that one payload list names and the other does not. */
export function onlyInOne(a: Manifest, b: Manifest): Finding[] {
  const only = (one: Manifest, other: Manifest) =>
    [...one.digests.keys()]
      .filter(path => !other.digests.has(path))
      .map(path => finding("manifest/only-in", { path, of: one.name }))
  return [...only(a, b), ...only(b, a)]
}

export const isPayload = (path: string): boolean => path.startsWith("data/")
export const isProof = (path: string): boolean => path.startsWith("proofs/")
export const isTag = (path: string): boolean => !isPayload(path) && !isProof(path) && path !== TAGS

async function textOf(contents: Contents, name: string): Promise<string | EvidenceError> {
  try {
    return strictText(await contents.read(name, LIST_LIMIT))
  } catch (thrown) {
    return EvidenceError.from(thrown)
  }
}
