/** Items of a bundle that a page of ours has verified. Asked by it; answered by the background. */
import type { BeginWish, CaseWish, ItemWish, MoreWish } from "../core/restore/wish.ts"
import type { Sha256 } from "../core/seal/hash.ts"

export interface RestoreApi {
  /** Keeps what goes along of the bundles, whose bytes are stored, and notes that items are about to come. */
  beginRestore(input: BeginWish): null
  /** Makes a case, or takes one that is here; adds what the user said of it there. Throws `input/malformed`. */
  restoreCase(input: CaseWish): { caseId: string }
  /** Writes an item whole, or nothing of it. Throws `restore/there` where it is here. */
  restoreItem(input: ItemWish): { item: number }
  /** Adds to an item that is here what is missing of it, all or nothing. Throws `vault/missing` where it is not here. */
  restoreMore(input: MoreWish): { added: number }
  endRestore(input: { zip: Sha256 }): null
}
