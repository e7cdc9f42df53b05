/** Time stamps over a bundle, asked for while it is packed: each authority at once, none for longer than `post` waits. */
import { type Bytes, fromHex, toBase64 } from "../core/bytes.ts"
import { type Stamp } from "../core/bundle/snapshot.ts"
import { EvidenceError } from "../core/errors.ts"
import { OPEN_TIMESTAMPS } from "../core/ots/calendars.ts"
import { positiveNonce, stampQuery } from "../core/stamp/query.ts"
import { now, random } from "../platform/clock.ts"
import { type BundleStamp } from "../protocol.ts"
import { storeBytes } from "../vault/blobs.ts"
import { type Vault } from "../vault/schema.ts"
import { askAuthority, authorityNamed, type Stamped } from "./fetch-stamp.ts"

const NONCE_BYTES = 16

/** For the bundle writer; what came of it goes to `told`, also for those that gave nothing. */
export function stampBundle(
  vault: Vault,
  asked: readonly string[],
  told: (outcome: BundleStamp) => void,
): Stamp {
  const names = asked.filter(name => name !== OPEN_TIMESTAMPS)
  return async tagManifest => {
    if (names.length === 0) return []
    // The background asks again for what does not come now, and needs what is stamped.
    const digest = await storeBytes(vault, tagManifest, "text/plain", now())
    const stamps = await Promise.all(
      names.map(async authority => {
        const query = stampQuery(fromHex(digest), positiveNonce(random(NONCE_BYTES)))
        const outcome = { authority, digest, query: toBase64(query) }
        try {
          const { reply, certificates, ...got } = await askFor(vault, authority, query, tagManifest)
          told({ ...outcome, got, code: null })
          return [{ authority, query, reply, certificates }]
        } catch (thrown) {
          told({ ...outcome, got: null, code: EvidenceError.from(thrown).code })
          return []
        }
      }),
    )
    return stamps.flat()
  }
}

async function askFor(vault: Vault, name: string, query: Bytes, data: Bytes): Promise<Stamped> {
  const authority = await authorityNamed(vault, name)
  return askAuthority(vault, authority, { query, data })
}
