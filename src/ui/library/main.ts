/** The library, in a tab: a view and nothing more. What it shows is read from the vault, what it does is asked of the background. */
import { passphraseOf, RANDOM_BYTES } from "../../core/encryption/passphrase.ts"
import { EvidenceError } from "../../core/errors.ts"
import { wrongs } from "../../core/remarks.ts"
import { type Criteria, orders, standings } from "../../core/search/arrange.ts"
import { allOrNone, nothingChosen, stillThere } from "../../core/search/selection.ts"
import { wordsFor } from "../../i18n/words.ts"
import { random } from "../../platform/clock.ts"
import { backgroundClient, copyText, storageUse, uiLanguage } from "../../platform/popup.ts"
import { backupState, neverExported } from "../../vault/read-backup.ts"
import { capturesInCase } from "../../vault/read-cases.ts"
import { allCaptures, exportById, openVault } from "../../vault/read.ts"
import { caseOfValue } from "../parts/case-options.ts"
import { openPage } from "../parts/page.ts"
import { readWithNotes } from "../parts/with-notes.ts"
import { saveAttached } from "../parts/remark-files.ts"
import { fillPassphrase, readEncryption, showPassphrase } from "../popup/encryption.ts"
import { readReport } from "../popup/report.ts"
import { pageStorage } from "../popup/remembered.ts"
import { isLibraryAct } from "./act.ts"
import { perform } from "./acting.ts"
import { arrangementOf } from "./arranging.ts"
import { makeChoosing } from "./choosing.ts"
import { costIn } from "./cost-form.ts"
import { makeDetails } from "./details.ts"
import { type Doings } from "./doing.ts"
import { isHeading } from "./lines.ts"
import { makeList } from "./list.ts"
import { type Change, emptyModel, type Model } from "./model.ts"
import { arrangementIn, rememberArrangement } from "./remembered.ts"
import { makeSearching } from "./searching.ts"
import { drawLibrary, showsWords } from "./show.ts"
import { makeShown } from "./shown.ts"
import { followEntries, followExport, watchVault } from "./watching.ts"

const vault = openVault()
const words = wordsFor(uiLanguage())
const query = new URLSearchParams(location.search)
const state: { model: Model; isDrawing: boolean } = {
  model: {
    ...emptyModel,
    caseView: query.get("case"),
    view: query.get("view") === "trash" ? "trash" : "kept",
    now: Date.now(),
    arrangement: arrangementIn(pageStorage()),
  },
  isDrawing: false,
}
const shownOf = makeShown(at => words.format.month(at))
const find = (selector: string): HTMLElement => {
  const element = document.querySelector<HTMLElement>(selector)
  if (element === null) throw new Error(`${selector} is not in the page`)
  return element
}
const list = makeList(find("#rows"), () => find("#bar").offsetHeight)

const change: Change = part => {
  state.model = { ...state.model, ...(typeof part === "function" ? part(state.model) : part) }
  if (state.isDrawing) return
  state.isDrawing = true
  queueMicrotask(() => {
    state.isDrawing = false
    draw()
  })
}
const fail = (error: EvidenceError) => {
  change({ problem: error.code })
}
const report = (thrown: unknown) => {
  fail(EvidenceError.from(thrown))
}
const searching = makeSearching(vault, change)
const details = makeDetails(vault, change, fail)

function draw(): void {
  const shown = shownOf(state.model)
  if (state.model.selection.chosen.size > 0) {
    state.model = { ...state.model, selection: stillThere(state.model.selection, new Set(shown.order)) }
  }
  drawLibrary(document, words, state.model, shown, list)
  searching.follow(state.model)
  readInView()
  if (state.model.isRead) markOnce("library-read")
  else if (state.model.entries.size > 0) markOnce("library-usable")
}

/** When rows were first shown, and when all were known: for `npm run bench`, and anyone with the browser's own tools. */
function markOnce(name: string): void {
  if (performance.getEntriesByName(name).length === 0) performance.mark(name)
}

/** What is shown of the lines in view alone. */
function readInView(): void {
  const lines = list.inView()
  details.follow(arrangementOf(state.model), lines)
  if (showsWords(state.model))
    searching.readWords(
      state.model,
      lines.filter(line => !isHeading(line)).map(({ id }) => id),
    )
}

await openPage(vault, words, words.t("library.title"))
find("#grid-keys").textContent = words.t("library.gridKeys")

/** Another page of ours in a tab of its own; the list stays as it is. */
const openBeside = (page: string) => window.open(page, "_blank", "noopener")

