/**
 * annotations.json of the items: what the user marked must be of the item's own
 * capture.json and on pictures that this lists, and say of itself that it is the
 * user's. Kinds of marks that are not known here are held to the same.
 */
import { EvidenceError } from "../errors.ts"
import { asFields, asList, asMatch, asOneOf, asString, asTime, malformed } from "../parse.ts"
import { type Contents, strictJson } from "./contents.ts"
import { type Finding, finding } from "./finding.ts"
import { checkArea, type NamedPicture, ofRecord, readPictureName } from "./picture-name.ts"
import type { ListedFile } from "./record-reading.ts"

const FILE = "annotations.json"
const FILE_LIMIT = 64 * 1024 * 1024

/** `paths` are those in the item's folder, `files` those of its record. */
export async function annotationFaults(
  contents: Contents,
  item: string,
  paths: readonly string[],
  files: readonly ListedFile[],
): Promise<Finding[]> {
  if (!paths.includes(FILE)) return []
  try {
    const { of, pictures } = readFile(strictJson(await contents.read(`data/${item}/${FILE}`, FILE_LIMIT)))
    const record = contents.files.get(`data/${item}/capture.json`)?.sha256
    const isListed = ofRecord(files)
    const strange = pictures.filter(picture => !isListed(picture)).map(({ path }) => path)
    return [
      ...(of === record ? [] : [finding("annotations/of-another", { item })]),
      ...Array.from(new Set(strange), path => finding("annotations/picture", { item, path })),
    ]
  } catch (thrown) {
    const reason = EvidenceError.from(thrown).message
    return [finding("annotations/malformed", { item, reason })]
  }
}

function readFile(input: unknown): { readonly of: string; readonly pictures: readonly NamedPicture[] } {
  const { schema, of, annotations } = asFields(input, FILE)
  if (schema !== 1) throw malformed("schema")
  const pictures = asList(annotations, "annotations", each => {
    const { picture, source, at, marks } = asFields(each, "annotations")
    asOneOf(source, "annotations.source", ["user"])
    asTime(at, "annotations.at")
    asList(marks, "annotations.marks", checkMark)
    return readPictureName(picture, "annotations.picture")
  })
  if (pictures.length === 0) throw malformed("annotations")
  return { of: asString(of, "of"), pictures }
}

function checkMark(input: unknown): void {
  const { kind, note } = asFields(input, "marks")
  asMatch(kind, "marks.kind", /^[a-z-]{1,60}$/)
  if (note !== undefined) asString(note, "marks.note")
  checkArea(input, "marks")
}
