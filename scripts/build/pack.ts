import { crc32 } from "node:zlib"
import { zipBlob } from "../../src/core/bundle/zip.ts"
import { type Tree } from "./tree.ts"

// A release is named by its commit, so its ZIP says nothing of when it was built.
const NO_TIME = "1980-01-01T00:00:00Z"

/** The ZIP that a shop takes: every file stored, the manifest at the top. */
export async function packed(tree: Tree): Promise<Uint8Array> {
  const entries = [...tree].map(([name, bytes]) => ({
    name,
    bytes: bytes.length,
    crc32: crc32(bytes),
    content: new Uint8Array(bytes),
  }))
  return new Uint8Array(await zipBlob(entries, NO_TIME).arrayBuffer())
}
