/** What the authority signed: TSTInfo (RFC 3161 §2.4.2). */
import { type Bytes, hex } from "../bytes.ts"
import { type Algorithm, readAlgorithm } from "./algorithm.ts"
import { readExtension } from "./certificate.ts"
import {
  BOOLEAN,
  type Der,
  GENERALIZED_TIME,
  INTEGER,
  OCTET_STRING,
  OID,
  SEQUENCE,
  context,
  contextPrimitive,
  oidOf,
  readDer,
  smallOf,
} from "./der.ts"
import { demand } from "./fault.ts"
import { fieldsOf, insideOf, listOf } from "./fields.ts"
import { stampTimeOf } from "./time.ts"

export interface TokenInfo {
  readonly policy: string
  readonly imprintAlgorithm: Algorithm
  readonly imprint: Bytes
  /** Hex, without zeros in front. */
  readonly serial: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly accuracyMs: number | null
  readonly nonce: Bytes | null
  /** The GeneralName of the authority, where it names itself. */
  readonly authority: Der | null
}

/** Refuses with `malformed` or `version`. */
export function readTokenInfo(content: Bytes): TokenInfo {
  const fields = fieldsOf(readDer(content), "token")
  const version = smallOf(fields.one(INTEGER).body)
  const policy = oidOf(fields.one(OID))
  const imprint = fieldsOf(fields.one(SEQUENCE), "imprint")
  const serial = fields.one(INTEGER).body
  const at = stampTimeOf(fields.one(GENERALIZED_TIME))
  const accuracy = fields.maybe(SEQUENCE)
  fields.maybe(BOOLEAN)
  const nonce = fields.maybe(INTEGER)
  const authority = fields.maybe(context(0))
  const extensions = fields.maybe(context(1))
  fields.end()
  demand(version === 1, "version")
  if (extensions !== null) {
    // None is known here, so one that insists on being understood is refused.
    const list = listOf(extensions, "token extensions", context(1), SEQUENCE).map(readExtension)
    demand(!list.some(([, { critical }]) => critical), "version")
  }
  const imprintAlgorithm = readAlgorithm(imprint.one(SEQUENCE))
  const digest = imprint.one(OCTET_STRING).body
  imprint.end()
  return {
    policy,
    imprintAlgorithm,
    imprint: digest,
    serial: hex(serial).replace(/^00(?=.)/, ""),
    at,
    accuracyMs: accuracy === null ? null : accuracyOf(accuracy),
    nonce: nonce?.body ?? null,
    authority: authority === null ? null : insideOf(authority),
  }
}

/** Accuracy ::= SEQUENCE { seconds, millis [0], micros [1] }, each optional. */
function accuracyOf(element: Der): number {
  const fields = fieldsOf(element, "accuracy")
  const seconds = fields.maybe(INTEGER)
  const millis = fields.maybe(contextPrimitive(0))
  const micros = fields.maybe(contextPrimitive(1))
  fields.end()
  const number = (part: Der | null): number => (part === null ? 0 : smallOf(part.body))
  return number(seconds) * 1000 + number(millis) + number(micros) / 1000
}
