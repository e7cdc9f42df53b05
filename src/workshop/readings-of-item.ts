/** What was read again of an item, as files of its folder in a bundle. */
import { type StoredFile } from "../core/bundle/snapshot.ts"
import { utf8 } from "../core/bytes.ts"
import { type CountersSummary } from "../core/readings/reading.ts"
import { READINGS, type VisitorSummary } from "../core/server/reading.ts"
import { readBack, readBlob } from "../vault/blobs.ts"
import { readingsOf } from "../vault/read.ts"
import { isCountersRow, isVisitorRow } from "../vault/reading-row.ts"
import { type Vault } from "../vault/schema.ts"
import { smallFile } from "./small-file.ts"

interface ItemReadings {
  readonly files: readonly StoredFile[]
  readonly readings: readonly VisitorSummary[]
  readonly counters: readonly CountersSummary[]
}

/**
 * Those whose lines in custody stand in the bundle's log, which ends with line
 * `custodySeq`. Throws `vault/missing` or `vault/damaged` for one that is not as it was kept.
 */
export async function readReadings(
  vault: Vault,
  captureId: string,
  custodySeq: number,
): Promise<ItemReadings> {
  const rows = (await readingsOf(vault, captureId)).filter(row => row.custodySeq <= custodySeq)
  if (rows.length === 0) return { files: [], readings: [], counters: [] }
  const files: StoredFile[] = []
  for (const { path, sha256 } of rows.flatMap(row => row.files)) {
    const hashed = await smallFile(path, await readBack(vault, sha256))
    files.push({ ...hashed, blob: await readBlob(vault, sha256) })
  }
  const lines = rows.map(({ line }) => line).join("")
  return {
    files: [...files, await smallFile(READINGS, utf8(lines))],
    readings: rows.filter(isVisitorRow).map(({ summary }) => summary),
    counters: rows.filter(isCountersRow).map(({ summary }) => summary),
  }
}
