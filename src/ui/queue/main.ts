/** The page of a list, in a tab: the browser's question would close the popup. */
import { EvidenceError } from "../../core/errors.ts"
import { MOST_LINKS } from "../../core/queue/parse-list.ts"
import { wordsFor } from "../../i18n/words.ts"
import { askForAll, giveBackAll } from "../../platform/all-sites.ts"
import { readAddresses } from "../../platform/chosen-tabs.ts"
import { backgroundClient, uiLanguage } from "../../platform/popup.ts"
import { addressToRead } from "../../vault/capture-row.ts"
import { caseIdOf } from "../../vault/case-row.ts"
import { allCases, currentCase } from "../../vault/read-cases.ts"
import { entriesOfQueue, newestQueue } from "../../vault/read-queue.ts"
import { captureById, openVault, watch } from "../../vault/read.ts"
import { caseOfValue } from "../parts/case-options.ts"
import { patch } from "../parts/dom.ts"
import { openPage } from "../parts/page.ts"
import { readComments } from "./comments.ts"
import { isOfWeb } from "../parts/visitor-views.ts"
import { headingOf } from "./course.ts"
import { addFile, type Doings, isAct, paceOf, perform } from "./doing.ts"
import { emptyModel, isForm, type Model } from "./model.ts"
import { renderPage } from "./render.ts"

const vault = openVault()
const words = wordsFor(uiLanguage())
const asked = new URLSearchParams(location.search)
/** The tabs that were selected when the popup led here: since then this one is. */
const tabs = asked.getAll("tab").map(Number).filter(Number.isInteger)
const shown: { model: Model } = {
  model: { ...emptyModel, chosenTabs: tabs.length, isWriting: tabs.length > 0 },
}

await openPage(vault, words, words.t("queue.title"))

function change(part: Partial<Model>): void {
  const before = shown.model
  shown.model = { ...before, ...part }
  const view = document.querySelector("#view")
  if (view === null) return
  patch(view, renderPage(words, shown.model))
  tell()
  // Who pressed what is gone now goes on reading where something came in its place.
  if (isForm(before) !== isForm(shown.model) && document.activeElement === document.body) {
    document.querySelector<HTMLElement>(isForm(shown.model) ? "#links" : "#heading")?.focus()
  }
}

/** For a screen reader: each step of a list once. */
function tell(): void {
  const { model } = shown
  const status = document.querySelector("#status")
  const said = model.queue && !isForm(model) ? headingOf(words, model, model.queue) : ""
  if (status !== null && status.textContent !== said) status.textContent = said
}

const report = (thrown: unknown) => {
  change({ problem: EvidenceError.from(thrown).code })
}

const field = () => document.querySelector<HTMLTextAreaElement>("#links")

const doings: Doings = {
  read: () => shown.model,
  change,
  background: backgroundClient(),
  askForAll,
  giveBackAll,
  readAddresses: which => readAddresses(which === "chosen" && tabs.length > 0 ? tabs : which),
  addLines: lines => {
    const links = field()
    if (links === null) return ""
    links.value = [links.value.trimEnd(), ...lines].filter(line => line !== "").join("\n")
    return links.value
  },
  pace: () => paceOf(document.querySelector<HTMLInputElement>("#pace")?.value ?? ""),
}

document.addEventListener("click", event => {
  const pressed = event.target instanceof Element ? event.target.closest("button") : null
  if (pressed !== null && isAct(pressed.id)) void perform(doings, pressed.id)
})
document.addEventListener("input", event => {
  if (event.target === field()) change({ text: field()?.value ?? "" })
})
document.addEventListener("change", event => {
  const { target } = event
  if (target instanceof HTMLSelectElement && target.id === "list-case") {
    change({ caseId: caseOfValue(target.value) ?? shown.model.caseId })
  } else if (target instanceof HTMLInputElement && target.id === "file") {
    const [file] = target.files ?? []
    if (file !== undefined) addFile(doings, file).catch(report)
    // So that the same file can be chosen again once it was mended.
    target.value = ""
  }
})

watch(
  async () => {
    const queue = (await newestQueue(vault)) ?? null
    return { queue, entries: queue === null ? [] : await entriesOfQueue(vault, queue.id) }
  },
  found => {
    change(found)
  },
  report,
)
watch(
  () => allCases(vault),
  cases => {
    change({ cases })
  },
  report,
)
currentCase(vault).then(({ id }) => {
  change({ caseId: id })
}, report)
readAgain(asked.getAll("item")).catch(report)
readComments(vault, asked.get("of"), asked.getAll("comment")).then(comments => {
  if (comments !== null) change({ comments, isWriting: true })
}, report)

/** The items that the library sent here. */
async function readAgain(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const rows = await Promise.all(ids.slice(0, MOST_LINKS).map(id => captureById(vault, id)))
  const again = rows.flatMap(row =>
    row?.state === "sealed" && row.trashedAt === null && isOfWeb(addressToRead(row))
      ? [{ id: row.id, item: row.item, url: addressToRead(row), caseId: caseIdOf(row) }]
      : [],
  )
  const once = again.filter(({ url }, at) => again.findIndex(each => each.url === url) === at)
  change({ again: once, againNot: ids.length - again.length, isWriting: true })
}
