/** What happens when a button is pressed. */
import { DAY } from "../../core/chat/chat-json.ts"
import { type Encryption } from "../../core/encryption/encryption.ts"
import { EvidenceError } from "../../core/errors.ts"
import { type ReportLanguage } from "../../core/papers/wanted.ts"
import { type Ask } from "../../platform/messaging.ts"
import type { Pages } from "../../platform/popup.ts"
import { type BackgroundApi } from "../../protocol.ts"
import { type Act } from "./act.ts"
import { fileIn, makeAndFile } from "./filing-acts.ts"
import { type Pending } from "./model.ts"
import { type Memory } from "./remembered.ts"
import { type Store } from "./store.ts"
import { type Watching } from "./watching.ts"

export interface Doings extends Pages {
  readonly store: Store
  readonly watching: Watching
  readonly memory: Memory
  readonly background: Ask<BackgroundApi>
  readonly copy: (text: string) => Promise<void>
  /** Gives way to what the user is to see. */
  readonly leave: () => void
  /** In the window of a tab. */
  readonly openPanel: (tabId: number) => Promise<void>
  /** Whether the browser lets the extension ask the site of an address now. */
  readonly mayRecord: (url: string) => Promise<boolean>
  /** What is chosen in the export view: null for all. */
  readonly chosen: () => Promise<readonly string[] | null>
  /** How it is to be encrypted; null for not at all. Throws where that cannot be done as it stands there. */
  readonly encryption: () => Encryption | null
  /** The language of the report that goes along; null for none. */
  readonly report: () => ReportLanguage | null
  readonly makePassphrase: () => void
  /** Whether what the user says for themselves goes into the bundle. */
  readonly withNotes: () => boolean
  /** What is written in the field for a new case. */
  readonly caseName: () => string
}

/** `data` is the pressed button's dataset. An error ends in the model, where it is shown until dismissed. */
export async function perform(doings: Doings, act: Act, data: DOMStringMap): Promise<void> {
  const { store } = doings
  try {
    await doneBy[act](doings, data)
  } catch (thrown) {
    store.change({ problem: EvidenceError.from(thrown).code })
  }
}

type Doing = (doings: Doings, data: DOMStringMap) => Promise<void> | void

