/** A rung of the ladder, and the tools to climb it. */
import type { LayerName, Verdict } from "../../../src/core/verify/finding.ts"
import { type Files, entriesOf, oxum, relist, resign, retag, sha256, zipOf } from "../verify/example.ts"
import { edit } from "../verify/tamper.ts"
import { type Entry, type ZipShape, zip } from "../verify/zip.ts"
import type { Tool } from "./outside.ts"
import { LOG, type Victim, stampAgain } from "./victim.ts"

/** What differs from the first bundle, for a reader who was told of that one another way. */
export const clues = {
  zip: "another SHA-256 of the ZIP",
  key: "another key's print",
  stamp: "a later stamp",
  grade: "a lower grade",
} as const
export type Clue = keyof typeof clues

/**
 * `layers` are those of ours that must fail, and no others; `outside` the tools
 * that must refuse, and no others. Where ours accepts, `tells` is what is left
 * to tell by. `note` says what the columns cannot.
 */
export interface Rung {
  readonly attack: string
  readonly make: (victim: Victim) => Buffer | Promise<Buffer>
  readonly verdict: Verdict
  readonly layers: readonly LayerName[]
  readonly outside: readonly Tool[]
  readonly tells?: readonly Clue[]
  readonly note?: string
}

/** The bundle packed again with its files changed, and every checksum of the ZIP right. */
export const changed =
  (change: (files: Files, victim: Victim) => void) =>
  (victim: Victim): Buffer => {
    const files: Files = new Map(victim.files)
    change(files, victim)
    return zipOf(files)
  }

/** Changed, and then all lists made true again. */
export const relisted = (change: (files: Files, victim: Victim) => void) =>
  changed((files, victim) => {
    change(files, victim)
    mend(files)
  })

/** Changed by whoever has the device's key: all made true again, signed, and stamped now. */
export const remade = (change: (files: Files, victim: Victim) => void) =>
  changed((files, victim) => {
    change(files, victim)
    mend(files)
    resign(files, victim.key)
    stampAgain(files, victim.authority)
  })

export const remove = (...paths: readonly string[]) =>
  changed(files => {
    for (const path of paths) files.delete(path)
  })

/** The entries changed before they are packed: other names, other headers. */
export const packed =
  (change: (entries: Entry[]) => Entry[], shape: ZipShape = {}) =>
  ({ files }: Pick<Victim, "files">): Buffer =>
    zip(change(entriesOf(files)), shape)

/** What the bag says of its payload, and every list, made true. */
export function mend(files: Files): void {
  edited(files, "bag-info.txt", /^Payload-Oxum: .*$/m, `Payload-Oxum: ${oxum(files)}`)
  relist(files)
  retag(files)
}

/** The end of the log that bag-info.txt names, made true. */
export function mendHead(files: Files): void {
  const lines = String(files.get(LOG)).trimEnd().split("\n")
  edited(
    files,
    "bag-info.txt",
    /^Custody-Head-SHA256: .*$/m,
    `Custody-Head-SHA256: ${sha256(lines.at(-1) ?? "")}`,
  )
  edited(files, "bag-info.txt", /^Custody-Entries: .*$/m, `Custody-Entries: ${String(lines.length)}`)
}

/** As `edit`, and no fault where there is nothing to change. */
export function edited(files: Files, path: string, from: RegExp, to: string): void {
  files.set(path, Buffer.from(String(files.get(path)).replace(from, to)))
}

export function flip(files: Files, path: string, at = 20): void {
  const data = Buffer.from(files.get(path) ?? Buffer.alloc(0))
  const place = at < 0 ? data.length + at : at
  data.writeUInt8(data.readUInt8(place) ^ 1, place)
  files.set(path, data)
}

/** Another digit at the start of a list: a digit still, whatever stood there. */
export function otherDigit(files: Files, path: string): void {
  edit(path, /^./, String(files.get(path)).startsWith("0") ? "1" : "0")(files)
}

export function copy(from: Files, to: Files, ...paths: readonly string[]): void {
  for (const path of paths) to.set(path, from.get(path) ?? Buffer.alloc(0))
}
