/**
 * Redacted copies of an item's pictures: redacted/redactions.json and the files
 * that it names. Each must be of the item's own capture.json and of a picture
 * that this lists, must be the file that is there, and may not pass for the
 * picture itself. What is covered is not looked into: the copy is what counts.
 */
import { EvidenceError } from "../errors.ts"
import {
  asCount,
  asFields,
  asList,
  asMatch,
  asOneOf,
  asSha256,
  asString,
  asTime,
  malformed,
} from "../parse.ts"
import { type Contents, strictJson } from "./contents.ts"
import { type Finding, finding } from "./finding.ts"
import { checkArea, type NamedPicture, ofRecord, readPictureName } from "./picture-name.ts"
import type { ListedFile } from "./record-reading.ts"

const FOLDER = "redacted/"
const LIST = "redacted/redactions.json"
const LIST_LIMIT = 64 * 1024 * 1024
/** The name says what it is, wherever the file is taken to. */
const PATH = /^redacted\/[a-z0-9-]+-redacted\.png$/

interface Copy extends NamedPicture {
  readonly bytes: number
  readonly original: NamedPicture
}

/** `paths` are those in the item's folder, `files` those of its record. */
export async function redactionFaults(
  contents: Contents,
  item: string,
  paths: readonly string[],
  files: readonly ListedFile[],
): Promise<Finding[]> {
  const there = paths.filter(path => path.startsWith(FOLDER) && path !== LIST)
  if (!paths.includes(LIST)) return there.map(path => finding("redacted/unlisted", { item, path }))
  let list: ReturnType<typeof readList>
  try {
    list = readList(strictJson(await contents.read(`data/${item}/${LIST}`, LIST_LIMIT)))
  } catch (thrown) {
    const reason = EvidenceError.from(thrown).message
    return [finding("redacted/malformed", { item, reason })]
  }
  const record = contents.files.get(`data/${item}/capture.json`)?.sha256
  const isListed = ofRecord(files)
  const named = new Set(list.copies.map(({ path }) => path))
  return [
    ...(list.of === record ? [] : [finding("redacted/of-another", { item })]),
    ...there.filter(path => !named.has(path)).map(path => finding("redacted/unlisted", { item, path })),
    ...list.copies.flatMap(copy => copyFaults(contents, item, copy, isListed)),
  ]
}

function copyFaults(
  contents: Contents,
  item: string,
  copy: Copy,
  isListed: (picture: NamedPicture) => boolean,
): Finding[] {
  const { path, sha256, bytes, original } = copy
  const found = contents.files.get(`data/${item}/${path}`)
  const faults: Finding[] = []
  if (found === undefined) faults.push(finding("redacted/missing", { item, path }))
  else if (found.sha256 !== sha256 || found.bytes !== bytes) {
    faults.push(finding("redacted/differs", { item, path }))
  }
  if (!isListed(original) || original.sha256 === sha256) {
    faults.push(finding("redacted/original", { item, path }))
  }
  return faults
}

function readList(input: unknown): { readonly of: string; readonly copies: readonly Copy[] } {
  const { schema, of, copies } = asFields(input, LIST)
  if (schema !== 1) throw malformed("schema")
  const read = asList(copies, "copies", readCopy)
  if (read.length === 0) throw malformed("copies")
  if (new Set(read.map(({ path }) => path)).size !== read.length) throw malformed("copies: one twice")
  return { of: asString(of, "of"), copies: read }
}

function readCopy(input: unknown): Copy {
  const { path, sha256, bytes, source, at, original, boxes } = asFields(input, "copies")
  asOneOf(source, "copies.source", ["user"])
  asTime(at, "copies.at")
  const covered = asList(boxes, "copies.boxes", each => {
    checkArea(each, "copies.boxes")
  })
  if (covered.length === 0) throw malformed("copies.boxes")
  return {
    path: asMatch(path, "copies.path", PATH),
    sha256: asSha256(sha256, "copies.sha256"),
    bytes: asCount(bytes, "copies.bytes"),
    original: readPictureName(original, "copies.original"),
  }
}
