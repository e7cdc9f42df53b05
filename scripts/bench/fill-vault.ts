/**
 * Items of any size in the vault, with records, hashes and custody lines that
 * fit, so that the bundle of them holds. The bytes are AES-CTR of a number: the
 * browser and Node make the same without sending them.
 */
import { createCipheriv, createHash } from "node:crypto"
import { crc32 } from "node:zlib"
import { type CustodyLine, nextLine } from "../../src/core/custody.ts"
import { type Sha256, type Sm3 } from "../../src/core/seal/hash.ts"
import { type ArtifactRow, type CaptureRow } from "../../src/vault/capture-row.ts"
import { type Driven, type Page } from "../browsers/driver.ts"

const FILE_BYTES = 1_000_000
const FILES_IN_ITEM = 20

interface Model {
  readonly capture: CaptureRow
  readonly files: readonly ArtifactRow[]
  readonly record: string
  readonly custody: CustodyLine
  readonly items: number
}

/** Adds items made after the one that is there: with about `bytes` of files of a megabyte, or, for no bytes, `copies` without any. */
export async function fillVault(driven: Driven, bytes: number, copies = 0): Promise<void> {
  const page = await driven.openExtensionPage("ui/popup.html")
  const model = await page.evaluate(readModel)
  let last = model.custody
  const files = bytes === 0 ? 0 : FILES_IN_ITEM
  const count = files === 0 ? copies : Math.ceil(bytes / FILE_BYTES / files)
  for (let index = 0; index < count; index++) last = await addItem(page, model, last, index, files)
  await page.close()
}

async function addItem(
  page: Page,
  model: Model,
  last: CustodyLine,
  index: number,
  files: number,
): Promise<CustodyLine> {
  const item = model.items + index + 1
  const id = crypto.randomUUID()
  const at = model.capture.startedAt
  const facts = {
    captureId: id,
    mediaType: "application/octet-stream",
    source: "dom",
    at,
    place: null,
  } as const
  const bulk = Array.from({ length: files }, (_, file): ArtifactRow => {
    const path = `media/${String(file).padStart(4, "0")}.bin`
    return { ...facts, path, ...hashes(content(index * FILES_IN_ITEM + file)) }
  })
  const record = JSON.parse(model.record) as { files: object[] }
  const listed = bulk.map(({ path, sha256, sm3, bytes, mediaType, source }) => {
    return { path, sha256, sm3, bytes, at, mediaType, source }
  })
  const name = `e${String(item).padStart(3, "0")}`
  const text = `${JSON.stringify({ ...record, id, item: name, files: [...record.files, ...listed] }, null, 2)}\n`
  const sealed = hashes(Buffer.from(text))
  const started = nextLine(last, at, { event: "capture.started", capture: id, item: name })
  const end = nextLine(started, at, { event: "capture.sealed", capture: id, record: sealed.sha256 })
  const rows = model.files.map(file => ({
    ...file,
    captureId: id,
    ...(file.path === "capture.json" ? sealed : {}),
  }))
  const capture: CaptureRow = { ...model.capture, id, item, record: sealed.sha256 }
  await page.evaluate(storeItem, {
    ...{ capture, files: [...rows, ...bulk], custody: [started, end], text },
    ...{
      record: sealed.sha256,
      first: index * FILES_IN_ITEM,
      made: bulk.map(({ sha256 }) => sha256),
      size: FILE_BYTES,
    },
  })
  return end
}

const keyOf = (number: number): Buffer => {
  const key = Buffer.alloc(16)
  key.writeUInt32BE(number)
  return key
}

const content = (number: number): Buffer =>
  createCipheriv("aes-128-ctr", keyOf(number), Buffer.alloc(16)).update(Buffer.alloc(FILE_BYTES))

const hashes = (data: Buffer) => ({
  sha256: createHash("sha256").update(data).digest("hex") as Sha256,
  sm3: createHash("sm3").update(data).digest("hex") as Sm3,
  crc32: crc32(data),
  bytes: data.length,
})

/** Runs in the browser: the newest sealed capture, and the end of the log. */
async function readModel(): Promise<Model> {
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
  const of = database.transaction(["captures", "artifacts", "blobs", "custody"])
  const captures = await asked(of.objectStore("captures").getAll() as IDBRequest<CaptureRow[]>)
  const capture = captures.find(({ state }) => state === "sealed")
  if (capture === undefined) throw new Error("nothing was captured yet")
  const index = of.objectStore("artifacts").index("captureId")
  const files = await asked(index.getAll(capture.id) as IDBRequest<ArtifactRow[]>)
  const custody = (await asked(of.objectStore("custody").getAll() as IDBRequest<CustodyLine[]>)).at(-1)
  const row = await asked(of.objectStore("blobs").get(capture.record ?? "") as IDBRequest<{ bytes: Blob }>)
  database.close()
  if (custody === undefined) throw new Error("the log is empty")
  const items = Math.max(...captures.map(({ item }) => item))
  return { capture, files, record: await row.bytes.text(), custody, items }
}

interface Added {
  readonly capture: CaptureRow
  readonly files: readonly ArtifactRow[]
  readonly custody: readonly CustodyLine[]
  readonly text: string
  readonly record: string
  /** The number of the first file, the hash of each, and its bytes. */
  readonly first: number
  readonly made: readonly string[]
  readonly size: number
}

/** Runs in the browser. */
async function storeItem({ capture, files, custody, text, record, first, made, size }: Added): Promise<void> {
  const at = capture.startedAt
  const blobs = [{ sha256: record, bytes: new Blob([text], { type: "application/json" }), at }]
  for (const [index, sha256] of made.entries()) {
    const key = new Uint8Array(16)
    new DataView(key.buffer).setUint32(0, first + index)
    const aes = await crypto.subtle.importKey("raw", key, "AES-CTR", false, ["encrypt"])
    const counter = { name: "AES-CTR", counter: new Uint8Array(16), length: 64 }
    const bytes = await crypto.subtle.encrypt(counter, aes, new Uint8Array(size))
    blobs.push({ sha256, bytes: new Blob([bytes], { type: "application/octet-stream" }), at })
  }
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open("holdfast")
    asked.onerror = () => {
      reject(new Error(String(asked.error)))
    }
    asked.onsuccess = () => {
      resolve(asked.result)
    }
  })
  const transaction = database.transaction(
    ["captures", "artifacts", "blobs", "custody", "counters"],
    "readwrite",
  )
  for (const row of blobs) transaction.objectStore("blobs").put(row)
  for (const row of files) transaction.objectStore("artifacts").put(row)
  for (const row of custody) transaction.objectStore("custody").put(row)
  transaction.objectStore("captures").put(capture)
  transaction.objectStore("counters").put({ name: "item", value: capture.item })
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve
    transaction.onabort = () => {
      reject(new Error(String(transaction.error)))
    }
  })
  database.close()
}
