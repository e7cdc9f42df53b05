/**
 * Cases, and which capture is in which. Custody has no line of it: filing is the
 * user's own order, and changes nothing of what was sealed (integrity.md §5.4).
 */
import { DEFAULT_CASE, DEFAULT_CASE_NUMBER } from "../core/cases.ts"
import { EvidenceError } from "../core/errors.ts"
import { type CaseRow, defaultCase } from "./case-row.ts"
import { type Vault } from "./schema.ts"
import { commit } from "./transact.ts"

/** Makes a case with the next number. */
export function makeCase(vault: Vault, made: Pick<CaseRow, "id" | "name" | "created">): Promise<CaseRow> {
  const { cases, counters } = vault
  return commit(vault, [cases, counters], async () => {
    const number = ((await counters.get("case"))?.value ?? DEFAULT_CASE_NUMBER) + 1
    const row: CaseRow = { ...made, number, archived: null }
    await counters.put({ name: "case", value: number })
    await cases.add(row)
    return row
  })
}

/** Throws `vault/missing` for what is no case. */
export function renameCase(vault: Vault, id: string, name: string): Promise<void> {
  return commit(vault, [vault.cases], async () => {
    await vault.cases.put({ ...(await caseIn(vault, id)), name })
  })
}

/**
 * Puts a case away, or takes it out again; what is in it stays where it is. The
 * default one cannot be put away: captures must have somewhere to go. A current
 * one that is put away is not current any more. Throws `vault/missing`.
 */
export function setCaseArchived(vault: Vault, id: string, archived: string | null): Promise<void> {
  const { cases, settings } = vault
  return commit(vault, [cases, settings], async () => {
    if (id === DEFAULT_CASE) throw new EvidenceError("vault/missing", "the default case cannot be put away")
    await cases.put({ ...(await caseIn(vault, id)), archived })
    const chosen = await settings.get("case")
    if (archived !== null && chosen?.name === "case" && chosen.current === id) await settings.delete("case")
  })
}

/** From now on captures go there. Throws `vault/missing` for what is no open case. */
export function chooseCase(vault: Vault, id: string): Promise<void> {
  const { cases, settings } = vault
  return commit(vault, [cases, settings], async () => {
    if ((await caseIn(vault, id)).archived !== null)
      throw new EvidenceError("vault/missing", `open case ${id}`)
    await settings.put({ name: "case", current: id })
  })
}

/** Remembers whom its evidence was encrypted to: a case has its lawyer, and the next bundle is for the same. */
export function keepCaseKeys(vault: Vault, id: string, recipients: readonly string[]): Promise<void> {
  return commit(vault, [vault.cases], async () => {
    await vault.cases.put({ ...(await caseIn(vault, id)), recipients })
  })
}

/** All of them, or none. Throws `vault/missing` for what is no capture, or no open case. */
export function moveToCase(vault: Vault, captureIds: readonly string[], id: string): Promise<void> {
  const { cases, captures } = vault
  return commit(vault, [cases, captures], async () => {
    if ((await caseIn(vault, id)).archived !== null)
      throw new EvidenceError("vault/missing", `open case ${id}`)
    const ids = [...new Set(captureIds)]
    if ((await captures.where("id").anyOf(ids).count()) < ids.length) {
      throw new EvidenceError("vault/missing", "a capture that is to be moved")
    }
    await captures.bulkUpdate(ids.map(key => ({ key, changes: { case: id } })))
  })
}

/** Keeps whether the user complains of what it shows. Throws `vault/missing` for what is no capture. */
export function setAside(vault: Vault, captureId: string, isAside: boolean): Promise<void> {
  const { captures } = vault
  return commit(vault, [captures], async () => {
    if ((await captures.where("id").equals(captureId).count()) === 0)
      throw new EvidenceError("vault/missing", `capture ${captureId}`)
    await captures.update(captureId, { aside: isAside })
  })
}

async function caseIn(vault: Vault, id: string): Promise<CaseRow> {
  const row = (await vault.cases.get(id)) ?? (id === DEFAULT_CASE ? defaultCase : undefined)
  if (row === undefined) throw new EvidenceError("vault/missing", `case ${id}`)
  return row
}
