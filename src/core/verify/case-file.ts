/** data/case.json against the folders that there are, against the records in them, and against itself. */
import { EvidenceError } from "../errors.ts"
import {
  asCount,
  asFields,
  asList,
  asMatch,
  asSha256,
  asString,
  asStringOrNull,
  type Fields,
  malformed,
} from "../parse.ts"
import { type Contents, strictJson } from "./contents.ts"
import { type Finding, finding } from "./finding.ts"
import { type NotesRead, readRemarks, type RemarksRead } from "./notes.ts"
import type { Hashes } from "./source.ts"

const CASE = "data/case.json"
const CASE_LIMIT = 64 * 1024 * 1024
const NUMBER = /^c\d{3,}$/
const BUNDLE = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What data/case.json says of an item that came here out of other bundles. */
export interface CameBy {
  /** The id that it has here. */
  readonly id: string
  /** The bundles, the first one first, and its number in each. */
  readonly origins: readonly { readonly bundle: string; readonly item: string }[]
}

/** By the item's folder. Empty where the file is missing or malformed: {@link readCase} says so. */
export async function readCameBy(contents: Contents): Promise<ReadonlyMap<string, CameBy>> {
  const found = new Map<string, CameBy>()
  if (!contents.files.has(CASE)) return found
  try {
    const file = asFields(strictJson(await contents.read(CASE, CASE_LIMIT)), "case")
    asList(file.items, "items", each => {
      const given = asFields(each, "items")
      if (given.origins === undefined) return
      found.set(asString(given.item, "items.item"), {
        id: asString(given.id, "items.id"),
        origins: originsOf(given.origins),
      })
    })
    return found
  } catch (thrown) {
    if (EvidenceError.from(thrown).code === "input/malformed") return new Map()
    throw thrown
  }
}

function originsOf(input: unknown): CameBy["origins"] {
  const origins = asList(input, "items.origins", each => {
    const { bundle, item } = asFields(each, "items.origins")
    return {
      bundle: asMatch(bundle, "items.origins.bundle", BUNDLE),
      item: asString(item, "items.origins.item"),
    }
  })
  if (origins.length === 0) throw malformed("items.origins")
  return origins
}

/** `newer`: its schema, where that is one that is not known here, and 0 where it is. */
export interface CaseFileRead extends NotesRead {
  readonly newer: number
  /** The id that each item has here; empty where the file cannot be read. */
  readonly ids: ReadonlyMap<string, string>
}

export async function readCase(
  contents: Contents,
  hashes: Hashes,
  folders: ReadonlyMap<string, unknown>,
): Promise<CaseFileRead> {
  const broken = (reason: string) => ({
    ...{
      faults: [finding("records/case-malformed", { reason })],
      files: [],
      newer: 0,
      ids: new Map<string, string>(),
    },
  })
  if (!contents.files.has(CASE)) return broken(CASE)
  try {
    const file = asFields(strictJson(await contents.read(CASE, CASE_LIMIT)), "case")
    const newer = newerSchema(file.schema)
    const items = asList(file.items, "items", each => {
      const { item, case: number, origins, id, sha256, path } = asFields(each, "items")
      if (origins !== undefined) originsOf(origins)
      return {
        item: asString(item, "items.item"),
        id: asString(id, "items.id"),
        said: { path: asString(path, "items.path"), sha256: asSha256(sha256, "items.sha256") },
        number: number === undefined ? null : asMatch(number, "items.case", NUMBER),
      }
    })
    const listed = new Set(items.map(({ item }) => item))
    if (listed.size !== items.length) throw malformed("items")
    const leftOut = asList(file.leftOut, "leftOut", each => {
      const { item, reason } = asFields(each, "leftOut")
      asString(reason, "leftOut.reason")
      return asString(item, "leftOut.item")
    })
    const cases = casesIn(file, hashes)
    const numbers = new Set(cases.map(({ number }) => number))
    // Of several, each item says in which it is; of one as well. A bundle of before there were cases names none.
    if (items.some(({ number }) => (numbers.size === 0 ? number !== null : !numbers.has(number ?? "")))) {
      throw malformed("items.case")
    }
    const ids = new Map(items.map(({ item, id }) => [item, id]))
    const faults = [
      ...[...listed].filter(item => !folders.has(item)).map(item => finding("records/no-folder", { item })),
      ...[...folders.keys()]
        .filter(item => !listed.has(item))
        .map(item => finding("records/not-in-case", { item })),
      ...leftOut.filter(item => listed.has(item)).map(item => finding("record/case-both", { item })),
      ...items.flatMap(({ item, said }) => recordFaults(contents, item, said)),
      ...cases.flatMap(({ number, said }) =>
        said.changed.map(id => finding("notes/differs", { item: number, id })),
      ),
    ]
    return { faults, files: cases.flatMap(({ said }) => said.files), newer, ids }
  } catch (thrown) {
    return broken(EvidenceError.from(thrown).message)
  }
}

/** @throws EvidenceError `input/malformed` for what no version writes */
function newerSchema(schema: unknown): number {
  const number = asCount(schema, "schema")
  if (number === 0) throw malformed("schema")
  return number === 1 ? 0 : number
}

/** Which record the item is of: where that is not there, another finding says so. */
function recordFaults(
  contents: Contents,
  item: string,
  { path, sha256 }: { readonly path: string; readonly sha256: string },
): Finding[] {
  const own = `data/${item}/capture.json`
  const found = contents.files.get(own)
  if (path !== own) return [finding("record/case-differs", { item, what: "path" })]
  if (found === undefined || found.sha256 === sha256) return []
  return [finding("record/case-differs", { item, what: "sha256" })]
}

interface CaseRead {
  readonly number: string
  readonly title: string | null
  /** What the user says of it. */
  readonly said: RemarksRead
}

/** Number and title on top must be those of the only case, and nobody's where there are several. */
function casesIn(file: Fields, hashes: Hashes): CaseRead[] {
  const number = asStringOrNull(file.caseNumber, "caseNumber")
  const title = asStringOrNull(file.title, "title")
  if (file.cases === undefined) {
    if (number !== null || title !== null) throw malformed("cases")
    return []
  }
  const cases = asList(file.cases, "cases", (each): CaseRead => {
    const given = asFields(each, "cases")
    return {
      number: asMatch(given.number, "cases.number", NUMBER),
      title: asStringOrNull(given.title, "cases.title"),
      said: given.remarks === undefined ? { changed: [], files: [] } : readRemarks(given.remarks, hashes),
    }
  })
  const [only, ...others] = cases
  if (only === undefined || new Set(cases.map(each => each.number)).size !== cases.length)
    throw malformed("cases")
  const one = others.length === 0 ? only : { number: null, title: null }
  if (one.number !== number || one.title !== title) throw malformed("caseNumber")
  return cases
}
