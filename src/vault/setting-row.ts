/** What the user has chosen, one row for each group of choices. No row: nobody has chosen yet. */
import type { BackupReminder } from "../core/backup.ts"
import type { Beacons } from "../core/bracket/beacons.ts"
import type { CaptureOptions } from "../core/capture-options.ts"
import type { Languages } from "../core/languages.ts"
import type { Lock } from "../core/lock.ts"
import type { Anchoring } from "../core/ots/calendars.ts"
import type { Person } from "../core/papers/person.ts"
import type { Authority } from "../core/stamp/authority.ts"

export type SettingRow =
  /** The user's choice of authorities. No row: none, and nothing is sent. */
  | { readonly name: "time"; readonly authorities: readonly Authority[] }
  /** Whether OpenTimestamps are asked for, and of which calendars. No row: they are not. */
  | { readonly name: "anchors"; readonly anchoring: Anchoring }
  /** Whether public random numbers are asked for, and of whom. No row: they are not. */
  | { readonly name: "beacons"; readonly beacons: Beacons }
  /** How captures are made. No row: as is usual. */
  | { readonly name: "capture"; readonly options: CaptureOptions }
  /** The id of the case that new captures go to. No row: the default one. */
  | { readonly name: "case"; readonly current: string }
  /** When to be told of items without a backup. No row: as is usual. */
  | { readonly name: "backup"; readonly reminder: BackupReminder }
  /** Who speaks in the papers, where they want it kept: no evidence, and in no file of settings. No row: typed anew. */
  | { readonly name: "person"; readonly person: Person }
  /** The lock of a shared computer. No row: our screens are open. */
  | { readonly name: "lock"; readonly lock: Lock }
  /** No row: the browser's language. */
  | { readonly name: "language"; readonly languages: Languages }
