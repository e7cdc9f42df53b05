import "fake-indexeddb/auto"
import { beforeEach, describe, expect, test, vi } from "vitest"
import { lockHandlers } from "../../../src/background/lock.ts"
import { liftableFrom, LOCK_ROUNDS } from "../../../src/core/lock.ts"
import { EvidenceError } from "../../../src/core/errors.ts"
import { isUnlocked } from "../../../src/platform/lock.ts"
import { keptLock } from "../../../src/vault/read-settings.ts"
import { keepLock } from "../../../src/vault/write-options.ts"
import { pbkdf2Sync } from "node:crypto"
import { custodyOf } from "../vault/rows.ts"
import { portsWith } from "./ports.ts"

const kept = vi.hoisted(() => new Map<string, unknown>())
vi.mock("webextension-polyfill", () => ({
  default: {
    storage: {
      session: {
        get: (key: string) => Promise.resolve(kept.has(key) ? { [key]: kept.get(key) } : {}),
        set: (values: Record<string, unknown>) => {
          for (const [key, value] of Object.entries(values)) kept.set(key, value)
          return Promise.resolve()
        },
        remove: (key: string) => Promise.resolve(void kept.delete(key)),
      },
    },
  },
}))
beforeEach(() => {
  kept.clear()
  vi.useRealTimers()
})

const sender = { id: "holdfast" }
const WORDS = "三个 平静 的词"
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (thrown: unknown) => EvidenceError.from(thrown).code,
  )

function desk() {
  const { vault } = portsWith()
  const changes: true[] = []
  const handlers = lockHandlers(vault, () => changes.push(true))
  return { vault, handlers, changes }
}

describe("the lock of a shared computer", () => {
  test("is what Node gives for the same words, salt and rounds", async () => {
    const { vault, handlers, changes } = desk()
    await handlers.setLock({ passphrase: WORDS }, sender)
    const lock = (await keptLock(vault)) ?? expect.unreachable("it was put on")
    expect(lock.check).toBe(pbkdf2Sync(WORDS, lock.salt, LOCK_ROUNDS, 32, "sha256").toString("hex"))
    expect(lock.salt).toMatch(/^[0-9a-f]{32}$/)
    expect(changes).toHaveLength(1)
    // Nothing of it is evidence, and whoever chose it is not asked for it at once.
    expect([await custodyOf(vault), await isUnlocked()]).toEqual([[], true])
  })

  test("has another salt each time", async () => {
    const salts = await Promise.all(
      [desk(), desk()].map(async ({ vault, handlers }) => {
        await handlers.setLock({ passphrase: WORDS }, sender)
        return (await keptLock(vault))?.salt
      }),
    )
    expect(new Set(salts).size).toBe(2)
  })

  test.each(["", "seven77", "七个字符不够啊"])("refuses %j, which is short", async passphrase => {
    const { vault, handlers } = desk()
    expect(await codeOf(handlers.setLock({ passphrase }, sender))).toBe("lock/short")
    expect(await keptLock(vault)).toBeNull()
  })

  test("is not replaced by another, and opens to none but its own words", async () => {
    const { vault, handlers } = desk()
    await handlers.setLock({ passphrase: WORDS }, sender)
    const before = await keptLock(vault)
    await handlers.closeLock(null, sender)
    expect(await codeOf(handlers.setLock({ passphrase: "another one" }, sender))).toBe("lock/there")
    for (const passphrase of ["", "another one", `${WORDS} `, WORDS.slice(1)]) {
      expect(await codeOf(handlers.unlock({ passphrase }, sender))).toBe("lock/wrong")
      expect(await codeOf(handlers.removeLock({ passphrase }, sender))).toBe("lock/wrong")
    }
    expect([await keptLock(vault), await isUnlocked()]).toEqual([before, false])
    expect(await handlers.unlock({ passphrase: WORDS }, sender)).toEqual({ liftAskedAt: null })
    expect(await isUnlocked()).toBe(true)
  })

  test("comes off without the words a day after that was asked for, not a second earlier", async () => {
    const { vault, handlers, changes } = desk()
    await handlers.setLock({ passphrase: WORDS }, sender)
    expect(await codeOf(handlers.removeLock({ passphrase: null }, sender))).toBe("lock/early")
    await handlers.askToLift(null, sender)
    const lock = (await keptLock(vault)) ?? expect.unreachable("it is on")
    const from = liftableFrom(lock) ?? expect.unreachable("it was asked for")
    vi.useFakeTimers({ toFake: ["Date"], now: from - 1000 })
    // Asked again, the day does not begin anew.
    await handlers.askToLift(null, sender)
    expect(await keptLock(vault)).toEqual(lock)
    expect(await codeOf(handlers.removeLock({ passphrase: null }, sender))).toBe("lock/early")
    vi.setSystemTime(from)
    await handlers.removeLock({ passphrase: null }, sender)
    expect([await keptLock(vault), changes.length]).toEqual([null, 2])
  })

  test("whoever knows the words undoes the asking, and is told of it", async () => {
    const { vault, handlers } = desk()
    await handlers.setLock({ passphrase: WORDS }, sender)
    await handlers.askToLift(null, sender)
    const asked = (await keptLock(vault))?.liftAskedAt ?? expect.unreachable("it was asked for")
    expect(await handlers.unlock({ passphrase: WORDS }, sender)).toEqual({ liftAskedAt: asked })
    expect((await keptLock(vault))?.liftAskedAt).toBeNull()
  })

  test("a lock of other rounds, of an older version, opens as it was made", async () => {
    const { vault, handlers } = desk()
    const check = pbkdf2Sync(WORDS, "00ff", 1_000, 32, "sha256").toString("hex")
    await keepLock(vault, { salt: "00ff", rounds: 1_000, check, liftAskedAt: null })
    expect(await handlers.unlock({ passphrase: WORDS }, sender)).toEqual({ liftAskedAt: null })
  })
})
