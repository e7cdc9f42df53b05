/**
 * What can be wrong with a time stamp. Codes are printed and kept by others:
 * add freely, never rename. The numbers are those of the checks that the
 * project asks for; what has none is refused because RFC 3161, or
 * `openssl ts -verify`, refuses it.
 */
import { EvidenceError } from "../errors.ts"

export const stampFaults = [
  /** 13: more than {@link REPLY_LIMIT} bytes. */
  "too-large",
  /** 12: not strict DER, bytes left over, or not the structure that RFC 3161 and RFC 5652 give. */
  "malformed",
  /** 1: the authority's PKIStatus is neither granted nor granted with changes. */
  "status",
  /** 1: granted, and there is no token. */
  "no-token",
  /** 2: the token is no SignedData. */
  "not-signed-data",
  /** 2: what is signed is no TSTInfo. */
  "not-time-stamp",
  /** TSTInfo of a version other than 1, or with a critical extension. */
  "version",
  /** 3: not exactly one signature. */
  "signer-count",
  /** 4: the imprint is made with a hash that is too weak, or unknown. */
  "imprint-algorithm",
  /** 4: the imprint is of other data. */
  "imprint",
  /** 5: the kept request cannot be read. */
  "query",
  /** 5: the kept request is about other data, or asks for another hash than the token has. */
  "query-imprint",
  /** 5: the number that the request made up is not in the token. */
  "nonce",
  /** The request asked for another policy. */
  "policy",
  /** 6: the content-type attribute is absent, there twice, or names something else. */
  "content-type",
  /** 6: the message-digest attribute is absent, there twice, or of other content. */
  "message-digest",
  /** The certificate that the signature names is not in the token. */
  "signer-missing",
  /** 7: signed with a hash or a key that is too weak, or that contradicts the rest of the token. */
  "signature-algorithm",
  /** 7: the signature does not verify. */
  "signature",
  /** 8: the signer's extended key usage is absent, not critical, or not time stamping alone. */
  "extended-key-usage",
  /** 10: the signer's key usage is for more than signatures, or not for them. */
  "key-usage",
  /** 9: the signing-certificate attribute is absent, or names another certificate. */
  "signing-certificate",
  /** The token says that another authority made it. */
  "authority-name",
  /** 11: the time is outside the validity of the signer's certificate. */
  "signer-validity",
  /** 10: a certificate is not signed by the one above it. */
  "chain-signature",
  /** 10: a certificate is signed with SHA-1 or worse, or by a key that is too short. */
  "chain-algorithm",
  /** 10: a certificate above the signer's was not valid at the time. */
  "chain-validity",
  /** 10: a certificate above the signer's is not a CA's. */
  "chain-not-ca",
  /** 10: a CA whose key may not sign certificates, or none for time stamping. */
  "chain-key-usage",
  /** 10: more CAs in a row than one of them allows, or than we follow. */
  "chain-length",
  /** 10: a certificate with a critical extension, or a limit of names, that is not understood here. */
  "chain-extension",
] as const

export type StampFault = (typeof stampFaults)[number]

/** Ends a check from within. It never leaves `checkStamp`, which makes it data. */
export class StampRefusal extends Error {
  override readonly name = "StampRefusal"
  readonly fault: StampFault

  constructor(fault: StampFault) {
    super(fault)
    this.fault = fault
  }
}

export function demand(holds: boolean, fault: StampFault): asserts holds {
  if (!holds) throw new StampRefusal(fault)
}

/** The fault that was thrown. The readers' own refusal is `malformed`; anything else is a defect of ours and rises. */
export function faultOf(thrown: unknown): StampFault {
  if (thrown instanceof StampRefusal) return thrown.fault
  if (thrown instanceof EvidenceError && thrown.code === "input/malformed") return "malformed"
  throw thrown
}
