/** The working view on a page of ours: the popup's, or the panel's that stays open beside the pages. */
import { passphraseOf, RANDOM_BYTES } from "../../core/encryption/passphrase.ts"
import { EvidenceError } from "../../core/errors.ts"
import { wordsFor } from "../../i18n/words.ts"
import { random } from "../../platform/clock.ts"
import { followOnline } from "../../platform/online.ts"
import {
  backgroundClient,
  copyText,
  frontTab,
  hasPanel,
  mayRecord,
  openPanel,
  pagesIn,
  storageUse,
  uiLanguage,
} from "../../platform/popup.ts"
import { type CaptureRow } from "../../vault/capture-row.ts"
import { type Vault } from "../../vault/schema.ts"
import { capturesInCase } from "../../vault/read-cases.ts"
import { caseOfValue } from "../parts/case-options.ts"
import { ignoreBusyPresses } from "../parts/busy.ts"
import { followDiagnostics } from "../parts/copy-diagnostics.ts"
import { setTitle } from "../parts/title.ts"
import { readWithNotes } from "../parts/with-notes.ts"
import { isAct } from "./act.ts"
import { type Doings, perform, sealWatch } from "./acting.ts"
import { changesAsk } from "./changed.ts"
import { fillPassphrase, readEncryption, showPassphrase } from "./encryption.ts"
import { renderExportItems } from "./export-items.ts"
import { type Access, type Model, screenOf } from "./model.ts"
import { memoryIn, pageStorage } from "./remembered.ts"
import { readReport } from "./report.ts"
import { drawPopup } from "./show.ts"
import { makeStore, type Store } from "./store.ts"
import { watchVault } from "./watching.ts"

export interface Surface {
  readonly kind: Model["surface"]
  /** The items that are listed, the newest first. */
  readonly recent: () => Promise<readonly CaptureRow[]>
  /** Gives way to what was opened from it; nothing, where it is in nobody's way. */
  readonly leave: () => void
  /** What the browser lets us do with the tab in front, by its address. */
  readonly accessTo: (url: string) => Promise<Access> | Access
}

export interface Opened {
  readonly store: Store
  /** Reads which page is in front, and what there is of it. */
  readonly readFront: () => void
  readonly report: (thrown: unknown) => void
}

