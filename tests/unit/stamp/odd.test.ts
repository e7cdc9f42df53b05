import { afterAll, describe, expect, test } from "vitest"
import { utf8 } from "../../../src/core/bytes.ts"
import { checkStamp } from "../../../src/core/stamp/check.ts"
import { type StampFault } from "../../../src/core/stamp/fault.ts"
import { readReply } from "../../../src/core/stamp/reply.ts"
import { der, integer, octets, oid, sequence, set } from "./asn.ts"
import { CA_EXTENSIONS, TSA_EXTENSIONS, opensslVerifies } from "./authority.ts"
import {
  OIDS,
  type Plan,
  algorithm,
  attribute,
  fieldsOfCertificate,
  forge,
  forgeToken,
  hash,
} from "./forge.ts"
import {
  type Case,
  NONCE,
  EXPLICIT_NULL,
  forged,
  asked,
  signedBy,
  under,
  queryOf,
  replaced,
  after,
  generalName,
  byPss,
  PSS_SHA256,
  edited,
  extensionsEdited,
  withCertificate,
} from "./forgery.ts"
import { type World, bytes, makeWorld, withExtension } from "./world.ts"

const world = makeWorld()
afterAll(() => {
  world.end()
})

/** Basic constraints with cA FALSE written out, which DER leaves out and some authorities do not. */
function saysFalse(extension: Buffer): Buffer {
  const [name, critical] = [oid("2.5.29.19"), der(0x01, Buffer.from([0xff]))]
  const written = sequence(name, critical, octets(sequence(der(0x01, Buffer.from([0])))))
  return extension.includes(name) ? written : extension
}

