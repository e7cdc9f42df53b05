/** The items of a bundle: read one after the other, up to what one bundle may hold. */
import { MOST_ITEM_FILES } from "../core/bundle/bundle.ts"
import { type ItemSnapshot, type LeftOut, type OriginFiles } from "../core/bundle/snapshot.ts"
import { EvidenceError } from "../core/errors.ts"
import { itemName } from "../core/evidence.ts"
import { type CaptureRow } from "../vault/capture-row.ts"
import { capturesById } from "../vault/read-entries.ts"
import { type ExportRow, type Vault } from "../vault/schema.ts"
import { type Check, readItem } from "./item-of-export.ts"
import { readOrigins } from "./origins-of-export.ts"

export interface ItemsOfExport {
  readonly items: readonly { readonly item: ItemSnapshot; readonly capture: CaptureRow }[]
  /** What goes along of the bundles that they came in. */
  readonly origins: readonly OriginFiles[]
  readonly leftOut: readonly LeftOut[]
  /** Ids of the captures that were left out as damaged. */
  readonly damaged: readonly string[]
  /** Ids of those for which there was no more room: they are for the next bundle. */
  readonly next: readonly string[]
}

/**
 * Reads each item of an export; `told` is called before each, with how many were read. An item with a damaged file is
 * left out and named. Once one does not fit any more (bundle.md: the writer splits a bundle before it would pass the
 * format's limits), it and all after it are left for the next bundle.
 *
 * @param most how many files of items one bundle may have
 * @throws EvidenceError `vault/missing` without the row of a capture, `vault/damaged` where nothing could be read whole
 */
export async function readItems(
  vault: Vault,
  check: Check,
  row: ExportRow,
  told: (read: number) => Promise<void>,
  most: number = MOST_ITEM_FILES,
): Promise<ItemsOfExport> {
  const captures = await capturesById(vault, row.captures)
  if (captures.length < row.captures.length)
    throw new EvidenceError("vault/missing", "a capture of the export")
  const items: { readonly item: ItemSnapshot; readonly capture: CaptureRow }[] = []
  const origins = new Map<string, OriginFiles>()
  const damaged: CaptureRow[] = []
  let [files, at] = [0, 0]
  for (; at < captures.length; at += 1) {
    const capture = captures[at]
    if (capture === undefined) break
    await told(at)
    const item = await readItem(vault, check, capture, row)
    if (item === null) {
      damaged.push(capture)
      continue
    }
    const more = (await readOrigins(vault, check, [item])).filter(({ bundle }) => !origins.has(bundle))
    files += filesOf(item) + more.reduce((sum, origin) => sum + origin.files.length, 0)
    // The first one goes in whatever it has: what is too much for a bundle alone is refused by the writer.
    if (files > most && items.length > 0) break
    for (const origin of more) origins.set(origin.bundle, origin)
    items.push({ item, capture })
  }
  if (items.length === 0) throw new EvidenceError("vault/damaged", "no item could be read whole")
  const next = captures.slice(at)
  return {
    items,
    origins: [...origins.values()],
    leftOut: [...left(damaged, "damaged"), ...left(next, "limit")],
    damaged: damaged.map(({ id }) => id),
    next: next.map(({ id }) => id),
  }
}

const filesOf = ({ files, attached = [] }: ItemSnapshot): number => files.length + attached.length

const left = (captures: readonly CaptureRow[], reason: LeftOut["reason"]): LeftOut[] =>
  captures.map(({ item }) => ({ item: itemName(item), reason }))
