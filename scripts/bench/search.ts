/**
 * The library with 10,000 items: its first rows, and the search from the key
 * to the whole answer on the screen, against a reading of every text in the
 * same page. The texts are of random common characters, so that pairs of them
 * stand by chance where they are not meant, as they do on real pages.
 */
import { type EntryFacts, searchedText } from "../../src/core/search/entry.ts"
import { signatureOf } from "../../src/core/search/signature.ts"
import { type CaptureRow } from "../../src/vault/capture-row.ts"
import { ENTRY_VERSION } from "../../src/vault/entry-row.ts"
import { type Driven, type Page } from "../browsers/driver.ts"
import { median, printFigure } from "./figures.ts"
import { common } from "./search-words.ts"

const ITEMS = 10_000
const AT_ONCE = 250
const RUNS = 5

const questions = [
  ["four characters of one item", "恶意诽谤"],
  ["two characters of one item in a hundred", "曲奇"],
  ["letters within a word of one item in a hundred", "elpfron"],
  ["an author of one item in fifty", "海边不加糖7"],
  ["what no item says", "谤诽曲骗"],
] as const

/** Fills the vault after the items that are there, and prints what was measured. */
export async function measureSearch(driven: Driven): Promise<void> {
  const page = await driven.openExtensionPage("ui/verify.html")
  const model = await page.evaluate(readModel)
  if (model === null) throw new Error("nothing was captured yet")
  const empty = await page.evaluate(storageUsed)
  await fill(page, model, ({ capture }) => ({ captures: [capture] }))
  const before = await page.evaluate(storageUsed)
  await fill(page, model, ({ entry, text }) => ({ entries: [entry], texts: [{ id: entry.id, text }] }))
  const after = await page.evaluate(storageUsed)
  await page.close()
  const perItem = (bytes: number) => `${(bytes / ITEMS / 1000).toFixed(1)} kB`
  const made = Array.from({ length: 200 }, (_, at) => madeItem(model, at * 50))
  const bytes = made.reduce((sum, { signature, text }) => sum + signature.length + text.length * 2, 0)
  const characters = made.reduce((sum, { text }) => sum + text.length, 0)
  console.log(
    `  an item's entry in the index: ${(bytes / made.length / 1000).toFixed(1)} kB for ${(characters / made.length).toFixed(0)} characters; on the disk ${perItem(after - before)}, beside ${perItem(before - empty)} for its row`,
  )
  await measureOpening(driven)
  const library = await driven.openExtensionPage("ui/library.html")
  await library.waitFor(() => performance.getEntriesByName("library-read")[0], 60_000)
  for (const [what, words] of questions) await measureQuestion(library, what, words)
  await measureCommon(library)
  await library.close()
}

async function measureOpening(driven: Driven): Promise<void> {
  const times: { first: number; all: number; rows: number }[] = []
  for (let run = 0; run < RUNS; run++) {
    const page = await driven.openExtensionPage("ui/library.html")
    times.push(
      (await page.waitFor(() => {
        const [first, all] = ["library-usable", "library-read"].map(
          name => performance.getEntriesByName(name)[0]?.startTime,
        )
        const rows = document.querySelectorAll("#rows [data-id]").length
        return first !== undefined && all !== undefined ? { first, all, rows } : null
      }, 60_000)) ?? { first: NaN, all: NaN, rows: 0 },
    )
    await page.close()
  }
  printFigure({
    what: `library opens to its first rows with ${String(ITEMS)} items, median of ${String(RUNS)}`,
    ms: median(times.map(({ first }) => first)),
    baseline: "until all items are listed",
    baselineMs: median(times.map(({ all }) => all)),
    aim: { ms: 300 },
  })
  console.log(`  rows that are elements then: ${String(times.at(-1)?.rows ?? 0)}`)
}

async function measureQuestion(library: Page, what: string, words: string): Promise<void> {
  const answers: { ms: number; n: number }[] = []
  const scans: { ms: number; n: number }[] = []
  for (let run = 0; run < RUNS; run++) {
    answers.push(await library.evaluate(ask, words, true))
    scans.push(await library.evaluate(scan, words))
  }
  const found = answers[0]?.n ?? 0
  if (scans.some(({ n }) => n !== found))
    throw new Error(`${words}: ${String(found)} found, not as many as there are`)
  printFigure({
    what: `search for ${what}: ${String(found)} found, median of ${String(RUNS)}`,
    ms: median(answers.map(({ ms }) => ms)),
    baseline: "a reading of every text",
    baselineMs: median(scans.map(({ ms }) => ms)),
    aim: { ms: 100 },
  })
}

/** A character of nearly every text: the first rows must be there at once, the whole count takes a reading of all. */
async function measureCommon(library: Page): Promise<void> {
  const words = common[0] ?? ""
  const first = await library.evaluate(ask, words, false)
  const whole = await library.evaluate(ask, `${words} `, true)
  const scanned = await library.evaluate(scan, words)
  printFigure({
    what: `search for one character of nearly all items, to its first rows`,
    ms: first.ms,
    baseline: "a reading of every text",
    baselineMs: scanned.ms,
    aim: { ms: 100 },
  })
  console.log(`    to the whole answer of ${String(whole.n)} items: ${whole.ms.toFixed(0)} ms`)
}

interface Model {
  readonly capture: CaptureRow
  readonly items: number
}

