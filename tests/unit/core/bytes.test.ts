import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { fromBase64, fromHex, hex, utf8 } from "../../../src/core/bytes.ts"

const bytes = fc.uint8Array({ maxLength: 300 })

describe("whatever the bytes", () => {
  test("their hex is that of Node, and leads back", () => {
    fc.assert(
      fc.property(bytes, given => {
        expect(hex(given)).toBe(Buffer.from(given).toString("hex"))
        expect(Buffer.from(fromHex(hex(given))).equals(given)).toBe(true)
      }),
      { seed: 20261122 },
    )
  })

  test("their base64, as Node writes it, leads back", () => {
    fc.assert(
      fc.property(bytes, given => {
        expect(Buffer.from(fromBase64(Buffer.from(given).toString("base64"))).equals(given)).toBe(true)
      }),
      { seed: 20261122 },
    )
  })
})

test("text becomes the UTF-8 that Node writes, whatever the script", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), text => {
      expect(Buffer.from(utf8(text)).equals(Buffer.from(text, "utf8"))).toBe(true)
    }),
    { seed: 20261122 },
  )
})

test.each([
  ["nothing", "", ""],
  ["固证", "固证", "e59bbae8af81"],
  ["an emoji", "😀", "f09f9880"],
  ["half an emoji, which becomes U+FFFD", "\ud83d", "efbfbd"],
  ["NUL", "\0", "00"],
])("%s has fixed bytes", (_name, text, expected) => {
  expect(hex(utf8(text))).toBe(expected)
})

test.each(["%", "a", "AA=A", "data:image/png;base64,AAAA"])("%j is not taken for base64", text => {
  expect(() => fromBase64(text)).toThrow(DOMException)
})
