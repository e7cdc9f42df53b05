import { generateKeyPairSync, sign, verify } from "node:crypto"
import fc from "fast-check"
import { expect, test } from "vitest"
import { rawSignature } from "../../../src/core/verify/signature.ts"

const hex = (text: string) => new Uint8Array(Buffer.from(text.replaceAll(" ", ""), "hex"))
const one = "02 01 01"

test.each([
  ["nothing", ""],
  ["no sequence", `31 06 ${one} ${one}`],
  ["bytes after it", `30 06 ${one} ${one} 00`],
  ["a length too short", `30 05 ${one} ${one}`],
  ["a long-form length", `30 81 06 ${one} ${one}`],
  ["three integers", `30 09 ${one} ${one} ${one}`],
  ["one integer", `30 03 ${one}`],
  ["a negative integer", `30 06 02 01 80 ${one}`],
  ["a zero that need not be", `30 07 02 02 00 01 ${one}`],
  ["zero", `30 06 02 01 00 ${one}`],
  ["an empty integer", `30 05 02 00 ${one}`],
  ["33 bytes of number", `30 26 02 21 01 ${"00".repeat(32)} ${one}`],
  ["an integer longer than the rest", `30 06 02 05 01 ${one}`],
])("a signature with %s is refused", (_name, text) => {
  expect(rawSignature(hex(text))).toBeNull()
})

test("every signature that OpenSSL writes is read as the same two numbers", () => {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" })
  fc.assert(
    fc.property(fc.uint8Array(), data => {
      const raw = rawSignature(sign("sha256", data, privateKey))
      expect(raw).toHaveLength(64)
      expect(verify("sha256", data, { key: publicKey, dsaEncoding: "ieee-p1363" }, raw ?? data)).toBe(true)
    }),
    { numRuns: 300, seed: 20261122 },
  )
})

test("short numbers keep their place", () => {
  const raw = rawSignature(hex(`30 08 02 02 00 ff 02 02 01 02`))
  expect(Buffer.from(raw ?? []).toString("hex")).toBe(`${"00".repeat(31)}ff${"00".repeat(30)}0102`)
})
