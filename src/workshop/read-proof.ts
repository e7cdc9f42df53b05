/** A file from elsewhere: what it is, what it is about, and whether anything is wrong with it. Nothing is kept here. */
import { type Bytes } from "../core/bytes.ts"
import { certificateForm } from "../core/proof/form.ts"
import {
  type NotRead,
  PROOF_LIMIT,
  type ProofReading,
  type ProofRead,
  type ProofTarget,
} from "../core/proof/proof.ts"
import { crc32 } from "../core/seal/crc32.ts"
import { type Sha256 } from "../core/seal/hash.ts"
import { sm3 } from "../core/seal/sm3.ts"
import { isStrong } from "../core/stamp/algorithm.ts"
import { checkStamp } from "../core/stamp/check.ts"
import { faultOf } from "../core/stamp/fault.ts"
import { type Imprint, readImprint } from "../core/stamp/imprint.ts"
import { readReply } from "../core/stamp/reply.ts"
import { isUniTrust } from "../core/stamp/uni-trust.ts"
import { readBack } from "../vault/blobs.ts"
import { type Vault } from "../vault/schema.ts"
import { findStamped } from "./find-stamped.ts"

/**
 * Reads stored bytes. A stamp finds by itself what it is over; `about` says what
 * anything else belongs to. Throws `vault/missing` or `vault/damaged`.
 */
export async function readProof(
  vault: Vault,
  { file, about }: { readonly file: Sha256; readonly about: ProofTarget | null },
): Promise<ProofRead> {
  const bytes = await readBack(vault, file)
  const stamp = stampIn(bytes)
  if ("outcome" in stamp) return stamp.outcome === "no-proof" ? readCertificate(bytes, about) : stamp
  const { form, imprint } = stamp
  const reading = isStrong(imprint.algorithm) ? await judge(bytes, imprint) : null
  if (reading !== null && "outcome" in reading) return reading
  const found = await findStamped(vault, imprint)
  // Where it is over something of ours, nobody's word attaches it to something else.
  const target = found?.about ?? about
  if (target === null) return { outcome: "whose", form, at: imprint.at }
  return {
    ...{ outcome: "read", form, about: target, reading },
    matchedBy: found === null ? "user" : "imprint",
    over: found?.over ?? null,
    ...measured(bytes),
  }
}

function readCertificate(bytes: Bytes, about: ProofTarget | null): ProofRead {
  const form = bytes.length > PROOF_LIMIT ? null : certificateForm(bytes)
  if (form === null) return { outcome: "no-proof" }
  if (about === null) return { outcome: "whose", form, at: null }
  const rest = { matchedBy: "user", over: null, reading: null } as const
  return { outcome: "read", form, about, ...rest, ...measured(bytes) }
}

const measured = (bytes: Bytes) => ({ bytes: bytes.length, sm3: sm3(bytes), crc32: crc32(bytes) })

/** What is no stamp at all may still be a certificate; what is a broken one may not. */
function stampIn(bytes: Bytes): { readonly form: "tsr" | "tst"; readonly imprint: Imprint } | NotRead {
  try {
    const { status, token } = readReply(bytes)
    if (token === null) return { outcome: "invalid", fault: "no-token" }
    return { form: status === null ? "tst" : "tsr", imprint: readImprint(bytes) }
  } catch (thrown) {
    const fault = faultOf(thrown)
    return fault === "malformed" ? { outcome: "no-proof" } : { outcome: "invalid", fault }
  }
}

/**
 * What a stamp says that was attached elsewhere, of an item whose record this is.
 * Null for one that is odd, or in which something is wrong: the file stays as it came.
 */
export async function readStampIn(bytes: Bytes, record: Bytes): Promise<ProofReading | null> {
  const stamp = stampIn(bytes)
  if ("outcome" in stamp || !isStrong(stamp.imprint.algorithm)) return null
  const own = await checkStamp({ reply: bytes, query: null, data: record, roots: [] })
  const reading = own.kind === "invalid" && own.fault !== "imprint" ? null : await judge(bytes, stamp.imprint)
  return reading === null || "outcome" in reading ? null : reading
}

/** All that can be judged without trusting anybody, and apart from what it is over. */
async function judge(bytes: Bytes, { algorithm, digest }: Imprint): Promise<ProofReading | NotRead> {
  const data = algorithm === null ? {} : { [algorithm]: digest }
  const reading = await checkStamp({ reply: bytes, query: null, data, roots: [] })
  if (reading.kind === "invalid") return { outcome: "invalid", fault: reading.fault }
  const { at, signer } = reading
  return {
    unverifiable: reading.kind === "not-verifiable" ? reading.reason : null,
    at: at ?? "",
    signer: signer ?? "",
    isUniTrust: isUniTrust(bytes),
  }
}