describe("a stamp that is odd, and right,", () => {
  const odd: readonly (readonly [string, (w: World) => Case])[] = [
    [
      "status 1",
      forged(() => ({ status: sequence(integer("01"), sequence(der(0x0c, Buffer.from("mostly")))) })),
    ],
    ["an imprint of SHA-384", forged(() => ({ imprint: "sha384" }))],
    ["an imprint of SHA-512", forged(() => ({ imprint: "sha512" }))],
    ["a signature by another hash than the imprint's", forged(() => ({ digest: "sha512" }))],
    ["a P-256 key and SHA-384", forged(() => ({ digest: "sha384" }))],
    [
      "RSA by the name of algorithm and hash",
      forged(w => ({ signer: w.rsa, signatureAlgorithm: algorithm("1.2.840.113549.1.1.11", EXPLICIT_NULL) })),
    ],
    ["a key usage of non-repudiation", signedBy("keyUsage", "nonRepudiation")],
    ["no key usage", signedBy("keyUsage", null)],
    [
      "no key identifiers",
      forged(w => ({
        signer: w.make({
          extensions: [
            "extendedKeyUsage = critical,timeStamping",
            "subjectKeyIdentifier = none",
            "authorityKeyIdentifier = none",
          ],
        }),
      })),
    ],
    [
      "the issuer's number beside its key identifier",
      signedBy("authorityKeyIdentifier", "keyid,issuer:always"),
    ],
    ["critical policies", signedBy("certificatePolicies", "critical,1.2.3.4")],
    ["a CA whose usage is time stamping", under([...CA_EXTENSIONS, "extendedKeyUsage = timeStamping"])],
    [
      "a CA that allows none below it",
      under(withExtension(CA_EXTENSIONS, "basicConstraints", "critical,CA:true,pathlen:0")),
    ],
    [
      "a certificate signed by PSS",
      forged(w => {
        const ca = w.make({ name: "RSA CA", key: "rsa", extensions: CA_EXTENSIONS })
        const signing = ["-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:32"]
        return { signer: w.make({ issuer: ca, signing }), others: [ca] }
      }),
    ],
    [
      "a certificate twice, and ones that are not needed",
      forged(w => ({ others: [w.tsa, w.ca, w.rsa, w.root] })),
    ],
    ["its own name", forged(w => ({ info: after(generalName(fieldsOfCertificate(w.tsa.der).subject)) }))],
    [
      "its own name in capitals",
      forged(w => ({
        info: after(
          generalName(
            Buffer.from(fieldsOfCertificate(w.tsa.der).subject).fill(
              "tEST",
              fieldsOfCertificate(w.tsa.der).subject.indexOf("Test"),
              fieldsOfCertificate(w.tsa.der).subject.indexOf("Test") + 4,
            ),
          ),
        ),
      })),
    ],
    [
      "one of its other names",
      forged(w => ({
        signer: w.make({ extensions: [...TSA_EXTENSIONS, "subjectAltName = URI:https://tsa.example"] }),
        info: after(der(0xa0, der(0x86, Buffer.from("https://tsa.example")))),
      })),
    ],
    [
      "an extension that is not critical",
      forged(() => ({ info: after(der(0xa1, sequence(oid("1.2.3"), octets(Buffer.alloc(2))))) })),
    ],
    [
      "accuracy in all its parts, and an order",
      forged(() => ({
        info: parts => [
          ...parts,
          sequence(integer("01"), der(0x80, Buffer.from([2])), der(0x81, Buffer.from([3]))),
          der(0x01, Buffer.from([255])),
        ],
      })),
    ],
    ["unsigned attributes", forged(() => ({ unsigned: attribute("1.2.3", octets(Buffer.alloc(9))) }))],
    ["attributes in another order", forged(() => ({ attributes: parts => parts.toReversed() }))],
    [
      "both signing-certificate attributes",
      forged(w => ({
        attributes: after(
          attribute(OIDS.signingCertificate, sequence(sequence(sequence(octets(hash("sha1", w.tsa.der)))))),
        ),
      })),
    ],
    [
      "its issuer and number in the attribute, and the root's",
      forged(w => {
        const { issuer, serial } = fieldsOfCertificate(w.tsa.der)
        const first = sequence(
          octets(hash("sha256", w.tsa.der)),
          sequence(sequence(der(0xa4, issuer)), serial),
        )
        const second = sequence(algorithm(OIDS.sha512), octets(hash("sha512", w.root.der)))
        return {
          attributes: replaced(2, attribute(OIDS.signingCertificateV2, sequence(sequence(first, second)))),
        }
      }),
    ],
    [
      "a certificate that says FALSE where it need not",
      withCertificate(extensionsEdited(list => list.map(saysFalse))),
    ],
    [
      "a request with a nonce",
      asked(
        () => ({ nonce: NONCE }),
        w => queryOf(w),
      ),
    ],
    [
      "a request with a policy and no nonce",
      asked(
        () => ({}),
        w =>
          sequence(
            integer("01"),
            sequence(algorithm(OIDS.sha256, EXPLICIT_NULL), octets(hash("sha256", w.data))),
            oid("1.3.6.1.4.1.99999.1.1"),
          ),
      ),
    ],
    [
      "two roots of one name, one of them ended",
      w => {
        const again = edited(w, w.root.der, fields =>
          fields.with(
            4,
            sequence(der(0x17, Buffer.from("200101000000Z")), der(0x17, Buffer.from("210101000000Z"))),
          ),
        )
        return { reply: forge({ signer: w.tsa, data: w.data }), roots: [{ ...w.root, der: again }, w.root] }
      },
    ],
  ]

  test.each(odd)("with %s is valid, for us as for OpenSSL", async (_name, make) => {
    const { reply, query, roots = [world.root] } = make(world)
    const trusted = roots.map(root => bytes(root.der))
    const input = { reply: bytes(reply), data: world.data, roots: trusted }
    const reading = await checkStamp({ ...input, query: query === undefined ? null : bytes(query) })
    expect(reading).toMatchObject({ kind: "valid", trust: { kind: "trusted", root: "Root" } })
    const at = reading.kind === "valid" ? reading.at : ""
    const oracle = opensslVerifies(world.folder, { ...input, at, ...(query === undefined ? {} : { query }) })
    expect(oracle.ok, oracle.output).toBe(true)
  })
})

