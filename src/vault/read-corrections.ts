/** What the user said of fields, of several items at once. Nothing here writes. */
import { standing } from "../core/corrections.ts"
import { groupsOf } from "../core/groups.ts"
import { aboutAll } from "./about-all.ts"
import { type CorrectionRow } from "./correction-row.ts"
import { type Vault } from "./schema.ts"
import { query } from "./transact.ts"

/** By the id of the capture, each in the order in which they were said. */
export async function correctionsOfAll(
  vault: Vault,
  ids: readonly string[],
): Promise<Map<string, CorrectionRow[]>> {
  const rows = await query(aboutAll(vault.corrections, ids))
  rows.sort((a, b) => a.custodySeq - b.custodySeq)
  return groupsOf(rows, ({ of }) => of)
}

/** Of each capture whose account the user told: its id. A look through all corrections, of which there are few. */
export async function filledAccounts(vault: Vault): Promise<Map<string, string>> {
  const rows = await query(vault.corrections.filter(({ field }) => field === "authorId").sortBy("custodySeq"))
  const ids = [...groupsOf(rows, ({ of }) => of)].flatMap(([of, said]): [string, string][] => {
    const id = standing(said).get("authorId")?.value ?? null
    return id === null ? [] : [[of, id]]
  })
  return new Map(ids)
}
