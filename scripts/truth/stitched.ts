/** The stitched pages of the newest capture, read from the vault by IndexedDB itself. */
import { type Inside, newest, readVault } from "../../tests/e2e/harness/vault.ts"
import { type Part } from "./compare.ts"

export async function stitchedParts(inside: Inside): Promise<readonly Part[]> {
  const { pages } = newest(await readVault(inside))
  const parts: Part[] = []
  for (const { y, sha256, box } of pages) {
    if (box !== undefined) continue
    parts.push({ y, png: Buffer.from(await inside.evaluate(readBytes, sha256 as string), "base64") })
  }
  return parts
}

/** Runs in the browser. */
async function readBytes(sha256: string): Promise<string> {
  const asked = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => {
        resolve(request.result)
      }
      request.onerror = () => {
        reject(new Error(String(request.error)))
      }
    })
  const database = await asked(indexedDB.open("holdfast"))
  const row = await asked<{ readonly bytes: Blob }>(
    database.transaction("blobs").objectStore("blobs").get(sha256) as IDBRequest<{ readonly bytes: Blob }>,
  )
  database.close()
  const url = await new Promise<string>(resolve => {
    const reader = new FileReader()
    reader.onload = () => {
      resolve(reader.result as string)
    }
    reader.readAsDataURL(row.bytes)
  })
  return url.slice(url.indexOf(",") + 1)
}
