/** Ways to cheat, as the rows of the tamper tables: the change, the verdict, and every layer that must fail for it. */
import { expect, test } from "vitest"
import type { LayerName, Verdict } from "../../../src/core/verify/finding.ts"
import {
  type Files,
  type Making,
  bundleFiles,
  check,
  entriesOf,
  failing,
  folder,
  key,
  relist,
  resign,
  retag,
  zipOf,
} from "./example.ts"
import { type Entry, zip } from "./zip.ts"

export type Row = readonly [name: string, bytes: () => Buffer, verdict: Verdict, layers: readonly LayerName[]]

/** Packed again after the change, with every ZIP checksum right. */
export const after =
  (change: (files: Files) => void, making: Making = {}) =>
  () => {
    const files = bundleFiles(making)
    change(files)
    return zipOf(files)
  }

export const flip = (path: string, at = 20) =>
  after(files => {
    const data = Buffer.from(files.get(path) ?? Buffer.alloc(0))
    data[at] = (data[at] ?? 0) ^ 0x01
    files.set(path, data)
  })

export const edit = (path: string, from: string | RegExp, to: string) => (files: Files) => {
  const old = String(files.get(path))
  const now = old.replace(from, to)
  if (now === old) throw new Error(`nothing to change in ${path}`)
  files.set(path, Buffer.from(now))
}

export const remove = (path: string) =>
  after(files => {
    if (!files.delete(path)) throw new Error(`no ${path}`)
  })

export const add = (path: string) => after(files => files.set(path, Buffer.from("added")))

export const made = (making: Making) => () => zipOf(bundleFiles(making))

/** Lists and signature made right again after the change, by whoever holds the key. */
export const relisted = (change: (files: Files) => void) =>
  after(files => {
    change(files)
    relist(files)
    retag(files)
    resign(files, key)
  })

export const entries = (change: (list: Entry[]) => Entry[]) => () => zip(change(entriesOf(bundleFiles())))

export const entry = (path: string, change: (entry: Entry) => Entry) =>
  entries(list => list.map(one => (one.name === `${folder}/${path}` ? change(one) : one)))

export const extraEntry = (name: string, more: Partial<Entry> = {}) =>
  entries(list => [...list, { name, data: Buffer.from("added"), ...more }])

export const FRAME = "data/e001/frames/0000.png"
export const RECORD = "data/e001/capture.json"
export const LOG = "data/custody.jsonl"

export function relistedTags(change: (files: Files) => void): () => Buffer {
  return after(files => {
    change(files)
    retag(files)
    resign(files, key)
  })
}

export function areFound(rows: readonly Row[]): void {
  test.each(rows)("%s is found, in the right layer", async (_name, bytes, verdict, layers) => {
    const result = await check(bytes())
    expect({ verdict: result.verdict, layers: failing(result) }).toEqual({ verdict, layers })
    expect(result.exit).toBe(verdict === "damaged" ? 1 : 2)
  })
}
