import { type AnnotationRow } from "./annotation-row.ts"
import { type CorrectionRow } from "./correction-row.ts"
import { type ImportRow } from "./import-row.ts"
import { type ReadingRow } from "./reading-row.ts"
import { type RedactionRow } from "./redaction-row.ts"
import { type RemarkRow } from "./remark-row.ts"
import { type StampRow } from "./schema.ts"

type Unfiled<Row> = Row extends unknown ? Omit<Row, "custodySeq"> : never

/** What came to an item after it was sealed, as rows that have no line in custody here yet. */
export interface LaterRows {
  readonly stamps: readonly StampRow[]
  readonly imports: readonly Unfiled<ImportRow>[]
  readonly readings: readonly Unfiled<ReadingRow>[]
  readonly corrections: readonly Unfiled<CorrectionRow>[]
  readonly annotations: readonly Unfiled<AnnotationRow>[]
  readonly redactions: readonly Unfiled<RedactionRow>[]
  readonly remarks: readonly RemarkRow[]
}

/** The hashes of bytes that must be stored before these rows are. */
export const hashesOf = ({ imports, readings, redactions, remarks }: LaterRows) => [
  ...imports.map(({ file }) => file),
  ...readings.flatMap(({ hashes }) => hashes),
  ...redactions.map(({ file }) => file),
  ...remarks.flatMap(({ files = [] }) => files),
]
