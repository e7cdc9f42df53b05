import { execFileSync } from "node:child_process"
import { createHash } from "node:crypto"
import { readFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import fc from "fast-check"
import { expect, test } from "vitest"
import { fromHex, hex, utf8 } from "../../../src/core/bytes.ts"
import { positiveNonce, stampQuery } from "../../../src/core/stamp/query.ts"
import { readQuery } from "../../../src/core/stamp/read-query.ts"
import { inScratch } from "../bundle/written.ts"
import { openssl } from "./authority.ts"
import { der, integer, octets, oid, sequence } from "./asn.ts"
import { OIDS, algorithm } from "./forge.ts"

const digest = (text: string) => new Uint8Array(createHash("sha256").update(text).digest())
const nonce = fromHex("4102030405060708")

test("OpenSSL reads the request as it was meant", async () => {
  await inScratch(folder => {
    const file = path.join(folder, "q.tsq")
    writeFileSync(file, stampQuery(digest("text"), nonce))
    const text = openssl(["ts", "-query", "-in", file, "-text"]).toString()
    expect(text).toContain("Version: 1\nHash Algorithm: sha256\n")
    expect(text).toContain("Nonce: 0x4102030405060708\nCertificate required: yes\nExtensions:\n")
  })
})

test("the request is byte for byte the one that OpenSSL writes, nonce apart", async () => {
  await inScratch(folder => {
    const [data, file] = [path.join(folder, "data"), path.join(folder, "q.tsq")]
    writeFileSync(data, "text")
    execFileSync("openssl", ["ts", "-query", "-data", data, "-sha256", "-cert", "-no_nonce", "-out", file], {
      stdio: "pipe",
    })
    const ours = hex(stampQuery(digest("text"), nonce))
    const theirs = hex(readFileSync(file))
    // The lengths differ by the ten bytes of the nonce, which stands before the last field.
    expect(ours.slice(4, -6)).toBe(`${theirs.slice(4, -6)}0208${hex(nonce)}`)
    expect(ours.slice(-6)).toBe(theirs.slice(-6))
  })
})

test("whatever the randomness, the nonce is positive and has no zero in front", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 64 }), random => {
      const made = positiveNonce(Uint8Array.from(random))
      expect(made).toHaveLength(random.length)
      expect(made[0]! >= 0x40 && made[0]! <= 0x7f).toBe(true)
      expect(made.slice(1)).toEqual(Uint8Array.from(random.slice(1)))
      const read = readQuery(stampQuery(digest("a"), made))
      expect(read).toEqual({
        ...{ algorithm: "SHA-256", digest: digest("a"), nonce: made, policy: null, wantsCertificates: true },
      })
    }),
    { seed: 20261122 },
  )
})

test.each([
  ["a digest of 31 bytes", digest("a").slice(1), nonce],
  ["no nonce", digest("a"), new Uint8Array()],
  ["a negative nonce", digest("a"), fromHex("8001")],
  ["a nonce with a zero in front", digest("a"), fromHex("0041")],
  ["a nonce of 65 bytes", digest("a"), new Uint8Array(65).fill(0x41)],
])("a request is not made of %s", (_name, bytes, number) => {
  expect(() => stampQuery(bytes, number)).toThrow(expect.objectContaining({ code: "internal" }))
})

const imprint = sequence(algorithm(OIDS.sha256, der(0x05)), octets(digest("a")))

test.each([
  ["nothing", Buffer.alloc(0)],
  ["text", utf8("time")],
  ["another version", sequence(integer("02"), imprint)],
  ["no imprint", sequence(integer("01"))],
  [
    "an imprint of three fields",
    sequence(integer("01"), sequence(algorithm(OIDS.sha256), octets(nonce), octets(nonce))),
  ],
  [
    "fields in another order",
    sequence(integer("01"), imprint, der(0x01, Buffer.from([0xff])), integer("41")),
  ],
  ["bytes after it", Buffer.concat([stampQuery(digest("a"), nonce), Buffer.from([0])])],
])("%s is no request", (_name, bytes) => {
  expect(() => readQuery(Uint8Array.from(bytes))).toThrow(
    expect.objectContaining({ code: "input/malformed" }),
  )
})

test("another's request is read: another hash, a policy, no nonce", () => {
  const other = sequence(integer("01"), sequence(algorithm(OIDS.sha384), octets(nonce)), oid("1.2.3"))
  expect(readQuery(Uint8Array.from(other))).toEqual({
    ...{ algorithm: "SHA-384", digest: nonce, nonce: null, policy: "1.2.3", wantsCertificates: false },
  })
})
