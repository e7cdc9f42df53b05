/** Lists of addresses to capture: work to do, not history. What is captured of them has its own lines in custody. */
import { EvidenceError } from "../core/errors.ts"
import { type QueueEntry } from "../core/queue/entry.ts"
import { type QueueEntryRow, type QueueRow } from "./queue-row.ts"
import { type Vault } from "./schema.ts"
import { commit } from "./transact.ts"

/** Keeps a list in place of the one before. Throws `queue/busy` while that one is not done, and `queue/nothing`. */
export function beginQueue(vault: Vault, row: QueueRow, entries: readonly QueueEntry[]): Promise<void> {
  const { queues, queueEntries } = vault
  return commit(vault, [queues, queueEntries], async () => {
    if (entries.length === 0) throw new EvidenceError("queue/nothing", "no entries")
    const before = await queues.toArray()
    if (before.some(({ state }) => state !== "done")) throw new EvidenceError("queue/busy", "one is not done")
    await queueEntries.clear()
    await queues.clear()
    await queues.add(row)
    await queueEntries.bulkAdd(entries.map(entry => ({ ...entry, queue: row.id })))
  })
}

/** Only where it is in one of the states `from`; answers whether it was. Throws `vault/missing` for what is no list. */
export function changeQueue(
  vault: Vault,
  id: string,
  from: readonly QueueRow["state"][],
  change: Partial<Omit<QueueRow, "id" | "created">>,
): Promise<boolean> {
  return commit(vault, [vault.queues], async () => {
    const row = await vault.queues.get(id)
    if (row === undefined) throw new EvidenceError("vault/missing", `list ${id}`)
    if (!from.includes(row.state)) return false
    await vault.queues.put({ ...row, ...change })
    return true
  })
}

export function keepEntry(vault: Vault, entry: QueueEntryRow): Promise<void> {
  return commit(vault, [vault.queueEntries], async () => {
    await vault.queueEntries.put(entry)
  })
}

/** Deletes a list that is done, and every address of it; answers whether it was. What was captured has its own rows. */
export function forgetQueue(vault: Vault, id: string): Promise<boolean> {
  const { queues, queueEntries } = vault
  return commit(vault, [queues, queueEntries], async () => {
    if ((await queues.get(id))?.state !== "done") return false
    await queueEntries.where("queue").equals(id).delete()
    await queues.delete(id)
    return true
  })
}
