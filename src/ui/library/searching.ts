/** The search: what is found is shown as it is found, and a new question ends the one before. */
import { EvidenceError } from "../../core/errors.ts"
import { parseQuery, snippetOf } from "../../core/search/query.ts"
import { findEntries, textsOf } from "../../vault/read-entries.ts"
import { type Vault } from "../../vault/schema.ts"
import { type Change, type Model } from "./model.ts"

export interface Searching {
  /** Searches for what is typed, or for the same again where the items have changed. Does nothing where neither has. */
  follow(model: Model): void
  /** Reads what stands around the words found in these items, where it was not read yet. */
  readWords(model: Model, ids: readonly string[]): void
}

/** Between two changes of the list while more is being found. */
const PAUSE_MS = 120

export function makeSearching(vault: Vault, change: Change): Searching {
  let asked: Pick<Model, "typed" | "entries"> = { typed: "", entries: new Map() }
  let stop = new AbortController()
  const reading = new Set<string>()

  const report = (thrown: unknown) => {
    change({ problem: EvidenceError.from(thrown).code })
  }

  async function search(
    { typed, entries }: Pick<Model, "typed" | "entries">,
    { signal }: AbortController,
  ): Promise<void> {
    const began = performance.now()
    const query = parseQuery(typed)
    const ids = new Set<string>()
    let told = -Infinity
    for await (const some of findEntries(vault, query, entries.values(), signal)) {
      for (const id of some) ids.add(id)
      if (signal.aborted) return
      if (some.length === 0 || performance.now() - told < PAUSE_MS) continue
      if (told === -Infinity) performance.measure("search-first", { start: began, detail: typed })
      told = performance.now()
      change({ found: { typed, ids: new Set(ids), isWhole: false } })
    }
    if (signal.aborted) return
    performance.measure("search-whole", { start: began, detail: typed })
    change({ found: { typed, ids, isWhole: true } })
  }

  return {
    follow(model) {
      const { typed, entries } = model
      if (asked.typed === typed && (typed === "" || asked.entries === entries)) return
      const isNew = asked.typed !== typed
      asked = { typed, entries }
      stop.abort()
      stop = new AbortController()
      if (isNew) {
        reading.clear()
        change({ words: new Map() })
      }
      if (parseQuery(typed).terms.length === 0) {
        if (model.found !== null) change({ found: null })
        return
      }
      search(asked, stop).catch(report)
    },
    readWords({ typed }, ids) {
      const wanted = ids.filter(id => !reading.has(id))
      if (wanted.length === 0) return
      for (const id of wanted) reading.add(id)
      const query = parseQuery(typed)
      textsOf(vault, wanted).then(texts => {
        if (asked.typed !== typed) return
        change(model => ({
          words: new Map([
            ...model.words,
            ...wanted.map(id => [id, snippetOf(query, texts.get(id) ?? "")] as const),
          ]),
        }))
      }, report)
    },
  }
}
