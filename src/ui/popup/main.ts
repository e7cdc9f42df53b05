/**
 * The popup. It is a view and nothing more: what it shows is read from the
 * vault, what it does is asked of the background, and closing it changes nothing.
 */
import { passphraseOf, RANDOM_BYTES } from "../../core/encryption/passphrase.ts"
import { EvidenceError } from "../../core/errors.ts"
import { wordsFor } from "../../i18n/words.ts"
import {
  backgroundClient,
  copyText,
  frontTab,
  mayRecord,
  openAttach,
  openItem,
  openLibrary,
  openWelcome,
  openSettings,
  openShutter,
  openVerifier,
  openVisitor,
  pageAccess,
  storageUse,
  uiLanguage,
} from "../../platform/popup.ts"
import { random } from "../../platform/clock.ts"
import { openVault } from "../../vault/read.ts"
import { followDiagnostics } from "../parts/copy-diagnostics.ts"
import { isAct } from "./act.ts"
import { type Doings, perform, sealWatch } from "./acting.ts"
import { changesAsk } from "./changed.ts"
import { fillPassphrase, readEncryption, showPassphrase } from "./encryption.ts"
import { readReport } from "./report.ts"
import { renderExportItems } from "./export.ts"
import { screenOf } from "./model.ts"
import { caseOfValue } from "../parts/case-options.ts"
import { readWithNotes } from "../parts/with-notes.ts"
import { memoryIn, pageStorage } from "./remembered.ts"
import { drawPopup } from "./show.ts"
import { makeStore } from "./store.ts"
import { takeFrame } from "../../workshop/take-frame.ts"
import { watchVault } from "./watching.ts"

const vault = openVault()
// First of all: from here on the background may ask this popup for pictures.
openShutter({ takeFrame: ({ windowId }) => takeFrame(vault, windowId) })

const words = wordsFor(uiLanguage())
followDiagnostics(vault, words)
document.documentElement.lang = words.language
document.title = words.t("app.name")
for (const element of document.querySelectorAll("[data-word]")) {
  element.textContent = words.t(element.getAttribute("data-word") === "name" ? "app.name" : "app.tagline")
}

const store = makeStore(Date.now(), model => {
  drawPopup(document, words, model)
  watching.follow(model.place)
  const screen = screenOf(model)
  if (screen?.view === "capturing") awaitSeal(screen.row.id)
  if (screen?.view === "ready") askChanges()
})
const watching = watchVault(vault, store)
const memory = memoryIn(pageStorage())
const background = backgroundClient()
const awaitSeal = sealWatch({ store, background })
const doings: Doings = {
  store,
  watching,
  memory,
  background,
  copy: copyText,
  close: () => {
    window.close()
  },
  openSettings,
  openLibrary,
  openWelcome,
  openVerifier,
  openAttach,
  mayRecord,
  openVisitor,
  openItem,
  chosen: readChoice,
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
  if (event.target.name === "item") countChosen()
  if (event.target.id === "passphrase-show") showPassphrase(document, event.target.checked)
  if (event.target.name === "scope" && event.target.value === "selected") showItems().catch(report)
})

store.change({ acknowledged: memory.read("recovered") })
const trashed = memory.read("trashed")
if (trashed !== null) watching.followTrashed(trashed)

setInterval(() => {
  if (document.body.dataset.view === "capturing") store.change({ now: Date.now() })
}, 1000)

frontTab().then(({ tabId, url, incognito }) => {
  store.change({ page: { tabId, url, privateWindow: incognito, access: pageAccess(url) } })
  watching.followPage(url)
  if (/^https?:/.test(url)) readReach(url).catch(report)
  if (pageAccess(url) === "full") readWalls(tabId).catch(report)
}, report)
storageUse().then(usage => {
  store.change({ usage })
}, report)

async function chooseCase(value: string): Promise<void> {
  const caseId = caseOfValue(value)
  await perform(doings, "choose-case", caseId === null ? {} : { case: caseId })
  document.querySelector<HTMLInputElement>("#case-name")?.focus()
}

async function readReach(url: string): Promise<void> {
  store.change({ siteAllowed: await mayRecord(url) })
}

async function readWalls(tabId: number): Promise<void> {
  const { walls } = await background("readWalls", { tabId })
  store.change({ walls: walls ?? [] })
}

function readChoice(): readonly string[] | null {
  const scope = document.querySelector<HTMLInputElement>("input[name=scope]:checked")?.value
  if (scope === "all") return null
  if (scope === "without-backup") return store.read().backup?.without ?? []
  return checkedItems().map(input => input.value)
}

const checkedItems = () => [...document.querySelectorAll<HTMLInputElement>("input[name=item]:checked")]

function countChosen(): void {
  const output = document.querySelector("#chosen")
  if (output !== null) output.textContent = words.t("export.chosen", { n: checkedItems().length })
}

async function showItems(): Promise<void> {
  const place = document.querySelector("#export-items")
  if (place?.querySelector("ul") !== null) return
  place.replaceChildren(renderExportItems(words, await watching.list(), store.read().damaged))
}
