/** The page that asks for an item's address as a visitor would, in a tab: the browser's question would close the popup. */
import { EvidenceError } from "../../core/errors.ts"
import { wordsFor } from "../../i18n/words.ts"
import { askForAll, giveBackAll } from "../../platform/all-sites.ts"
import { askToRecord, mayRecord, watchGrants } from "../../platform/grants.ts"
import { isAllowedInPrivate } from "../../platform/private-window.ts"
import { backgroundClient, uiLanguage } from "../../platform/popup.ts"
import { captureById, openVault, readingsOf, watch } from "../../vault/read.ts"
import { isVisitorRow } from "../../vault/reading-row.ts"
import { patch } from "../parts/dom.ts"
import { openPage } from "../parts/page.ts"
import { isOfWeb } from "../parts/visitor-views.ts"
import { emptyModel, type Model } from "./model.ts"
import { renderPage } from "./render.ts"

const vault = openVault()
const background = backgroundClient()
const words = wordsFor(uiLanguage())
const captureId = new URLSearchParams(location.search).get("item") ?? ""
const shown: { model: Model } = { model: emptyModel }

await openPage(vault, words, words.t("visitor.title"))

function change(part: Partial<Model>): void {
  shown.model = { ...shown.model, ...part }
  const view = document.querySelector("#view")
  if (view === null) return
  patch(view, renderPage(words, shown.model))
  const status = document.querySelector("#status")
  const said = shown.model.looking
    ? words.t("visitor.looking")
    : (document.querySelector("#visitor-views li:last-child")?.textContent ?? "")
  if (status !== null && status.textContent !== said) status.textContent = said
}

const report = (thrown: unknown) => {
  change({ problem: EvidenceError.from(thrown).code })
}

const refresh = () => {
  readGrant().catch(report)
}

async function readGrant(): Promise<void> {
  const url = shown.model.item?.url ?? ""
  if (isOfWeb(url)) change({ allowed: await mayRecord(url) })
}

watch(
  () => captureById(vault, captureId),
  row => {
    change({ item: row ?? null })
    refresh()
  },
  report,
)
watch(
  () => readingsOf(vault, captureId),
  readings => {
    change({ readings: readings.filter(isVisitorRow) })
  },
  report,
)
watchGrants(refresh)
isAllowedInPrivate().then(inPrivate => {
  change({ inPrivate })
}, report)

document.addEventListener("click", event => {
  const pressed = event.target instanceof Element ? event.target.closest("#look, #look-with-picture") : null
  const url = shown.model.item?.url
  if (pressed === null || url === undefined || shown.model.looking) return
  // First thing in the click, or the browser would not ask.
  if (pressed.id === "look") look(askToRecord(url), "seeAsVisitor").catch(report)
  else lookWithPicture(askForAll()).catch(report)
})

async function look(
  asking: Promise<boolean>,
  how: "seeAsVisitor" | "seeAsVisitorWithPicture",
): Promise<void> {
  change({ looking: true, refused: false, problem: null })
  try {
    const isAllowed = await asking
    change({ refused: !isAllowed })
    if (isAllowed) await background(how, { captureId })
  } finally {
    change({ looking: false })
  }
}

async function lookWithPicture(asking: Promise<boolean>): Promise<void> {
  try {
    await look(asking, "seeAsVisitorWithPicture")
  } finally {
    // The background gives it back as well, where this page was closed meanwhile.
    await giveBackAll()
  }
}
