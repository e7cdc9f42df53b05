import { filesOfSaid, type Remark, type RemarkVersion } from "../core/remarks.ts"
import { type Sha256 } from "../core/seal/hash.ts"

/** One version of what the user said of an item or a case. Never changed; those of an item go with it. */
export type RemarkRow = RemarkVersion & {
  /** Of the note, the labels or the complaint that it is a version of. */
  readonly id: string
  /** The id of the capture, or of the case. */
  readonly of: string
  /** SHA-256 of the files that stand with it, under which their bytes are stored; not there for none. */
  readonly files?: readonly Sha256[]
  /** When it came out of a bundle; not there for what was written here. */
  readonly receivedAt?: string
}

/** A version as a row, with the files that it names. */
export function remarkRow(version: RemarkVersion, id: string, of: string): RemarkRow {
  const files = filesOfSaid(version).map(({ sha256 }) => sha256)
  return files.length === 0 ? { ...version, id, of } : { ...version, id, of, files }
}

/** One note, the labels of an item, one complaint or one cost, as the vault has it. */
export interface KeptRemark extends Remark {
  readonly versions: readonly RemarkRow[]
}

/** Rows as they are sorted by id and version, as remarks in the order in which they were begun. */
export function remarksIn(rows: readonly RemarkRow[]): KeptRemark[] {
  const found = new Map<string, RemarkRow[]>()
  for (const row of rows) {
    const versions = found.get(row.id)
    if (versions === undefined) found.set(row.id, [row])
    else versions.push(row)
  }
  const begun = ({ versions }: KeptRemark) => versions[0]?.at ?? ""
  return [...found]
    .map(([id, versions]) => ({ id, versions: versions.sort((a, b) => a.version - b.version) }))
    .sort((a, b) => (begun(a) < begun(b) ? -1 : begun(a) > begun(b) ? 1 : 0))
}
