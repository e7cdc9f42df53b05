/**
 * SM3 (GB/T 32905-2016), fed in pieces.
 *
 * Own code because no pure JavaScript library takes a file in pieces, and WASM
 * is not shipped. The oracles are `openssl dgst -sm3` and sm-crypto-v2, in
 * tests/unit/core/sm3.test.ts.
 */
import { hex } from "../bytes.ts"
import type { HashStream, Sm3 } from "./hash.ts"

const BLOCK = 64
// Section 4.1 of the standard.
const INITIAL = [
  0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e,
]
// T_j <<< j, section 4.2, computed once: the compression needs only the rotated form.
const ROUND = Array.from({ length: 64 }, (_, j) => rotate(j < 16 ? 0x79cc4519 : 0x7a879d8a, j % 32))

/** SM3 of a whole buffer. */
export function sm3(bytes: Uint8Array): Sm3 {
  const state = sm3Stream()
  state.update(bytes)
  return hex(state.digest()) as Sm3
}

export function sm3Stream(): HashStream {
  const state = Int32Array.from(INITIAL)
  const pending = new Uint8Array(BLOCK)
  const words = new Int32Array(68)
  let pendingBytes = 0
  let totalBytes = 0

  function update(bytes: Uint8Array): void {
    totalBytes += bytes.length
    let offset = 0
    if (pendingBytes > 0) {
      offset = Math.min(BLOCK - pendingBytes, bytes.length)
      pending.set(bytes.subarray(0, offset), pendingBytes)
      pendingBytes += offset
      if (pendingBytes < BLOCK) return
      compress(state, words, pending, 0)
      pendingBytes = 0
    }
    for (; offset + BLOCK <= bytes.length; offset += BLOCK) compress(state, words, bytes, offset)
    pending.set(bytes.subarray(offset))
    pendingBytes = bytes.length - offset
  }

  function digest(): Uint8Array {
    const bits = BigInt(totalBytes) * 8n
    const padding = new Uint8Array((pendingBytes < 56 ? BLOCK : 2 * BLOCK) - pendingBytes)
    padding[0] = 0x80
    new DataView(padding.buffer).setBigUint64(padding.length - 8, bits)
    update(padding)
    const out = new Uint8Array(32)
    const view = new DataView(out.buffer)
    state.forEach((word, index) => {
      view.setInt32(index * 4, word)
    })
    return out
  }

  return { update, digest }
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by))
}

/** One block into `state`; `words` is scratch space for the message expansion (section 5.3.2). */
function compress(state: Int32Array, words: Int32Array, bytes: Uint8Array, at: number): void {
  const w = (index: number): number => words[index] ?? 0
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, BLOCK)
  for (let j = 0; j < 16; j++) words[j] = view.getInt32(j * 4)
  for (let j = 16; j < 68; j++) {
    const x = w(j - 16) ^ w(j - 9) ^ rotate(w(j - 3), 15)
    words[j] = x ^ rotate(x, 15) ^ rotate(x, 23) ^ rotate(w(j - 13), 7) ^ w(j - 6)
  }

  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let j = 0; j < 64; j++) {
    const a12 = rotate(a, 12)
    const ss1 = rotate((a12 + e + (ROUND[j] ?? 0)) | 0, 7)
    const ff = j < 16 ? a ^ b ^ c : (a & b) | (a & c) | (b & c)
    const gg = j < 16 ? e ^ f ^ g : (e & f) | (~e & g)
    const tt1 = (ff + d + (ss1 ^ a12) + (w(j) ^ w(j + 4))) | 0
    const tt2 = (gg + h + ss1 + w(j)) | 0
    d = c
    c = rotate(b, 9)
    b = a
    a = tt1
    h = g
    g = rotate(f, 19)
    f = e
    e = tt2 ^ rotate(tt2, 9) ^ rotate(tt2, 17)
  }
  ;[a, b, c, d, e, f, g, h].forEach((word, index) => {
    state[index] = (state[index] ?? 0) ^ word
  })
}