describe("a stamp that cannot be verified here", () => {
  const SM2 = "1.2.156.10197.1.501"
  const plans: readonly (readonly [string, "sm2" | "algorithm", (w: World) => Partial<Plan>])[] = [
    [
      "SM2 with SM3",
      "sm2",
      () => ({
        digest: "sm3",
        imprint: "sm3",
        signatureAlgorithm: algorithm(SM2),
        sign: () => octets(Buffer.alloc(64)),
      }),
    ],
    ["SM2 over an imprint of SHA-256", "sm2", () => ({ digest: "sm3", signatureAlgorithm: algorithm(SM2) })],
    [
      "SM2 with the envelope of GM/T 0010",
      "sm2",
      () => ({ digest: "sm3", kind: "1.2.156.10197.6.1.4.2.2", signatureAlgorithm: algorithm(SM2) }),
    ],
    ["ECDSA over an imprint of SM3", "sm2", () => ({ imprint: "sm3" })],
    ["Ed25519", "algorithm", () => ({ signatureAlgorithm: algorithm("1.3.101.112") })],
    [
      "SHA-3",
      "algorithm",
      () => ({
        signerInfo: replaced(2, algorithm("2.16.840.1.101.3.4.2.8")),
        envelope: replaced(1, set(algorithm("2.16.840.1.101.3.4.2.8"))),
      }),
    ],
    // `openssl ts` goes by PKCS #7, which knows no PSS; what it refuses is never accepted.
    ["PSS", "algorithm", w => ({ signer: w.rsa, signatureAlgorithm: PSS_SHA256, sign: byPss(w.rsa) })],
  ]

  test.each(plans)("with %s is kept, and said to be so", async (_name, reason, plan) => {
    const reply = bytes(forge({ signer: world.tsa, data: world.data, ...plan(world) }))
    const reading = await checkStamp({ reply, query: null, data: world.data, roots: [bytes(world.root.der)] })
    expect(reading).toMatchObject({ kind: "not-verifiable", reason, signer: "TSA" })
    expect(reading.at).toMatch(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/)
  })

  test.each<readonly [string, StampFault, (w: World) => Partial<Plan>]>([
    ["an imprint of other data", "imprint", () => ({ data: utf8("other"), imprint: "sm3" })],
    [
      "a message digest of another content",
      "message-digest",
      w => ({ attributes: replaced(1, attribute(OIDS.messageDigest, octets(hash("sm3", w.data)))) }),
    ],
    [
      "another's certificate",
      "signing-certificate",
      w => ({
        attributes: replaced(
          2,
          attribute(
            OIDS.signingCertificateV2,
            sequence(sequence(sequence(octets(hash("sha256", w.ca.der))))),
          ),
        ),
      }),
    ],
    [
      "a certificate for clients",
      "extended-key-usage",
      w => ({
        signer: w.make({
          extensions: withExtension(TSA_EXTENSIONS, "extendedKeyUsage", "critical,clientAuth"),
        }),
      }),
    ],
    ["a time after the certificate's", "signer-validity", () => ({ time: "20500101000000Z" })],
  ])("is invalid all the same with %s", async (_name, fault, plan) => {
    const signed = { digest: "sm3", signatureAlgorithm: algorithm(SM2) } as const
    const reply = bytes(forge({ signer: world.tsa, data: world.data, ...signed, ...plan(world) }))
    expect(await checkStamp({ reply, query: null, data: world.data, roots: [] })).toMatchObject({ fault })
  })
})

test("what the token claims is told of a stamp that is invalid", async () => {
  const reply = bytes(forge({ signer: world.tsa, data: utf8("x"), time: "20300102030405.6Z" }))
  const reading = await checkStamp({ reply, query: null, data: world.data, roots: [] })
  expect(reading).toEqual({ kind: "invalid", fault: "imprint", at: "2030-01-02T03:04:05.600Z" })
})

test("the token in a reply is a slice of it", () => {
  const token = forgeToken({ signer: world.tsa, data: world.data })
  const reply = readReply(bytes(sequence(sequence(integer("00")), token)))
  expect(Buffer.from(reply.token!)).toEqual(token)
})

test("certificates are given as they stand in the token, each once", async () => {
  const others = [world.ca, world.tsa]
  const reply = bytes(forge({ signer: world.tsa, data: world.data, others }))
  const reading = await checkStamp({ reply, query: null, data: world.data, roots: [] })
  expect(reading).toMatchObject({ certificates: [bytes(world.tsa.der), bytes(world.ca.der)] })
})

test("what is no certificate trusts nothing", async () => {
  const reply = bytes(forge({ signer: world.tsa, data: world.data }))
  const reading = await checkStamp({ reply, query: null, data: world.data, roots: [utf8("root")] })
  expect(reading).toMatchObject({ kind: "valid", trust: { kind: "unknown-root", top: "TSA" } })
})

test("two issuers of one name, of which neither is trusted, end the chain", async () => {
  const twin = world.make({ name: "CA", extensions: CA_EXTENSIONS })
  const signer = world.make({
    issuer: world.ca,
    extensions: withExtension(TSA_EXTENSIONS, "authorityKeyIdentifier", "none"),
  })
  const reply = bytes(forge({ signer, data: world.data, others: [world.ca, twin] }))
  const reading = await checkStamp({ reply, query: null, data: world.data, roots: [bytes(world.root.der)] })
  expect(reading).toMatchObject({ kind: "valid", trust: { kind: "unknown-root", top: "TSA" } })
})
