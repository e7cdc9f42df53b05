/** What anyone may ask of cases. Nothing here writes. */
import { DEFAULT_CASE } from "../core/cases.ts"
import { caseIdOf, type CaseRow, defaultCase } from "./case-row.ts"
import { allCaptures } from "./read.ts"
import { type Vault } from "./schema.ts"
import { query } from "./transact.ts"

/** The default case first, then the others in the order in which they were made, those that were put away too. */
export async function allCases(vault: Vault): Promise<CaseRow[]> {
  const made = await query(vault.cases.orderBy("number").toArray())
  return made.some(({ id }) => id === DEFAULT_CASE) ? made : [defaultCase, ...made]
}

export async function caseById(vault: Vault, id: string): Promise<CaseRow | undefined> {
  const row = await query(vault.cases.get(id))
  return row ?? (id === DEFAULT_CASE ? defaultCase : undefined)
}

/** The case that new captures go to: the one that was last chosen, as long as it is open. */
export async function currentCase(vault: Vault): Promise<CaseRow> {
  const chosen = await query(vault.settings.get("case"))
  const row = chosen?.name === "case" ? await caseById(vault, chosen.current) : undefined
  if (row?.archived === null) return row
  return (await caseById(vault, DEFAULT_CASE)) ?? defaultCase
}

/** The sealed captures outside the trash that are in a case, by item number: all of them. */
export async function capturesInCase(vault: Vault, id: string): Promise<string[]> {
  const rows = await allCaptures(vault)
  return rows.filter(row => caseIdOf(row) === id).map(row => row.id)
}

/** Which case captures are in, by id; what is not in it is in the default case. By index alone. */
export async function placesInCases(vault: Vault): Promise<Map<string, string>> {
  const ids = await query(vault.cases.toCollection().primaryKeys())
  const held = await query(Promise.all(ids.map(id => vault.captures.where("case").equals(id).primaryKeys())))
  return new Map(ids.flatMap((id, at) => (held[at] ?? []).map(capture => [capture, id] as const)))
}
