/** A bundle of any size, by the product's own writer, on the disk: packed and unpacked. */
import { execFileSync } from "node:child_process"
import { randomFillSync } from "node:crypto"
import { createWriteStream } from "node:fs"
import { join } from "node:path"
import { pipeline } from "node:stream/promises"
import { makeBundle } from "../../src/core/bundle/bundle.ts"
import { signWith } from "../../src/core/seal/sign.ts"
import { exampleSnapshot, exampleWords } from "../../tests/unit/bundle/example.ts"
import { wholeItem } from "../../tests/unit/bundle/whole-item.ts"

const FILE_BYTES = 1_000_000
const FILES_IN_ITEM = 20

export interface LargeBundle {
  readonly zip: string
  /** The base folder, unpacked; null where that was not asked for. */
  readonly folder: string | null
}

/** About `bytes` of files of a megabyte, as frames are, in items of 20. */
export async function largeBundle(into: string, bytes: number, unpacked: boolean): Promise<LargeBundle> {
  const count = Math.ceil(bytes / FILE_BYTES / FILES_IN_ITEM)
  const items = Array.from({ length: count }, (_, index) =>
    wholeItem(`e${String(index + 1).padStart(3, "0")}`, randomFiles()),
  )
  const pair = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, [
    "sign",
    "verify",
  ])
  const publicKey = new Uint8Array(await crypto.subtle.exportKey("spki", pair.publicKey))
  const snapshot = exampleSnapshot(items, { publicKey, leftOut: [] })
  const made = await makeBundle(snapshot, exampleWords, signWith(pair))
  const zip = join(into, made.fileName)
  await pipeline(made.zip.stream(), createWriteStream(zip))
  if (!unpacked) return { zip, folder: null }
  execFileSync("unzip", ["-q", zip, "-d", into])
  return { zip, folder: join(into, made.folder) }
}

function randomFiles(): Record<string, Uint8Array<ArrayBuffer>> {
  return Object.fromEntries(
    Array.from({ length: FILES_IN_ITEM }, (_, index) => [
      `media/${String(index).padStart(4, "0")}.bin`,
      randomFillSync(new Uint8Array(FILE_BYTES)),
    ]),
  )
}
