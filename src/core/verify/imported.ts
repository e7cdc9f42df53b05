/**
 * An item that was brought in from elsewhere: its file must be the one that its
 * record names, and the record must not speak of it as of a capture. What the
 * file shows is its maker's word; nothing here can say whether it is true.
 */
import { EvidenceError } from "../errors.ts"
import { asFields, asList, asString, malformed } from "../parse.ts"
import { type Contents, strictJson } from "./contents.ts"
import { type Finding, finding } from "./finding.ts"

export const ORIGINAL = /^import\/original(?:\.[a-z0-9]{1,5})?$/
const JSON_LIMIT = 64 * 1024 * 1024

/** `paths` are those in the item's folder, whose capture.json is known to be readable. */
export async function importedFaults(
  contents: Contents,
  item: string,
  paths: readonly string[],
): Promise<Finding[]> {
  try {
    const record = asFields(
      strictJson(await contents.read(`data/${item}/capture.json`, JSON_LIMIT)),
      "record",
    )
    const originals = paths.filter(path => ORIGINAL.test(path))
    const isImport = record.trigger === "import"
    if (record.imported === undefined && originals.length === 0 && !isImport) return []
    if (!isImport) throw malformed("trigger")
    const files = asList(record.files, "files", file => asFields(file, "files"))
    const own = files.filter(({ path }) => ORIGINAL.test(asString(path, "files.path")))
    if (own.some(({ source }) => source !== "imported")) throw malformed("files.source")
    if (own.length > 1 || originals.length > 1) throw malformed("files: two originals")
    // One whose file was gone when the record was closed says so among its gaps.
    const [original] = own
    if (original !== undefined) checkNamed(record.imported, original)
    const frames = asList(record.frames, "frames", frame => frame)
    const pages = asList(record.pages, "pages", page => page)
    const gaps = asList(record.gaps, "gaps", gap => asFields(gap, "gaps").what)
    const saysCaptured =
      frames.length + pages.length > 0 || record.complete !== false || !gaps.includes("origin")
    return [
      ...(saysCaptured ? [finding("imported/as-captured", { item })] : []),
      ...(original === undefined && !gaps.includes("file")
        ? [finding("record/file-gone-unsaid", { item })]
        : []),
    ]
  } catch (thrown) {
    return [finding("imported/malformed", { item, reason: EvidenceError.from(thrown).message })]
  }
}

function checkNamed(imported: unknown, original: Readonly<Record<string, unknown>>): void {
  const { file, bytes, givenName } = asFields(imported, "imported")
  if (file !== original.path) throw malformed("imported.file")
  if (bytes !== original.bytes) throw malformed("imported.bytes")
  asString(givenName, "imported.givenName")
}
