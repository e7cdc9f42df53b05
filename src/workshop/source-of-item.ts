/** The first lines of an item's source, for the report. */
import { type ItemSnapshot, type StoredFile } from "../core/bundle/snapshot.ts"
import { SOURCE_HEAD_BYTES, sourceHead } from "../core/papers/source-head.ts"
import { charsetOf } from "../core/server/body-text.ts"

/** Nothing where there is no source, or none that is text in a charset that the browser knows. */
export async function readSourceHead(
  files: readonly StoredFile[],
  contentType: string,
): Promise<Pick<ItemSnapshot, "sourceHead">> {
  const file = files.find(({ path }) => path === "source.html")
  if (file === undefined) return {}
  const bytes = new Uint8Array(await file.blob.slice(0, SOURCE_HEAD_BYTES).arrayBuffer())
  const lines = sourceHead(decoded(bytes, contentType))
  return lines.length === 0 ? {} : { sourceHead: lines }
}

/** A letter that was cut in two at the end is left out with what follows it. */
function decoded(bytes: Uint8Array<ArrayBuffer>, contentType: string): string {
  const start = Array.from(bytes.subarray(0, 1024), byte => String.fromCharCode(byte)).join("")
  try {
    return new TextDecoder(charsetOf(contentType, start)).decode(bytes, { stream: true })
  } catch (thrown) {
    // A charset that the page made up; in any it would be a guess.
    if (thrown instanceof RangeError) return ""
    throw thrown
  }
}
