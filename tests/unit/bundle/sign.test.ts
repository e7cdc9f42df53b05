import { webcrypto } from "node:crypto"
import { writeFileSync } from "node:fs"
import path from "node:path"
import fc from "fast-check"
import { expect, test } from "vitest"
import { fromHex, hex, utf8 } from "../../../src/core/bytes.ts"
import { generateDeviceKey, signatureToDer, signWith, spkiToPem } from "../../../src/core/seal/sign.ts"
import { exampleKey, sha256Of } from "./example.ts"
import { inScratch, run } from "./written.ts"

const half = (end: string) => end.padStart(64, "0")

test.each([
  ["small numbers", half("01"), half("7f"), "300602010102017f"],
  ["a top bit that is set", half("80"), half("ff01"), "3009020200800203" + "00ff01"],
  ["zero", half(""), half("00"), "3006020100020100"],
  [
    "numbers of full width",
    "ff".repeat(32),
    "7f".repeat(32),
    `3045022100${"ff".repeat(32)}0220${"7f".repeat(32)}`,
  ],
])("DER of %s is the shortest that is not negative", (_name, r, s, der) => {
  expect(hex(signatureToDer(fromHex(r + s)))).toBe(der)
})

test("what is not 64 bytes long is no signature", () => {
  expect(() => signatureToDer(new Uint8Array(63))).toThrow("64 bytes")
})

test("OpenSSL accepts the signature of a new key over these bytes, and over no others", async () => {
  const key = await generateDeviceKey()
  const bytes = utf8("manifest\n")
  const sign = signWith(key.pair)
  await inScratch(async folder => {
    writeFileSync(path.join(folder, "key.pem"), spkiToPem(key.spki))
    writeFileSync(path.join(folder, "text"), bytes)
    const verify = ["dgst", "-sha256", "-verify", "key.pem", "-signature", "text.sig", "text"]
    // r or s starts with a zero byte once in 128 signatures; several make both branches likely enough.
    for (let round = 0; round < 12; round++) {
      writeFileSync(path.join(folder, "text.sig"), signatureToDer(await sign(bytes)))
      expect(run("openssl", verify, folder)).toEqual({ status: 0, output: "Verified OK\n" })
    }
    writeFileSync(path.join(folder, "text"), "manifest2\n")
    expect(run("openssl", verify, folder).status).not.toBe(0)
  })
})

test("the private half does not leave through WebCrypto, and the fingerprint is of the public one", async () => {
  const { pair, spki, fingerprint } = await generateDeviceKey()
  await expect(webcrypto.subtle.exportKey("pkcs8", pair.privateKey)).rejects.toThrow()
  expect(pair.publicKey.extractable).toBe(true)
  expect(fingerprint).toBe(sha256Of(spki))
})

test("OpenSSL writes the public key in the same PEM", async () => {
  await inScratch(folder => {
    writeFileSync(path.join(folder, "key.der"), exampleKey)
    const { output } = run("openssl", ["pkey", "-pubin", "-inform", "DER", "-in", "key.der"], folder)
    expect(spkiToPem(exampleKey)).toBe(output)
  })
})

test("any two numbers survive the way to DER and back", () => {
  const number = fc.uint8Array({ minLength: 32, maxLength: 32 })
  fc.assert(
    fc.property(number, number, (r, s) => {
      const der = hex(signatureToDer(Uint8Array.from([...r, ...s])))
      const [first, rest] = splitInteger(der.slice(4))
      const [second, end] = splitInteger(rest)
      expect(end).toBe("")
      expect([BigInt(`0x${first}`), BigInt(`0x${second}`)]).toEqual([
        BigInt(`0x${hex(r)}`),
        BigInt(`0x${hex(s)}`),
      ])
    }),
  )
})

/** The digits of the first INTEGER, and what follows it. */
function splitInteger(der: string): [string, string] {
  const end = 4 + 2 * parseInt(der.slice(2, 4), 16)
  return [der.slice(4, end), der.slice(end)]
}
