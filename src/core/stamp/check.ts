/**
 * Whether a time stamp holds, by RFC 3161 §2.2 and what lies below it. The rule
 * above all others: never to accept what `openssl ts -verify` refuses, which the
 * tests compare.
 *
 * What a valid stamp shows: that the authority had the hash of these very bytes
 * at that time. What it does not show: that the authority's clock was right, or
 * that its certificate had not been revoked.
 */
import { type Bytes } from "../bytes.ts"
import { EvidenceError } from "../errors.ts"
import { sha256 } from "../seal/hash.ts"
import { digestNameOf, digestOf, isStrong } from "./algorithm.ts"
import { type Certificate, readCertificate } from "./certificate.ts"
import { type Chain, chainOf } from "./chain.ts"
import { isSame } from "./der.ts"
import { StampRefusal, demand, faultOf } from "./fault.ts"
import { type StampQuery, readQuery } from "./read-query.ts"
import { type StampInput, type StampReading, type StampTrust } from "./reading.ts"
import { REPLY_LIMIT, readReply } from "./reply.ts"
import { readSignedData, readSigner, signerCertificateOf } from "./signed-data.ts"
import { checkAttributes, checkCertificate, checkSignature } from "./signer.ts"
import { certificateIdsOf, checkCertificateIds } from "./signing-certificate.ts"
import { type TokenInfo, readTokenInfo } from "./token-info.ts"

/** Never throws for what the bytes hold. A root that is no certificate trusts nothing; `parsePem` refuses such. */
export async function checkStamp(input: StampInput): Promise<StampReading> {
  const claim: Claim = { at: null }
  try {
    return await judge(input, claim)
  } catch (thrown) {
    return { kind: "invalid", fault: faultOf(thrown), at: claim.at }
  }
}

/** What is known so far, for whoever must say that a stamp is invalid. */
interface Claim {
  at: string | null
}

async function judge(input: StampInput, claim: Claim): Promise<StampReading> {
  const envelope = readSignedData(tokenOf(input.reply))
  const info = readTokenInfo(envelope.content)
  const at = new Date(info.at).toISOString()
  claim.at = at
  demand(envelope.signers.length === 1, "signer-count")
  const [element] = envelope.signers
  if (element === undefined) throw new EvidenceError("internal", "one signer, and none")
  const signer = readSigner(element)
  await checkImprint(info, input.data)
  const query = input.query === null ? null : queryOf(input.query)
  if (query !== null) checkQuery(query, info)
  await checkAttributes(signer, envelope)
  const certificate = signerCertificateOf(signer, envelope.certificates)
  demand(certificate !== null, "signer-missing")
  const ids = certificateIdsOf(signer)
  await checkCertificateIds(ids, certificate, null)
  const unverifiable = await checkSignature(signer, envelope, info, certificate)
  checkCertificate(certificate, info)
  const roots = input.roots.flatMap(rootOf)
  const chain = await chainOf(certificate, envelope.certificates, roots, info.at)
  if (chain.isTrusted) await checkCertificateIds(ids, certificate, chain.certificates.slice(1))
  const reason = unverifiable ?? chain.unverifiable
  if (reason !== null) return { kind: "not-verifiable", reason, at, signer: certificate.subject.text }
  return {
    kind: "valid",
    at,
    accuracyMs: info.accuracyMs,
    serial: info.serial,
    policy: info.policy,
    signer: certificate.subject.text,
    issuer: certificate.issuer.text,
    signerSha256: await sha256(certificate.der),
    nonceCompared: query !== null && query.nonce !== null,
    trust: await trustOf(chain, certificate),
    certificates: envelope.certificates.map(({ der }) => der.slice()),
  }
}

function tokenOf(bytes: Bytes): Bytes {
  demand(bytes.length <= REPLY_LIMIT, "too-large")
  const reply = readReply(bytes)
  demand(reply.status === null || reply.status === 0 || reply.status === 1, "status")
  // Nothing failed where a token was given (RFC 3161 §2.4.2).
  demand(reply.failures.length === 0, "status")
  demand(reply.token !== null, "no-token")
  return reply.token
}

async function checkImprint(info: TokenInfo, data: StampInput["data"]): Promise<void> {
  const name = digestNameOf(info.imprintAlgorithm)
  demand(isStrong(name), "imprint-algorithm")
  const digest = data instanceof Uint8Array ? await digestOf(name, data) : data[name]
  demand(digest !== undefined && isSame(info.imprint, digest), "imprint")
}

function queryOf(bytes: Bytes): StampQuery {
  try {
    return readQuery(bytes)
  } catch (thrown) {
    throw faultOf(thrown) === "malformed" ? new StampRefusal("query") : thrown
  }
}

/** The token's imprint is known to be of the data; the request's must be the same. */
function checkQuery(query: StampQuery, info: TokenInfo): void {
  const isSameHash = query.algorithm !== null && query.algorithm === digestNameOf(info.imprintAlgorithm)
  demand(isSameHash && isSame(query.digest, info.imprint), "query-imprint")
  demand(query.nonce === null || (info.nonce !== null && isSame(query.nonce, info.nonce)), "nonce")
  demand(query.policy === null || query.policy === info.policy, "policy")
}

function rootOf(der: Bytes): Certificate[] {
  try {
    return [readCertificate(der)]
  } catch (thrown) {
    if (faultOf(thrown) === "malformed") return []
    throw thrown
  }
}

async function trustOf(chain: Chain, signer: Certificate): Promise<StampTrust> {
  const top = chain.certificates.at(-1) ?? signer
  if (!chain.isTrusted) return { kind: "unknown-root", top: top.subject.text }
  return { kind: "trusted", root: top.subject.text, rootSha256: await sha256(top.der) }
}
