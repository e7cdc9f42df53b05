/** Keeps the model in step with the vault, whoever writes to it. */
import { type EvidenceError } from "../../core/errors.ts"
import { rememberLanguage } from "../../platform/remembered-language.ts"
import { type EntryRow } from "../../vault/entry-row.ts"
import {
  anchorsOf,
  exportById,
  fileCheck,
  importsOf,
  runningCaptures,
  stampsOf,
  watch,
} from "../../vault/read.ts"
import { backupState } from "../../vault/read-backup.ts"
import { allCases, currentCase, placesInCases } from "../../vault/read-cases.ts"
import { newestQueue } from "../../vault/read-queue.ts"
import { hasRemarks, standingComplaints, standingCosts, standingLabels } from "../../vault/read-remarks.ts"
import { allRecipients, authorities, languages } from "../../vault/read-settings.ts"
import {
  capturesById,
  entriesBetween,
  entriesById,
  entriesMadeFrom,
  entriesUpTo,
  entryIds,
  idsWithoutEntry,
  lastItem,
  trashedCaptures,
} from "../../vault/read-entries.ts"
import { type Vault } from "../../vault/schema.ts"
import { type Change } from "./model.ts"

/** Rows of items without an entry that are read in full. */
const MOST_UNINDEXED = 200

/** Follows everything but entries and exports. */
export function watchVault(vault: Vault, change: Change, fail: (error: EvidenceError) => void): void {
  watch(
    () => runningCaptures(vault),
    running => {
      change({ running })
    },
    fail,
  )
  watch(
    async () => {
      const ids = await idsWithoutEntry(vault)
      return { rows: await capturesById(vault, ids.slice(0, MOST_UNINDEXED)), count: ids.length }
    },
    unindexed => {
      change({ unindexed })
    },
    fail,
  )
  watch(
    () => trashedCaptures(vault),
    trashed => {
      change({ trashed })
    },
    fail,
  )
  watch(
    () => fileCheck(vault),
    check => {
      change({ damaged: new Set(check?.last?.damaged.map(({ id }) => id)) })
    },
    fail,
  )
  watch(
    () => newestQueue(vault),
    queue => {
      change({ isListPaused: queue?.state === "paused" })
    },
    fail,
  )
  watch(
    async () => ({
      cases: await allCases(vault),
      currentCase: (await currentCase(vault)).id,
      places: await placesInCases(vault),
    }),
    change,
    fail,
  )
  watch(
    () => standingComplaints(vault),
    complaints => {
      change({ complaints })
    },
    fail,
  )
  watch(
    () => standingLabels(vault),
    labels => {
      change({ labels })
    },
    fail,
  )
  watch(
    () => standingCosts(vault),
    costs => {
      change({ costs })
    },
    fail,
  )
  watch(
    () => hasRemarks(vault),
    has => {
      change({ hasRemarks: has })
    },
    fail,
  )
  watch(
    () => authorities(vault),
    list => {
      change({ authorities: list.filter(({ on }) => on).map(({ name }) => name) })
    },
    fail,
  )
  watch(
    () => allRecipients(vault),
    recipients => {
      change({ recipients })
    },
    fail,
  )
  watch(
    () => languages(vault),
    ({ pages, reports }) => {
      rememberLanguage(pages)
      change({ reports })
    },
    fail,
  )
  // Last: of many items it takes the longest, and nobody waits for it.
  watch(
    () => backupState(vault),
    backup => {
      change({ backup })
    },
    fail,
  )
}

/** The first rows are there before the others are read. */
const FIRST = 60
const AT_ONCE = 2_000

/** Reads all entries, the newest first, and follows them from then on: each is read once. `onFirst`: once the first are shown. */
export async function followEntries(
  vault: Vault,
  change: Change,
  fail: (error: EvidenceError) => void,
  onFirst: () => void,
): Promise<void> {
  const entries = new Map<string, EntryRow>()
  const show = (rows: readonly EntryRow[], isRead: boolean) => {
    for (const row of rows) entries.set(row.id, row)
    change({ entries: new Map(entries), isRead })
  }
  const last = await lastItem(vault)
  const first = await entriesUpTo(vault, last, FIRST)
  show(first, false)
  onFirst()
  for (let to = (first.at(-1)?.item ?? 0) - 1; to > 0; to -= AT_ONCE) {
    show(await entriesBetween(vault, to - AT_ONCE + 1, to), false)
  }
  let work: Promise<void> = Promise.resolve()
  watch(
    () => entryIds(vault),
    ids => {
      work = work.then(() => keepUp(ids)).catch(fail)
    },
    fail,
  )

  // An item of which something was said is made searchable anew, under its own id.
  let newest = Array.from(entries.values(), ({ made }) => made).reduce((a, b) => (a > b ? a : b), "")
  watch(
    () => entriesMadeFrom(vault, newest),
    rows => {
      const anew = rows.filter(({ id, made }) => entries.get(id)?.made !== made)
      newest = rows.reduce((latest, { made }) => (latest > made ? latest : made), newest)
      if (anew.length > 0) show(anew, true)
    },
    fail,
  )

  async function keepUp(ids: readonly string[]): Promise<void> {
    const there = new Set(ids)
    for (const id of entries.keys()) if (!there.has(id)) entries.delete(id)
    show(
      await entriesById(
        vault,
        ids.filter(id => !entries.has(id)),
      ),
      true,
    )
  }
}

/** Follows an export and its proofs; returns what ends it. */
export function followExport(
  vault: Vault,
  id: string,
  change: Change,
  fail: (error: EvidenceError) => void,
): () => void {
  const ends = [
    watch(
      () => exportById(vault, id),
      course => {
        change({ course: course ?? null })
      },
      fail,
    ),
    watch(
      () => stampsOf(vault, id),
      stamps => {
        change({ stamps })
      },
      fail,
    ),
    watch(
      () => anchorsOf(vault, id),
      anchors => {
        change({ anchors })
      },
      fail,
    ),
    watch(
      () => importsOf(vault, id),
      imports => {
        change({ imports })
      },
      fail,
    ),
  ]
  return () => {
    for (const end of ends) end()
  }
}
