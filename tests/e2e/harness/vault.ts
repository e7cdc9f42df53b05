/** The vault, read as rows by IndexedDB itself in one of the extension's own documents: none of our code has a part in it. */
import { type Surface } from "../../../scripts/browsers/driver.ts"
import { until } from "../../../scripts/browsers/surface.ts"
import { type CaptureRow, type LogRow } from "../../../src/vault/capture-row.ts"
import { type ExportRow } from "../../../src/vault/schema.ts"

export interface FileRow {
  readonly captureId: string
  readonly path: string
  readonly sha256: string
  readonly bytes: number
}

export interface Vault {
  readonly captures: readonly CaptureRow[]
  readonly files: readonly FileRow[]
  readonly log: readonly LogRow[]
  readonly exports: readonly ExportRow[]
  /** The lines of the custody log, as they are stored, in order. */
  readonly lines: readonly string[]
  /** The same, read. */
  readonly custody: readonly { readonly event: string; readonly capture?: string; readonly zip?: string }[]
}

/** A document of the extension: the popup, or the background. */
export type Inside = Pick<Surface, "evaluate">

export async function readVault(inside: Inside): Promise<Vault> {
  const rows = await inside.evaluate(readRows)
  return { ...rows, custody: rows.lines.map(line => JSON.parse(line) as Vault["custody"][number]) }
}

/** The capture with the highest number. Throws while there is none. */
export function newest({ captures }: Vault): CaptureRow {
  const row = captures.toSorted((a, b) => a.item - b.item).at(-1)
  if (row === undefined) throw new Error("nothing is in the vault yet")
  return row
}

/** Waits until the newest capture is as wanted, and answers with the whole vault as it then stood. */
export function untilNewest(
  inside: Inside,
  isWanted: (row: CaptureRow, vault: Vault) => boolean,
  timeoutMs = 60_000,
): Promise<Vault> {
  return until(
    `the newest capture to be as in ${String(isWanted)}`,
    async () => {
      const vault = await readVault(inside)
      return isWanted(newest(vault), vault) ? vault : null
    },
    timeoutMs,
  )
}

/** Waits in the document itself until the newest capture is at a stage, or past it: some are over sooner than a question comes from outside. */
export const untilStage = (inside: Inside, stage: CaptureRow["progress"]["stage"]): Promise<boolean> =>
  inside.evaluate(watchStage, stage)

export const filesOf = ({ files }: Vault, { id }: CaptureRow): readonly FileRow[] =>
  files.filter(file => file.captureId === id)

export const framesOf = (vault: Vault, row: CaptureRow): readonly FileRow[] =>
  filesOf(vault, row).filter(({ path }) => path.startsWith("frames/"))

/** The events of custody that speak of this capture, in order. */
export const eventsOf = ({ custody }: Vault, { id }: CaptureRow): readonly string[] =>
  custody.filter(line => line.capture === id).map(line => line.event)

/** The bytes that are stored under a hash. */
export async function storedBytes(inside: Inside, sha256: string): Promise<Buffer> {
  return Buffer.from(await inside.evaluate(readBlob, sha256), "base64")
}

/** Files whose bytes are not there, cannot be read, or are not those of their hash: must be none. */
export const damagedFiles = (inside: Inside): Promise<string[]> => inside.evaluate(rehash)

