import "fake-indexeddb/auto"
import { Dexie } from "dexie"
import { afterEach, describe, expect, test, vi } from "vitest"
import { type ErrorCode, EvidenceError } from "../../../src/core/errors.ts"
import { commit, query } from "../../../src/vault/transact.ts"
import { at, newVault, record } from "./rows.ts"

afterEach(() => {
  vi.useRealTimers()
})

const never = new Promise<never>(() => undefined)

// The names and messages are those of the browsers: integrity.md §9.2 and browsers.md §10.
const failures: [name: string, message: string, code: ErrorCode][] = [
  ["QuotaExceededError", "The quota has been exceeded.", "vault/full"],
  ["DataError", "Failed to write blobs (IOError)", "vault/full"],
  ["UnknownError", "IO error: /000012.log: No space left on device", "vault/full"],
  ["AbortError", "Transaction aborted: disk is full", "vault/full"],
  ["AbortError", "The disk full condition was met", "vault/full"],
  [
    "InvalidStateError",
    "A mutation operation was attempted on a database that did not allow mutations.",
    "vault/unavailable",
  ],
  ["MissingAPIError", "IndexedDB API missing.", "vault/unavailable"],
  ["UnknownError", "Connection is closing because of: IO error: /MANIFEST-000001", "vault/failed"],
  ["UnknownError", "Internal error committing transaction.", "vault/failed"],
  ["InvalidStateError", "The database connection is closing.", "vault/failed"],
  ["ConstraintError", "Key already exists in the object store.", "vault/failed"],
  ["DataError", "Data provided to an operation does not meet requirements.", "vault/failed"],
  ["NotFoundError", "The object store was not found.", "vault/failed"],
]

/** A page, or a library, may throw what is no error at all. */
const rejecting: (reason: unknown) => Promise<never> = Promise.reject.bind(Promise)

const named = (name: string, message: string) => Object.assign(new Error(message), { name })

describe("what the database throws has a code", () => {
  test.each(failures)("%s: %s → %s", async (name, message, code) => {
    const thrown = named(name, message)
    await expect(query(Promise.reject(thrown))).rejects.toMatchObject({ code, cause: thrown })
  })

  test.each(failures)("%s: %s → %s, also as the reason of an abort", async (name, message, code) => {
    const aborted = named("AbortError", "Transaction aborted")
    aborted.cause = named(name, message)
    await expect(query(Promise.reject(aborted))).rejects.toMatchObject({ code })
  })

  test.each(failures)("%s: %s → %s, also wrapped by the library", async (name, message, code) => {
    const wrapped = new Dexie.AbortError("Transaction aborted", named(name, message))
    await expect(query(Promise.reject(wrapped as Error))).rejects.toMatchObject({ code })
  })

  test("even what is no error, and an error that is its own cause", async () => {
    await expect(query(rejecting("text"))).rejects.toMatchObject({
      code: "vault/failed",
    })
    const loop = new Error("round")
    loop.cause = loop
    await expect(query(Promise.reject(loop))).rejects.toMatchObject({ code: "vault/failed" })
  })

  test("and one of ours keeps its own", async () => {
    const thrown = new EvidenceError("capture/not-running", "x")
    await expect(query(Promise.reject(thrown))).rejects.toBe(thrown)
    const vault = newVault()
    await expect(commit(vault, [vault.blobs], () => Promise.reject(thrown))).rejects.toBe(thrown)
  })
})

// integrity.md §9.2: after an I/O error the next transaction neither completes nor aborts.
describe("a database that does not answer", () => {
  test.each([
    ["a question", () => query(never)],
    [
      "a transaction",
      () => {
        const vault = newVault()
        return commit(vault, [vault.blobs], () => never)
      },
    ],
  ])("ends %s after ten seconds, not before, with vault/hung", async (_name, ask) => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] })
    const answer = vi.fn()
    ask().then(answer, answer)
    await vi.advanceTimersByTimeAsync(9_999)
    expect(answer).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(answer).toHaveBeenCalledWith(expect.objectContaining({ code: "vault/hung" }))
  })
})

test("the watch over a database that answers leaves no timer behind", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] })
  expect(await query(Promise.resolve(7))).toBe(7)
  await expect(query(Promise.reject(new Error("x")))).rejects.toMatchObject({ code: "vault/failed" })
  expect(vi.getTimerCount()).toBe(0)
})

test("a transaction of which one part fails keeps nothing", async () => {
  const vault = newVault()
  const work = commit(vault, [vault.blobs], async () => {
    await vault.blobs.add({ sha256: record, bytes: new Blob(), at })
    throw new EvidenceError("internal", "then this")
  })
  await expect(work).rejects.toMatchObject({ code: "internal" })
  expect(await vault.blobs.count()).toBe(0)
})

// integrity.md §9.2: relaxed transactions never flush the files of blobs.
test("every transaction is a strict one", async () => {
  const begun = vi.spyOn(IDBDatabase.prototype, "transaction")
  const vault = newVault()
  await commit(vault, [vault.blobs], async () => vault.blobs.add({ sha256: record, bytes: new Blob(), at }))
  expect(begun.mock.calls.filter(([, mode]) => mode === "readwrite").map(([, , options]) => options)).toEqual(
    [{ durability: "strict" }],
  )
  begun.mockRestore()
})
