/**
 * data/attached/: files that stand beside what the user says for themselves, in
 * notes.json of the items and in case.json. Each must be named there and be what
 * its name says, and each that is named must be there. What is in them is not
 * looked into.
 */
import { asCount, asFields, asList, asOneOf, asSha256, asString, malformed } from "../parse.ts"
import type { Contents } from "./contents.ts"
import { type Finding, finding } from "./finding.ts"

/** The folder, which is no item's. */
export const ATTACHED = "attached"
export const ATTACHED_FILE = /^data\/attached\/[0-9a-f]{64}\.(?:pdf|png|jpg|ofd)$/
const FOLDER = `data/${ATTACHED}/`

export interface NamedFile {
  readonly path: string
  readonly sha256: string
  readonly bytes: number
}

/** Those that the content of a version names, of whatever kind it is. @throws EvidenceError `input/malformed` */
export function filesNamedIn(content: unknown): NamedFile[] {
  if (typeof content !== "object" || content === null || !("files" in content)) return []
  return asList(content.files, "files", each => {
    const { name, form, bytes, sha256 } = asFields(each, "files")
    if (asString(name, "files.name") === "") throw malformed("files.name")
    const hash = asSha256(sha256, "files.sha256")
    const ending = asOneOf(form, "files.form", ["pdf", "png", "jpg", "ofd"])
    return { path: `${FOLDER}${hash}.${ending}`, sha256: hash, bytes: asCount(bytes, "files.bytes") }
  })
}

/** `named`: by all that is said in the bundle. */
export function attachedFaults(contents: Contents, named: readonly NamedFile[]): Finding[] {
  const paths = new Set(named.map(({ path }) => path))
  const there = [...contents.files.keys()].filter(path => path.startsWith(FOLDER))
  return [
    ...there.filter(path => !paths.has(path)).map(path => finding("attached/unlisted", { path })),
    ...named.flatMap(({ path, sha256, bytes }): Finding[] => {
      const found = contents.files.get(path)
      if (found === undefined) return [finding("attached/missing", { path })]
      const isSame = found.sha256 === sha256 && found.bytes === bytes
      return isSame ? [] : [finding("attached/differs", { path })]
    }),
  ]
}
