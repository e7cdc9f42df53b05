/**
 * The trash: kept for as long as core/trash.ts says, or until the user deletes it
 * for good by their own word; either way a tombstone stays in custody.
 */
import { type ErrorCode, EvidenceError } from "../core/errors.ts"
import { trashedUntil } from "../core/trash.ts"
import { now } from "../platform/clock.ts"
import { type Handlers } from "../platform/messaging.ts"
import { type TrashApi } from "../protocol/trash.ts"
import { trashedBefore } from "../vault/read.ts"
import { deleteCapture } from "../vault/write-deletions.ts"
import { type Conductor } from "./conductor.ts"
import { type Ports } from "./ports.ts"

/** Its user was quicker, or a bundle with it is being made, and then it goes at a later start. */
const notNow: readonly ErrorCode[] = ["vault/missing", "export/busy"]

export async function emptyTrash(ports: Ports): Promise<void> {
  const before = trashedUntil(Date.parse(now()))
  for (const { id } of await trashedBefore(ports.vault, before)) {
    try {
      await deleteCapture(ports.vault, id, now())
    } catch (thrown) {
      if (!notNow.includes(EvidenceError.from(thrown).code)) throw thrown
    }
  }
}

/** @param wakeIndexer has what was taken out again made searchable */
export const trashHandlers = (
  { vault }: Pick<Ports, "vault">,
  conductor: Pick<Conductor, "discard" | "restore">,
  wakeIndexer: () => void,
): Handlers<TrashApi> => ({
  discardCapture: ({ captureId }) => conductor.discard(captureId),
  restoreCapture: async ({ captureId }) => {
    await conductor.restore(captureId)
    wakeIndexer()
    return null
  },
  deleteForGood: async ({ captureId }) => {
    await deleteCapture(vault, captureId, now())
    return null
  },
})
