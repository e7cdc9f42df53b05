/** The trash: kept for as long as core/trash.ts says, then deleted for good with a tombstone in custody. */
import { trashedUntil } from "../core/trash.ts"
import { now } from "../platform/clock.ts"
import { trashedBefore } from "../vault/read.ts"
import { deleteCapture } from "../vault/write-deletions.ts"
import { type Ports } from "./ports.ts"

export async function emptyTrash(ports: Ports): Promise<void> {
  const before = trashedUntil(Date.parse(now()))
  for (const { id } of await trashedBefore(ports.vault, before)) await deleteCapture(ports.vault, id, now())
}
