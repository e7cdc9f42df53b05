/** The kept request (RFC 3161 §2.4.1), read anew from its bytes: by other code than that which wrote it. */
import { type Bytes } from "../bytes.ts"
import { malformed } from "../parse.ts"
import { type DigestName, digestNameOf, readAlgorithm } from "./algorithm.ts"
import { BOOLEAN, INTEGER, OCTET_STRING, OID, SEQUENCE, context, oidOf, readDer } from "./der.ts"
import { fieldsOf } from "./fields.ts"

export interface StampQuery {
  /** Null for a hash that is not known here. */
  readonly algorithm: DigestName | null
  readonly digest: Bytes
  /** The number's bytes, as they stand in the request. */
  readonly nonce: Bytes | null
  readonly policy: string | null
  readonly wantsCertificates: boolean
}

/** Throws `input/malformed`, also for a request of another version. */
export function readQuery(bytes: Bytes): StampQuery {
  const fields = fieldsOf(readDer(bytes), "time-stamp request")
  const version = fields.one(INTEGER)
  const imprint = fieldsOf(fields.one(SEQUENCE), "imprint of a time-stamp request")
  const policy = fields.maybe(OID)
  const nonce = fields.maybe(INTEGER)
  const certificates = fields.maybe(BOOLEAN)
  fields.maybe(context(0))
  fields.end()
  if (version.body.length !== 1 || version.body[0] !== 1) throw malformed("version of a time-stamp request")
  const algorithm = readAlgorithm(imprint.one(SEQUENCE))
  const digest = imprint.one(OCTET_STRING).body
  imprint.end()
  return {
    algorithm: digestNameOf(algorithm),
    digest,
    nonce: nonce?.body ?? null,
    policy: policy === null ? null : oidOf(policy),
    wantsCertificates: certificates?.body[0] === 0xff,
  }
}
