/** The trash: kept for 30 days, then deleted for good with a tombstone in custody. */
import { now } from "../platform/clock.ts"
import { trashedBefore } from "../vault/read.ts"
import { deleteCapture } from "../vault/write.ts"
import { type Ports } from "./ports.ts"

export const TRASH_DAYS = 30

export async function emptyTrash(ports: Ports): Promise<void> {
  const before = new Date(Date.parse(now()) - TRASH_DAYS * 86_400_000).toISOString()
  for (const { id } of await trashedBefore(ports.vault, before)) await deleteCapture(ports.vault, id, now())
}
