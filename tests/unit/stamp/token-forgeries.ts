/** What can be wrong with a reply, what it says, and how it is signed. */
import { fromHex, utf8 } from "../../../src/core/bytes.ts"
import { stampQuery } from "../../../src/core/stamp/query.ts"
import { der, encode, integer, octets, oid, parse, sequence, set } from "./asn.ts"
import { OIDS, algorithm, attribute, fieldsOfCertificate, forge, hash, signBy } from "./forge.ts"
import {
  type Row,
  NONCE,
  EXPLICIT_NULL,
  forged,
  asked,
  queryOf,
  replaced,
  without,
  after,
  badSignature,
  extensionsEdited,
  withCertificate,
} from "./forgery.ts"
import { bytes } from "./world.ts"

export const tokenForgeries: readonly Row[] = [
  [
    "a reply of more than 64 kB",
    "too-large",
    forged(w => ({ unsigned: attribute("1.2.3", octets(Buffer.alloc(65536))), data: w.data })),
    "accepts",
  ],
  [
    "bytes after the reply",
    "malformed",
    w => ({ reply: Buffer.concat([forge({ signer: w.tsa, data: w.data }), Buffer.from([0])]) }),
    "accepts",
  ],
  [
    "bytes after TSTInfo",
    "malformed",
    forged(() => ({ infoBytes: bytes => Buffer.concat([bytes, Buffer.from([5, 0])]) })),
    "accepts",
  ],
  [
    "a length in long form that need not be",
    "malformed",
    forged(() => ({ envelope: parts => [Buffer.from([0x02, 0x81, 0x01, 0x03]), ...parts.slice(1)] })),
    "accepts",
  ],
  [
    "a serial number with a zero in front",
    "malformed",
    forged(() => ({ info: replaced(3, integer("0001")) })),
  ],
  [
    "TSTInfo in another order",
    "malformed",
    forged(() => ({ info: ([a, b, c, d, e]) => [a!, b!, c!, e!, d!] })),
  ],
  [
    "a time with a zone",
    "malformed",
    forged(() => ({ info: replaced(4, der(0x18, Buffer.from("20261122152200+0800"))) })),
    "accepts",
  ],
  [
    "an attribute certificate among the certificates",
    "malformed",
    forged(() => ({ certificates: after(der(0xa1, integer("01"))) })),
  ],
  [
    "something that is no certificate among them",
    "malformed",
    forged(() => ({ certificates: after(sequence(integer("01"))) })),
  ],
  [
    "lists of revoked certificates",
    "malformed",
    forged(() => ({ envelope: parts => parts.toSpliced(4, 0, der(0xa1)) })),
    "accepts",
  ],
  [
    "a signer that is named by its key",
    "malformed",
    forged(() => ({ signerInfo: replaced(1, der(0x80, Buffer.alloc(20))) })),
  ],
  ["no signed attributes", "malformed", forged(() => ({ signerInfo: without(3) }))],
  [
    "an unsigned attribute without a value",
    "malformed",
    forged(() => ({ unsigned: sequence(oid("1.2.3"), set()) })),
    "accepts",
  ],
  [
    "an extension that is there twice",
    "malformed",
    withCertificate(extensionsEdited(list => [...list, list[0]!])),
  ],
  [
    "two names for the algorithm of a certificate",
    "malformed",
    withCertificate(replaced(2, algorithm("1.2.840.10045.4.3.3"))),
  ],

  ["status 2, and a token all the same", "status", forged(() => ({ status: sequence(integer("02")) }))],
  ["status 3", "status", () => ({ reply: sequence(sequence(integer("03"))) })],
  ["status 0 without a token", "no-token", () => ({ reply: sequence(sequence(integer("00"))) })],

  ["a token that is data", "not-signed-data", forged(() => ({ kind: "1.2.840.113549.1.7.1" }))],
  ["a token that is enveloped data", "not-signed-data", forged(() => ({ kind: "1.2.840.113549.1.7.3" }))],
  [
    "signed data that is no TSTInfo",
    "not-time-stamp",
    forged(() => ({ contentKind: "1.2.840.113549.1.7.1" })),
  ],
  ["TSTInfo of version 2", "version", forged(() => ({ info: replaced(0, integer("02")) }))],
  // RFC 5280 §4.2: who does not know a critical extension must refuse.
  [
    "TSTInfo with a critical extension",
    "version",
    forged(() => ({
      info: after(der(0xa1, sequence(oid("1.2.3"), der(0x01, Buffer.from([255])), octets(Buffer.alloc(2))))),
    })),
    "accepts",
  ],

  ["no signature", "signer-count", forged(() => ({ signerInfos: () => [] }))],
  ["two signatures", "signer-count", forged(() => ({ signerInfos: ([one]) => [one!, one!] }))],

  // Two texts with one SHA-1 can be made to order.
  ["an imprint of SHA-1", "imprint-algorithm", forged(() => ({ imprint: "sha1" })), "accepts"],
  [
    "an imprint with parameters",
    "imprint-algorithm",
    forged(w => ({
      info: replaced(2, sequence(algorithm(OIDS.sha256, integer("01")), octets(hash("sha256", w.data)))),
    })),
  ],
  ["an imprint of other data", "imprint", forged(() => ({ data: utf8("other") }))],
  [
    "an imprint that is cut short",
    "imprint",
    forged(w => ({
      info: replaced(
        2,
        sequence(algorithm(OIDS.sha256, EXPLICIT_NULL), octets(hash("sha256", w.data).subarray(0, 31))),
      ),
    })),
  ],
  ["an SM3 imprint of other data", "imprint", forged(() => ({ data: utf8("other"), imprint: "sm3" }))],
  [
    "the hash of SHA-512 said to be SHA-256's",
    "imprint",
    forged(w => ({
      info: replaced(2, sequence(algorithm(OIDS.sha256, EXPLICIT_NULL), octets(hash("sha512", w.data)))),
    })),
  ],

  [
    "a request that cannot be read",
    "query",
    asked(
      () => ({ nonce: NONCE }),
      () => utf8("x"),
    ),
  ],
  [
    "a request about other data",
    "query-imprint",
    asked(
      () => ({ nonce: NONCE }),
      () => stampQuery(bytes(hash("sha256", utf8("other"))), fromHex(NONCE)),
    ),
  ],
  [
    "a request for another hash",
    "query-imprint",
    asked(
      () => ({ nonce: NONCE, imprint: "sha512" }),
      w => queryOf(w),
    ),
  ],
  [
    "another nonce",
    "nonce",
    asked(
      () => ({ nonce: "4102030405060709" }),
      w => queryOf(w),
    ),
  ],
  [
    "no nonce",
    "nonce",
    asked(
      () => ({}),
      w => queryOf(w),
    ),
  ],
  [
    "another policy",
    "policy",
    asked(
      () => ({}),
      w =>
        sequence(
          integer("01"),
          sequence(algorithm(OIDS.sha256, EXPLICIT_NULL), octets(hash("sha256", w.data))),
          oid("1.2.3"),
        ),
    ),
  ],

  // PKCS #7 in OpenSSL does not look at this attribute; RFC 5652 §11.1 says that verification must.
  ["no content type", "content-type", forged(() => ({ attributes: without(0) })), "accepts"],
  [
    "a content type of data",
    "content-type",
    forged(() => ({ attributes: replaced(0, attribute(OIDS.contentType, oid("1.2.840.113549.1.7.1"))) })),
    "accepts",
  ],
  [
    "the content type twice",
    "content-type",
    forged(() => ({ attributes: parts => [parts[0]!, ...parts] })),
    "accepts",
  ],
  [
    "two values of the content type",
    "content-type",
    forged(() => ({
      attributes: replaced(0, attribute(OIDS.contentType, oid(OIDS.tstInfo), oid(OIDS.tstInfo))),
    })),
    "accepts",
  ],
  ["no message digest", "message-digest", forged(() => ({ attributes: without(1) }))],
  [
    "the message digest of another content",
    "message-digest",
    forged(w => ({ attributes: replaced(1, attribute(OIDS.messageDigest, octets(hash("sha256", w.data)))) })),
  ],
  [
    "the message digest twice",
    "message-digest",
    forged(() => ({ attributes: parts => [...parts, parts[1]!] })),
    "accepts",
  ],
  [
    "two values of the message digest",
    "message-digest",
    forged(() => ({
      attributes: ([a, b, c]) => [
        a!,
        sequence(
          oid(OIDS.messageDigest),
          set(encode(parse(b!).items[1]!.items[0]!), octets(Buffer.alloc(32))),
        ),
        c!,
      ],
    })),
  ],

  ["no certificate", "signer-missing", forged(() => ({ certificates: () => [] }))],
  ["another's certificate", "signer-missing", forged(w => ({ certificates: () => [w.ca.der] }))],
  [
    "a signer of the right issuer and another number",
    "signer-missing",
    forged(w => ({
      signerInfo: replaced(1, sequence(fieldsOfCertificate(w.tsa.der).issuer, integer("01"))),
    })),
  ],

  ["a signature with SHA-1", "signature-algorithm", forged(() => ({ digest: "sha1" })), "accepts"],
  [
    "an RSA key of 1024 bits",
    "signature-algorithm",
    forged(w => ({ signer: w.make({ key: "rsa-1024" }) })),
    "accepts",
  ],
  [
    "a hash that the envelope does not announce",
    "signature-algorithm",
    forged(() => ({ envelope: replaced(1, set(algorithm(OIDS.sha512))) })),
  ],
  [
    "a hash announced that nobody knows",
    "signature-algorithm",
    forged(() => ({ envelope: replaced(1, set(algorithm(OIDS.sha256), algorithm("1.2.3"))) })),
  ],
  [
    "one bit of the signature",
    "signature",
    forged(w => ({ sign: signed => badSignature(signBy(w.tsa, signed, "sha256")) })),
  ],
  [
    "one bit of an RSA signature",
    "signature",
    forged(w => ({ signer: w.rsa, sign: signed => badSignature(signBy(w.rsa, signed, "sha256")) })),
  ],
  ["another's key", "signature", forged(w => ({ sign: signed => signBy(w.ca, signed, "sha256") }))],
  [
    "a signature over the content, not the attributes",
    "signature",
    forged(w => ({ sign: () => signBy(w.tsa, Buffer.from("x"), "sha256") })),
  ],
  [
    "a signature of zeros",
    "signature",
    forged(() => ({ sign: () => sequence(integer("00"), integer("00")) })),
  ],
  [
    "a number in the signature that is negative",
    "signature",
    forged(() => ({ sign: () => sequence(integer("80"), integer("01")) })),
  ],
  [
    "a number in the signature that is too long",
    "signature",
    forged(() => ({ sign: () => sequence(integer("01".repeat(33)), integer("01")) })),
  ],
  // The name of the algorithm is not signed, and OpenSSL goes by the key alone.
  [
    "an RSA algorithm for an EC key",
    "signature",
    forged(() => ({ signatureAlgorithm: algorithm("1.2.840.113549.1.1.11", EXPLICIT_NULL) })),
    "accepts",
  ],
  [
    "an EC algorithm for an RSA key",
    "signature",
    forged(w => ({ signer: w.rsa, signatureAlgorithm: algorithm("1.2.840.10045.4.3.2") })),
    "accepts",
  ],
  [
    "an algorithm with another hash than the one beside it",
    "signature",
    forged(() => ({ signatureAlgorithm: algorithm("1.2.840.10045.4.3.4") })),
    "accepts",
  ],
]
