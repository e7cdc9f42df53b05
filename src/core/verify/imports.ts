/**
 * Proofs from elsewhere in the items' `import/` folders. What imports.json says
 * of them must be so; a stamp that is said to be over the item must hold, as
 * any other. What somebody attached on their own word is told, and counts for
 * nothing.
 */
import type { Bytes } from "../bytes.ts"
import { EvidenceError } from "../errors.ts"
import { checkStamp } from "../stamp/check.ts"
import { readReply, REPLY_LIMIT } from "../stamp/reply.ts"
import { type Contents, strictJson } from "./contents.ts"
import { type Layer, finding } from "./finding.ts"
import { type ImportedFile, readImportList } from "./import-list.ts"
import { type Judged, judgeReading, layerOf } from "./stamps.ts"

/** The file that an imported item is of is in its record, and that layer's matter. */
const INSIDE = /^data\/([^/]+)\/(import\/(?!original(?:\.|$)).+)$/
const LIST = "import/imports.json"
const LIST_LIMIT = 64 * 1024 * 1024
const DATA_LIMIT = 64 * 1024 * 1024

export async function readImports(contents: Contents, roots: readonly Bytes[]): Promise<Layer> {
  const folders = new Map<string, string[]>()
  for (const path of contents.files.keys()) {
    const [, item, inside] = INSIDE.exec(path) ?? []
    if (item === undefined || inside === undefined) continue
    const paths = folders.get(item)
    if (paths === undefined) folders.set(item, [inside])
    else paths.push(inside)
  }
  const detail: Judged[] = []
  for (const [item, paths] of folders)
    for (const each of await judgeItem(contents, item, paths, roots)) detail.push(each)
  return layerOf("imports", detail, finding("imports/none", {}))
}

async function judgeItem(
  contents: Contents,
  item: string,
  paths: readonly string[],
  roots: readonly Bytes[],
): Promise<Judged[]> {
  if (!paths.includes(LIST)) return [["fail", finding("imports/no-list", { item })]]
  let list: ReturnType<typeof readImportList>
  try {
    list = readImportList(strictJson(await contents.read(`data/${item}/${LIST}`, LIST_LIMIT)))
  } catch (thrown) {
    const reason = EvidenceError.from(thrown).message
    return [["fail", finding("imports/malformed", { item, reason })]]
  }
  const detail: Judged[] = []
  if (list.of !== contents.files.get(`data/${item}/capture.json`)?.sha256) {
    detail.push(["fail", finding("imports/of-another", { item })])
  }
  const named = new Set(list.files.map(({ path }) => path))
  for (const path of paths) {
    if (path !== LIST && !named.has(path)) detail.push(["fail", finding("imports/unlisted", { item, path })])
  }
  for (const file of list.files) detail.push(await judgeFile(contents, item, file, roots))
  return detail
}

async function judgeFile(
  contents: Contents,
  item: string,
  file: ImportedFile,
  roots: readonly Bytes[],
): Promise<Judged> {
  const { path, kind, givenName: name } = file
  const found = contents.files.get(`data/${item}/${path}`)
  if (found === undefined) return ["fail", finding("imports/missing", { item, path })]
  if (found.sha256 !== file.sha256 || found.sm3 !== file.sm3 || found.bytes !== file.bytes) {
    return ["fail", finding("imports/differs", { item, path })]
  }
  if (kind === "certificate") return ["unknown", finding("imports/not-looked-into", { item, path, name })]
  const [outcome, said] = await judgeStamp(contents, item, path, roots)
  if (file.matchedBy === "imprint") return [outcome, said]
  // Nothing said that it is over this item; where it is all the same, it is judged like the others.
  if (said.code === "time/invalid" && said.facts.fault === "imprint") {
    return ["warn", finding("imports/of-something-else", { item, path, name })]
  }
  return [outcome === "fail" ? "warn" : outcome, said]
}

async function judgeStamp(
  contents: Contents,
  item: string,
  path: string,
  roots: readonly Bytes[],
): Promise<Judged> {
  const of = { authority: path, item }
  try {
    const reply = await contents.read(`data/${item}/${path}`, REPLY_LIMIT)
    const data = await contents.read(`data/${item}/capture.json`, DATA_LIMIT)
    const reading = await checkStamp({ reply, query: null, data, roots })
    // OpenSSL is told by the ending which of the two it is to read.
    if (reading.kind !== "invalid" && (readReply(reply).status === null) !== path.endsWith(".tst")) {
      return ["fail", finding("imports/ending", { item, path })]
    }
    return judgeReading(of, reading)
  } catch (thrown) {
    // A file that is missing or too large: the check itself never throws.
    return ["fail", finding("time/unreadable", { ...of, reason: EvidenceError.from(thrown).message })]
  }
}
