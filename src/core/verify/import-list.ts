/** imports.json, as far as checking rests on it. */
import { asCount, asFields, asList, asOneOf, asString, malformed } from "../parse.ts"

export interface ImportedFile {
  /** In the item's folder. */
  readonly path: string
  readonly sha256: string
  readonly sm3: string
  readonly bytes: number
  readonly kind: "stamp" | "certificate"
  /** What it was called where it came from. */
  readonly givenName: string
  readonly matchedBy: "imprint" | "user"
}

export interface ImportList {
  /** SHA-256 of the capture.json that they are about. */
  readonly of: string
  readonly files: readonly ImportedFile[]
}

const STAMP = /^import\/\d{4,}\.ts[rt]$/
const CERTIFICATE = /^import\/\d{4,}\.(?:pdf|png|jpg|ofd)$/

/** Throws `input/malformed` for another schema, a name that the format has no place for, or one that is there twice. */
export function readImportList(input: unknown): ImportList {
  const { schema, of, files } = asFields(input, "imports.json")
  if (schema !== 1) throw malformed("schema")
  const list = { of: asString(of, "of"), files: asList(files, "files", readFile) }
  if (new Set(list.files.map(({ path }) => path)).size !== list.files.length)
    throw malformed("files: one twice")
  return list
}

function readFile(input: unknown): ImportedFile {
  const file = asFields(input, "files")
  const path = asString(file.path, "files.path")
  const kind = asOneOf(file.kind, "files.kind", ["stamp", "certificate"])
  const matchedBy = asOneOf(file.matchedBy, "files.matchedBy", ["imprint", "user"])
  if (!(kind === "stamp" ? STAMP : CERTIFICATE).test(path)) throw malformed("files.path")
  // A paper holds no imprint that anything could be matched by.
  if (kind === "certificate" && matchedBy !== "user") throw malformed("files.matchedBy")
  asString(file.at, "files.at")
  return {
    ...{ path, kind, matchedBy },
    sha256: asString(file.sha256, "files.sha256"),
    sm3: asString(file.sm3, "files.sm3"),
    bytes: asCount(file.bytes, "files.bytes"),
    givenName: asString(file.givenName, "files.givenName"),
  }
}