const doneBy: Readonly<Record<Act, Doing>> = {
  capture: ({ store, background }) =>
    whilePending(store, "capture", async () => {
      const { page, surface, isChat, chatUntil } = store.read()
      if (page === null || page.access === "none" || page.access === "not-granted") return
      const { captureId } = await background("startCapture", {
        ...{ tabId: page.tabId, trigger: surface },
        chatUntil: isChat && DAY.test(chatUntil) ? chatUntil : null,
      })
      store.change({ place: { at: "item", captureId } })
    }),
  pick: ({ store, background, leave }) =>
    whilePending(store, "pick", async () => {
      const { page } = store.read()
      if (page?.access !== "full") return
      await background("startPicker", { tabId: page.tabId })
      // The picker is in the page: the popup would take its keys, and stand over it.
      leave()
    }),
  stop: ({ store, background }, { capture = "" }) =>
    whilePending(store, "stop", async () => {
      await background("stopCapture", { captureId: capture })
    }),
  "ask-discard": ({ store }) => {
    store.change({ confirmingDiscard: true })
  },
  "cancel-discard": ({ store }) => {
    store.change({ confirmingDiscard: false })
  },
  discard: (doings, { capture = "" }) => discard(doings, capture),
  "trash-recovered": (doings, { capture = "" }) => discard(doings, capture),
  restore: ({ store, background }, { capture = "" }) =>
    whilePending(store, "restore", async () => {
      await background("restoreCapture", { captureId: capture })
      store.change({ place: { at: "item", captureId: capture } })
    }),
  "open-item": ({ store }, { capture = "" }) => {
    store.change({ place: { at: "item", captureId: capture }, problem: null })
  },
  "open-item-page": ({ openItem }, { capture = "" }) => openItem(capture),
  acknowledge: ({ store, memory }, { capture = "" }) => {
    memory.write("recovered", capture)
    store.change({ acknowledged: capture })
  },
  home: ({ store }) => {
    store.change({ place: { at: "home" }, problem: null, confirmingDiscard: false })
  },
  "open-export": ({ store }, { of }) => {
    const place = { at: "export", exportId: null } as const
    store.change({
      place: of === "without-backup" ? { ...place, of } : place,
      exporting: null,
      problem: null,
      copied: false,
    })
  },
  "view-export": ({ store }, { export: exportId = "" }) => {
    store.change({ place: { at: "export", exportId }, problem: null, copied: false })
  },
  "start-export": ({ store, background, chosen, encryption, withNotes, report }) =>
    whilePending(store, "export", async () => {
      const captureIds = await chosen()
      // An empty list would mean "all" to the background.
      if (captureIds?.length === 0) throw new EvidenceError("export/nothing", "no item is chosen")
      const { exportId } = await background("startExport", {
        captureIds: captureIds ?? [],
        encryption: encryption(),
        withNotes: withNotes(),
        report: report(),
      })
      store.change({ place: { at: "export", exportId }, copied: false })
    }),
  "skip-report": async ({ background }, { export: exportId = "" }) => {
    await background("skipReport", { exportId })
  },
  "stop-export": async ({ background }, { export: exportId = "" }) => {
    await background("stopExport", { exportId })
  },
  "complete-export": ({ store, background }, { export: exportId = "" }) =>
    whilePending(store, "complete", async () => {
      await background("completeExport", { exportId })
    }),
  "save-stamp": async ({ background }, { stamp = "" }) => {
    await background("saveStamp", { stampId: stamp })
  },
  "make-passphrase": ({ makePassphrase }) => {
    makePassphrase()
  },
  "open-recorder": async ({ store, openRecorder, openRecording }, { capture }) => {
    if (capture !== undefined) return openRecording(capture)
    const { page } = store.read()
    if (page !== null) await openRecorder(page.tabId)
  },
  "open-settings": ({ openSettings }) => openSettings([]),
  "allow-site": async ({ store, background, openSettings }, { site }) => {
    if (site !== undefined) return openSettings(site.split(" "))
    const { page, extras } = store.read()
    if (page === null) return
    const pictures = extras.includes("originals")
      ? (await background("pictureSites", { tabId: page.tabId })).origins
      : []
    await openSettings([new URL(page.url).origin, ...pictures])
  },
  "see-as-visitor": ({ store, background, mayRecord, openVisitor }, { capture = "" }) =>
    whilePending(store, "visitor", async () => {
      const { item } = store.read()
      if (item?.id !== capture) return
      if (await mayRecord(item.url)) await background("seeAsVisitor", { captureId: capture })
      else await openVisitor(capture)
    }),
  "open-panel": async ({ store, openPanel, leave }) => {
    const { page } = store.read()
    if (page === null) return
    // First of all: a browser opens it in a click alone.
    await openPanel(page.tabId)
    leave()
  },
  "open-library": ({ openLibrary }) => openLibrary(),
  "open-queue": ({ openQueue }) => openQueue(),
  "open-welcome": ({ openWelcome }) => openWelcome(),
  "keep-reading": ({ store, background }, { capture = "" }) =>
    whilePending(store, "reading", async () => {
      const { page, changed } = store.read()
      if (page === null || changed?.of !== capture) return
      await background("readAgain", { captureId: capture, tabId: page.tabId })
      store.change({ changed: { ...changed, kept: true } })
    }),
  "open-verifier": ({ openVerifier }) => openVerifier(),
  "open-attach": ({ openAttach }) => openAttach(),
  copy: async ({ store, copy }, { text = "" }) => {
    await copy(text)
    store.change({ copied: true })
  },
  "choose-case": (doings, { case: caseId }) => {
    if (caseId === undefined) {
      doings.store.change({ isNamingCase: true })
      return
    }
    return whilePending(doings.store, "case", () => fileIn(doings, caseId))
  },
  "keep-case": doings => whilePending(doings.store, "case", () => makeAndFile(doings)),
  "cancel-case": ({ store }) => {
    store.change({ isNamingCase: false })
  },
  dismiss: ({ store }) => {
    store.change({ problem: null })
  },
}

/** So often a background that was stopped while it was asked is asked again: what wakes it closes what it left open. */
const SEAL_TRIES = 3

/**
 * Waits for the end of each capture that is shown, once. A full disk cannot be
 * told by way of the disk, so what kept it from being sealed comes from here.
 */
export function sealWatch({
  store,
  background,
}: Pick<Doings, "store" | "background">): (captureId: string) => void {
  const waiting = new Set<string>()
  const ask = (captureId: string, triesLeft: number) => {
    background("whenSealed", { captureId }).catch((thrown: unknown) => {
      // Not from the background, but of it: it went away without an answer.
      if (!(thrown instanceof EvidenceError) && triesLeft > 1) {
        ask(captureId, triesLeft - 1)
        return
      }
      const { code } = EvidenceError.from(thrown)
      // Whatever else ended it is in its row, or will be.
      if (code.startsWith("vault/"))
        store.change({ unclosed: new Map(store.read().unclosed).set(captureId, code) })
    })
  }
  return captureId => {
    if (waiting.has(captureId)) return
    waiting.add(captureId)
    ask(captureId, SEAL_TRIES)
  }
}

async function discard({ store, background, memory, watching }: Doings, captureId: string): Promise<void> {
  const { item, recent } = store.read()
  const row = [item, ...(recent ?? [])].find(known => known?.id === captureId)
  await whilePending(store, "discard", async () => {
    await background("discardCapture", { captureId })
    memory.write("trashed", captureId)
    watching.followTrashed(captureId)
    store.change({ place: { at: "discarded", captureId, item: row?.item ?? 0 }, confirmingDiscard: false })
  })
}

/** One question at a time: a second press while the first is unanswered does nothing. */
async function whilePending(store: Store, pending: Pending, ask: () => Promise<void>): Promise<void> {
  if (store.read().pending !== null) return
  store.change({ pending, problem: null })
  try {
    await ask()
  } finally {
    store.change({ pending: null })
  }
}
