/** Algorithm identifiers, and the hashes among them. */
import { type Bytes, fromHex } from "../bytes.ts"
import { malformed } from "../parse.ts"
import { sm3 } from "../seal/sm3.ts"
import { type Der, NULL, OID, oidOf } from "./der.ts"
import { fieldsOf } from "./fields.ts"

export type DigestName = "SHA-1" | "SHA-256" | "SHA-384" | "SHA-512" | "SM3"

export interface Algorithm {
  readonly oid: string
  readonly parameters: Der | null
}

/** Whatever the Chinese standards' own algorithms are named, it begins so (GM/T 0006). */
const CHINESE = "1.2.156.10197.1."

const DIGESTS: Readonly<Record<string, DigestName>> = {
  "1.3.14.3.2.26": "SHA-1",
  "2.16.840.1.101.3.4.2.1": "SHA-256",
  "2.16.840.1.101.3.4.2.2": "SHA-384",
  "2.16.840.1.101.3.4.2.3": "SHA-512",
  "1.2.156.10197.1.401": "SM3",
}

export function readAlgorithm(element: Der): Algorithm {
  const fields = fieldsOf(element, "algorithm")
  const oid = oidOf(fields.one(OID))
  const parameters = element.items[1] ?? null
  if (element.items.length > 2) throw malformed("algorithm")
  return { oid, parameters }
}

export const isChinese = (oid: string): boolean => oid.startsWith(CHINESE)

export const hasNoParameters = ({ parameters }: Algorithm): boolean =>
  parameters === null || parameters.tag === NULL

/** The hash that is meant; null for one that is not known here. */
export function digestNameOf(algorithm: Algorithm): DigestName | null {
  return hasNoParameters(algorithm) ? (DIGESTS[algorithm.oid] ?? null) : null
}

/** Whether a hash is one that evidence may rest on. SHA-1 is not: two texts with one SHA-1 can be made to order. */
export function isStrong(name: DigestName | null): name is Exclude<DigestName, "SHA-1"> {
  return name !== null && name !== "SHA-1"
}

export async function digestOf(name: DigestName, bytes: Bytes): Promise<Bytes> {
  if (name === "SM3") return fromHex(sm3(bytes))
  return new Uint8Array(await crypto.subtle.digest(name, bytes))
}
