/**
 * Whether a stamp is by 联合信任 (tsa.cn), whose stamps alone are called
 * 可信时间戳 (decisions.md). By the names in its certificates, which anyone can
 * write into one: it is said as a name, not as a fact. The Latin "UniTrust" does
 * not count: roots in every browser's store call SHECA, another body, so.
 */
import { type Bytes, hex, utf8 } from "../bytes.ts"
import { type Name } from "./name.ts"
import { readReply } from "./reply.ts"
import { readSignedData, readSigner, signerCertificateOf } from "./signed-data.ts"

const NAME = "联合信任"
/** As UTF8String and as BMPString hold it. */
const WRITTEN = [
  hex(utf8(NAME)),
  Array.from(NAME, character => character.charCodeAt(0).toString(16).padStart(4, "0")).join(""),
]

/** For a stamp that was checked. Throws as the readers do for what is none. */
export function isUniTrust(bytes: Bytes): boolean {
  const { token } = readReply(bytes)
  if (token === null) return false
  const { signers, certificates } = readSignedData(token)
  const [signer] = signers
  if (signer === undefined) return false
  const certificate = signerCertificateOf(readSigner(signer), certificates)
  return certificate !== null && [certificate.subject, certificate.issuer].some(isNamedSo)
}

const isNamedSo = ({ raw }: Name): boolean => WRITTEN.some(digits => hex(raw).includes(digits))
