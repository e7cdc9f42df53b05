/** OpenTimestamps proofs from wanting to a block, each step with its line in custody; and the choice of calendars. */
import { type Bytes } from "../core/bytes.ts"
import { type CustodyEvent } from "../core/custody.ts"
import { type ErrorCode } from "../core/errors.ts"
import { type Anchoring, OPEN_TIMESTAMPS } from "../core/ots/calendars.ts"
import { type ClaimedBlock } from "../core/ots/stamp.ts"
import { sha256Now } from "../core/seal/hash.ts"
import { type AnchorRow } from "./anchor-row.ts"
import { appendCustody } from "./append.ts"
import { anchoringIn } from "./read-settings.ts"
import { type Vault } from "./schema.ts"
import { commit } from "./transact.ts"

/** Inside a transaction over anchors and custody. */
export async function addAnchors(vault: Vault, at: string, rows: readonly AnchorRow[]): Promise<void> {
  await vault.anchors.bulkAdd([...rows])
  for (const row of rows) {
    await appendCustody(vault, at, { event: "time.requested", ...anchoredBy(row) })
    // Those of a bundle are asked for while it is packed, and come to the vault with their outcome.
    if (row.code !== null)
      await appendCustody(vault, at, { event: "time.failed", ...anchoredBy(row), code: row.code })
    if (row.proof !== null) await appendCustody(vault, at, outcomeOf(row, row.proof))
  }
}

/** A try that failed, or brought nothing new (`code` null): when the next one is due. */
export function noteAnchorTried(
  vault: Vault,
  id: string,
  at: string,
  tried: { readonly code: ErrorCode | null; readonly nextTryAt: string },
): Promise<void> {
  return commit(vault, [vault.anchors, vault.custody], async () => {
    const row = await vault.anchors.get(id)
    if (row === undefined) return
    await vault.anchors.update(id, { ...tried, tries: row.tries + 1 })
    // A week without a net must not fill the log.
    if (tried.code === null || row.code === tried.code) return
    await appendCustody(vault, at, { event: "time.failed", ...anchoredBy(row), code: tried.code })
  })
}

/** Keeps a proof as it stands now: pending where `block` is null. */
export function keepAnchor(
  vault: Vault,
  id: string,
  at: string,
  kept: { readonly proof: Bytes; readonly block: ClaimedBlock | null; readonly nextTryAt: string },
): Promise<void> {
  return commit(vault, [vault.anchors, vault.custody], async () => {
    const row = await vault.anchors.get(id)
    if (row === undefined) return
    const state = kept.block === null ? "pending" : "confirmed"
    const next: AnchorRow = { ...row, ...kept, state, tries: 0, code: null }
    await vault.anchors.put(next)
    await appendCustody(vault, at, outcomeOf(next, kept.proof))
  })
}

/** The user's choice, whole, in place of the one before. */
export function keepAnchoring(vault: Vault, at: string, anchoring: Anchoring): Promise<void> {
  return commit(vault, [vault.settings, vault.custody], async () => {
    const before = anchoringIn(await vault.settings.get("anchors"))
    await vault.settings.put({ name: "anchors", anchoring })
    const [was, is] = [before, anchoring].map(({ on, calendars }) => (on ? [...calendars].sort() : []))
    if (was?.join() === is?.join()) return
    await appendCustody(vault, at, {
      event: "settings.changed",
      setting: "time",
      on: anchoring.on ? [OPEN_TIMESTAMPS] : [],
    })
  })
}

function outcomeOf(row: AnchorRow, proof: Bytes): CustodyEvent {
  const of = { ...anchoredBy(row), token: sha256Now(proof) }
  return row.block === null
    ? { event: "time.pending", ...of }
    : { event: "time.anchored", ...of, block: row.block.height }
}

const anchoredBy = ({ kind, of, digest }: AnchorRow) => ({ [kind]: of, digest, authority: OPEN_TIMESTAMPS })
