/**
 * Gigabytes that are being written down hold up everybody else who asks for the
 * same table, in whatever context: that is known to all, so that nobody takes
 * the wait for a database that is dead.
 */

/** So much is written within a second or so on any disk; it is not worth a lock. */
const MUCH_BYTES = 16 * 2 ** 20

const NAME = "vault:large"

/** Where there are no locks (Node.js), one context has the vault. */
const scope: { readonly navigator?: { readonly locks?: LockManager } } = globalThis

export const isLarge = (bytes: number): boolean => bytes > MUCH_BYTES

/** One after another: two at once would each have half of the disk, and its time run all the same. */
export async function alone<T>(work: () => Promise<T>): Promise<T> {
  const locks = scope.navigator?.locks
  return locks === undefined ? await work() : await locks.request(NAME, work)
}

/** Whether much is being written now, by anybody. */
export async function isLargeUnderWay(): Promise<boolean> {
  const { held = [] } = (await scope.navigator?.locks?.query()) ?? {}
  return held.some(({ name }) => name === NAME)
}
