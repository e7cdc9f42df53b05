/**
 * A gate before the product's commits, made of what any document of the origin
 * may do: a transaction over the tables that it writes holds up every other one.
 * Between two of its commits the gate looks; at the wanted one it stays shut,
 * and the product stands at a moment that is known and can be had again.
 */
import { type Vault } from "../../tests/e2e/harness/vault.ts"
import { type Page } from "../browsers/driver.ts"
import { until } from "../browsers/surface.ts"
import { type Seen } from "./witness.ts"

export interface Gate {
  /** Waits until the product stands before it; null where it came to its end before that. */
  untilShut(timeoutMs?: number): Promise<Seen | null>
  /** When what is stored changed while the gate looked on, in milliseconds since 1970, one by one. */
  passed(): Promise<readonly number[]>
  open(): Promise<void>
}

interface Held {
  readonly captures: Vault["captures"]
  readonly files: Vault["files"]
  readonly log: Vault["log"]
  readonly exports: Vault["exports"]
  readonly custody: readonly { readonly text: string }[]
  readonly blobs: readonly { readonly sha256: string; readonly at: string }[]
}

interface GateState {
  passed: number[]
  held: Held | null
  isOver: boolean
  isOpen: boolean
  error: string | null
}

type Gated = typeof globalThis & { holdfastGate?: GateState }

/** Lets `passing` commits by, and shuts. `onlooker`: a page of the extension that is not in front. */
export async function shutAfter(onlooker: Page, passing: number): Promise<Gate> {
  await onlooker.evaluate(lookOn, passing)
  const state = () => onlooker.evaluate(() => (globalThis as Gated).holdfastGate ?? null)
  return {
    async untilShut(timeoutMs) {
      const { held, error } = await until(
        "the gate to be shut, or what is watched to be over",
        async () => {
          const now = await state()
          return now !== null && (now.held !== null || now.isOver || now.error !== null) ? now : null
        },
        timeoutMs,
      )
      if (error !== null) throw new Error(`the gate broke: ${error}`)
      return held === null
        ? null
        : {
            vault: vaultOf(held),
            blobs: held.blobs.map(({ sha256, at }) => ({ sha256, at })),
            saved: [],
            exported: [],
          }
    },
    passed: async () => (await state())?.passed ?? [],
    async open() {
      await onlooker.evaluate(() => {
        const gate = (globalThis as Gated).holdfastGate
        if (gate) gate.isOpen = true
      })
    },
  }
}

function vaultOf({ captures, files, log, exports, custody }: Held): Vault {
  const lines = custody.map(({ text }) => text)
  return {
    captures,
    files,
    log,
    exports,
    lines,
    custody: lines.map(line => JSON.parse(line) as Vault["custody"][number]),
  }
}

/** Runs in the browser. */
async function lookOn(passing: number): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open("holdfast")
    asked.onerror = () => {
      reject(new Error(String(asked.error)))
    }
    asked.onsuccess = () => {
      resolve(asked.result)
    }
  })
  const gate: GateState = { passed: [], held: null, isOver: false, isOpen: false, error: null }
  ;(globalThis as Gated).holdfastGate = gate
  const before: { print: string | null; captures: number; exports: number; wasRunning: boolean } = {
    print: null,
    captures: 0,
    exports: 0,
    wasRunning: false,
  }

  const look = () => {
    const transaction = database.transaction(
      ["captures", "artifacts", "log", "custody", "exports", "blobs"],
      "readwrite",
    )
    transaction.onabort = () => {
      gate.error ??= String(transaction.error)
    }
    const rows: Partial<Record<keyof Held, unknown>> = {}
    const all = <T>(name: keyof Held, asked: IDBRequest<T[]>) => {
      asked.onsuccess = () => {
        rows[name] = asked.result
        if (Object.keys(rows).length === 6) decide(rows as unknown as Held, transaction)
      }
    }
    const store = (name: string) => transaction.objectStore(name)
    all("captures", store("captures").getAll())
    all("files", store("artifacts").getAll())
    all("log", store("log").getAll())
    all("custody", store("custody").getAll())
    all("exports", store("exports").getAll())
    all("blobs", store("blobs").getAll())
  }

  const decide = (held: Held, transaction: IDBTransaction) => {
    const print = JSON.stringify(held)
    const isRunning = [...held.captures, ...held.exports].some(({ state }) => state === "running")
    if (before.print === null) {
      before.captures = held.captures.length
      before.exports = held.exports.length
      before.wasRunning = isRunning
    } else if (print !== before.print) gate.passed.push(Date.now())
    before.print = print
    const isNew =
      before.wasRunning || held.captures.length > before.captures || held.exports.length > before.exports
    if (isNew && !isRunning) {
      gate.isOver = true
      database.close()
    } else if (gate.passed.length >= passing) {
      gate.held = held
      hold(transaction)
    } else look()
  }

  // A transaction lives for as long as it is asked something.
  const hold = (transaction: IDBTransaction) => {
    if (gate.isOpen) {
      database.close()
      return
    }
    transaction.objectStore("exports").count().onsuccess = () => {
      hold(transaction)
    }
  }

  look()
}
