/**
 * The page of a case's next steps, in a tab. It does nothing: what can be done is done
 * where it belongs. What is kept from here is what the user says of suggestions.
 */
import { type AdviceState } from "../../core/coach.ts"
import { EvidenceError } from "../../core/errors.ts"
import { DEFAULT_CASE } from "../../core/cases.ts"
import { wordsFor } from "../../i18n/words.ts"
import { now } from "../../platform/clock.ts"
import { backgroundClient, uiLanguage } from "../../platform/popup.ts"
import { caseById } from "../../vault/read-cases.ts"
import { groundOfCase } from "../../vault/read-ground.ts"
import { openVault, watch } from "../../vault/read.ts"
import { adviceOfName, tickAdvice } from "../parts/advice.ts"
import { patch } from "../parts/dom.ts"
import { openPage } from "../parts/page.ts"
import { emptyModel, type Model } from "./model.ts"
import { renderPage } from "./render.ts"

const vault = openVault()
const background = backgroundClient()
const words = wordsFor(uiLanguage())
const caseId = new URLSearchParams(location.search).get("case") ?? DEFAULT_CASE
const shown: { model: Model } = { model: { ...emptyModel, now: now() } }

// A tab's name is read over shoulders: not the case's.
await openPage(vault, words, words.t("road.title"))

function change(part: Partial<Model>): void {
  shown.model = { ...shown.model, ...part }
  const view = document.querySelector("#view")
  if (view !== null) patch(view, renderPage(words, shown.model))
  tickAdvice(document)
  markOnce(shown.model.filed === undefined ? "roads-shown" : "roads-told")
}

/** When the roads were first shown, and when they said what the case has: for `npm run bench`, and the browser's own tools. */
function markOnce(name: string): void {
  if (performance.getEntriesByName(name).length === 0) performance.mark(name)
}

async function noteAdvice(of: string | undefined, state: AdviceState): Promise<void> {
  const name = adviceOfName(of)
  if (name !== null) await background("noteAdvice", { of: caseId, name, state })
}

const report = (thrown: unknown) => {
  change({ problem: EvidenceError.from(thrown).code })
}

change({})
watch(
  async () => ({ filed: (await caseById(vault, caseId)) ?? null, ground: await groundOfCase(vault, caseId) }),
  found => {
    change({ ...found, now: now(), problem: null })
  },
  report,
)

document.addEventListener("click", event => {
  const pressed = event.target instanceof Element ? event.target.closest("button") : null
  const { act, name } = pressed?.dataset ?? {}
  if (act === "dismiss") noteAdvice(name, "dismissed").catch(report)
  if (act === "again") noteAdvice(name, "open").catch(report)
})

document.addEventListener("change", ({ target }) => {
  if (!(target instanceof HTMLInputElement) || target.name !== "advice") return
  noteAdvice(target.value, target.checked ? "done" : "open").catch(report)
})
