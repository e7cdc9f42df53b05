/** What the user said of items and cases. Nothing here writes. */
import { type Complaint, type Cost, type Labels, standingRemarks } from "../core/remarks.ts"
import { type KeptRemark, remarksIn } from "./remark-row.ts"
import { type Vault } from "./schema.ts"
import { query } from "./transact.ts"

/** Of a capture or a case, with all versions, as far as they were there at a time; those that were taken back too. */
export async function remarksOf(
  vault: Vault,
  id: string,
  until: string | null = null,
): Promise<KeptRemark[]> {
  const rows = await query(vault.remarks.where("of").equals(id).toArray())
  return remarksIn(rows.filter(({ at }) => until === null || at <= until))
}

/** A complaint that stands, and the id of the item or the case that it is about. */
export interface StandingComplaint {
  readonly id: string
  readonly of: string
  readonly said: Complaint
}

/** Of all items and cases, the newest first. */
export async function standingComplaints(vault: Vault): Promise<StandingComplaint[]> {
  const rows = await query(vault.remarks.toArray())
  const found = standingRemarks(remarksIn(rows)).flatMap(row =>
    row.kind === "complaint" && row.content !== null ? [{ ...row, said: row.content }] : [],
  )
  return found
    .sort((a, b) => (a.said.sentAt < b.said.sentAt ? 1 : -1))
    .map(({ id, of, said }) => ({ id, of, said }))
}

/** A cost that stands, and the id of the case that it is of. */
export interface StandingCost {
  readonly id: string
  readonly of: string
  readonly said: Cost
}

/** Of all cases, the oldest day first. */
export async function standingCosts(vault: Vault): Promise<StandingCost[]> {
  const rows = await query(vault.remarks.toArray())
  const found = standingRemarks(remarksIn(rows)).flatMap(({ id, of, ...row }) =>
    row.kind === "cost" && row.content !== null ? [{ id, of, said: row.content }] : [],
  )
  return found.sort((a, b) => (a.said.day < b.said.day ? -1 : a.said.day > b.said.day ? 1 : 0))
}

/** The labels of an item that stand, and the id under which they do. */
export interface StandingLabels {
  readonly id: string
  readonly said: Labels
}

/** By item. */
export async function standingLabels(vault: Vault): Promise<Map<string, StandingLabels>> {
  const rows = await query(vault.remarks.toArray())
  return new Map(
    standingRemarks(remarksIn(rows)).flatMap(({ id, of, ...row }) =>
      row.kind === "labels" && row.content !== null ? [[of, { id, said: row.content }] as const] : [],
    ),
  )
}

/** Whether the user said anything of anything, or marked anything on a picture. */
export async function hasRemarks(vault: Vault): Promise<boolean> {
  const first = await query(Promise.all([vault.remarks.limit(1).count(), vault.annotations.limit(1).count()]))
  return first.some(n => n > 0)
}
