/** Whether a round is drand's own, by the signature of its members alone. */
import { bls12_381 } from "@noble/curves/bls12-381.js"
import { fromHex } from "../bytes.ts"
import { sha256Now } from "../seal/hash.ts"
import { QUICKNET, type Round } from "./drand.ts"

const { shortSignatures } = bls12_381

/** By the scheme `bls-unchained-g1-rfc9380`: what is signed is the SHA-256 of the round's number, eight bytes. False for what is no point at all. */
export function roundHolds({ round, signature }: Round): boolean {
  const number = new Uint8Array(8)
  new DataView(number.buffer).setBigUint64(0, BigInt(round))
  try {
    const message = shortSignatures.hash(fromHex(sha256Now(number)))
    return shortSignatures.verify(fromHex(signature), message, fromHex(QUICKNET.publicKey))
  } catch (thrown) {
    // The library throws for bytes that are no point of the curve: such a signature is none.
    if (thrown instanceof Error) return false
    throw thrown
  }
}
