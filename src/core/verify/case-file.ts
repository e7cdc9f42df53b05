/** data/case.json against the folders that there are, and against itself. */
import { EvidenceError } from "../errors.ts"
import { asFields, asList, asMatch, asString, asStringOrNull, type Fields, malformed } from "../parse.ts"
import { type Contents, strictJson } from "./contents.ts"
import { finding } from "./finding.ts"
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

export async function readCase(
  contents: Contents,
  hashes: Hashes,
  folders: ReadonlyMap<string, unknown>,
): Promise<NotesRead> {
  const broken = (reason: string) => ({ faults: [finding("records/case-malformed", { reason })], files: [] })
  if (!contents.files.has(CASE)) return broken(CASE)
  try {
    const file = asFields(strictJson(await contents.read(CASE, CASE_LIMIT)), "case")
    const items = asList(file.items, "items", each => {
      const { item, case: number, origins, id } = asFields(each, "items")
      if (origins !== undefined) {
        originsOf(origins)
        asString(id, "items.id")
      }
      return {
        item: asString(item, "items.item"),
        number: number === undefined ? null : asMatch(number, "items.case", NUMBER),
      }
    })
    const listed = new Set(items.map(({ item }) => item))
    if (listed.size !== items.length) throw malformed("items")
    const cases = casesIn(file, hashes)
    const numbers = new Set(cases.map(({ number }) => number))
    // Of several, each item says in which it is; of one as well. A bundle of before there were cases names none.
    if (items.some(({ number }) => (numbers.size === 0 ? number !== null : !numbers.has(number ?? "")))) {
      throw malformed("items.case")
    }
    const faults = [
      ...[...listed].filter(item => !folders.has(item)).map(item => finding("records/no-folder", { item })),
      ...[...folders.keys()]
        .filter(item => !listed.has(item))
        .map(item => finding("records/not-in-case", { item })),
      ...cases.flatMap(({ number, said }) =>
        said.changed.map(id => finding("notes/differs", { item: number, id })),
      ),
    ]
    return { faults, files: cases.flatMap(({ said }) => said.files) }
  } catch (thrown) {
    return broken(EvidenceError.from(thrown).message)
  }
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
