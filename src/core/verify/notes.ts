/**
 * notes.json of the items: what the user says for themselves. It must be of the
 * item's own capture.json, and each version must have the SHA-256 that stands
 * beside it. What kinds of remarks there are is not asked.
 */
import { hex, utf8 } from "../bytes.ts"
import { EvidenceError } from "../errors.ts"
import { asFields, asList, asMatch, asString, asTime, malformed } from "../parse.ts"
import { type Contents, strictJson } from "./contents.ts"
import { type Finding, finding } from "./finding.ts"
import type { Hashes } from "./source.ts"

const FILE = "notes.json"
const FILE_LIMIT = 64 * 1024 * 1024

/** `paths` are those in the item's folder. */
export async function noteFaults(
  contents: Contents,
  hashes: Hashes,
  item: string,
  paths: readonly string[],
): Promise<Finding[]> {
  if (!paths.includes(FILE)) return []
  try {
    const { schema, of, remarks } = asFields(
      strictJson(await contents.read(`data/${item}/${FILE}`, FILE_LIMIT)),
      FILE,
    )
    if (schema !== 1) throw malformed("schema")
    const record = contents.files.get(`data/${item}/capture.json`)?.sha256
    return [
      ...(asString(of, "of") === record ? [] : [finding("notes/of-another", { item })]),
      ...changedRemarks(remarks, hashes).map(id => finding("notes/differs", { item, id })),
    ]
  } catch (thrown) {
    return [finding("notes/malformed", { item, reason: EvidenceError.from(thrown).message })]
  }
}

/** Ids of the remarks of which a version is not what its hash says. @throws EvidenceError `input/malformed` */
export function changedRemarks(input: unknown, hashes: Hashes): string[] {
  const ids = asList(input, "remarks", each => {
    const { id, kind, versions } = asFields(each, "remarks")
    asMatch(kind, "remarks.kind", /^[a-z-]{1,60}$/)
    const count = { seen: 0 }
    const good = asList(versions, "remarks.versions", version => {
      const { version: number, at, content, sha256 } = asFields(version, "remarks.versions")
      count.seen += 1
      if (number !== count.seen || content === undefined) throw malformed("remarks.versions")
      asTime(at, "remarks.versions.at")
      return asString(sha256, "remarks.versions.sha256") === digest(hashes, JSON.stringify(content))
    })
    if (good.length === 0) throw malformed("remarks.versions")
    return { id: asMatch(id, "remarks.id", /^[A-Za-z0-9-]{1,100}$/), isGood: good.every(is => is) }
  })
  if (new Set(ids.map(({ id }) => id)).size !== ids.length) throw malformed("remarks.id")
  return ids.filter(({ isGood }) => !isGood).map(({ id }) => id)
}

function digest(hashes: Hashes, text: string): string {
  const state = hashes.sha256()
  state.update(utf8(text))
  return hex(state.digest())
}
