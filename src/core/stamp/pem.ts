/** Certificates in a PEM file (RFC 7468), as a reader names them to be trusted. */
import { type Bytes, fromBase64 } from "../bytes.ts"
import { EvidenceError } from "../errors.ts"
import { malformed } from "../parse.ts"
import { readCertificate } from "./certificate.ts"

/**
 * DER of every certificate in the text, in order; what stands between them is
 * for people. Throws `input/malformed` where there is none, where one cannot be
 * read, and for anything else in the file: a key does not belong there.
 */
export function parsePem(text: string): Bytes[] {
  const blocks = Array.from(text.matchAll(/^-----BEGIN ([^\r\n]*)-----\s*$([^-]*)^-----END \1-----\s*$/gm))
  const begun = text.match(/^-----BEGIN /gm) ?? []
  if (blocks.length === 0 || blocks.length !== begun.length) throw malformed("PEM file")
  return blocks.map(([, label, base64 = ""]) => {
    if (label !== "CERTIFICATE") throw malformed("PEM file: not a certificate")
    return certificateIn(base64)
  })
}

function certificateIn(base64: string): Bytes {
  try {
    return readCertificate(fromBase64(base64)).der
  } catch (thrown) {
    if (thrown instanceof EvidenceError) throw thrown
    throw new EvidenceError("input/malformed", "malformed PEM file: base64", { cause: thrown })
  }
}
