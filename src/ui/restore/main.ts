/** The page that takes bundles in: verified first, then written item by item; or, as a test, only held against what is here. */
import { LONGEST_CASE_NAME } from "../../core/cases.ts"
import { EvidenceError } from "../../core/errors.ts"
import { openBundle } from "../../core/restore/open.ts"
import { isEncryptedByAge } from "../../core/verify/age-header.ts"
import { backgroundClient, uiLanguage } from "../../platform/popup.ts"
import { now } from "../../platform/clock.ts"
import { dropIncoming, sweepIncoming } from "../../platform/incoming.ts"
import { deviceKey, openVault } from "../../vault/read.ts"
import { allCases } from "../../vault/read-cases.ts"
import { heldItems, openRestore } from "../../vault/read-restores.ts"
import { decryptBundle, type Secret } from "../../workshop/decrypt-bundle.ts"
import { moreOfCases } from "../../workshop/more-in-bundle.ts"
import { planBundle, restoreBundle } from "../../workshop/restore-bundle.ts"
import { caseOfValue } from "../parts/case-options.ts"
import { patch } from "../parts/dom.ts"
import { openPage } from "../parts/page.ts"
import { blobSource } from "../verify/blob-source.ts"
import { bytesToRead, check } from "../verify/check.ts"
import { speechFor } from "../verify/speech.ts"
import { isAct } from "./button.ts"
import {
  casesToPlace,
  emptyModel,
  isFree,
  keyOf,
  type Model,
  moreCount,
  NEW_CASE,
  type Ready,
} from "./model.ts"
import { placesFor } from "./places.ts"
import { renderPage } from "./render.ts"
import { titleOf } from "./render-plan.ts"

const vault = openVault()
const background = backgroundClient()
const speech = speechFor(uiLanguage())
const isTest = new URLSearchParams(location.search).has("test")
const shown: { model: Model } = { model: emptyModel(isTest) }
/** The files that wait, and what is at work on the first of them. */
const course: { queue: File[]; encrypted: File | null; zip: File | null; work: AbortController } = {
  queue: [],
  encrypted: null,
  zip: null,
  work: new AbortController(),
}

const title = speech.t(isTest ? "restore.testTitle" : "restore.title")
await openPage(vault, speech, title)

/** Redrawing costs more than reading a small piece. */
const REDRAW_MS = 80

function change(part: Partial<Model>): void {
  const before = shown.model.stage.at
  shown.model = { ...shown.model, ...part }
  const view = document.querySelector("#view")
  if (view === null) return
  patch(view, renderPage(speech, shown.model))
  for (const select of document.querySelectorAll("select")) select.value = select.dataset.value ?? ""
  document.body.dataset.stage = shown.model.stage.at
  if (before === shown.model.stage.at) return
  const next = document.querySelector<HTMLElement>("#heading")
  next?.focus()
  const status = document.querySelector("#status")
  if (status !== null) status.textContent = next?.textContent ?? ""
}

const report = (thrown: unknown) => {
  change({ problem: EvidenceError.from(thrown).code })
}

async function toChoose(): Promise<void> {
  change({
    ...{ stage: { at: "choose" }, file: null, chosen: {} },
    ...{ waiting: course.queue.length, unfinished: isTest ? null : await openRestore(vault) },
  })
}

/** Ends what is at work; what was decrypted for it goes. */
async function leave(): Promise<void> {
  course.work.abort()
  course.work = new AbortController()
  course.encrypted = null
  const { zip } = course
  course.zip = null
  if (zip !== null) await dropIncoming(zip)
}

async function next(): Promise<void> {
  const left = leave()
  const file = course.queue.shift()
  if (file === undefined) {
    await left
    await toChoose()
    return
  }
  const { signal } = course.work
  // Before anything is awaited: a file that is dropped from here on waits for this one.
  change({
    file: { name: file.name, bytes: file.size },
    stage: { at: "checking", read: 0, total: bytesToRead(file) },
    waiting: course.queue.length,
    problem: null,
    chosen: {},
  })
  await left
  try {
    const isEncrypted = await isEncryptedByAge(blobSource(file, signal, () => undefined))
    if (signal.aborted) return
    if (isEncrypted) {
      course.encrypted = file
      change({ stage: { at: "locked", busy: false } })
      return
    }
  } catch (thrown) {
    if (signal.aborted) return
    await toChoose()
    throw thrown
  }
  await verify(file)
}

async function unlock(secret: Secret): Promise<void> {
  const { encrypted, work } = course
  if (encrypted === null) return
  change({ stage: { at: "locked", busy: true }, problem: null })
  try {
    const zip = await decryptBundle(encrypted, secret)
    if (work.signal.aborted) {
      await dropIncoming(zip)
      return
    }
    course.zip = zip
    await verify(zip)
  } catch (thrown) {
    if (work.signal.aborted) return
    change({ stage: { at: "locked", busy: false } })
    throw thrown
  }
}

