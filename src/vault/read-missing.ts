/** What of an item's later rows in a bundle is not here, held against each other by what they say. Nothing here writes. */
import { mergeRemarks } from "../core/restore/merge-remarks.ts"
import { type Counts, type More } from "../core/restore/more.ts"
import { type LaterRows } from "./later-rows.ts"
import { type ReadingRow } from "./reading-row.ts"
import { isReceived } from "./received-stamp.ts"
import { type RemarkRow, remarkRow, remarksIn } from "./remark-row.ts"
import { type Vault } from "./schema.ts"

export interface Missing extends More {
  readonly rows: LaterRows
}

/** Fields that say where a row lies, and nothing of what it says. */
const PLACE: ReadonlySet<string> = new Set(["id", "of", "custodySeq"])

/** What a row says, however its fields are ordered. */
const saidBy = (row: object): string =>
  JSON.stringify(row, (_name, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([name]) => value !== row || !PLACE.has(name))
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : value,
  )

interface Compared<Row> {
  readonly missing: readonly Row[]
  readonly beyond: number
}

function compare<Row extends object, Held extends object>(
  given: readonly Row[],
  held: readonly Held[],
  keyOf: (row: Row | Held) => string,
): Compared<Row> {
  const here = new Set(held.map(keyOf))
  const there = new Set(given.map(keyOf))
  return {
    missing: given.filter(row => !here.has(keyOf(row))),
    beyond: held.filter(row => !there.has(keyOf(row))).length,
  }
}

/** May be asked inside a transaction over these tables, or outside of one. `at`: the moment of what is put together of both. */
export async function missingRows(
  vault: Vault,
  captureId: string,
  given: LaterRows,
  at: string,
): Promise<Missing> {
  const readingsHere = await vault.readings.where("of").equals(captureId).toArray()
  const readings = compare(given.readings, readingsHere, row => row.line)
  // A folder has a name once: what would take one that is given here has to stay where it is.
  const names = new Set(readingsHere.flatMap(({ files }) => files.map(({ path }) => path)))
  const isFree = ({ files }: Pick<ReadingRow, "files">) => !files.some(({ path }) => names.has(path))
  const freeReadings = readings.missing.filter(isFree)
  const corrections = compare(
    given.corrections,
    await vault.corrections.where("of").equals(captureId).toArray(),
    saidBy,
  )
  const annotations = compare(
    given.annotations,
    await vault.annotations.where("of").equals(captureId).toArray(),
    saidBy,
  )
  const redactions = compare(
    given.redactions,
    await vault.redactions.where("of").equals(captureId).toArray(),
    saidBy,
  )
  const imports = compare(
    given.imports,
    await vault.imports.where("of").equals(captureId).toArray(),
    row => row.file,
  )
  const stampsHere = await vault.stamps.where("of").equals(captureId).toArray()
  // An item has one of each authority: the one that is here, or is on its way, stays.
  const stamps = compare(given.stamps, stampsHere, row => row.authority)
  const received = compare(given.stamps, stampsHere.filter(isReceived), row => row.authority)
  const remarks = await missingRemarks(vault, captureId, given.remarks, at)
  const fields = new Set(
    (await vault.corrections.where("of").equals(captureId).toArray()).map(row => row.field),
  )
  const said = corrections.missing.filter(({ field }) => fields.has(field)).length
  const missing: Counts = {
    ...{ remarks: remarks.rows.length, readings: freeReadings.length },
    ...{ corrections: corrections.missing.length, annotations: annotations.missing.length },
    ...{ redactions: redactions.missing.length, imports: imports.missing.length },
    stamps: stamps.missing.length,
  }
  const beyond: Counts = {
    ...{ remarks: remarks.beyond, readings: readings.beyond, corrections: corrections.beyond },
    ...{ annotations: annotations.beyond, redactions: redactions.beyond, imports: imports.beyond },
    stamps: received.beyond,
  }
  return {
    ...{ missing, beyond, differing: remarks.differing + said },
    notTaken: readings.missing
      .filter(row => !isFree(row))
      .flatMap(({ files }) => files.map(({ path }) => path)),
    rows: {
      ...{ readings: freeReadings, corrections: corrections.missing, annotations: annotations.missing },
      ...{ redactions: redactions.missing, imports: imports.missing, stamps: stamps.missing },
      remarks: remarks.rows,
    },
  }
}

export interface MissingRemarks {
  readonly rows: readonly RemarkRow[]
  readonly differing: number
  /** How many versions are here and not among those given. */
  readonly beyond: number
}

/** Of an item, or of a case. */
export async function missingRemarks(
  vault: Vault,
  of: string,
  given: readonly RemarkRow[],
  at: string,
): Promise<MissingRemarks> {
  const rows = await vault.remarks.where("of").equals(of).toArray()
  const held = remarksIn(rows)
  const taken = new Set<string>()
  for (const { id } of given) if ((await vault.remarks.get([id, 1])) !== undefined) taken.add(id)
  const idFor = ({ id }: { readonly id: string }) => (taken.has(id) ? crypto.randomUUID() : id)
  const { added, differing } = mergeRemarks(held, remarksIn(given), idFor, at)
  const versionKey = (row: RemarkRow) => `${row.at} ${row.sha256}`
  const there = new Set(given.map(versionKey))
  return {
    rows: added.flatMap(({ id, versions }) =>
      versions.map(({ version, at: saidAt, sha256, ...said }) =>
        remarkRow({ ...said, version, at: saidAt, sha256 }, id, of),
      ),
    ),
    differing,
    beyond: rows.filter(row => !there.has(versionKey(row))).length,
  }
}
