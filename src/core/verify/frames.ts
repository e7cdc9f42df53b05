/**
 * The frames of a record against the pictures that they name: each is a PNG of
 * the size that is stated, taken from the screen, once; and no picture lies
 * among them that no frame names.
 */
import type { Contents } from "./contents.ts"
import { type Finding, finding, type Told } from "./finding.ts"
import { pngSize } from "./picture-head.ts"
import type { CheckedRecord } from "./record-reading.ts"

const FIRST = "frames/0000.png"
const FOLDER = "frames/"
/** Other words for where a file is from, all of which say that it is no frame. A word not known is told of elsewhere. */
const NO_SCREEN = new Set(["dom", "re-requested", "server", "derived", "re-drawn", "imported"])
/** What a record says is missing where its first frame is. */
const WITHOUT_FIRST = new Set(["as-seen", "frames"])

/** `paths` are those in the item's folder. */
export async function frameFindings(
  contents: Contents,
  item: string,
  record: CheckedRecord,
  paths: readonly string[],
): Promise<Told> {
  const { frames, pages, said } = record
  const sources = new Map(record.files.map(({ path, source }) => [path, source]))
  const named = new Set<string>()
  const faults: Finding[] = []
  for (const { path, width, height } of frames) {
    if (named.has(path)) faults.push(finding("record/frame-twice", { item, path }))
    named.add(path)
    const source = sources.get(path) ?? ""
    if (NO_SCREEN.has(source)) faults.push(finding("record/frame-source", { item, path, source }))
    const whole = `data/${item}/${path}`
    // One that is not there is missed by whoever reads the record's files.
    if (!contents.files.has(whole)) continue
    const size = await pngSize(contents, whole)
    if (size === null) faults.push(finding("record/frame-no-picture", { item, path }))
    else if (size.width !== width || size.height !== height) {
      const [says, found] = [
        `${String(width)}×${String(height)}`,
        `${String(size.width)}×${String(size.height)}`,
      ]
      faults.push(finding("record/frame-size", { item, path, says, found }))
    }
  }
  for (const path of paths) {
    if (path.startsWith(FOLDER) && !named.has(path))
      faults.push(finding("record/frame-unnamed", { item, path }))
  }
  for (const { path, from } of pages) {
    if (from.length === 0) faults.push(finding("record/page-of-nothing", { item, path }))
  }
  const isUnsaid =
    frames.length > 0 && !named.has(FIRST) && !said.missing.some(what => WITHOUT_FIRST.has(what))
  return { faults, warnings: isUnsaid ? [finding("record/no-first-frame", { item })] : [] }
}
