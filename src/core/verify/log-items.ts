/** The items of a bundle, as far as the custody log speaks of them. */
import { EvidenceError } from "../errors.ts"
import { asBoolean, asFields, asString, asStrings } from "../parse.ts"
import type { CameBy } from "./case-file.ts"
import { type Contents, strictJson } from "./contents.ts"

const ITEM = /^data\/(e\d{3,})\/./
const CASE = "data/case.json"
const JSON_LIMIT = 64 * 1024 * 1024

export interface LoggedItem {
  /** Its folder. */
  readonly item: string
  /** The id that it has in this log. */
  readonly id: string
  /** SHA-256 of its capture.json. */
  readonly hash: string
  /** What that says of itself. */
  readonly own: { readonly id: string; readonly item: string }
  readonly isComplete: boolean
  /** A file from elsewhere was given, and nothing captured. */
  readonly isImport: boolean
  /** The bundles that it came in, the first one first; empty of one that was captured here. */
  readonly hands: CameBy["origins"]
}

/** Null where a record cannot be read: that is another layer's to say, and nothing is known of who is missing then. */
export async function readItems(
  contents: Contents,
  cameBy: ReadonlyMap<string, CameBy>,
): Promise<readonly LoggedItem[] | null> {
  const items: LoggedItem[] = []
  const folders = new Set(Array.from(contents.files.keys(), path => ITEM.exec(path)?.[1] ?? ""))
  folders.delete("")
  for (const item of folders) {
    const path = `data/${item}/capture.json`
    const hash = contents.files.get(path)?.sha256
    if (hash === undefined) return null
    const fields = await readFields(contents, path)
    if (fields === null) return null
    const came = cameBy.get(item)
    items.push({ item, id: came?.id ?? fields.own.id, hash, hands: came?.origins ?? [], ...fields })
  }
  return items
}

async function readFields(
  contents: Contents,
  path: string,
): Promise<Pick<LoggedItem, "own" | "isComplete" | "isImport"> | null> {
  try {
    const record = asFields(strictJson(await contents.read(path, JSON_LIMIT)), "record")
    return {
      own: { id: asString(record.id, "id"), item: asString(record.item, "item") },
      isComplete: asBoolean(record.complete, "complete"),
      isImport: record.trigger === "import",
    }
  } catch (thrown) {
    if (EvidenceError.from(thrown).code === "input/malformed") return null
    throw thrown
  }
}

/** The numbers of those that the export was asked for and does not hold; null where data/case.json cannot be read. */
export async function readLeftOut(contents: Contents): Promise<ReadonlySet<string> | null> {
  if (!contents.files.has(CASE)) return null
  try {
    const { leftOut } = asFields(strictJson(await contents.read(CASE, JSON_LIMIT)), "case")
    const given: unknown[] = Array.isArray(leftOut) ? leftOut : []
    return new Set(
      asStrings(
        given.map(each => asFields(each, "leftOut").item),
        "leftOut.item",
      ),
    )
  } catch (thrown) {
    if (EvidenceError.from(thrown).code === "input/malformed") return null
    throw thrown
  }
}
