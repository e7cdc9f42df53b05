import zlib from "node:zlib"
import fc from "fast-check"
import { expect, test } from "vitest"
import { utf8 } from "../../../src/core/bytes.ts"
import { crc32, crc32Stream } from "../../../src/core/seal/crc32.ts"

test("the check value of the CRC-32 catalogue comes out", () => {
  expect(crc32(utf8("123456789"))).toBe(0xcbf43926)
  expect(crc32(new Uint8Array(0))).toBe(0)
})

test("zlib computes the same of any bytes, wherever they lie in their buffer", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(20), (bytes, offset) => {
      const part = bytes.subarray(Math.min(offset, bytes.length))
      expect(crc32(part)).toBe(zlib.crc32(part))
    }),
  )
})

test("pieces of any size give the same as the whole", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 40 })), pieces => {
      const stream = crc32Stream()
      for (const piece of pieces) stream.update(piece)
      expect(stream.digest()).toBe(zlib.crc32(Buffer.concat(pieces)))
    }),
  )
})
