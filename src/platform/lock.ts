/** What the lock of a shared computer needs of the browser: a slow hash, and a memory that ends with it. */
import { hex } from "../core/bytes.ts"
import { type Lock, LOCK_ROUNDS } from "../core/lock.ts"
import { browser } from "./browser.ts"

const KEY = "holdfast.unlocked.v1"

/** A lock for a passphrase, with a salt of its own. */
export async function lockFor(passphrase: string): Promise<Lock> {
  const salt = hex(crypto.getRandomValues(new Uint8Array(16)))
  return { salt, rounds: LOCK_ROUNDS, check: await derive(passphrase, salt, LOCK_ROUNDS), liftAskedAt: null }
}

export const opens = async ({ salt, rounds, check }: Lock, passphrase: string): Promise<boolean> =>
  (await derive(passphrase, salt, rounds)) === check

async function derive(passphrase: string, salt: string, rounds: number): Promise<string> {
  const text = new TextEncoder()
  // The same characters, typed on another keyboard, may come as other code points.
  const key = await crypto.subtle.importKey(
    "raw",
    text.encode(passphrase.normalize("NFKC")),
    "PBKDF2",
    false,
    ["deriveBits"],
  )
  const how = { name: "PBKDF2", hash: "SHA-256", salt: text.encode(salt), iterations: rounds }
  return hex(new Uint8Array(await crypto.subtle.deriveBits(how, key, 256)))
}

/** Whether the passphrase was entered since the browser began, and our screens were not closed since. */
export async function isUnlocked(): Promise<boolean> {
  return (await browser.storage.session.get(KEY))[KEY] === true
}

export const setUnlocked = (unlocked: boolean): Promise<void> =>
  unlocked ? browser.storage.session.set({ [KEY]: true }) : browser.storage.session.remove(KEY)

/** Calls when that changes, by whichever page. */
export function watchUnlocked(onChange: () => void): void {
  browser.storage.session.onChanged.addListener(changes => {
    if (KEY in changes) onChange()
  })
}