function madeItem({ capture, items }: Model, at: number) {
  const item = items + at + 1
  const minutes = (ITEMS - at) * 7
  const facts: EntryFacts = {
    ...{ id: `00000000-0000-4000-8000-${String(item).padStart(12, "0")}`, item },
    at: new Date(Date.parse(capture.startedAt) - minutes * 60_000).toISOString(),
    ...{ host: "weibo.com", adapter: "weibo", pageType: "post", complete: at % 9 !== 0 },
    ...{
      authorName: `海边不加糖${String(at % 50)}`,
      authorHandle: null,
      authorId: String(8800127346 + (at % 50)),
    },
    publishedAt: null,
  }
  const url = `https://weibo.com/${String(facts.authorId)}/N${at.toString(36)}`
  const text = searchedText(facts, {
    url,
    title: randomText(at + 1, 20),
    postText: wordsOf(at),
    pageText: "",
    notes: "",
  })
  const row: CaptureRow = { ...capture, id: facts.id, item, startedAt: facts.at, url }
  return { capture: row, facts, text, signature: signatureOf(text) }
}

function wordsOf(at: number): string {
  const said = randomText(at + 7, 300 + ((at * 131) % 2400))
  const marked = at % 100 === 3 ? `${said}海盐曲奇kelpfrond` : said
  return at === 4_321 ? `${marked}被恶意诽谤` : marked
}

/** Common characters by chance, the same for the same seed (Park and Miller). */
function randomText(seed: number, length: number): string {
  let state = (seed * 48_271) % 2_147_483_647
  const next = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
  // As in writing, a few are far more frequent than the others.
  return Array.from({ length }, () => common[Math.floor(common.length * next() ** 2)]).join("")
}

interface Put {
  readonly captures?: readonly CaptureRow[]
  readonly entries?: readonly object[]
  readonly texts?: readonly object[]
}

async function fill(
  page: Page,
  model: Model,
  rowsOf: (made: { capture: CaptureRow; entry: EntryFacts & { signature: string }; text: string }) => Put,
): Promise<void> {
  for (let from = 0; from < ITEMS; from += AT_ONCE) {
    const puts = Array.from({ length: AT_ONCE }, (_, at) => {
      const { capture, facts, text, signature } = madeItem(model, from + at)
      const entry = {
        ...{ ...facts, version: ENTRY_VERSION, isTextRead: true },
        signature: Buffer.from(signature).toString("base64"),
      }
      return rowsOf({ capture, entry, text })
    })
    await page.evaluate(putRows, {
      captures: puts.flatMap(({ captures }) => captures ?? []),
      entries: puts.flatMap(({ entries }) => entries ?? []),
      texts: puts.flatMap(({ texts }) => texts ?? []),
    })
  }
}

/** Runs in the browser. */
async function readModel(): Promise<Model | null> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open("holdfast")
    asked.onsuccess = () => {
      resolve(asked.result)
    }
    asked.onerror = () => {
      reject(new Error(String(asked.error)))
    }
  })
  const rows = await new Promise<CaptureRow[]>(resolve => {
    const asked = database.transaction("captures").objectStore("captures").getAll() as IDBRequest<
      CaptureRow[]
    >
    asked.onsuccess = () => {
      resolve(asked.result)
    }
  })
  database.close()
  const capture = rows.find(({ state }) => state === "sealed")
  return capture === undefined ? null : { capture, items: Math.max(...rows.map(({ item }) => item)) }
}

/** Runs in the browser. */
async function putRows(rows: Put): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open("holdfast")
    asked.onsuccess = () => {
      resolve(asked.result)
    }
    asked.onerror = () => {
      reject(new Error(String(asked.error)))
    }
  })
  const transaction = database.transaction(["captures", "entries", "texts"], "readwrite")
  for (const row of rows.captures ?? []) transaction.objectStore("captures").put(row)
  for (const row of (rows.entries ?? []) as { signature: string }[]) {
    const signature = Uint8Array.from(atob(row.signature), char => char.charCodeAt(0))
    transaction.objectStore("entries").put({ ...row, signature })
  }
  for (const row of rows.texts ?? []) transaction.objectStore("texts").put(row)
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve
    transaction.onabort = () => {
      reject(new Error(String(transaction.error)))
    }
  })
  database.close()
}

/** Runs in the browser. */
const storageUsed = async (): Promise<number> => (await navigator.storage.estimate()).usage ?? NaN

/** Runs in the library: types, and waits until the answer, or its first rows, are painted. */
async function ask(words: string, isWhole: boolean): Promise<{ ms: number; n: number }> {
  const box = document.querySelector<HTMLInputElement>("#search")
  const count = document.querySelector<HTMLElement>("#count")
  if (box === null || count === null) throw new Error("this is not the library")
  const frame = () =>
    new Promise<void>(resolve =>
      requestAnimationFrame(() => {
        resolve()
      }),
    )
  const type = (text: string) => {
    box.value = text
    box.dispatchEvent(new Event("input", { bubbles: true }))
  }
  type("")
  while (count.dataset.whole !== undefined) await frame()
  await frame()
  const measured = performance.getEntriesByName("search-first").length
  const began = performance.now()
  type(words)
  const isThere = () =>
    isWhole ? count.dataset.whole === "true" : performance.getEntriesByName("search-first").length > measured
  while (!isThere()) await frame()
  await frame()
  return { ms: performance.now() - began, n: Number(count.dataset.n) }
}

/** Runs in the library: what it would take without an index. */
async function scan(words: string): Promise<{ ms: number; n: number }> {
  const began = performance.now()
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open("holdfast")
    asked.onsuccess = () => {
      resolve(asked.result)
    }
    asked.onerror = () => {
      reject(new Error(String(asked.error)))
    }
  })
  const rows = await new Promise<{ text: string }[]>(resolve => {
    const asked = database.transaction("texts").objectStore("texts").getAll() as IDBRequest<
      { text: string }[]
    >
    asked.onsuccess = () => {
      resolve(asked.result)
    }
  })
  database.close()
  const n = rows.filter(({ text }) => text.includes(words)).length
  return { ms: performance.now() - began, n }
}
