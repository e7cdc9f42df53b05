/** How the extension calls itself on its icon and in the menu: by its name, or on a shared computer by one that tells nobody anything. */
import { dressIcon } from "../platform/badge.ts"
import { retitleMenu } from "../platform/menu.ts"
import { keptLock } from "../vault/read-settings.ts"
import { type Vault } from "../vault/schema.ts"
import { type Speech } from "./speech.ts"

export interface Dress {
  readonly name: () => string
  readonly menu: () => string
  /** What the icon says when there is nothing to say; empty for what the browser shows of the manifest. */
  readonly atRest: () => string
  /** Takes over the language and the lock, as they are now. */
  readonly learn: () => Promise<void>
  /** The same, and has the menu say so, which is there once the extension was installed. */
  readonly change: () => Promise<void>
}

export function createDress(vault: Vault, { say, learn: learnToSpeak }: Speech): Dress {
  const held = { isPlain: false }
  const name = () => say(held.isPlain ? "lock.name" : "app.name")
  const atRest = () => (held.isPlain ? name() : "")
  const menu = () => say(held.isPlain ? "lock.menu" : "menu.capture")
  const learn = async () => {
    await learnToSpeak()
    const before = held.isPlain
    held.isPlain = (await keptLock(vault)) !== null
    // The browser forgets at its end what an icon was made; as the manifest has it, nothing has to be done.
    if (held.isPlain || before) await dressIcon(held.isPlain, atRest())
  }
  return {
    name,
    menu,
    atRest,
    learn,
    change: async () => {
      await learn()
      await retitleMenu(menu())
    },
  }
}
