/**
 * corrections.json of the items: what the user says of a field must be of the
 * item's own capture.json, and say of itself that it is the user's. Fields that
 * are not known here are held to the same.
 */
import { EvidenceError } from "../errors.ts"
import { asFields, asList, asMatch, asOneOf, asString, asTime, malformed } from "../parse.ts"
import { type Contents, strictJson } from "./contents.ts"
import { type Finding, finding } from "./finding.ts"

const FILE = "corrections.json"
const FILE_LIMIT = 64 * 1024 * 1024

/** `paths` are those in the item's folder. */
export async function correctionFaults(
  contents: Contents,
  item: string,
  paths: readonly string[],
): Promise<Finding[]> {
  if (!paths.includes(FILE)) return []
  try {
    const of = readOf(strictJson(await contents.read(`data/${item}/${FILE}`, FILE_LIMIT)))
    const record = contents.files.get(`data/${item}/capture.json`)?.sha256
    return of === record ? [] : [finding("corrections/of-another", { item })]
  } catch (thrown) {
    const reason = EvidenceError.from(thrown).message
    return [finding("corrections/malformed", { item, reason })]
  }
}

/** The record that it is about, once all of it is what it should be. */
function readOf(input: unknown): string {
  const { schema, of, corrections } = asFields(input, FILE)
  if (schema !== 1) throw malformed("schema")
  const said = asList(corrections, "corrections", each => {
    const { field, value, source, at, note } = asFields(each, "corrections")
    asMatch(field, "corrections.field", /^[A-Za-z]{1,60}$/)
    if (value !== null && asString(value, "corrections.value") === "") throw malformed("corrections.value")
    asOneOf(source, "corrections.source", ["user"])
    if (note !== undefined) asString(note, "corrections.note")
    return asTime(at, "corrections.at")
  })
  if (said.length === 0) throw malformed("corrections")
  return asString(of, "of")
}
