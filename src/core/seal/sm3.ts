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
const ROUND = Int32Array.from({ length: 64 }, (_, j) => rotate(j < 16 ? 0x79cc4519 : 0x7a879d8a, j % 32))

/** SM3 of a whole buffer. */
export function sm3(bytes: Uint8Array): Sm3 {
  const state = sm3Stream()
  state.update(bytes)
  return hex(state.digest()) as Sm3
}

export function sm3Stream(): HashStream {
  const state = Int32Array.from(INITIAL)
  const pending = new Uint8Array(BLOCK)
  const pendingView = new DataView(pending.buffer)
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
      compress(state, words, pendingView, 0, BLOCK)
      pendingBytes = 0
    }
    const whole = bytes.length - ((bytes.length - offset) % BLOCK)
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    compress(state, words, view, offset, whole)
    pending.set(bytes.subarray(whole))
    pendingBytes = bytes.length - whole
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

/**
 * Whole blocks into `state`, by section 5.3.3; `words` is scratch space for the
 * message expansion. Every byte of a bundle goes through here in a browser, so
 * it is written for speed: four rounds a step, so that no variable is moved to
 * the next (each round renames them instead), and locals alone.
 */
function compress(state: Int32Array, words: Int32Array, view: DataView, start: number, end: number): void {
  let [v0 = 0, v1 = 0, v2 = 0, v3 = 0, v4 = 0, v5 = 0, v6 = 0, v7 = 0] = state
  for (let at = start; at < end; at += BLOCK) {
    expand(words, view, at)
    let a = v0
    let b = v1
    let c = v2
    let d = v3
    let e = v4
    let f = v5
    let g = v6
    let h = v7
    let r = 0
    let s = 0
    let t = 0
    let w = 0
    for (let j = 0; j < 16; j += 4) {
      r = (a << 12) | (a >>> 20)
      s = (r + e + (ROUND[j + 0] ?? 0)) | 0
      s = (s << 7) | (s >>> 25)
      w = words[j + 0] ?? 0
      d = ((a ^ b ^ c) + d + (s ^ r) + (w ^ (words[j + 4] ?? 0))) | 0
      t = ((e ^ f ^ g) + h + s + w) | 0
      h = t ^ ((t << 9) | (t >>> 23)) ^ ((t << 17) | (t >>> 15))
      b = (b << 9) | (b >>> 23)
      f = (f << 19) | (f >>> 13)
      r = (d << 12) | (d >>> 20)
      s = (r + h + (ROUND[j + 1] ?? 0)) | 0
      s = (s << 7) | (s >>> 25)
      w = words[j + 1] ?? 0
      c = ((d ^ a ^ b) + c + (s ^ r) + (w ^ (words[j + 5] ?? 0))) | 0
      t = ((h ^ e ^ f) + g + s + w) | 0
      g = t ^ ((t << 9) | (t >>> 23)) ^ ((t << 17) | (t >>> 15))
      a = (a << 9) | (a >>> 23)
      e = (e << 19) | (e >>> 13)
      r = (c << 12) | (c >>> 20)
      s = (r + g + (ROUND[j + 2] ?? 0)) | 0
      s = (s << 7) | (s >>> 25)
      w = words[j + 2] ?? 0
      b = ((c ^ d ^ a) + b + (s ^ r) + (w ^ (words[j + 6] ?? 0))) | 0
      t = ((g ^ h ^ e) + f + s + w) | 0
      f = t ^ ((t << 9) | (t >>> 23)) ^ ((t << 17) | (t >>> 15))
      d = (d << 9) | (d >>> 23)
      h = (h << 19) | (h >>> 13)
      r = (b << 12) | (b >>> 20)
      s = (r + f + (ROUND[j + 3] ?? 0)) | 0
      s = (s << 7) | (s >>> 25)
      w = words[j + 3] ?? 0
      a = ((b ^ c ^ d) + a + (s ^ r) + (w ^ (words[j + 7] ?? 0))) | 0
      t = ((f ^ g ^ h) + e + s + w) | 0
      e = t ^ ((t << 9) | (t >>> 23)) ^ ((t << 17) | (t >>> 15))
      c = (c << 9) | (c >>> 23)
      g = (g << 19) | (g >>> 13)
    }
    for (let j = 16; j < 64; j += 4) {
      r = (a << 12) | (a >>> 20)
      s = (r + e + (ROUND[j + 0] ?? 0)) | 0
      s = (s << 7) | (s >>> 25)
      w = words[j + 0] ?? 0
      d = (((a & b) | (c & (a | b))) + d + (s ^ r) + (w ^ (words[j + 4] ?? 0))) | 0
      t = ((g ^ (e & (f ^ g))) + h + s + w) | 0
      h = t ^ ((t << 9) | (t >>> 23)) ^ ((t << 17) | (t >>> 15))
      b = (b << 9) | (b >>> 23)
      f = (f << 19) | (f >>> 13)
      r = (d << 12) | (d >>> 20)
      s = (r + h + (ROUND[j + 1] ?? 0)) | 0
      s = (s << 7) | (s >>> 25)
      w = words[j + 1] ?? 0
      c = (((d & a) | (b & (d | a))) + c + (s ^ r) + (w ^ (words[j + 5] ?? 0))) | 0
      t = ((f ^ (h & (e ^ f))) + g + s + w) | 0
      g = t ^ ((t << 9) | (t >>> 23)) ^ ((t << 17) | (t >>> 15))
      a = (a << 9) | (a >>> 23)
      e = (e << 19) | (e >>> 13)
      r = (c << 12) | (c >>> 20)
      s = (r + g + (ROUND[j + 2] ?? 0)) | 0
      s = (s << 7) | (s >>> 25)
      w = words[j + 2] ?? 0
      b = (((c & d) | (a & (c | d))) + b + (s ^ r) + (w ^ (words[j + 6] ?? 0))) | 0
      t = ((e ^ (g & (h ^ e))) + f + s + w) | 0
      f = t ^ ((t << 9) | (t >>> 23)) ^ ((t << 17) | (t >>> 15))
      d = (d << 9) | (d >>> 23)
      h = (h << 19) | (h >>> 13)
      r = (b << 12) | (b >>> 20)
      s = (r + f + (ROUND[j + 3] ?? 0)) | 0
      s = (s << 7) | (s >>> 25)
      w = words[j + 3] ?? 0
      a = (((b & c) | (d & (b | c))) + a + (s ^ r) + (w ^ (words[j + 7] ?? 0))) | 0
      t = ((h ^ (f & (g ^ h))) + e + s + w) | 0
      e = t ^ ((t << 9) | (t >>> 23)) ^ ((t << 17) | (t >>> 15))
      c = (c << 9) | (c >>> 23)
      g = (g << 19) | (g >>> 13)
    }
    v0 ^= a
    v1 ^= b
    v2 ^= c
    v3 ^= d
    v4 ^= e
    v5 ^= f
    v6 ^= g
    v7 ^= h
  }
  state.set([v0, v1, v2, v3, v4, v5, v6, v7])
}

/** Section 5.3.2. W'_j is W_j ^ W_(j+4), which the rounds take as they go. */
function expand(words: Int32Array, view: DataView, at: number): void {
  for (let j = 0; j < 16; j++) words[j] = view.getInt32(at + j * 4)
  for (let j = 16; j < 68; j++) {
    const w3 = words[j - 3] ?? 0
    const w13 = words[j - 13] ?? 0
    const x = (words[j - 16] ?? 0) ^ (words[j - 9] ?? 0) ^ ((w3 << 15) | (w3 >>> 17))
    const p1 = x ^ ((x << 15) | (x >>> 17)) ^ ((x << 23) | (x >>> 9))
    words[j] = p1 ^ ((w13 << 7) | (w13 >>> 25)) ^ (words[j - 6] ?? 0)
  }
}
