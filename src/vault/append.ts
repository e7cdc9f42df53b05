/**
 * The two logs of the vault, each appended to inside the transaction of what
 * the new line speaks of. For the writers of history alone (tests/architecture).
 */
import { Dexie } from "dexie"
import { type CustodyEvent, type CustodyLine, nextLine } from "../core/custody.ts"
import { type LogRow } from "./capture-row.ts"
import { type Vault } from "./schema.ts"

export type LogEntry = Omit<LogRow, "captureId" | "seq">

// Serialised by the store itself: two transactions never write to `custody` at once, so the chain cannot fork.
export async function appendCustody(vault: Vault, at: string, event: CustodyEvent): Promise<CustodyLine> {
  const head = (await vault.custody.orderBy("seq").last()) ?? null
  const line = nextLine(head, at, event)
  await vault.custody.add(line)
  return line
}

export async function appendLog(
  vault: Vault,
  captureId: string,
  entries: readonly LogEntry[],
): Promise<void> {
  const last = await vault.log
    .where("[captureId+seq]")
    .between([captureId, Dexie.minKey], [captureId, Dexie.maxKey])
    .last()
  const first = (last?.seq ?? 0) + 1
  await vault.log.bulkAdd(entries.map((entry, index) => ({ ...entry, captureId, seq: first + index })))
}
