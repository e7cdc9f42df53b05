import { execFileSync } from "node:child_process"
import fc from "fast-check"
import { sm3 as library } from "sm-crypto-v2"
import { expect, test } from "vitest"
import { hex } from "../../../src/core/bytes.ts"
import { sm3, sm3Stream } from "../../../src/core/seal/sm3.ts"

const MIB = 1024 * 1024

/** Bytes that repeat at no power of two, so that a block read twice shows. */
function bytesOf(length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  for (let index = 0; index < length; index++) bytes[index] = (index * 7 + (index >>> 8) * 13) % 251
  return bytes
}

function openssl(bytes: Uint8Array): string {
  const output = execFileSync("openssl", ["dgst", "-sm3", "-r"], { input: bytes, maxBuffer: MIB })
  return output.toString().slice(0, 64)
}

// integrity.md §10 no. 9: around the edges of a block, and sizes of files.
test.each([0, 1, 55, 56, 63, 64, 65, MIB, 64 * MIB])(
  "SM3 of %i bytes is that of openssl",
  { timeout: 60_000 },
  length => {
    const bytes = bytesOf(length)
    expect(sm3(bytes)).toBe(openssl(bytes))
  },
)

test("the example of GB/T 32905, appendix A.1", () => {
  expect(sm3(new TextEncoder().encode("abc"))).toBe(
    "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
  )
})

test("SM3 is that of sm-crypto-v2", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), bytes => {
      expect(sm3(bytes)).toBe(library(bytes))
    }),
    { seed: 20261122 },
  )
})

test("in whatever pieces the bytes come, SM3 is the same", () => {
  const pieces = fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 12 })
  fc.assert(
    fc.property(pieces, list => {
      const state = sm3Stream()
      for (const piece of list) state.update(piece)
      expect(hex(state.digest())).toBe(sm3(Buffer.concat(list)))
    }),
    { numRuns: 300, seed: 20261122 },
  )
})
