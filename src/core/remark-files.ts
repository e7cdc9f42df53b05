/**
 * Files that the user puts beside what they say: the platform's answer to a
 * complaint, a receipt. No evidence of ours and never shown here: each is known
 * by its own SHA-256, which stands in the content that it belongs to, and so in
 * the hash of that content.
 *
 * In bundles they are `data/attached/`, named by their hash: what stands beside
 * an item's words and beside a case's is one folder, and one file in both is one.
 */
import { asCount, asFields, asList, asOneOf, asSha256, asString, malformed } from "./parse.ts"
import { PROOF_LIMIT } from "./proof/proof.ts"
import { type Sha256 } from "./seal/hash.ts"

/** Told by the bytes (core/proof/form.ts), and the ending of the file in a bundle. */
export const remarkFileForms = ["pdf", "png", "jpg", "ofd"] as const
export type RemarkFileForm = (typeof remarkFileForms)[number]

export interface RemarkFile {
  /** What it was called where it came from: text, never a name of ours. */
  readonly name: string
  readonly form: RemarkFileForm
  readonly bytes: number
  readonly sha256: Sha256
}

/** Beside one complaint or one cost. */
export const MOST_REMARK_FILES = 10
/** What file systems allow; a longer name is somebody's doing. */
export const LONGEST_FILE_NAME = 255

/** Below data/ in a bundle. */
export const attachedPath = ({ sha256, form }: Pick<RemarkFile, "sha256" | "form">): string =>
  `attached/${sha256}.${form}`

/** None where nothing is given. @throws EvidenceError `input/malformed`, with the name of the field */
export function parseRemarkFiles(input: unknown): RemarkFile[] {
  if (input === undefined) return []
  const files = asList(input, "files", parseRemarkFile)
  if (files.length > MOST_REMARK_FILES) throw malformed("files")
  if (new Set(files.map(({ sha256 }) => sha256)).size !== files.length) throw malformed("files: one twice")
  return files
}

function parseRemarkFile(input: unknown): RemarkFile {
  const { name, form, bytes, sha256 } = asFields(input, "files")
  const said = asString(name, "files.name")
  const size = asCount(bytes, "files.bytes")
  if (said === "" || said.length > LONGEST_FILE_NAME) throw malformed("files.name")
  if (size === 0 || size > PROOF_LIMIT) throw malformed("files.bytes")
  return {
    name: said,
    form: asOneOf(form, "files.form", remarkFileForms),
    bytes: size,
    sha256: asSha256(sha256, "files.sha256"),
  }
}
