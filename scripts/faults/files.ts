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

/** The files of the profile that hold the bytes of this SHA-256: one that is replaced may still lie there. Throws where there is none. */
export function filesOfHash(profile: string, sha256: string): readonly string[] {
  const files = readdirSync(profile, { recursive: true, withFileTypes: true })
    .filter(each => each.isFile() && /IndexedDB|[\\/]idb[\\/]/.test(each.parentPath))
    .map(each => join(each.parentPath, each.name))
  const found = files.filter(file => createHash("sha256").update(readFileSync(file)).digest("hex") === sha256)
  if (found.length === 0) throw new Error(`no file of ${files.length} has the bytes of ${sha256}`)
  return found
}
