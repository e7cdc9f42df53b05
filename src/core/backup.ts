/**
 * What has a backup: an item that stands in a bundle which was handed to the
 * browser's download, with all that was added to it since. Whether the file is still somewhere nobody here knows. What
 * is in the trash, and what was captured of the practice post, needs none
 * (product.md §6.6).
 */
import { asBoolean, asCount, asFields, malformed } from "./parse.ts"

/** An item that should have one: sealed, outside the trash, and not made up. */
export interface ToBackUp {
  readonly id: string
  /** ISO 8601 in UTC. */
  readonly sealedAt: string
}

/** An export, as far as it tells what it is a backup of. */
export interface BackupExport {
  readonly id: string
  readonly at: string
  readonly state: "running" | "done" | "failed"
  readonly captures: readonly string[]
  /** The last line of custody that is in it. */
  readonly custodySeq: number
  /** How many of them were left out as damaged. */
  readonly leftOut: number
  /** Which; not there in exports of before that was written down. */
  readonly without?: readonly string[]
}

export interface Backup {
  /** How many items should have one. */
  readonly items: number
  /** Ids of those that have none, in the order given. */
  readonly without: readonly string[]
  /** When the one of them was sealed that has waited longest; null where there is none. */
  readonly waitingSince: string | null
  /** The newest export that is a backup of an item that there still is. */
  readonly last: { readonly exportId: string; readonly at: string } | null
}

/** When the user wants to be told. It is told where it is looked at, never by a notification. */
export interface BackupReminder {
  readonly on: boolean
  /** An item without a backup may be so many days old. */
  readonly days: number
  /** So many items may be without one. */
  readonly items: number
}

export const usualReminder: BackupReminder = { on: true, days: 7, items: 5 }

/** What each of the two numbers may be. */
export const reminderRange = { least: 1, most: 365 } as const

/**
 * The captures of which an export is a backup: those in a bundle that was made
 * whole. Of one that left some out, and does not say which, none is sure.
 */
export function backedUpBy({ state, captures, leftOut, without }: BackupExport): readonly string[] {
  if (state !== "done") return []
  if (without === undefined) return leftOut === 0 ? captures : []
  return captures.filter(id => !without.includes(id))
}

/** What was added to an item last. */
export interface Added {
  /** By its line in custody; 0 where all that was added are words of the user's, of which custody has none. */
  readonly seq: number
  readonly at: string
  /** When the last of the user's words came. */
  readonly saidAt: string | null
}

/** Whether all of what was added is in an export. */
export const holds = (
  { custodySeq, at }: Pick<BackupExport, "custodySeq" | "at">,
  added: Added | undefined,
): boolean =>
  added === undefined || (added.seq <= custodySeq && (added.saidAt === null || added.saidAt <= at))

/** Several exports that hold each item between them are as good as one of everything. */
export function backupOf(
  items: readonly ToBackUp[],
  exports: readonly BackupExport[],
  added: ReadonlyMap<string, Added> = new Map(),
): Backup {
  const there = new Set(items.map(({ id }) => id))
  const held = exports.map(each => ({ each, of: backedUpBy(each).filter(id => there.has(id)) }))
  const safe = new Set(held.flatMap(({ each, of }) => of.filter(id => holds(each, added.get(id)))))
  const everIn = new Set(held.flatMap(({ of }) => of))
  const waiting = items
    .filter(({ id }) => !safe.has(id))
    // What is in an older backup has waited since something was added to it.
    .map(({ id, sealedAt }) => ({
      id,
      sealedAt: everIn.has(id) ? (added.get(id)?.at ?? sealedAt) : sealedAt,
    }))
  const last = held
    .filter(({ of }) => of.length > 0)
    .map(({ each }) => ({ exportId: each.id, at: each.at }))
    .sort((a, b) => (a.at < b.at ? 1 : -1))[0]
  return {
    items: items.length,
    without: waiting.map(({ id }) => id),
    waitingSince: waiting.map(({ sealedAt }) => sealedAt).sort()[0] ?? null,
    last: last ?? null,
  }
}

const DAY_MS = 86_400_000

/**
 * Whether the user should be told, at `now` in milliseconds since 1970: more
 * items than they allow have no backup, or one has had none for longer than that.
 * Where every item has one, nothing is due, however old it is: evidence does not change, and what is added to it is noticed.
 */
export function isBackupDue(
  { without, waitingSince }: Pick<Backup, "without" | "waitingSince">,
  reminder: BackupReminder,
  now: number,
): boolean {
  if (!reminder.on || waitingSince === null) return false
  return without.length > reminder.items || now - Date.parse(waitingSince) > reminder.days * DAY_MS
}

/** @throws EvidenceError `input/malformed` */
export function parseBackupReminder(input: unknown): BackupReminder {
  const { on, days, items } = asFields(input, "backup")
  return {
    on: asBoolean(on, "backup.on"),
    days: asInRange(days, "backup.days"),
    items: asInRange(items, "backup.items"),
  }
}

function asInRange(input: unknown, what: string): number {
  const number = asCount(input, what)
  if (number < reminderRange.least || number > reminderRange.most) throw malformed(what)
  return number
}
