/** The page of one item, in a tab: all that is kept of it, and nothing of what it says before that is asked for. */
import { EvidenceError } from "../../core/errors.ts"
import { wordsFor } from "../../i18n/words.ts"
import { copyText, uiLanguage } from "../../platform/popup.ts"
import { type ArtifactRow, type CaptureRow } from "../../vault/capture-row.ts"
import {
  artifactsOf,
  captureById,
  fileCheck,
  importsOf,
  logOf,
  openVault,
  readingsOf,
  stampsOf,
  watch,
} from "../../vault/read.ts"
import { checkItem } from "../../workshop/check-files.ts"
import { patch } from "../parts/dom.ts"
import { itemLabel } from "../parts/item.ts"
import { outcomeOf } from "./files.ts"
import { emptyModel, type Model } from "./model.ts"
import { readClock, readFacts, readPictures, readText, releasePictures } from "./read-files.ts"
import { renderPage } from "./render.ts"

const vault = openVault()
const words = wordsFor(uiLanguage())
const captureId = new URLSearchParams(location.search).get("item") ?? ""
const shown: { model: Model } = { model: emptyModel }

document.documentElement.lang = words.language

function change(part: Partial<Model>): void {
  shown.model = { ...shown.model, ...part }
  const { item } = shown.model
  // A tab's name is read over shoulders: the number, and nothing of the page.
  const title = item == null ? words.t("item.title") : itemLabel(item.item)
  document.title = `${title} · ${words.t("app.name")}`
  const heading = document.querySelector("h1")
  if (heading !== null) heading.textContent = words.t("item.title")
  const view = document.querySelector("#view")
  if (view !== null) patch(view, renderPage(words, shown.model))
  const status = document.querySelector("#status")
  const said = outcomeOf(words, shown.model)
  if (status !== null && status.textContent !== said) status.textContent = said
}

const report = (thrown: unknown) => {
  change({ problem: EvidenceError.from(thrown).code })
}

change({})
watch(
  async () => ({
    item: (await captureById(vault, captureId)) ?? null,
    files: await artifactsOf(vault, captureId),
    log: await logOf(vault, captureId),
  }),
  found => {
    change(found)
    if (found.item?.state === "sealed") readSealed(found.item, found.files).catch(report)
  },
  report,
)
watch(
  async () => ({
    stamps: await stampsOf(vault, captureId),
    imports: await importsOf(vault, captureId),
    readings: await readingsOf(vault, captureId),
  }),
  change,
  report,
)
watch(
  () => fileCheck(vault),
  check => {
    change({ damaged: check?.last?.damaged.some(({ id }) => id === captureId) ?? false })
  },
  report,
)

document.addEventListener("click", event => {
  const pressed = event.target instanceof Element ? event.target.closest("button") : null
  const { act, text = "", path = "" } = pressed?.dataset ?? {}
  if (act === "show") showContent().catch(report)
  if (act === "hide") hideContent()
  if (act === "full") change({ full: path })
  if (act === "fit") change({ full: null })
  if (act === "recompute") recompute().catch(report)
  if (act === "copy") {
    copyText(text).then(() => {
      change({ copied: text })
    }, report)
  }
})

async function readSealed(item: CaptureRow, files: readonly ArtifactRow[]): Promise<void> {
  const [facts, clock] = await Promise.all([
    readFacts(vault, files, item.facts !== undefined),
    readClock(vault, item),
  ])
  change({ facts, clock })
}

async function showContent(): Promise<void> {
  if (shown.model.content.at !== "hidden") return
  change({ content: { at: "reading" } })
  const { files } = shown.model
  try {
    const text = await readText(vault, files)
    change({ content: { at: "shown", text, pictures: await readPictures(vault, files) } })
  } catch (thrown) {
    change({ content: { at: "hidden" } })
    throw thrown
  }
}

function hideContent(): void {
  const { content } = shown.model
  change({ content: { at: "hidden" }, full: null, copied: null })
  if (content.at === "shown") releasePictures(content.pictures)
}

/** As the settings do it for all items, for this one. */
async function recompute(): Promise<void> {
  const { item, recomputed } = shown.model
  if (item?.state !== "sealed" || recomputed.at === "running") return
  change({ recomputed: { at: "running" } })
  try {
    const { files, wrong } = await checkItem(vault, item)
    change({ recomputed: { at: "done", files, wrong: new Set(wrong) } })
  } catch (thrown) {
    change({ recomputed: { at: "not" } })
    throw thrown
  }
}
