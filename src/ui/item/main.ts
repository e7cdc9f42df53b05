/** The page of one item, in a tab: all that is kept of it, and nothing of what it says before that is asked for. */
import { type AdviceState } from "../../core/coach.ts"
import { EvidenceError } from "../../core/errors.ts"
import { type FieldName } from "../../core/post-facts/fields.ts"
import { wordsFor } from "../../i18n/words.ts"
import { now } from "../../platform/clock.ts"
import { backgroundClient, copyText, uiLanguage } from "../../platform/popup.ts"
import { type ArtifactRow, type CaptureRow } from "../../vault/capture-row.ts"
import { openVault } from "../../vault/read.ts"
import { adviceOfName, tickAdvice } from "../parts/advice.ts"
import { checkItem } from "../../workshop/check-files.ts"
import { patch } from "../parts/dom.ts"
import { itemLabel } from "../parts/item.ts"
import { openPage } from "../parts/page.ts"
import { saveAttached, takeFiles } from "../parts/remark-files.ts"
import { setTitle } from "../parts/title.ts"
import { makeActing } from "./acts.ts"
import { makeChoosing } from "./choosing.ts"
import { fieldOf } from "./correct.ts"
import { keepingFocus } from "../parts/focus.ts"
import { outcomeOf } from "./files.ts"
import { emptyModel, type Model, type Picture } from "./model.ts"
import { makePlaying } from "./playing.ts"
import { followReadings } from "./readings-follow.ts"
import {
  readClock,
  readFacts,
  picturesIn,
  readChat,
  readPictures,
  readProcedure,
  readRecording,
  readText,
  releasePictures,
  releaseRecording,
} from "./read-files.ts"
import { readPreview, releasePreview, saveOriginal } from "./original.ts"
import { makeRemarking } from "./remarking.ts"
import { renderPage } from "./render.ts"
import { watchItem } from "./watching.ts"

const vault = openVault()
const background = backgroundClient()
const words = wordsFor(uiLanguage())
const captureId = new URLSearchParams(location.search).get("item") ?? ""
/** Which time it is that what the item holds is shown. */
const showing = { turn: 0 }
/** Between two redraws while pictures come. */
const PAUSE_MS = 300
const shown: { model: Model } = { model: { ...emptyModel, now: now() } }

await openPage(vault, words, words.t("item.title"))

function change(part: Partial<Model>): void {
  shown.model = { ...shown.model, ...part }
  const { item } = shown.model
  // A tab's name is read over shoulders: the number, and nothing of the page.
  const title = item == null ? words.t("item.title") : itemLabel(item.item)
  setTitle(words, title)
  const view = document.querySelector("#view")
  if (view !== null)
    keepingFocus(document, () => {
      patch(view, renderPage(words, shown.model))
    })
  tickAdvice(document)
  choosing.tick()
  acting.settle()
  const status = document.querySelector("#status")
  const said = [outcomeOf(words, shown.model), shown.model.done].filter(each => each !== "").join(" ")
  if (status !== null && status.textContent !== said) status.textContent = said
}

const report = (thrown: unknown) => {
  change({ problem: EvidenceError.from(thrown).code })
}

const choosing = makeChoosing({ page: document, change, read: () => shown.model })

const acting = makeActing({
  ...{ page: document, words, captureId, background, change, report },
  read: () => shown.model,
})

change({})
watchItem(
  vault,
  captureId,
  change,
  (item, files) => {
    readSealed(item, files).catch(report)
  },
  report,
)

followReadings({
  ...{ vault, captureId, background, report },
  show: again => {
    change({ again })
  },
})

const remarking = makeRemarking({
  ...{ page: document, captureId, background, change, report },
  read: () => shown.model,
  takeFiles: (form, before) => takeFiles(vault, form, before),
  words: { kept: words.t("remark.kept"), takenBack: words.t("remark.takenBack") },
})

const playing = makePlaying({
  ...{ vault, page: document, change, report },
  read: () => shown.model,
})

document.addEventListener("click", event => {
  const pressed = event.target instanceof Element ? event.target.closest("button") : null
  const { act, text = "", path = "", name } = pressed?.dataset ?? {}
  if (
    pressed !== null &&
    (remarking.press(pressed.dataset) || playing(pressed.dataset) || choosing.press(act) || acting.press(act))
  )
    return
  if (act === "show") showContent().catch(report)
  if (act === "hide") {
    hideContent(words.t("item.nowHidden"))
  }
  if (act === "full") change({ full: path })
  if (act === "fit") change({ full: null })
  if (act === "correct") openForm(fieldOf(name))
  if (act === "correct-cancel") closeForm("")
  if (act === "take-back") keepCorrection("").catch(report)
  if (act === "dismiss") noteAdvice(name, "dismissed").catch(report)
  if (act === "again") noteAdvice(name, "open").catch(report)
  if (act === "save-attached") saveAttached(vault, pressed?.dataset ?? {}).catch(report)
  if (act === "recompute") recompute().catch(report)
  if (act === "save-original") saveOriginalFile().catch(report)
  if (act === "copy") {
    copyText(text).then(() => {
      change({ copied: text })
    }, report)
  }
})