const following: { stop: () => void } = { stop: () => undefined }
const doings: Doings = {
  read: () => state.model,
  change,
  background: backgroundClient(),
  copy: copyText,
  openItem: captureId => {
    openBeside(`item.html?${new URLSearchParams({ item: captureId }).toString()}`)
  },
  openQueue: captureIds => {
    openBeside(`queue.html?${new URLSearchParams(captureIds.map(id => ["item", id])).toString()}`)
  },
  openSettings: () => {
    openBeside("settings.html")
  },
  openPrepare: captureIds => {
    openBeside(`prepare.html?${new URLSearchParams({ items: captureIds.join(",") }).toString()}`)
  },
  openAttach: () => {
    openBeside("attach.html")
  },
  encryption: () => readEncryption(document),
  report: () => readReport(document),
  makePassphrase: () => {
    fillPassphrase(document, passphraseOf(random(RANDOM_BYTES)))
  },
  followExport: exportId => {
    following.stop()
    following.stop = followExport(vault, exportId, change, fail)
  },
  withNotes: () => readWithNotes(document),
  rememberArrangement: arrangement => {
    rememberArrangement(pageStorage(), arrangement)
  },
  caseName: () => document.querySelector<HTMLInputElement>("#case-name")?.value ?? "",
  cost: () => costIn(document, vault),
  saveAttached: data => saveAttached(vault, data),
  typedTags: () => document.querySelector<HTMLInputElement>("#tag-names")?.value ?? "",
  moveTo: () => caseOfValue(document.querySelector<HTMLSelectElement>("#move-to")?.value ?? ""),
  everything: async () => (await allCaptures(vault)).map(({ id }) => id),
  leftForNext: async exportId => (await exportById(vault, exportId))?.next ?? [],
  withoutBackup: async () => (await backupState(vault)).without,
  neverExported: ids => neverExported(vault, ids),
  capturesInCase: caseId => capturesInCase(vault, caseId),
}

const choosing = makeChoosing({
  list,
  read: () => state.model,
  shown: () => shownOf(state.model),
  change,
  openItem: doings.openItem,
})

document.addEventListener("click", event => {
  if (!(event.target instanceof Element)) return
  const pressed = event.target.closest("button")
  const act = pressed?.dataset.act
  if (pressed !== null && isLibraryAct(act)) {
    void perform(doings, act, pressed.dataset)
    return
  }
  const row = event.target.closest<HTMLElement>("#rows [data-id]")
  if (row?.dataset.id === undefined) return
  list.noteCurrent(row.dataset.id)
  const isBox = event.target instanceof HTMLInputElement
  if (isBox || event.shiftKey) choosing.choose(row.dataset.id, event.shiftKey)
  row.focus({ preventScroll: true })
})

document.addEventListener("submit", event => {
  event.preventDefault()
})
document.addEventListener("input", event => {
  if (event.target instanceof HTMLInputElement && event.target.id === "search") {
    change({ typed: event.target.value, selection: nothingChosen })
  }
})
document.addEventListener("change", event => {
  const { target } = event
  if (target instanceof HTMLInputElement && target.id === "select-all") {
    change(model => ({ selection: allOrNone(model.selection, shownOf(model).order) }))
  } else if (target instanceof HTMLInputElement && target.id === "passphrase-show") {
    showPassphrase(document, target.checked)
  } else if (target instanceof HTMLSelectElement && target.id === "case-view") {
    change({ caseView: caseOfValue(target.value), selection: nothingChosen, naming: null, moved: null })
  } else if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) {
    const part = criteriaOf(target.id, target.value)
    if (part !== null)
      change(({ criteria }) => ({ criteria: { ...criteria, ...part }, selection: nothingChosen }))
  }
})

function criteriaOf(id: string, value: string): Partial<Criteria> | null {
  switch (id) {
    case "site":
      return { site: value === "" ? null : value.slice(1) }
    case "standing":
      return { standing: standings.find(each => each === value) ?? null }
    case "author":
      return { author: value === "" ? null : value.slice(1) }
    case "tag":
      return { tag: value === "" ? null : value.slice(1) }
    case "wrong":
      return { wrong: wrongs.find(each => each === value) ?? null }
    case "order":
      return { order: orders.find(each => each === value) ?? "captured" }
    case "from":
      return { from: dayBegin(value, 0) }
    case "to":
      return { before: dayBegin(value, 1) }
    default:
      return null
  }
}

/** The beginning of a day of this device's calendar, or of a later one; null where none is given. */
function dayBegin(day: string, later: number): string | null {
  const at = new Date(`${day}T00:00:00`)
  if (day === "" || Number.isNaN(at.getTime())) return null
  at.setDate(at.getDate() + later)
  return at.toISOString()
}

document.addEventListener("keydown", event => {
  const { target } = event
  if (!(target instanceof HTMLElement)) return
  if (event.key === "/" && !target.matches("input, select, textarea")) {
    event.preventDefault()
    find("#search").focus()
  } else if (target.closest("#rows") !== null) {
    choosing.key(event)
  }
})

document.addEventListener("focusin", event => {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>("#rows [data-id]") : null
  if (row?.dataset.id !== undefined) list.noteCurrent(row.dataset.id)
})

const redraw = () => {
  list.refresh()
  readInView()
}
addEventListener("scroll", redraw, { passive: true })
addEventListener("resize", redraw)

followEntries(vault, change, fail, readTheRest).catch(report)

/** What the first rows need not wait for. */
function readTheRest(): void {
  watchVault(vault, change, fail)
  storageUse().then(usage => {
    change({ usage })
  }, report)
  // The settings lead here to the export of what has no backup.
  const asked = query.get("export")
  if (asked === "without-backup") void perform(doings, "export-unbacked", {})
  if (asked === "everything") void perform(doings, "export-everything", {})
  // An item's page leads here to its export.
  if (asked === "next") void perform(doings, "export-next", { export: query.get("of") ?? "" })
  if (asked === "item") void perform(doings, "export-item", { capture: query.get("item") ?? "" })
}
