/** What anyone may ask of lists of addresses. Nothing here writes. */
import { type QueueEntryRow, type QueueRow } from "./queue-row.ts"
import { type Vault } from "./schema.ts"
import { query } from "./transact.ts"

/** The last one that was begun: older ones are not kept. */
export function newestQueue(vault: Vault): Promise<QueueRow | undefined> {
  return query(vault.queues.orderBy("created").last())
}

export function queueById(vault: Vault, id: string): Promise<QueueRow | undefined> {
  return query(vault.queues.get(id))
}

/** In the order of the list. */
export function entriesOfQueue(vault: Vault, id: string): Promise<QueueEntryRow[]> {
  return query(vault.queueEntries.where("queue").equals(id).sortBy("place"))
}
