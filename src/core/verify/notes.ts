/**
 * notes.json of the items: what the user says for themselves. It must be of the
 * item's own capture.json, and each version must have the SHA-256 that stands
 * beside it. What kinds of remarks there are is not asked; the files that one
 * names are (attached.ts).
 */
import { hex, utf8 } from "../bytes.ts"
import { EvidenceError } from "../errors.ts"
import { asFields, asList, asMatch, asString, asTime, malformed } from "../parse.ts"
import { filesNamedIn, type NamedFile } from "./attached.ts"
import { type Contents, strictJson } from "./contents.ts"
import { type Finding, finding } from "./finding.ts"
import type { Hashes } from "./source.ts"

const FILE = "notes.json"
const FILE_LIMIT = 64 * 1024 * 1024

export interface NotesRead {
  readonly faults: readonly Finding[]
  /** The files that they name. */
  readonly files: readonly NamedFile[]
}

/** `paths` are those in the item's folder. */
export async function readNotes(
  contents: Contents,
  hashes: Hashes,
  item: string,
  paths: readonly string[],
): Promise<NotesRead> {
  if (!paths.includes(FILE)) return { faults: [], files: [] }
  try {
    const { schema, of, remarks } = asFields(
      strictJson(await contents.read(`data/${item}/${FILE}`, FILE_LIMIT)),
      FILE,
    )
    if (schema !== 1) throw malformed("schema")
    const record = contents.files.get(`data/${item}/capture.json`)?.sha256
    const { changed, files } = readRemarks(remarks, hashes)
    const faults = [
      ...(asString(of, "of") === record ? [] : [finding("notes/of-another", { item })]),
      ...changed.map(id => finding("notes/differs", { item, id })),
    ]
    return { faults, files }
  } catch (thrown) {
    const reason = EvidenceError.from(thrown).message
    return { faults: [finding("notes/malformed", { item, reason })], files: [] }
  }
}

export interface RemarksRead {
  /** Ids of those of which a version is not what its hash says. */
  readonly changed: readonly string[]
  readonly files: readonly NamedFile[]
}

/** @throws EvidenceError `input/malformed` */
export function readRemarks(input: unknown, hashes: Hashes): RemarksRead {
  const files: NamedFile[] = []
  const ids = asList(input, "remarks", each => {
    const { id, kind, versions } = asFields(each, "remarks")
    asMatch(kind, "remarks.kind", /^[a-z-]{1,60}$/)
    const count = { seen: 0 }
    const good = asList(versions, "remarks.versions", version => {
      const { version: number, at, content, sha256 } = asFields(version, "remarks.versions")
      count.seen += 1
      if (number !== count.seen || content === undefined) throw malformed("remarks.versions")
      asTime(at, "remarks.versions.at")
      for (const named of filesNamedIn(content)) files.push(named)
      return asString(sha256, "remarks.versions.sha256") === digest(hashes, JSON.stringify(content))
    })
    if (good.length === 0) throw malformed("remarks.versions")
    return { id: asMatch(id, "remarks.id", /^[A-Za-z0-9-]{1,100}$/), isGood: good.every(is => is) }
  })
  if (new Set(ids.map(({ id }) => id)).size !== ids.length) throw malformed("remarks.id")
  return { changed: ids.filter(({ isGood }) => !isGood).map(({ id }) => id), files }
}

function digest(hashes: Hashes, text: string): string {
  const state = hashes.sha256()
  state.update(utf8(text))
  return hex(state.digest())
}
