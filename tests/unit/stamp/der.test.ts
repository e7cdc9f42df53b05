import fc from "fast-check"
import { expect, test } from "vitest"
import { fromHex, hex } from "../../../src/core/bytes.ts"
import { oidOf, readDer } from "../../../src/core/stamp/der.ts"
import { stampTimeOf } from "../../../src/core/stamp/time.ts"
import { type Node, der, encode, oid } from "./asn.ts"

const bytes = (text: string) => fromHex(text.replaceAll(" ", ""))

test.each([
  ["nothing", ""],
  ["a tag alone", "30"],
  ["a length that is too long", "30 03 02 01"],
  ["bytes left over", "05 00 00"],
  ["an indefinite length", "30 80 00 00"],
  ["a long form that need not be", "04 81 01 00"],
  ["a length with a zero in front", `04 82 00 80 ${"00".repeat(128)}`],
  ["a length of four bytes", "04 84 00 00 00 01 00"],
  ["a length that is cut off", "04 82 01"],
  ["a tag of several bytes", "1f 81 01 00"],
  ["a boolean of two bytes", "01 02 ff ff"],
  ["a boolean that is neither", "01 01 01"],
  ["an empty number", "02 00"],
  ["a number with a zero in front", "02 02 00 7f"],
  ["a number with a one in front", "02 02 ff 80"],
  ["a NULL with content", "05 01 00"],
  ["an empty object identifier", "06 00"],
  ["an object identifier without end", "06 02 2a 86"],
  ["an object identifier with padding", "06 03 2a 80 01"],
  ["bits without a count", "03 00"],
  ["eight unused bits", "03 02 08 00"],
  ["unused bits of nothing", "03 01 01"],
  ["unused bits that are set", "03 02 01 01"],
  ["UTF-8 that is none", "0c 02 c0 80"],
  ["half a BMP character", "1e 01 41"],
  ["half a surrogate pair", "1e 02 d8 00"],
  ["a universal string of three bytes", "1c 03 00 00 00"],
  ["a constructed string", "24 03 04 01 00"],
  ["an end of contents", "00 00"],
  ["a real number", "09 00"],
  ["something odd inside", "30 03 02 01 00 00"],
  ["something odd inside a tag of one's own", "a0 02 05 01"],
])("%s is no DER", (_name, text) => {
  expect(() => readDer(bytes(text))).toThrow(expect.objectContaining({ code: "input/malformed" }))
})

test("more depth than any certificate has is refused", () => {
  const nest = (depth: number): Buffer => (depth === 0 ? der(0x05) : der(0x30, nest(depth - 1)))
  expect(readDer(Uint8Array.from(nest(30))).items).toHaveLength(1)
  expect(() => readDer(Uint8Array.from(nest(33)))).toThrow("too deep")
})

test("what another writer wrote is read back, and each element keeps its bytes", () => {
  const leaf = fc
    .uint8Array({ maxLength: 300 })
    .map(body => ({ tag: 0x04, items: [], body: Buffer.from(body) }))
  const { node } = fc.letrec<{ node: Node }>(tie => ({
    node: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc
        .tuple(fc.constantFrom(0x30, 0x31, 0xa0, 0xa4), fc.array(tie("node"), { maxLength: 4 }))
        .map(([tag, items]) => ({ tag, items, body: Buffer.alloc(0) })),
    ),
  }))
  fc.assert(
    fc.property(node, tree => {
      const written = Uint8Array.from(encode(tree))
      const read = readDer(written)
      expect(hex(read.raw)).toBe(hex(written))
      expect(read.items.map(item => hex(item.raw)).join("")).toBe(
        tree.items.map(item => encode(item).toString("hex")).join(""),
      )
    }),
    { seed: 20261122 },
  )
})

test.each([
  ["20261122152200Z", "2026-11-22T15:22:00.000Z"],
  ["20261122152200.5Z", "2026-11-22T15:22:00.500Z"],
  ["20261122152200.123456Z", "2026-11-22T15:22:00.123Z"],
  ["20240229000000Z", "2024-02-29T00:00:00.000Z"],
])("the time %s is %s", (text, at) => {
  expect(new Date(stampTimeOf(readDer(Uint8Array.from(der(0x18, Buffer.from(text)))))).toISOString()).toBe(at)
})

test.each([
  "20260229000000Z",
  "20261122152260Z",
  "20261122152200",
  "20261122152200+0800",
  "20261122152200.Z",
  "202611221522Z",
  "20261122152200Z\n",
  "２０261122152200Z",
])("the time %j is refused", text => {
  const element = readDer(Uint8Array.from(der(0x18, Buffer.from(text))))
  expect(() => stampTimeOf(element)).toThrow("time")
})

test("object identifiers are those of the other writer", () => {
  for (const dotted of ["1.2.840.113549.1.7.2", "2.5.29.37", "2.100.3", "0.9.2342", "1.3.6.1.4.1.99999.1.1"])
    expect(oidOf(readDer(Uint8Array.from(oid(dotted))))).toBe(dotted)
})