async function verify(file: File): Promise<void> {
  const { signal } = course.work
  const total = bytesToRead(file)
  let drawnAt = 0
  const onProgress = (read: number) => {
    if (performance.now() - drawnAt < REDRAW_MS) return
    drawnAt = performance.now()
    change({ stage: { at: "checking", read, total } })
  }
  change({ stage: { at: "checking", read: 0, total } })
  try {
    // Its name is nobody's concern here: a file that was decrypted has none of its own.
    const result = await check({ file, roots: [], stamps: [] }, signal, onProgress)
    const checkedAt = now()
    if (result.exit !== 0) {
      change({ stage: { at: "refused", checkedAt, result } })
      return
    }
    const zip = result.layers
      .flatMap(({ detail }) => detail)
      .find(({ code }) => code === "archive/fingerprint")
    if (zip?.code !== "archive/fingerprint") throw new EvidenceError("internal", "no fingerprint")
    const opened = await openBundle(blobSource(file, signal, () => undefined))
    const plan = await planBundle(vault, file, opened)
    const caseMore = await moreOfCases(vault, opened, plan)
    const { held } = await heldItems(vault)
    const found = { opened, zip: zip.facts.sha256 as Ready["zip"], checkedAt, result }
    const ready: Ready = { ...found, plan, held, caseMore }
    const cases = await allCases(vault)
    change({ cases, chosen: await placesFor(vault, ready, cases), stage: { at: "ready", ...ready } })
    given.file = file
  } catch (thrown) {
    if (signal.aborted) return
    // One that was encrypted goes back to where its key is asked for.
    if (course.encrypted === null) await toChoose()
    throw thrown
  }
}

const given: { file: File | null } = { file: null }

async function write(): Promise<void> {
  const { stage, chosen, file: named } = shown.model
  const { file } = given
  if (stage.at !== "ready" || file === null) return
  const ready: Ready = stage
  const { signal } = course.work
  const total = ready.plan.filter(({ what }) => what !== "same").length
  const isMore = moreCount(ready) > 0
  change({ stage: { at: "writing", done: 0, total }, problem: null })
  try {
    const places = new Map<string | null, string>()
    for (const place of casesToPlace(ready)) {
      const value = chosen[keyOf(place)] ?? ""
      const wish = {
        caseId: value === NEW_CASE ? null : caseOfValue(value),
        // As it stands there, to the letter; it is shown without what could disturb a line.
        name: (place?.title ?? titleOf(speech, ready, place)).slice(0, LONGEST_CASE_NAME),
        remarks: place?.remarks ?? [],
      }
      places.set(place?.number ?? null, (await background("restoreCase", wish)).caseId)
    }
    const outcome = await restoreBundle(
      vault,
      background,
      { ...ready, file, fileName: (named?.name ?? "").slice(0, 255), places, cases: ready.caseMore },
      done => {
        change({ stage: { at: "writing", done, total } })
      },
      signal,
    )
    change({ stage: { at: "done", outcome, stopped: signal.aborted, isMore } })
  } catch (thrown) {
    await toChoose()
    throw thrown
  }
}

function take(files: FileList): void {
  course.queue.push(...files)
  if (course.queue.length === 0) return
  if (isFree(shown.model)) next().catch(report)
  else change({ waiting: course.queue.length })
}

document.addEventListener("change", event => {
  const { target } = event
  if (target instanceof HTMLInputElement && target.files !== null) {
    take(target.files)
    // The same file may be given once more.
    target.value = ""
  }
  if (target instanceof HTMLSelectElement) {
    change({ chosen: { ...shown.model.chosen, [target.name]: target.value } })
  }
})

document.addEventListener("submit", event => {
  event.preventDefault()
  if (!(event.target instanceof HTMLFormElement)) return
  const entered = new FormData(event.target)
  const text = (name: string) => {
    const value = entered.get(name)
    return typeof value === "string" ? value : ""
  }
  if (event.target.id === "locked") {
    const identity = text("identity").trim()
    unlock(identity === "" ? { passphrase: text("passphrase") } : { identity }).catch(report)
  }
  if (event.target.id === "places") write().catch(report)
})

document.addEventListener("click", event => {
  const pressed = event.target instanceof Element ? event.target.closest("button") : null
  const { act } = pressed?.dataset ?? {}
  if (!isAct(act)) return
  if (act === "stop") course.work.abort()
  else next().catch(report)
})

// Anywhere on the page: a file that misses the zone would otherwise take the page's place.
document.addEventListener("dragover", event => {
  event.preventDefault()
  document.body.toggleAttribute("data-dragging", true)
})
document.addEventListener("dragleave", event => {
  if (event.relatedTarget === null) document.body.toggleAttribute("data-dragging", false)
})
document.addEventListener("drop", event => {
  event.preventDefault()
  document.body.toggleAttribute("data-dragging", false)
  if (event.dataTransfer !== null) take(event.dataTransfer.files)
})

async function start(): Promise<void> {
  await sweepIncoming()
  const ownKey = (await deviceKey(vault))?.fingerprint ?? null
  const unfinished = isTest ? null : await openRestore(vault)
  // The stage stays as it is: a file may have been given in the meantime.
  change({ ownKey, unfinished })
}

change({})
start().catch(report)
