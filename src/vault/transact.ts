/**
 * Every transaction of the vault goes through here, so that each has a limit in
 * time and its failure a code.
 */
import { Dexie, type Table } from "dexie"
import { EvidenceError, type ErrorCode } from "../core/errors.ts"
import { type Vault } from "./schema.ts"

/** After an I/O error the next transaction neither completes nor aborts (integrity.md §9.2). */
const WATCHDOG_MS = 10_000

/**
 * Runs `work` in one strict read-write transaction over `tables`; resolves when
 * it is on the disk. Throws `vault/full` or `vault/failed`, and then nothing of
 * it was kept; or `vault/hung`, after which nobody knows, and nothing of it may
 * be called saved.
 */
export async function commit<T>(vault: Vault, tables: readonly Table[], work: () => Promise<T>): Promise<T> {
  try {
    return await bounded(vault.transaction("rw", [...tables], work))
  } catch (thrown) {
    const error = EvidenceError.from(thrown)
    // A connection with a dead transaction in it answers nobody: the next one to ask gets a new connection.
    if (error.code === "vault/hung") vault.close({ disableAutoOpen: false })
    throw error
  }
}

/** Runs a reading query with the same limits and codes. */
export function query<T>(work: PromiseLike<T>): Promise<T> {
  return bounded(work)
}

async function bounded<T>(work: PromiseLike<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const hung = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new EvidenceError("vault/hung", `no answer from the database in ${String(WATCHDOG_MS)} ms`))
    }, WATCHDOG_MS)
  })
  try {
    return await Promise.race([work, hung])
  } catch (thrown) {
    throw vaultError(thrown)
  } finally {
    clearTimeout(timer)
  }
}

/** Which of our codes a database error is. Chromium reports a full disk as a DataError: browsers.md §10. */
function vaultError(thrown: unknown): EvidenceError {
  if (thrown instanceof EvidenceError) return thrown
  const chain = causes(thrown)
  const text = chain.map(error => `${error.name}: ${error.message}`).join(" / ")
  return new EvidenceError(codeOf(text), text, { cause: thrown })
}

function codeOf(text: string): ErrorCode {
  if (/QuotaExceeded|Failed to write blobs|No space left|disk (is )?full/i.test(text)) return "vault/full"
  if (/MissingAPI|InvalidState.*(mutations|not allow)|OpenFailed.*(mutations|not allow)/i.test(text)) {
    return "vault/unavailable"
  }
  return "vault/failed"
}

function causes(thrown: unknown): Error[] {
  const found: Error[] = []
  for (let error: unknown = thrown; error instanceof Error && found.length < 5;) {
    found.push(error)
    error = error instanceof Dexie.DexieError ? error.inner : error.cause
  }
  return found.length > 0 ? found : [new Error(String(thrown))]
}
