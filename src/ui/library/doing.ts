/** What the library's acts work with. */
import { type Encryption } from "../../core/encryption/encryption.ts"
import { type Cost } from "../../core/remarks.ts"
import { type ReportLanguage } from "../../core/papers/wanted.ts"
import { type Arrangement } from "../../core/search/groups.ts"
import { type Ask } from "../../platform/messaging.ts"
import { type BackgroundApi } from "../../protocol.ts"
import { type Change, type Model, type Pending } from "./model.ts"

export interface Doings {
  readonly read: () => Model
  readonly change: Change
  readonly background: Ask<BackgroundApi>
  readonly copy: (text: string) => Promise<void>
  readonly openItem: (captureId: string) => void
  readonly openSettings: () => void
  /** Has the pages of these items captured again. */
  readonly openQueue: (captureIds: readonly string[]) => void
  /** The page that prepares papers of these captures. */
  readonly openPrepare: (captureIds: readonly string[]) => void
  readonly openAttach: () => void
  /** How the export is to be encrypted; null for not at all. Throws where that cannot be done as it stands there. */
  readonly encryption: () => Encryption | null
  /** The language of the report that goes along; null for none. */
  readonly report: () => ReportLanguage | null
  readonly makePassphrase: () => void
  readonly followExport: (exportId: string) => void
  /** Whether what the user says for themselves goes into the bundle. */
  readonly withNotes: () => boolean
  /** What is written in the field for a case's name. */
  readonly caseName: () => string
  /** Keeps the view for the next visit. */
  readonly rememberArrangement: (arrangement: Arrangement) => void
  /** What is written of a cost, with its receipts stored; null where it lacks a day, a purpose or an amount. */
  readonly cost: () => Promise<Cost | null>
  /** Hands a receipt back. */
  readonly saveAttached: (data: DOMStringMap) => Promise<void>
  /** What is written in the field for tags. */
  readonly typedTags: () => string
  /** The case that is chosen to move to. */
  readonly moveTo: () => string | null
  /** The items outside the trash. */
  readonly everything: () => Promise<readonly string[]>
  /** All that has no backup. */
  readonly withoutBackup: () => Promise<readonly string[]>
  /** What did not fit into the bundle of an export. */
  readonly leftForNext: (exportId: string) => Promise<readonly string[]>
  /** Of these items, in the trash or not, those that no bundle was made of. */
  readonly neverExported: (ids: readonly string[]) => Promise<readonly string[]>
  /** All that can be exported of a case. */
  readonly capturesInCase: (caseId: string) => Promise<readonly string[]>
}

/** `data` is the pressed button's dataset. */
export type Doing = (doings: Doings, data: DOMStringMap) => Promise<void> | void

/** One question at a time: a second press while the first is unanswered does nothing. */
export async function whilePending(
  { read, change }: Doings,
  pending: Pending,
  ask: () => Promise<void>,
): Promise<void> {
  if (read().pending !== null) return
  change({ pending, problem: null })
  try {
    await ask()
  } finally {
    change({ pending: null })
  }
}
