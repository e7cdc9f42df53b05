/** Bytes of stored blobs, changed on the disk while no browser runs. */
import { createHash } from "node:crypto"
import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs"
import { join } from "node:path"

export interface Harm {
  readonly name: string
  readonly to: (file: string) => void
}

export const harms: readonly Harm[] = [
  {
    name: "one byte changed",
    to: file => {
      const bytes = readFileSync(file)
      const middle = Math.floor(bytes.length / 2)
      bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle)
      writeFileSync(file, bytes)
    },
  },
  {
    name: "cut to half its length",
    to: file => {
      truncateSync(file, Math.floor(statSync(file).size / 2))
    },
  },
  {
    name: "removed",
    to: file => {
      rmSync(file)
    },
  },
]

/** The file of the profile that holds the bytes of this SHA-256. Throws where there is none. */
export function fileOfHash(profile: string, sha256: string): string {
  const files = readdirSync(profile, { recursive: true, withFileTypes: true })
    .filter(each => each.isFile() && /IndexedDB|[\\/]idb[\\/]/.test(each.parentPath))
    .map(each => join(each.parentPath, each.name))
  const found = files.find(file => createHash("sha256").update(readFileSync(file)).digest("hex") === sha256)
  if (found === undefined) throw new Error(`no file of ${String(files.length)} has the bytes of ${sha256}`)
  return found
}
