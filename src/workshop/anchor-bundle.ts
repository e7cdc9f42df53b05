/** An OpenTimestamps proof over a bundle, asked for while it is packed: all calendars at once, none for longer than `post` waits. */
import { fromHex, toBase64 } from "../core/bytes.ts"
import { type OuterAnchor } from "../core/bundle/snapshot.ts"
import { type Bytes } from "../core/bytes.ts"
import { EvidenceError } from "../core/errors.ts"
import { OPEN_TIMESTAMPS } from "../core/ots/calendars.ts"
import { proofBytes } from "../core/ots/proof.ts"
import { NONCE_BYTES, promised } from "../core/ots/stamp.ts"
import { sha256 } from "../core/seal/hash.ts"
import { submitDigest } from "../platform/calendars.ts"
import { random } from "../platform/clock.ts"
import { type BundleAnchor } from "../protocol.ts"
import { anchoring } from "../vault/read-settings.ts"
import { type Vault } from "../vault/schema.ts"

/** For the bundle writer, where `asked` names OpenTimestamps; what came of it goes to `told`, also where that is nothing. */
export function anchorBundle(
  vault: Vault,
  asked: readonly string[],
  told: (outcome: BundleAnchor) => void,
): (tagManifest: Bytes) => Promise<readonly OuterAnchor[]> {
  return async tagManifest => {
    if (!asked.includes(OPEN_TIMESTAMPS)) return []
    const digest = await sha256(tagManifest)
    try {
      const { on, calendars } = await anchoring(vault)
      if (!on) throw new EvidenceError("time/not-allowed", "OpenTimestamps were switched off")
      const proof = proofBytes(await promised(fromHex(digest), random(NONCE_BYTES), calendars, submitDigest))
      told({ digest, proof: toBase64(proof), code: null })
      return [{ authority: OPEN_TIMESTAMPS, proof }]
    } catch (thrown) {
      told({ digest, proof: null, code: EvidenceError.from(thrown).code })
      return []
    }
  }
}
