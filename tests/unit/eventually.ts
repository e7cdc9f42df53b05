import { vi } from "vitest"

/** Waits until `claim` throws no more. For what hangs: Vitest's own second is too short for a busy machine. */
export const eventually = <T>(claim: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(claim, { timeout: 30_000 })
