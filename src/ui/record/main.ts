/** The page of a recording: it begins one, shows that it runs, and ends it. Of what the user picks, it is the recorder too. */
import { EvidenceError } from "../../core/errors.ts"
import { parseProcedureLine } from "../../core/procedure/parse.ts"
import { systems } from "../../core/self-check.ts"
import { wordsFor } from "../../i18n/words.ts"
import { backgroundClient, storageUse, uiLanguage } from "../../platform/popup.ts"
import { pickStream } from "../../platform/picked-stream.ts"
import { askForAll, giveBackAll } from "../../platform/all-sites.ts"
import { askToRecordTabs, recordsTabs } from "../../platform/tab-stream.ts"
import { lastChunk } from "../../vault/chunks.ts"
import { procedureOf } from "../../vault/read-procedure.ts"
import { captureById, openVault, watch } from "../../vault/read.ts"
import { type Recorder, recordStream } from "../../workshop/recorder.ts"
import { patch } from "../parts/dom.ts"
import { openPage } from "../parts/page.ts"
import { type Guided, pressStep, submitForm } from "./guiding.ts"
import { emptyModel, type Model, stageOf } from "./model.ts"
import { recordPicked } from "./picked.ts"
import { renderPage } from "./render.ts"

const vault = openVault()
const background = backgroundClient()
const words = wordsFor(uiLanguage())
const asked = new URLSearchParams(location.search)
const shown: { model: Model; recorder: Recorder | null } = { model: emptyModel, recorder: null }

await openPage(vault, words, words.t("record.title"))

function change(part: Partial<Model>): void {
  shown.model = { ...shown.model, ...part }
  const view = document.querySelector("#view")
  if (view === null) return
  patch(view, renderPage(words, shown.model))
  const stage = stageOf(shown.model)
  document.body.dataset.stage = stage
  const said = stage === "ready" ? "" : (document.querySelector("h2")?.textContent ?? "")
  const status = document.querySelector("#status")
  if (status !== null && status.textContent !== said) status.textContent = said
}

const report = (thrown: unknown) => {
  change({ problem: EvidenceError.from(thrown).code, pending: null })
}

const guiding: Guided = { read: () => shown.model, change, background, report }

function follow(captureId: string): void {
  watch(
    async () => ({
      item: (await captureById(vault, captureId)) ?? null,
      last: await lastChunk(vault, captureId),
      lines: await procedureOf(vault, captureId),
    }),
    ({ item, last, lines }) => {
      const kept = last === undefined ? shown.model.kept : { pieces: last.seq + 1, bytes: last.end }
      // They go with the sealing: what was shown stays.
      const procedure =
        lines.length === 0 ? shown.model.procedure : lines.map(({ line }) => parseProcedureLine(line))
      change({ item, kept, procedure, problem: item?.failure ?? shown.model.problem })
    },
    report,
  )
}

async function readRoom(): Promise<void> {
  change({ freeBytes: (await storageUse()).freeBytes })
}

/** `allowed`: the browser's answer, which was asked for first thing in the click. */
async function startTab(tabId: number, allowed: Promise<boolean>): Promise<void> {
  const { sound, guided } = shown.model
  if (!(await allowed)) {
    change({ refused: true })
    return
  }
  const { captureId } = await background("recordTab", { tabId, sound, guided })
  follow(captureId)
}

async function startPicked(tabId: number, picked: Promise<MediaStream | null>): Promise<void> {
  const stream = await picked
  if (stream === null) {
    change({ refused: true })
    return
  }
  const { captureId, recorder } = await recordPicked(stream, {
    open: start => background("openRecording", { tabId, guided: shown.model.guided, start }),
    record: id => {
      follow(id)
      return recordStream(vault, id, stream, () => background("noteRecording", { captureId: id }))
    },
    giveUp: (id, code) => background("endRecording", { captureId: id, ended: "failed", code }),
  })
  shown.recorder = recorder
  change({ isRecorder: true })
  tellEnd(captureId, recorder).catch(report)
}

async function tellEnd(captureId: string, recorder: Recorder): Promise<void> {
  const end = await recorder.ended
  shown.recorder = null
  change({ isRecorder: false })
  await background("endRecording", { captureId, ...end })
}

async function stop(captureId: string): Promise<void> {
  if (shown.recorder !== null) shown.recorder.stop()
  else await background("stopRecording", { captureId })
}

function begin(work: Promise<void>): void {
  change({ pending: "start", problem: null, refused: false })
  work.then(() => {
    change({ pending: null })
  }, report)
}

document.addEventListener("click", event => {
  const pressed = event.target instanceof Element ? event.target.closest("button") : null
  if (pressed !== null && pressStep(guiding, pressed.dataset)) return
  const { tabId, item, sound, pending } = shown.model
  if (pending === "start") return
  // First thing in the click, or the browser would not ask.
  if (pressed?.id === "allow-all") {
    askForAll().then(allPages => {
      change({ allPages })
    }, report)
  }
  if (pressed?.id === "start-tab" && tabId !== null) begin(startTab(tabId, askToRecordTabs()))
  if (pressed?.id === "start-picked" && tabId !== null) begin(startPicked(tabId, pickStream(sound)))
  if (pressed?.id === "stop" && item !== null) {
    change({ pending: "stop" })
    stop(item.id).catch(report)
  }
})
document.addEventListener("change", event => {
  if (event.target instanceof HTMLInputElement && event.target.id === "sound") {
    change({ sound: event.target.checked })
  }
  if (event.target instanceof HTMLInputElement && event.target.id === "guided") {
    change({ guided: event.target.checked })
  }
  if (event.target instanceof HTMLSelectElement && event.target.id === "system") {
    const chosen = systems.find(each => each === (event.target as HTMLSelectElement).value)
    if (chosen !== undefined) change({ system: chosen })
  }
})
document.addEventListener("submit", event => {
  event.preventDefault()
  if (event.target instanceof HTMLElement) submitForm(guiding, event.target)
})
// What was lent to a recording that never began goes back; a list that holds it keeps it.
addEventListener("pagehide", () => {
  if (shown.model.allPages === true && shown.model.item === null) giveBackAll().catch(report)
})
// What it records would end with it: the browser asks first.
addEventListener("beforeunload", event => {
  if (shown.recorder !== null) event.preventDefault()
})

const tab = Number(asked.get("tab") ?? NaN)
change({ tabId: Number.isInteger(tab) ? tab : null, canTab: recordsTabs(), now: Date.now() })
const running = asked.get("item")
if (running !== null) follow(running)
setInterval(() => {
  if (stageOf(shown.model) !== "recording") return
  change({ now: Date.now() })
  readRoom().catch(report)
}, 1000)
readRoom().catch(report)
