/** The icon says for a while that an item is saved: there may be no popup to say so. */
import { badgeTitle, showBadge } from "../platform/badge.ts"
import { wait } from "../platform/clock.ts"

const SAVED_BADGE_MS = 5_000

export async function showSaved(title: string): Promise<void> {
  await showBadge("✓", title)
  await wait(SAVED_BADGE_MS)
  // Another capture may have something of its own to say by now.
  if ((await badgeTitle()) === title) await showBadge("", "")
}
