/** What was read again of sealed captures: each is kept with its line in custody. None is ever changed, or removed by itself. */
import { EvidenceError } from "../core/errors.ts"
import { appendCustody } from "./append.ts"
import { type CountersRow, type ReadingRow, type VisitorRow } from "./reading-row.ts"
import { type Vault } from "./schema.ts"
import { commit } from "./transact.ts"

export type ReadingDraft = Omit<VisitorRow, "custodySeq"> | Omit<CountersRow, "custodySeq">

/** Keeps a reading whose files' bytes are stored. Throws `vault/missing` where the bytes, or the capture, are not there. */
export function keepReading(vault: Vault, at: string, draft: ReadingDraft): Promise<ReadingRow> {
  const { readings, custody, captures, blobs } = vault
  return commit(vault, [readings, custody, captures, blobs], async () => {
    const capture = await captures.get(draft.of)
    const stored = await blobs.where("sha256").anyOf(draft.hashes).count()
    const isThere = capture?.state === "sealed" && capture.trashedAt === null
    if (!isThere || stored < new Set(draft.hashes).size) {
      throw new EvidenceError("vault/missing", `capture ${draft.of}, or a file of its reading`)
    }
    const { seq } = await appendCustody(vault, at, {
      event: "reading.kept",
      reading: draft.id,
      capture: draft.of,
    })
    const row: ReadingRow = { ...draft, custodySeq: seq }
    await readings.add(row)
    return row
  })
}
