/** What was read of captured posts, then and later. Nothing here writes. */
import { groupsOf } from "../core/groups.ts"
import { type CapturedPost } from "../core/readings/account.ts"
import { type CaptureRow } from "./capture-row.ts"
import { capturedPost } from "./captured-post.ts"
import { correctionsOfAll } from "./read-corrections.ts"
import { readingsOfAll } from "./read-schedules.ts"
import { type Vault } from "./schema.ts"

/** Each capture with the numbers that it has, and those of its readings, as far as they are certain, and the time that the user or the page says. */
export async function postsRead(vault: Vault, captures: readonly CaptureRow[]): Promise<CapturedPost[]> {
  const ids = captures.map(({ id }) => id)
  const [readings, corrections] = await Promise.all([readingsOfAll(vault, ids), correctionsOfAll(vault, ids)])
  const byItem = groupsOf(readings, ({ of }) => of)
  return captures.map(capture =>
    capturedPost(capture, byItem.get(capture.id) ?? [], corrections.get(capture.id) ?? []),
  )
}
