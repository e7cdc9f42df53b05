/** The trash: kept for 30 days, then deleted for good with a tombstone in custody. */
import { now } from "../platform/clock.ts"
import { deleteCapture } from "../vault/write.ts"
import { type Ports } from "./ports.ts"

export const TRASH_DAYS = 30

export async function emptyTrash(ports: Ports): Promise<void> {
  const before = new Date(Date.parse(now()) - TRASH_DAYS * 86_400_000).toISOString()
  const old = await ports.vault.captures
    .filter(row => row.trashedAt !== null && row.trashedAt < before)
    .toArray()
  for (const { id } of old) await deleteCapture(ports.vault, id, now())
}
