/** Keeps the model in step with the vault, whoever writes to it. */
import { type EvidenceError } from "../../core/errors.ts"
import {
  allCaptures,
  artifactsOf,
  captureById,
  countCaptures,
  exportById,
  exportToComplete,
  fileCheck,
  importsOf,
  lastExport,
  readingsOf,
  runningCaptures,
  stampsOf,
  anchorsOf,
  watch,
} from "../../vault/read.ts"
import { rememberLanguage } from "../../platform/remembered-language.ts"
import { backupState } from "../../vault/read-backup.ts"
import { capturesOfPage } from "../../vault/read-posts.ts"
import { allCases, currentCase } from "../../vault/read-cases.ts"
import { hasRemarks } from "../../vault/read-remarks.ts"
import {
  allRecipients,
  askedNames,
  backupReminder,
  captureOptions,
  languages,
} from "../../vault/read-settings.ts"
import { type CaptureRow } from "../../vault/capture-row.ts"
import { type Vault } from "../../vault/schema.ts"
import { type Place } from "./model.ts"
import { type Store } from "./store.ts"

export interface Watching {
  /** Follows what the model's place names. Does nothing where that is followed already. */
  follow(place: Place): void
  followPage(url: string): void
  /** Follows the capture that was put in the trash from here. */
  followTrashed(captureId: string): void
  /** All that can be exported, by item number. */
  list(): Promise<CaptureRow[]>
}

/** @param recent the items that are listed on the first screen, the newest first */
export function watchVault(
  vault: Vault,
  store: Store,
  recent: () => Promise<readonly CaptureRow[]>,
): Watching {
  const fail = (error: EvidenceError) => {
    store.change({ problem: error.code })
  }
  const following = new Map<string, { readonly key: string; readonly stop: () => void }>()

  // Several of these read the same rows; each asks for little, and asks again only when its rows change.
  watch(
    recent,
    rows => {
      store.change({ recent: rows })
    },
    fail,
  )
  watch(
    () => runningCaptures(vault),
    running => {
      store.change({ running })
    },
    fail,
  )
  watch(
    () => countCaptures(vault),
    counts => {
      store.change({ counts })
    },
    fail,
  )
  watch(
    () => lastExport(vault),
    row => {
      store.change({ lastExport: row ?? null })
    },
    fail,
  )

  watch(
    () => fileCheck(vault),
    check => {
      store.change({ damaged: new Set(check?.last?.damaged.map(({ id }) => id)) })
    },
    fail,
  )

  watch(
    () => exportToComplete(vault),
    toComplete => {
      store.change({ toComplete })
    },
    fail,
  )

  watch(
    () => askedNames(vault),
    authorities => {
      store.change({ authorities })
    },
    fail,
  )

  watch(
    () => captureOptions(vault),
    ({ extras }) => {
      store.change({ extras })
    },
    fail,
  )

  watch(
    () => allRecipients(vault),
    recipients => {
      store.change({ recipients })
    },
    fail,
  )
  watch(
    () => languages(vault),
    ({ pages, reports }) => {
      rememberLanguage(pages)
      store.change({ reports })
    },
    fail,
  )

  watch(
    async () => ({ cases: await allCases(vault), currentCase: (await currentCase(vault)).id }),
    filing => {
      store.change(filing)
    },
    fail,
  )

  watch(
    () => hasRemarks(vault),
    has => {
      store.change({ hasRemarks: has })
    },
    fail,
  )

  // Last: of many items it takes the longest, and nobody waits for it.
  watch(
    async () => ({ backup: await backupState(vault), reminder: await backupReminder(vault) }),
    told => {
      store.change(told)
    },
    fail,
  )

  function follow<T>(name: string, key: string, ask: () => Promise<T>, onValue: (value: T) => void): void {
    const current = following.get(name)
    if (current?.key === key) return
    current?.stop()
    following.set(name, { key, stop: watch(ask, onValue, fail) })
  }

  function followProofs(of: string): void {
    follow(
      "stamps",
      of,
      () => stampsOf(vault, of),
      stamps => {
        store.change({ stamps })
      },
    )
    follow(
      "anchors",
      of,
      () => anchorsOf(vault, of),
      anchors => {
        store.change({ anchors })
      },
    )
    follow(
      "imports",
      of,
      () => importsOf(vault, of),
      imports => {
        store.change({ imports })
      },
    )
  }

  return {
    follow: place => {
      if (place.at === "item") {
        const id = place.captureId
        followProofs(id)
        follow(
          "item",
          id,
          () => captureById(vault, id),
          row => {
            store.change({ item: row ?? null })
          },
        )
        follow(
          "readings",
          id,
          () => readingsOf(vault, id),
          readings => {
            store.change({ readings })
          },
        )
        follow(
          "files",
          id,
          () => artifactsOf(vault, id),
          files => {
            store.change({ files })
          },
        )
      }
      if (place.at === "export" && place.exportId !== null) {
        const id = place.exportId
        followProofs(id)
        follow(
          "export",
          id,
          () => exportById(vault, id),
          row => {
            store.change({ exporting: row ?? null })
          },
        )
      }
    },
    followPage: url => {
      follow(
        "page",
        url,
        () => capturesOfPage(vault, url),
        seen => {
          store.change({ seen })
        },
      )
    },
    followTrashed: id => {
      follow(
        "trashed",
        id,
        () => captureById(vault, id),
        row => {
          store.change({ trashed: row ?? null })
        },
      )
    },
    list: () => allCaptures(vault),
  }
}
