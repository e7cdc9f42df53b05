/**
 * Tokens as `openssl ts -reply` would never make them: TSTInfo, attributes and
 * envelope can each be edited before what is around them is hashed and signed.
 */
import { createHash, createPrivateKey, sign } from "node:crypto"
import { der, integer, octets, oid, parse, sequence, set } from "./asn.ts"
import { type Identity } from "./authority.ts"

export const OIDS = {
  signedData: "1.2.840.113549.1.7.2",
  tstInfo: "1.2.840.113549.1.9.16.1.4",
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  signingCertificate: "1.2.840.113549.1.9.16.2.12",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
  sha1: "1.3.14.3.2.26",
  sha256: "2.16.840.1.101.3.4.2.1",
  sha384: "2.16.840.1.101.3.4.2.2",
  sha512: "2.16.840.1.101.3.4.2.3",
  sm3: "1.2.156.10197.1.401",
} as const

export type Digest = "sha1" | "sha256" | "sha384" | "sha512" | "sm3"
type Edit = (parts: Buffer[]) => Buffer[]

export interface Plan {
  readonly signer: Identity
  readonly data: Uint8Array
  /** Whose certificates go along, besides the signer's. */
  readonly others?: readonly Identity[]
  readonly certificates?: Edit
  /** GeneralizedTime; a minute from now where there is none. */
  readonly time?: string
  readonly imprint?: Digest
  readonly digest?: Digest
  readonly nonce?: string
  /** Fields of TSTInfo, in order. */
  readonly info?: Edit
  readonly infoBytes?: (bytes: Buffer) => Buffer
  /** Signed attributes: content type, message digest, signing certificate. */
  readonly attributes?: Edit
  readonly unsigned?: Buffer
  readonly signatureAlgorithm?: Buffer
  readonly sign?: (bytes: Buffer) => Buffer
  /** IssuerAndSerialNumber; the signer's where there is none. */
  readonly sid?: Buffer
  /** SignerInfo's fields. */
  readonly signerInfo?: Edit
  readonly signerInfos?: Edit
  /** SignedData's fields. */
  readonly envelope?: Edit
  readonly kind?: string
  readonly contentKind?: string
  readonly status?: Buffer
}

export const algorithm = (name: string, ...parameters: readonly Buffer[]): Buffer =>
  sequence(oid(name), ...parameters)

export const attribute = (name: string, ...values: readonly Buffer[]): Buffer =>
  sequence(oid(name), set(...values))

export const hash = (name: Digest, bytes: Uint8Array): Buffer => createHash(name).update(bytes).digest()

/** A minute from now, so that a certificate made a moment ago is valid. */
export const soon = (seconds = 60): string => generalized(Date.now() + seconds * 1000)

export const generalized = (at: number): string =>
  `${new Date(at).toISOString().replaceAll(/[-:T]/g, "").slice(0, 14)}Z`

const same: Edit = parts => parts

export function forgeToken(plan: Plan): Buffer {
  const digest = plan.digest ?? "sha256"
  const info = (plan.infoBytes ?? (bytes => bytes))(sequence(...(plan.info ?? same)(infoFields(plan))))
  const attributes = (plan.attributes ?? same)([
    attribute(OIDS.contentType, oid(OIDS.tstInfo)),
    attribute(OIDS.messageDigest, octets(hash(digest, info))),
    attribute(
      OIDS.signingCertificateV2,
      sequence(sequence(sequence(octets(hash("sha256", plan.signer.der))))),
    ),
  ])
  const signed = set(...attributes)
  const signature = (plan.sign ?? (bytes => signBy(plan.signer, bytes, digest)))(signed)
  const signerInfo = (plan.signerInfo ?? same)([
    integer("01"),
    plan.sid ?? issuerAndSerial(plan.signer.der),
    algorithm(OIDS[digest]),
    der(0xa0, ...attributes),
    plan.signatureAlgorithm ?? defaultAlgorithm(plan.signer, digest),
    octets(signature),
    ...(plan.unsigned === undefined ? [] : [der(0xa1, plan.unsigned)]),
  ])
  const certificates = [plan.signer, ...(plan.others ?? [])].map(identity => identity.der)
  const envelope = (plan.envelope ?? same)([
    integer("03"),
    set(algorithm(OIDS[digest])),
    sequence(oid(plan.contentKind ?? OIDS.tstInfo), der(0xa0, octets(info))),
    der(0xa0, ...(plan.certificates ?? same)(certificates)),
    set(...(plan.signerInfos ?? same)([sequence(...signerInfo)])),
  ])
  return sequence(oid(plan.kind ?? OIDS.signedData), der(0xa0, sequence(...envelope)))
}

/** A whole reply around the token. */
export function forge(plan: Plan): Buffer {
  return sequence(plan.status ?? sequence(integer("00")), forgeToken(plan))
}

function infoFields(plan: Plan): Buffer[] {
  const name = plan.imprint ?? "sha256"
  return [
    integer("01"),
    oid("1.3.6.1.4.1.99999.1.1"),
    sequence(algorithm(OIDS[name], der(0x05)), octets(hash(name, plan.data))),
    integer("2a"),
    der(0x18, Buffer.from(plan.time ?? soon())),
    ...(plan.nonce === undefined ? [] : [integer(plan.nonce)]),
  ]
}

export function issuerAndSerial(certificate: Buffer): Buffer {
  const fields = fieldsOfCertificate(certificate)
  return sequence(fields.issuer, fields.serial)
}

export function fieldsOfCertificate(certificate: Buffer): {
  serial: Buffer
  issuer: Buffer
  subject: Buffer
} {
  const [signed] = parse(certificate).items
  const [, serial, , issuer, , subject] = signed!.items.map(item => der(item.tag, item.body))
  return { serial: serial!, issuer: issuer!, subject: subject! }
}

export const signBy = (signer: Identity, bytes: Buffer, digest: Digest): Buffer =>
  sign(digest, bytes, createPrivateKey(signer.key))

function defaultAlgorithm(signer: Identity, digest: Digest): Buffer {
  if (createPrivateKey(signer.key).asymmetricKeyType === "rsa")
    return algorithm("1.2.840.113549.1.1.1", der(0x05))
  const last = { sha1: "1", sha256: "3.2", sha384: "3.3", sha512: "3.4", sm3: "3.2" }[digest]
  return algorithm(`1.2.840.10045.4.${last}`)
}

/** The certificate with its signed part edited, and signed again by `issuer`, whose key is one of P-256. */
export function resigned(certificate: Buffer, issuer: Identity, signed: Buffer): Buffer {
  const [, kind] = parse(certificate).items
  return sequence(
    signed,
    der(0x30, kind!.body),
    der(0x03, Buffer.from([0]), sign("sha256", signed, createPrivateKey(issuer.key))),
  )
}
