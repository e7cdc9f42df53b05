import { type Words } from "../../i18n/words.ts"
import { keptLock } from "../../vault/read-settings.ts"
import { type Vault } from "../../vault/schema.ts"
import { goPlain } from "./title.ts"

/**
 * For a page that shows nothing of the vault, and so has no door (lock-screen.ts): before it is named, whether it may
 * be. Where the vault does not say, it is not: a name that is missing harms nobody.
 */
export async function plainWhereShared(vault: Vault, words: Words): Promise<void> {
  const isShared = await keptLock(vault).then(
    lock => lock !== null,
    () => true,
  )
  if (isShared) goPlain(words)
}
