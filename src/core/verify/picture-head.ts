/**
 * The first bytes of a file that is said to be a picture. They are read by
 * themselves, since a bundle may hold gigabytes of pictures; that the file is
 * the listed one is said by its hash, elsewhere.
 */
import { readPngSize } from "../png.ts"
import { EvidenceError } from "../errors.ts"
import type { Contents } from "./contents.ts"

/** To the end of what IHDR says of the size (PNG, third edition, §5.3 and §11.2.1). */
const HEAD_BYTES = 24
const IHDR = [0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52]

export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** Null where the file is not there, or is no PNG that begins with its IHDR chunk. */
export async function pngSize(contents: Contents, path: string): Promise<PictureSize | null> {
  const head = await headOf(contents, path, HEAD_BYTES)
  if (head === null || IHDR.some((byte, at) => head[8 + at] !== byte)) return null
  try {
    return readPngSize(head)
  } catch (thrown) {
    if (EvidenceError.from(thrown).code === "input/malformed") return null
    throw thrown
  }
}

/** So many bytes, or all of a shorter file; null where it is not there. */
export async function headOf(contents: Contents, path: string, bytes: number): Promise<Uint8Array | null> {
  const source = contents.bytesOf(path)
  return source === null ? null : source.read(0, Math.min(bytes, source.size))
}
