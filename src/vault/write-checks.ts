/** Checks of the stored files, from their start to their line in custody. A check that came to no end has none. */
import { type ErrorCode } from "../core/errors.ts"
import { appendCustody } from "./append.ts"
import { type CheckOutcome, type CheckRow } from "./check-row.ts"
import { type Vault } from "./schema.ts"
import { commit } from "./transact.ts"

const NEVER: CheckRow = { id: "files", running: null, last: null, code: null }

/** Opens a check. False where another one of the same run is open, and then nothing changes. */
export function beginCheck(vault: Vault, run: string): Promise<boolean> {
  return commit(vault, [vault.checks], async () => {
    const row = await rowOf(vault)
    if (row.running?.run === run) return false
    await vault.checks.put({ ...row, running: { run, done: 0, total: 0 }, code: null })
    return true
  })
}

/** How far a running check is. Shown, not evidence. */
export function noteCheckProgress(vault: Vault, done: number, total: number): Promise<void> {
  return commit(vault, [vault.checks], async () => {
    const row = await rowOf(vault)
    if (row.running !== null) await vault.checks.put({ ...row, running: { ...row.running, done, total } })
  })
}

export function endCheck(vault: Vault, last: CheckOutcome): Promise<void> {
  return commit(vault, [vault.checks, vault.custody], async () => {
    await vault.checks.put({ ...NEVER, last })
    const { at, files, items, damaged } = last
    const ids = damaged.map(({ id }) => id)
    await appendCustody(vault, at, { event: "integrity.checked", files, items, damaged: ids })
  })
}

/** A check that came to no end. How the one before came out stays known. */
export function failCheck(vault: Vault, code: ErrorCode): Promise<void> {
  return commit(vault, [vault.checks], async () => {
    await vault.checks.put({ ...(await rowOf(vault)), running: null, code })
  })
}

const rowOf = async (vault: Vault): Promise<CheckRow> => (await vault.checks.get("files")) ?? NEVER
