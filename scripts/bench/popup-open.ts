/** The popup from its first byte to usable, with 10,000 items in the vault, against the same with one. */
import { type Driven, openPopup } from "../browsers/driver.ts"
import { type Site } from "../site/serve-site.ts"
import { type Figure, median } from "./figures.ts"

const RUNS = 7
const ITEMS = 10_000
/** Made in one transaction: a browser is asked for an answer again and again while it works. */
const AT_ONCE = 1_000

export async function measurePopup(driven: Driven, site: Site): Promise<Figure> {
  const few = await openings(driven, site)
  const filled = await fillVault(driven)
  const many = await openings(driven, site)
  return {
    what: `popup opens to usable with ${String(filled)} items, median of ${String(RUNS)}`,
    ms: median(many),
    baseline: "the same with the few items of this run",
    baselineMs: median(few),
    aim: { ms: 100 },
  }
}

async function openings(driven: Driven, site: Site): Promise<number[]> {
  const times: number[] = []
  const page = await driven.newPage(`${site.origin}/plain`)
  for (let run = 0; run < RUNS; run++) {
    const popup = await openPopup(driven, page)
    times.push(await popup.waitFor(() => performance.getEntriesByName("popup-usable")[0]?.startTime ?? 0))
    await popup.close()
  }
  await page.close()
  return times
}

/** Copies a capture's rows until there are ITEMS. Returns how many there are then. */
async function fillVault(driven: Driven): Promise<number> {
  const page = await driven.openExtensionPage("ui/popup.html")
  let count = 0
  for (let wanted = AT_ONCE; wanted <= ITEMS; wanted += AT_ONCE) count = await page.evaluate(fillTo, wanted)
  await page.close()
  return count
}

/** Runs in the browser. */
async function fillTo(wanted: number): Promise<number> {
  const asked = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => {
        resolve(request.result)
      }
      request.onerror = () => {
        reject(request.error ?? new Error("database"))
      }
    })
  const database = await asked(indexedDB.open("holdfast"))
  const transaction = database.transaction(["captures", "artifacts"], "readwrite")
  const captures = transaction.objectStore("captures")
  const artifacts = transaction.objectStore("artifacts")
  const rows = await asked(captures.getAll() as IDBRequest<{ id: string; item: number }[]>)
  const model = rows[0]
  if (model === undefined) return 0
  const files = await asked(
    artifacts.index("captureId").getAll(model.id) as IDBRequest<{ captureId: string }[]>,
  )
  for (let item = rows.length + 1; item <= wanted; item++) {
    const id = crypto.randomUUID()
    captures.add({ ...model, id, item })
    for (const file of files) artifacts.add({ ...file, captureId: id })
  }
  await new Promise(resolve => {
    transaction.oncomplete = resolve
  })
  database.close()
  return Math.max(rows.length, wanted)
}
