/** What a file is that people read, by its first bytes: the name that it comes with may say anything. */
import { type Bytes } from "../bytes.ts"
import type { ProofForm } from "./proof.ts"

const STARTS: readonly (readonly [ProofForm, readonly number[]])[] = [
  ["pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["jpg", [0xff, 0xd8, 0xff]],
]
const ZIP = [0x50, 0x4b, 0x03, 0x04]
/** GB/T 33190 §7.2: an OFD file is a ZIP with this file at its top. */
const OFD_ENTRY = "OFD.xml"

/** Null for anything else. The file is not read further, and never shown. */
export function certificateForm(bytes: Bytes): ProofForm | null {
  const found = STARTS.find(([, start]) => startsWith(bytes, start))
  if (found !== undefined) return found[0]
  return startsWith(bytes, ZIP) && new TextDecoder("latin1").decode(bytes).includes(OFD_ENTRY) ? "ofd" : null
}

const startsWith = (bytes: Bytes, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte)
