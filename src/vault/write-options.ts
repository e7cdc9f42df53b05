/** How captures are made, as the user chose it. */
import { type CaptureOptions } from "../core/capture-options.ts"
import { type Vault } from "./schema.ts"
import { commit } from "./transact.ts"

/** The user's choice, whole, in place of the one before. It speaks of captures to come, so custody has no line of it: each record says what it was begun with. */
export function keepCaptureOptions(vault: Vault, options: CaptureOptions): Promise<void> {
  return commit(vault, [vault.settings], async () => {
    await vault.settings.put({ name: "capture", options })
  })
}