/** Draws the view into a document that holds `main#view` and `#status`, and answers its buttons. */
export function openView(vault: Vault, { kind, recent, leave, accessTo }: Surface): Opened {
  const words = wordsFor(uiLanguage())
  followDiagnostics(vault, words)
  ignoreBusyPresses(document)
  document.documentElement.lang = words.language
  setTitle(words, kind === "popup" ? null : words.t("panel.title"))
  for (const element of document.querySelectorAll("[data-word]")) {
    element.textContent = words.t(element.getAttribute("data-word") === "name" ? "app.name" : "app.tagline")
  }

  const store = makeStore(Date.now(), model => {
    drawPopup(document, words, model)
    watching.follow(model.place)
    const screen = screenOf(model)
    if (screen?.view === "capturing") awaitSeal(screen.row.id)
    if (screen?.view === "ready" && kind === "popup") askChanges()
  })
  const watching = watchVault(vault, store, recent)
  const memory = memoryIn(pageStorage())
  const background = backgroundClient()
  const awaitSeal = sealWatch({ store, background })
  const doings: Doings = {
    ...pagesIn(leave),
    store,
    watching,
    memory,
    background,
    copy: copyText,
    leave,
    openPanel,
    mayRecord,
    chosen: () => readChoice(vault, store.read()),
    encryption: () => readEncryption(document),
    report: () => readReport(document),
    makePassphrase: () => {
      fillPassphrase(document, passphraseOf(random(RANDOM_BYTES)))
    },
    withNotes: () => readWithNotes(document),
    caseName: () => document.querySelector<HTMLInputElement>("#case-name")?.value ?? "",
  }
  const report = (thrown: unknown) => {
    store.change({ problem: EvidenceError.from(thrown).code })
  }
  const askChanges = changesAsk(store, background, report)

  document.addEventListener("click", event => {
    const pressed = event.target instanceof Element ? event.target.closest("button") : null
    const act = pressed?.dataset.act
    if (pressed !== null && isAct(act)) void perform(doings, act, pressed.dataset)
  })
  document.addEventListener("submit", event => {
    event.preventDefault()
  })
  document.addEventListener("change", event => {
    if (event.target instanceof HTMLSelectElement && event.target.id === "case") {
      void chooseCase(event.target.value)
      return
    }
    if (!(event.target instanceof HTMLInputElement)) return
    if (event.target.id === "chat-until") store.change({ chatUntil: event.target.value })
    if (event.target.name === "item") countChosen()
    if (event.target.id === "passphrase-show") showPassphrase(document, event.target.checked)
    if (event.target.name === "scope" && event.target.value === "selected") showItems().catch(report)
  })

  store.change({ acknowledged: memory.read("recovered"), surface: kind, hasPanel: hasPanel() })
  const trashed = memory.read("trashed")
  if (trashed !== null) watching.followTrashed(trashed)

  setInterval(() => {
    if (document.body.dataset.view === "capturing") store.change({ now: Date.now() })
  }, 1000)
  followOnline(isOnline => {
    store.change({ isOnline })
  })
  storageUse().then(usage => {
    store.change({ usage })
  }, report)

  async function chooseCase(value: string): Promise<void> {
    const caseId = caseOfValue(value)
    await perform(doings, "choose-case", caseId === null ? {} : { case: caseId })
    document.querySelector<HTMLInputElement>("#case-name")?.focus()
  }

  async function showItems(): Promise<void> {
    const place = document.querySelector("#export-items")
    if (place?.querySelector("ul") !== null) return
    place.replaceChildren(renderExportItems(words, await watching.list(), store.read().damaged))
  }

  function countChosen(): void {
    const output = document.querySelector("#chosen")
    if (output !== null) output.textContent = words.t("export.chosen", { n: checkedItems().length })
  }

  async function readReach(url: string): Promise<void> {
    store.change({ siteAllowed: await mayRecord(url) })
  }

  async function readWalls(tabId: number): Promise<void> {
    const { walls } = await background("readWalls", { tabId })
    store.change({ walls: walls ?? [] })
    // One after the other: each may have to put our script into the page.
    store.change(await background("findChat", { tabId }))
  }

  const asked = { turn: 0 }
  async function read(): Promise<void> {
    const turn = ++asked.turn
    const { tabId, url, incognito } = await frontTab()
    const access = await accessTo(url)
    // Another page may be in front by now, and has been asked for.
    if (turn !== asked.turn) return
    const { page } = store.read()
    const isSame = page?.tabId === tabId && page.url === url
    if (isSame && page.access === access) return
    store.change({
      page: { tabId, url, privateWindow: incognito, access },
      ...(isSame
        ? {}
        : {
            walls: [],
            isChat: false,
            chatUntil: "",
            changed: null,
            siteAllowed: null,
            seen: { times: 0, newest: null },
          }),
    })
    watching.followPage(url)
    if (/^https?:/.test(url)) readReach(url).catch(report)
    // The popup was opened on this page, by the user's hand; the panel goes along, and puts nothing into a page by itself.
    if (access === "full" && kind === "popup") readWalls(tabId).catch(report)
  }

  return {
    store,
    report,
    readFront: () => {
      read().catch(report)
    },
  }
}

/** Null for everything. */
async function readChoice(vault: Vault, { backup, currentCase }: Model): Promise<readonly string[] | null> {
  const scope = document.querySelector<HTMLInputElement>("input[name=scope]:checked")?.value
  if (scope === "all") return null
  if (scope === "case") return currentCase === null ? [] : capturesInCase(vault, currentCase)
  if (scope === "without-backup") return backup?.without ?? []
  return checkedItems().map(input => input.value)
}

const checkedItems = () => [...document.querySelectorAll<HTMLInputElement>("input[name=item]:checked")]
