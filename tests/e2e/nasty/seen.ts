/** One capture by the popup, as it then lies in the vault: its row, its files, and what the stitched page shows. */
import { PNG } from "pngjs"
import { type Driven, type Page } from "../../../scripts/browsers/driver.ts"
import { capture, type Kept } from "../../../scripts/browsers/use-popup.ts"
import { type CaptureRow, type LogRow } from "../../../src/vault/capture-row.ts"
import { gapName } from "../harness/exported.ts"
import { type Colour } from "../harness/picture.ts"
import { type FileRow, storedBytes } from "../harness/vault.ts"

export interface Seen {
  readonly row: CaptureRow
  readonly kept: Kept
  /** Each kind of gap as `what:reason`, once. */
  readonly gaps: readonly string[]
  readonly paths: readonly string[]
  readonly log: readonly LogRow[]
  bytes(path: string): Promise<Buffer>
  text(path: string): Promise<string>
  picture(path: string): Promise<PNG>
  /** The colours of one column of the whole stitched page, or of a box, from the top; `x` in device pixels, negative from the right. */
  column(x: number, box?: number): Promise<readonly Colour[]>
  /** The same in its middle. */
  middle(): Promise<readonly Colour[]>
}

export async function seen(driven: Driven, page: Page, timeoutMs = 60_000): Promise<Seen> {
  const { kept, popup } = await capture(driven, page, timeoutMs)
  await popup.close()
  return { kept, ...(await seenIn(driven, Number(kept.item.replace("E-", "")))) }
}

/** Of a capture that is over: its number. */
export async function seenIn(driven: Driven, item: number): Promise<Omit<Seen, "kept">> {
  const { row, files, log } = await driven.background.evaluate(readItem, item)
  const bytes = (path: string) => {
    const file = files.find(each => each.path === path)
    if (file === undefined) throw new Error(`no ${path} but ${files.map(each => each.path).join()}`)
    return storedBytes(driven.background, file.sha256)
  }
  const pictures = new Map<string, PNG>()
  const picture = async (path: string): Promise<PNG> => {
    const png = pictures.get(path) ?? PNG.sync.read(await bytes(path))
    pictures.set(path, png)
    return png
  }
  const column = async (xOf: (width: number) => number, box?: number): Promise<readonly Colour[]> => {
    const parts: Colour[][] = []
    for (const each of row.pages.filter(stitched => stitched.box === box)) {
      const png = await picture(each.path)
      parts.push(columnOf(png, xOf(png.width)))
    }
    return parts.flat()
  }
  return {
    row,
    gaps: [...new Set(row.gaps.map(gapName))],
    paths: files.map(({ path }) => path),
    log,
    bytes,
    picture,
    text: async path => (await bytes(path)).toString("utf8"),
    column: (x, box) => column(width => (x < 0 ? width + x : x), box),
    middle: () => column(width => Math.floor(width / 2)),
  }
}

export function columnOf({ width, height, data }: PNG, x: number): Colour[] {
  const words = new DataView(data.buffer, data.byteOffset, data.byteLength)
  return Array.from({ length: height }, (_, y) => words.getUint32((y * width + x) * 4) >>> 8)
}

/** Runs in the browser. */
async function readItem(
  item: number,
): Promise<{ readonly row: CaptureRow; readonly files: FileRow[]; readonly log: LogRow[] }> {
  const asked = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => {
        resolve(request.result)
      }
      request.onerror = () => {
        reject(new Error(String(request.error)))
      }
    })
  const database = await asked(indexedDB.open("holdfast"))
  const transaction = database.transaction(["captures", "artifacts", "log"])
  const all = <T extends object>(name: string): Promise<T[]> =>
    asked(transaction.objectStore(name).getAll() as IDBRequest<T[]>)
  const row = (await all<CaptureRow>("captures")).find(each => each.item === item)
  const files = await all<FileRow>("artifacts")
  const log = await all<LogRow>("log")
  database.close()
  if (row === undefined) throw new Error(`no item ${String(item)} in the vault`)
  const isOwn = ({ captureId }: { readonly captureId: string }) => captureId === row.id
  return {
    row,
    files: files
      .filter(isOwn)
      .map(({ captureId, path, sha256, bytes }) => ({ captureId, path, sha256, bytes })),
    log: log.filter(isOwn),
  }
}
