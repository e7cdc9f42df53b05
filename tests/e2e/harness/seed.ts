import { type Surface } from "../../../scripts/browsers/driver.ts"

/** Rows as they are, each in its own table of the vault: for what a story would need a site of another name, or hours, to come by. */
export const seed = (
  page: Pick<Surface, "evaluate">,
  tables: Readonly<Record<string, readonly object[]>>,
): Promise<void> => page.evaluate(put, tables)

/** Runs in the page. */
async function put(tables: Readonly<Record<string, readonly object[]>>): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open("holdfast")
    asked.onsuccess = () => {
      resolve(asked.result)
    }
    asked.onerror = () => {
      reject(new Error(String(asked.error)))
    }
  })
  const putting = database.transaction(Object.keys(tables), "readwrite")
  for (const [name, rows] of Object.entries(tables))
    for (const row of rows) putting.objectStore(name).put(row)
  await new Promise((resolve, reject) => {
    putting.oncomplete = resolve
    putting.onabort = () => {
      reject(new Error(String(putting.error)))
    }
  })
  database.close()
}
