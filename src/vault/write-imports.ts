/** Proofs from elsewhere: each is kept with its line in custody. None is ever changed, or removed by itself. */
import { EvidenceError } from "../core/errors.ts"
import { type ProofTarget } from "../core/proof/proof.ts"
import { appendCustody } from "./append.ts"
import { type ImportRow } from "./import-row.ts"
import { type Vault } from "./schema.ts"
import { commit } from "./transact.ts"

/**
 * Keeps a proof whose bytes are stored. Answers with the row as it is kept:
 * that of before, where the same file is attached to the same thing already.
 * Throws `vault/missing` where the bytes, or what it is about, are not there.
 */
export function keepImport(vault: Vault, draft: Omit<ImportRow, "custodySeq">): Promise<ImportRow> {
  const { imports, custody, captures, exports, blobs } = vault
  return commit(vault, [imports, custody, captures, exports, blobs], async () => {
    const same = await imports.where("of").equals(draft.of).toArray()
    const known = same.find(({ file }) => file === draft.file)
    if (known !== undefined) return known
    const isThere = await hasTarget(vault, { kind: draft.kind, id: draft.of })
    if (!isThere || (await blobs.where("sha256").equals(draft.file).count()) === 0) {
      throw new EvidenceError("vault/missing", `${draft.kind} ${draft.of}, or the file over it`)
    }
    const { seq } = await appendCustody(vault, draft.at, {
      event: "imported",
      import: draft.id,
      [draft.kind]: draft.of,
    })
    const row: ImportRow = { ...draft, custodySeq: seq }
    await imports.add(row)
    return row
  })
}

/** A sealed capture outside the trash, or a bundle that was handed out. */
async function hasTarget(vault: Vault, { kind, id }: ProofTarget): Promise<boolean> {
  if (kind === "export") return (await vault.exports.get(id))?.state === "done"
  const row = await vault.captures.get(id)
  return row?.state === "sealed" && row.trashedAt === null
}
