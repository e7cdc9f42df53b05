/**
 * The authority's answer: a whole TimeStampResp (RFC 3161 §2.4.2), as it comes
 * over the net, or the bare TimeStampToken that other programs save. The token
 * is given as the very bytes that came.
 */
import { type Bytes } from "../bytes.ts"
import { malformed } from "../parse.ts"
import {
  BIT_STRING,
  type Der,
  INTEGER,
  OID,
  SEQUENCE,
  UTF8_STRING,
  bitsOf,
  decoded,
  readDer,
  smallOf,
} from "./der.ts"
import { fieldsOf, listOf } from "./fields.ts"

/** No reply is longer. One with five certificates has about 8 kB; whoever reads from the net stops here. */
export const REPLY_LIMIT = 64 * 1024

/** PKIFailureInfo, RFC 3161 §2.4.2, by number of the bit. */
const FAILURES: Readonly<Record<number, string>> = {
  0: "badAlg",
  2: "badRequest",
  5: "badDataFormat",
  14: "timeNotAvailable",
  15: "unacceptedPolicy",
  16: "unacceptedExtension",
  17: "addInfoNotAvailable",
  25: "systemFailure",
}

export interface StampReply {
  /** PKIStatus: 0 granted, 1 granted with changes, 2 rejected, 3 waiting, 4 and 5 revocation. Null for a bare token. */
  readonly status: number | null
  /** What the authority says of its status, in its own words. */
  readonly text: readonly string[]
  /** RFC 3161's names of what is wrong; a bit without a name as its number. */
  readonly failures: readonly string[]
  /** A ContentInfo, as received. */
  readonly token: Bytes | null
}

/** Says nothing about the token. Throws `input/malformed`; never reads more than {@link REPLY_LIMIT}. */
export function readReply(bytes: Bytes): StampReply {
  if (bytes.length > REPLY_LIMIT) throw malformed("time-stamp reply: too large")
  const whole = readDer(bytes)
  // A ContentInfo begins with an object identifier, a TimeStampResp with a PKIStatusInfo.
  if (whole.tag === SEQUENCE && whole.items[0]?.tag === OID) {
    return { status: null, text: [], failures: [], token: whole.raw }
  }
  const fields = fieldsOf(whole, "time-stamp reply")
  const info = fieldsOf(fields.one(SEQUENCE), "status of a time-stamp reply")
  const token = fields.maybe(SEQUENCE)
  fields.end()
  const status = smallOf(info.one(INTEGER).body)
  const text = info.maybe(SEQUENCE)
  const failures = info.maybe(BIT_STRING)
  info.end()
  return {
    status,
    text: text === null ? [] : listOf(text, "status text", SEQUENCE, UTF8_STRING).map(textOf),
    failures: failures === null ? [] : failuresOf(failures),
    token: token?.raw ?? null,
  }
}

const textOf = (element: Der): string => decoded(element.body, "utf-8") ?? ""

function failuresOf(element: Der): string[] {
  return Array.from(bitsOf(element)).flatMap((byte, at) =>
    [0, 1, 2, 3, 4, 5, 6, 7]
      .filter(bit => (byte & (0x80 >> bit)) !== 0)
      .map(bit => FAILURES[at * 8 + bit] ?? String(at * 8 + bit)),
  )
}