/** Runs in the browser. */
async function readRows() {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open("holdfast")
    // Made here it would have no tables, and the extension could not open it any more.
    asked.onupgradeneeded = () => asked.transaction?.abort()
    asked.onerror = () => {
      reject(new Error("the extension has made no vault yet"))
    }
    asked.onsuccess = () => {
      resolve(asked.result)
    }
  })
  const transaction = database.transaction(["captures", "artifacts", "log", "custody", "exports"])
  const all = <T>(name: string): Promise<T[]> =>
    new Promise((resolve, reject) => {
      const asked = transaction.objectStore(name).getAll() as IDBRequest<T[]>
      asked.onsuccess = () => {
        resolve(asked.result)
      }
      asked.onerror = () => {
        reject(new Error(`${name}: ${String(asked.error)}`))
      }
    })
  const [captures, files, log, custody, exports] = await Promise.all([
    all<CaptureRow>("captures"),
    all<FileRow>("artifacts"),
    all<LogRow>("log"),
    all<{ text: string }>("custody"),
    all<ExportRow>("exports"),
  ])
  database.close()
  return {
    captures,
    files: files.map(({ captureId, path, sha256, bytes }) => ({ captureId, path, sha256, bytes })),
    log,
    exports,
    lines: custody.map(({ text }) => text),
  }
}

/** Runs in the browser. Answers false where the capture ended without having been seen there, or after a minute. */
async function watchStage(stage: string): Promise<boolean> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open("holdfast")
    asked.onerror = () => {
      reject(new Error(String(asked.error)))
    }
    asked.onsuccess = () => {
      resolve(asked.result)
    }
  })
  const end = Date.now() + 60_000
  for (;;) {
    const rows = await new Promise<CaptureRow[]>((resolve, reject) => {
      const asked = database.transaction("captures").objectStore("captures").getAll() as IDBRequest<
        CaptureRow[]
      >
      asked.onsuccess = () => {
        resolve(asked.result)
      }
      asked.onerror = () => {
        reject(new Error(String(asked.error)))
      }
    })
    const newest = rows.sort((a, b) => b.item - a.item)[0]
    const isHere = newest?.progress.stage === stage
    if (isHere || newest?.state !== "running" || Date.now() > end) {
      database.close()
      return isHere
    }
  }
}

/** Runs in the browser. */
async function rehash(): Promise<string[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open("holdfast")
    asked.onerror = () => {
      reject(new Error(String(asked.error)))
    }
    asked.onsuccess = () => {
      resolve(asked.result)
    }
  })
  const asking = <T>(asked: IDBRequest): Promise<T> =>
    new Promise((resolve, reject) => {
      asked.onsuccess = () => {
        resolve(asked.result as T)
      }
      asked.onerror = () => {
        reject(new Error(String(asked.error)))
      }
    })
  const storeOf = (name: string) => database.transaction(name).objectStore(name)
  const wrong: string[] = []
  for (const { path, sha256 } of await asking<FileRow[]>(storeOf("artifacts").getAll())) {
    try {
      // One by one: Firefox gives no row whose file is gone, and then none of those that are asked for with it.
      const row = await asking<{ bytes: Blob } | undefined>(storeOf("blobs").get(sha256))
      const bytes = await row?.bytes.arrayBuffer()
      const digest = bytes === undefined ? new ArrayBuffer(0) : await crypto.subtle.digest("SHA-256", bytes)
      const found = Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, "0")).join("")
      if (found !== sha256) wrong.push(`${path}: ${bytes === undefined ? "missing" : "changed"}`)
    } catch (thrown) {
      wrong.push(`${path}: ${String(thrown)}`)
    }
  }
  database.close()
  return wrong
}

/** Runs in the browser. */
async function readBlob(sha256: string): Promise<string> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open("holdfast")
    asked.onerror = () => {
      reject(new Error(String(asked.error)))
    }
    asked.onsuccess = () => {
      resolve(asked.result)
    }
  })
  const row = await new Promise<{ bytes: Blob } | undefined>((resolve, reject) => {
    const asked = database.transaction("blobs").objectStore("blobs").get(sha256) as IDBRequest<
      { bytes: Blob } | undefined
    >
    asked.onsuccess = () => {
      resolve(asked.result)
    }
    asked.onerror = () => {
      reject(new Error(String(asked.error)))
    }
  })
  database.close()
  if (row === undefined) throw new Error(`nothing is stored under ${sha256}`)
  const bytes = new Uint8Array(await row.bytes.arrayBuffer())
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 0x8000)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)))
  return btoa(parts.join(""))
}
