import { createHash } from "node:crypto"
import { mkdir, rm, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"

/** A folder as a value: the bytes of every file by its path, with forward slashes. */
export type Tree = ReadonlyMap<string, Uint8Array>

/** The same files in the order of their names' bytes, which is `LC_ALL=C sort`. */
export function sorted(tree: Tree): Tree {
  return new Map([...tree].sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b))))
}

/** The list that `sha256sum -c` reads: one line for every file, sorted by name. */
export function sha256List(tree: Tree): Buffer {
  const line = ([path, bytes]: readonly [string, Uint8Array]) =>
    `${createHash("sha256").update(bytes).digest("hex")}  ${path}\n`
  return Buffer.from([...sorted(tree)].map(line).join(""))
}

/** Writes the tree as the whole content of `folder`: what stood there before is gone. */
export async function writeTree(folder: string, tree: Tree): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  for (const [path, bytes] of tree) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), bytes)
  }
}
