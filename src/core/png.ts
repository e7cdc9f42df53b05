import { EvidenceError } from "./errors.ts"

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/**
 * Width and height of a PNG, in pixels, from its IHDR chunk (PNG, third
 * edition, §11.2.1). Throws `input/malformed` for anything else.
 */
export function readPngSize(bytes: Uint8Array): { readonly width: number; readonly height: number } {
  if (bytes.length < 24 || SIGNATURE.some((byte, index) => bytes[index] !== byte)) {
    throw new EvidenceError("input/malformed", "not a PNG")
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}
