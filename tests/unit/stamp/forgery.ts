/** Ways to forge a stamp, each a function of the world that it is forged in. */
import { constants, createPrivateKey, sign } from "node:crypto"
import { fromHex } from "../../../src/core/bytes.ts"
import { type StampFault } from "../../../src/core/stamp/fault.ts"
import { stampQuery } from "../../../src/core/stamp/query.ts"
import { der, encode, integer, octets, parse, sequence } from "./asn.ts"
import { type Identity, TSA_EXTENSIONS } from "./authority.ts"
import { OIDS, type Plan, algorithm, attribute, forge, hash, resigned } from "./forge.ts"
import { type World, bytes, withExtension } from "./world.ts"
export const NONCE = "4102030405060708"
export const EXPLICIT_NULL = der(0x05)

export interface Case {
  readonly reply: Buffer
  readonly query?: Uint8Array
  readonly roots?: readonly Identity[]
}

export const forged =
  (edit: (w: World) => Partial<Plan>) =>
  (w: World): Case => ({
    reply: forge({ signer: w.tsa, data: w.data, ...edit(w) }),
  })
export const asked =
  (edit: (w: World) => Partial<Plan>, query: (w: World) => Uint8Array) =>
  (w: World): Case => ({
    ...forged(edit)(w),
    query: query(w),
  })
export const signedBy = (name: string, line: string | null, from = TSA_EXTENSIONS) =>
  forged(w => ({ signer: w.make({ extensions: withExtension(from, name, line) }) }))
/** A signer under an authority that has been made with these extensions. */
export const under = (
  extensions: readonly string[],
  more: Parameters<World["make"]>[0] = {},
  plan: Partial<Plan> = {},
) =>
  forged(w => {
    const ca = w.make({ name: "Odd CA", extensions, ...more })
    return { signer: w.make({ issuer: ca }), others: [ca], ...plan }
  })

export const queryOf = (w: World, nonce = NONCE) => stampQuery(bytes(hash("sha256", w.data)), fromHex(nonce))
export const replaced = (at: number, part: Buffer) => (parts: Buffer[]) => parts.with(at, part)
export const without = (at: number) => (parts: Buffer[]) => parts.toSpliced(at, 1)
export const after = (part: Buffer) => (parts: Buffer[]) => [...parts, part]
export const generalName = (subject: Buffer) => der(0xa0, der(0xa4, subject))
export const badSignature = (bits: Buffer) => Buffer.from(bits.with(bits.length - 1, bits.at(-1)! ^ 1))
export const essOf = (w: World, ...others: Buffer[]) =>
  attribute(
    OIDS.signingCertificateV2,
    sequence(sequence(sequence(octets(hash("sha256", w.tsa.der))), ...others)),
  )
export const byPss = (identity: Identity) => (signed: Buffer) =>
  Buffer.from(
    sign("sha256", signed, {
      key: createPrivateKey(identity.key),
      padding: constants.RSA_PKCS1_PSS_PADDING,
      saltLength: 32,
    }),
  )
export const PSS_SHA256 = algorithm(
  "1.2.840.113549.1.1.10",
  sequence(
    der(0xa0, algorithm(OIDS.sha256)),
    der(0xa1, algorithm("1.2.840.113549.1.1.8", algorithm(OIDS.sha256))),
    der(0xa2, integer("20")),
  ),
)

/** The same certificate with its serial number, or another field, in other bytes: signed again by the root. */
export function edited(w: World, certificate: Buffer, edit: (fields: Buffer[]) => Buffer[]): Buffer {
  const [signed] = parse(certificate).items
  return resigned(certificate, w.root, sequence(...edit(signed!.items.map(encode))))
}
export const extensionsEdited = (edit: (list: Buffer[]) => Buffer[]) => (fields: Buffer[]) => {
  const list = parse(fields.at(-1)!).items[0]!.items.map(encode)
  return fields.with(-1, der(0xa3, sequence(...edit(list))))
}
export const withCertificate = (edit: (fields: Buffer[]) => Buffer[]) =>
  forged(w => ({ signer: { ...w.tsa, der: edited(w, w.tsa.der, edit) } }))

/** `accepts` where OpenSSL is laxer than we are; a comment says why we are not. */
export type Row = readonly [name: string, fault: StampFault, make: (w: World) => Case, openssl?: "accepts"]
