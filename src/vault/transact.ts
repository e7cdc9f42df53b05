/**
 * Every transaction of the vault goes through here, so that each has a limit in
 * time and its failure a code.
 */
import { Dexie, type Table, type Transaction } from "dexie"
import { EvidenceError, type ErrorCode } from "../core/errors.ts"
import { alone, isLarge, isLargeUnderWay } from "./large.ts"
import { type Vault } from "./schema.ts"

/** After an I/O error the next transaction neither completes nor aborts (integrity.md §9.2). */
const WATCHDOG_MS = 10_000
const WATCHDOG_STEPS = 10
/** Time enough to be told who holds a lock. */
const LOCKS_MS = 1_000
/** A card, or a disk that others use too, writes no faster; an hour of recording is 1.8 GB. */
const SLOWEST_BYTES_PER_MS = 5_000

/**
 * Runs `work` in one strict read-write transaction over `tables`; resolves when
 * it is on the disk. Throws `vault/full` or `vault/failed`, and then nothing of
 * it was kept; or `vault/hung`, and then nothing of it may be called saved, and
 * nothing is kept later, unless the browser was writing it down at that moment.
 *
 * Where the connection was closed under it (another tab's newer version, an
 * error of the disk), it is run once more on a new one: `work` must have no
 * effect but on the tables.
 *
 * @param bytes how many are written in it: they are given the time that a slow disk needs for them
 */
export async function commit<T>(
  vault: Vault,
  tables: readonly Table[],
  work: () => Promise<T>,
  bytes = 0,
): Promise<T> {
  const once = () => attempt(vault, tables, work, bytes)
  const run = isLarge(bytes) ? () => alone(once) : once
  try {
    return await run()
  } catch (thrown) {
    if (!isClosed(thrown)) throw thrown
    return await run()
  }
}

async function attempt<T>(
  vault: Vault,
  tables: readonly Table[],
  work: () => Promise<T>,
  bytes: number,
): Promise<T> {
  const state: { isGivenUp: boolean; transaction: Transaction | null } = {
    isGivenUp: false,
    transaction: null,
  }
  // An async function, and nothing that only returns a promise: Dexie asks which of the two it is, and where it is
  // not, lets the transaction commit between two awaits ("Transaction committed too early", after half was kept).
  const begun = vault.transaction("rw", [...tables], async transaction => {
    // A database that another tab blocked opens at last: nobody waits for this any more.
    if (state.isGivenUp) throw new EvidenceError("vault/hung", "given up before it began")
    state.transaction = transaction
    return await work()
  })
  try {
    return await bounded(begun, bytes)
  } catch (thrown) {
    const error = EvidenceError.from(thrown)
    if (error.code === "vault/hung") {
      state.isGivenUp = true
      if (state.transaction !== null) abandon(state.transaction)
      // A connection with a dead transaction in it answers nobody: the next one to ask gets a new connection.
      vault.close({ disableAutoOpen: false })
    }
    throw error
  }
}

/** What was told to have failed must not be kept later, when a lock is let go: an export would stay open for ever. */
function abandon(transaction: Transaction): void {
  try {
    transaction.abort()
  } catch (thrown) {
    // It is being written down, or is gone with its connection: both are why nobody may say that it was kept, or not.
    if (!(thrown instanceof DOMException && thrown.name === "InvalidStateError")) throw thrown
  }
}

/** Refused or aborted for no other reason than a closed connection. After an error of writing nobody knows what was kept. */
function isClosed(thrown: unknown): boolean {
  if (!(thrown instanceof EvidenceError) || thrown.code !== "vault/failed") return false
  return (
    /DatabaseClosedError|connection (is|was) (closing|closed|lost)/i.test(thrown.message) &&
    !/because of|IO error/i.test(thrown.message)
  )
}

/** Runs a reading query with the same limits and codes. */
export function query<T>(work: PromiseLike<T>): Promise<T> {
  return bounded(work, 0)
}

async function bounded<T>(work: PromiseLike<T>, bytes: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOver = false
  const most = WATCHDOG_MS + Math.ceil(bytes / SLOWEST_BYTES_PER_MS)
  // Who writes much itself has had the time for it, and is the one that the others wait for.
  const mustWait = () => (isLarge(bytes) ? Promise.resolve(false) : isLargeUnderWay())
  // Whoever is asked for the locks and fails, or says nothing, holds nobody up: the database is what is waited for.
  const isHeldUp = () =>
    Promise.race([
      mustWait().catch(() => false),
      new Promise<boolean>(done => setTimeout(done, LOCKS_MS, false)),
    ])
  const hung = new Promise<never>((_, reject) => {
    // In steps: a thread that was busy for a while hears its timer first, and the answer that has come meanwhile after it.
    const wait = (step: number) => {
      timer = setTimeout(() => void next(step), most / WATCHDOG_STEPS)
    }
    const next = async (step: number) => {
      const mustGoOn = await isHeldUp()
      if (isOver) return
      if (mustGoOn) wait(1)
      else if (step < WATCHDOG_STEPS) wait(step + 1)
      else reject(new EvidenceError("vault/hung", `no answer from the database in ${String(most)} ms`))
    }
    wait(1)
  })
  try {
    return await Promise.race([work, hung])
  } catch (thrown) {
    throw vaultError(thrown)
  } finally {
    isOver = true
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