document.addEventListener("change", event => {
  const { target } = event
  if (choosing.changed(target)) return
  if (!(target instanceof HTMLInputElement) || target.name !== "advice") return
  noteAdvice(target.value, target.checked ? "done" : "open").catch(report)
})
document.addEventListener("submit", event => {
  event.preventDefault()
  if (event.target instanceof HTMLElement && remarking.submit(event.target)) return
  const value = fieldValue("#correct-value")
  // Nothing written is nothing said: taking back has a button of its own.
  if (value.trim() !== "") keepCorrection(value).catch(report)
})
document.addEventListener("keydown", event => {
  if (event.key !== "Escape" || remarking.leave()) return
  if (shown.model.editing !== null) closeForm("")
})

const fieldValue = (selector: string): string =>
  document.querySelector<HTMLInputElement | HTMLTextAreaElement>(selector)?.value ?? ""

function openForm(editing: FieldName | null): void {
  // Another field's form would keep what was written in it.
  change({ editing: null, remarking: null, done: "" })
  change({ editing })
  document.querySelector<HTMLElement>("#correct-value")?.focus()
}

/** The reader is where they were before. */
function closeForm(done: string): void {
  const { editing } = shown.model
  change({ editing: null, done })
  if (editing !== null) document.querySelector<HTMLElement>(`#correct-${editing}`)?.focus()
}

async function keepCorrection(value: string): Promise<void> {
  const { editing, isKeeping } = shown.model
  if (editing === null || isKeeping) return
  change({ isKeeping: true, problem: null })
  try {
    await background("correctField", { captureId, field: editing, value, note: fieldValue("#correct-note") })
    closeForm(words.t("item.correctKept"))
  } finally {
    change({ isKeeping: false })
  }
}

async function noteAdvice(of: string | undefined, state: AdviceState): Promise<void> {
  const name = adviceOfName(of)
  if (name !== null) await background("noteAdvice", { of: captureId, name, state })
}

async function readSealed(item: CaptureRow, files: readonly ArtifactRow[]): Promise<void> {
  const [facts, clock] = await Promise.all([
    readFacts(vault, files, item.facts !== undefined),
    readClock(vault, item),
  ])
  change({ facts, clock })
}

async function showContent(): Promise<void> {
  if (shown.model.content.at !== "hidden") return
  change({ content: { at: "reading" }, done: words.t("item.showing") })
  const { files, item } = shown.model
  const turn = ++showing.turn
  try {
    const text = await readText(vault, files)
    const recording = await readRecording(vault, files)
    const chat = await readChat(vault, files)
    const procedure = await readProcedure(vault, files)
    const imported = item == null ? null : await readPreview(vault, item, files)
    const rest = { text, recording, chat, procedure, imported }
    change({
      content: { at: "shown", ...rest, pictures: [], left: picturesIn(files).length },
      done: words.t("item.nowShown"),
    })
    const pictures: Picture[] = []
    let told = -Infinity
    for await (const { picture, left } of readPictures(vault, files)) {
      // Hidden meanwhile: those that were shown have been given back.
      if (turn !== showing.turn) {
        releasePictures([...pictures, picture])
        return
      }
      pictures.push(picture)
      // Of forty the first is there at once, and the page is not drawn forty times.
      if (left > 0 && performance.now() - told < PAUSE_MS) continue
      told = performance.now()
      change({ content: { at: "shown", ...rest, pictures: [...pictures], left } })
    }
  } catch (thrown) {
    if (turn === showing.turn) hideContent("")
    throw thrown
  }
}

function hideContent(done: string): void {
  const { content } = shown.model
  showing.turn += 1
  change({ content: { at: "hidden" }, full: null, copied: null, done })
  if (content.at !== "shown") return
  releasePictures(content.pictures)
  releaseRecording(content.recording ?? null)
  releasePictures(content.procedure?.pictures ?? [])
  releasePreview(content.imported ?? null)
}

async function saveOriginalFile(): Promise<void> {
  const { item, files } = shown.model
  if (item != null) await saveOriginal(vault, item, files)
}

// Errors of elements do not bubble; whatever a stranger's file did to a decoder, the reader is told.
document.addEventListener(
  "error",
  ({ target }) => {
    if (!(target instanceof Element) || target.closest("#preview") === null) return
    document.querySelector("#cannot-show")?.removeAttribute("hidden")
  },
  true,
)

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
