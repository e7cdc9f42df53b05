import { correctionOf, type CorrectionWish } from "../core/corrections.ts"
import { now } from "../platform/clock.ts"
import { type Vault } from "../vault/schema.ts"
import { keepCorrection } from "../vault/write-corrections.ts"

/**
 * Keeps what the user says of a field, with the time of now. Throws `vault/missing` for what is no sealed item.
 * @param wakeIndexer has the item listed and found by it
 */
export async function correctField(
  vault: Vault,
  captureId: string,
  wish: CorrectionWish,
  wakeIndexer: () => void,
): Promise<{ readonly correctionId: string }> {
  const row = await keepCorrection(vault, crypto.randomUUID(), captureId, correctionOf(wish, now()))
  wakeIndexer()
  return { correctionId: row.id }
}
