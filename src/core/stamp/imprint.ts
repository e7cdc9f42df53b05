/** What a time stamp is over, read without judging it: to find the file that it belongs to. */
import { type Bytes } from "../bytes.ts"
import { malformed } from "../parse.ts"
import { type DigestName, digestNameOf } from "./algorithm.ts"
import { readReply } from "./reply.ts"
import { readSignedData } from "./signed-data.ts"
import { readTokenInfo } from "./token-info.ts"

export interface Imprint {
  /** Null for a hash that is not known here. */
  readonly algorithm: DigestName | null
  readonly digest: Bytes
  /** The time that the token claims, ISO 8601 in UTC. Nothing has been checked. */
  readonly at: string
}

/** Of a .tsr or a bare token. Throws `input/malformed`, or a `StampRefusal`, for what is neither. */
export function readImprint(bytes: Bytes): Imprint {
  const { token } = readReply(bytes)
  if (token === null) throw malformed("time-stamp reply: no token")
  const info = readTokenInfo(readSignedData(token).content)
  return {
    algorithm: digestNameOf(info.imprintAlgorithm),
    digest: info.imprint,
    at: new Date(info.at).toISOString(),
  }
}
