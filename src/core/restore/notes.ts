import { asCount, asFields, asList, asMatch, asSha256, asTime, malformed } from "../parse.ts"
import { hashOfContent, parseSaid, type Remark, type RemarkVersion } from "../remarks.ts"

/**
 * Remarks as `notes.json` and case.json hold them. Throws `input/malformed`, also
 * for a version that is not what its hash says.
 */
export function parseRemarks(input: unknown): Remark[] {
  return asList(input, "remarks", each => {
    const { id, kind, versions } = asFields(each, "remarks")
    const read = asList(versions, "remarks.versions", (given): RemarkVersion => {
      const { version, at, content, sha256 } = asFields(given, "remarks.versions")
      const said = parseSaid({ kind, content })
      const hash = asSha256(sha256, "remarks.sha256")
      if (hashOfContent(said) !== hash) throw malformed("remarks.sha256")
      return {
        ...said,
        version: asCount(version, "remarks.version"),
        at: asTime(at, "remarks.at"),
        sha256: hash,
      }
    })
    if (read.length === 0 || read.some(({ version }, index) => version !== index + 1)) {
      throw malformed("remarks.versions")
    }
    return { id: asMatch(id, "remarks.id", /^[A-Za-z0-9-]{1,100}$/), versions: read }
  })
}
