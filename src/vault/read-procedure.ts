import { Dexie } from "dexie"
import { type ProcedureRow } from "./procedure-row.ts"
import { type Vault } from "./schema.ts"
import { query } from "./transact.ts"

/** The lines of a running recording's procedure log, in their order. */
export const procedureOf = (vault: Vault, captureId: string): Promise<ProcedureRow[]> =>
  query(ofProcedure(vault, captureId).toArray())

export const ofProcedure = (vault: Vault, captureId: string) =>
  vault.procedure.where("[captureId+seq]").between([captureId, Dexie.minKey], [captureId, Dexie.maxKey])
