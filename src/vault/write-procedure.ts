/** The procedure log of a guided recording, each line in a strict transaction of its own, with the picture that it names. */
import { EvidenceError } from "../core/errors.ts"
import { procedureLine, type ProcedureEntry } from "../core/procedure/entry.ts"
import { FIRST } from "../core/recording.ts"
import { type ArtifactRow } from "./capture-row.ts"
import { ofProcedure } from "./read-procedure.ts"
import { type Vault } from "./schema.ts"
import { commit } from "./transact.ts"

/**
 * Adds a line, and the file of a picture whose bytes are in the vault already;
 * answers with the line's number once both are on the disk. `entry` is given
 * that number. Throws `capture/not-running` where the recording was closed
 * meanwhile, or as `commit` does.
 */
export function keepProcedureLine(
  vault: Vault,
  captureId: string,
  moment: { readonly at: string; readonly ms: number },
  entry: (seq: number) => { readonly entry: ProcedureEntry; readonly file: ArtifactRow | null },
): Promise<number> {
  const tables = [vault.captures, vault.artifacts, vault.procedure]
  return commit(vault, tables, async () => {
    const row = await vault.captures.get(captureId)
    if (row?.state !== "running")
      throw new EvidenceError("capture/not-running", `recording ${captureId} is not running`)
    const last = await ofProcedure(vault, captureId).last()
    const seq = last === undefined ? 0 : last.seq + 1
    const made = entry(seq)
    const line = procedureLine({ seq, ...moment, ...made.entry }, last?.hash ?? FIRST)
    await vault.procedure.add({ captureId, seq, line: line.text, hash: line.hash })
    if (made.file !== null) {
      await vault.artifacts.add(made.file)
      await vault.captures.update(captureId, { bytes: row.bytes + made.file.bytes })
    }
    return seq
  })
}
