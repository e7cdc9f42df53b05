/** The page that brings in what was made elsewhere. Files are read and kept; none is shown, opened or run. */
import { EvidenceError } from "../../core/errors.ts"
import { wordsFor } from "../../i18n/words.ts"
import { backgroundClient, uiLanguage } from "../../platform/popup.ts"
import { openVault, watch } from "../../vault/read.ts"
import { currentCase } from "../../vault/read-cases.ts"
import { itemsWithFile } from "../../vault/read-imported.ts"
import { patch } from "../parts/dom.ts"
import { keepingFocus } from "../parts/focus.ts"
import { openPage } from "../parts/page.ts"
import { examine, keep } from "./keep.ts"
import { type Course, emptyModel, heldSince, type Model, wantedFiles, withTwin } from "./model.ts"
import { readOrigin } from "./origin.ts"
import { announcement, renderPage } from "./render.ts"

const vault = openVault()
const background = backgroundClient()
const words = wordsFor(uiLanguage())
const shown: { model: Model; reading: Promise<void> } = { model: emptyModel, reading: Promise.resolve() }
/** The files themselves, by the number of their row. */
const files = new Map<number, File>()

/** Redrawing costs more than reading a small piece. */
const REDRAW_MS = 80

await openPage(vault, words, words.t("import.title"))

function change(part: Partial<Model>): void {
  shown.model = { ...shown.model, ...part }
  const view = document.querySelector("#view")
  if (view === null) return
  // Once everything is kept, the form that was pressed is gone: what became of the files stands above it.
  keepingFocus(
    document,
    () => {
      patch(view, renderPage(words, shown.model))
    },
    "#given-title",
  )
  for (const box of document.querySelectorAll<HTMLInputElement>("input[name=wanted]")) {
    box.checked = box.dataset.on === "yes"
  }
  const status = document.querySelector("#status")
  const said = announcement(words, shown.model)
  if (status !== null && status.textContent !== said) status.textContent = said
}

const report = (thrown: unknown) => {
  change({ problem: EvidenceError.from(thrown).code })
}

function setCourse(id: number, course: Course): void {
  change({ files: shown.model.files.map(each => (each.id === id ? { ...each, course } : each)) })
}

watch(
  () => currentCase(vault),
  found => {
    change({ currentCase: found })
  },
  report,
)

document.addEventListener("change", event => {
  const { target } = event
  if (!(target instanceof HTMLInputElement)) return
  if (target.files !== null) {
    take(target.files)
    // The same file may be given once more.
    target.value = ""
    return
  }
  if (target.name !== "wanted") return
  const file = shown.model.files.find(({ id }) => String(id) === target.value)
  if (file?.course.at === "ready") setCourse(file.id, { ...file.course, isWanted: target.checked })
})

document.addEventListener("submit", event => {
  event.preventDefault()
  if (!shown.model.isKeeping) keepWanted().catch(report)
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
window.addEventListener("beforeunload", event => {
  // What is being kept would end in the middle; it would be closed at the next start, but the rest would be lost.
  if (shown.model.isKeeping) event.preventDefault()
})

change({})

/** Files are read one after another: two at once would only wait for the same disk. */
function take(given: FileList): void {
  if (shown.model.isKeeping) return
  const added = [...given].map(file => {
    const id = files.size
    files.set(id, file)
    return { id, name: file.name, bytes: file.size, course: { at: "waiting" } } as const
  })
  change({ files: [...shown.model.files, ...added], problem: null })
  for (const { id } of added) shown.reading = shown.reading.then(() => read(id)).catch(report)
}

async function read(id: number): Promise<void> {
  const file = files.get(id)
  if (file === undefined) return
  let drawnAt = -REDRAW_MS
  const onRead = (done: number) => {
    if (performance.now() - drawnAt < REDRAW_MS) return
    drawnAt = performance.now()
    setCourse(id, { at: "hashing", done })
  }
  try {
    setCourse(id, withTwin(await examine(vault, file, onRead), id, shown.model.files))
  } catch (thrown) {
    setCourse(id, { at: "failed", code: EvidenceError.from(thrown).code })
  }
}

async function keepWanted(): Promise<void> {
  const wanted = wantedFiles(shown.model)
  const stated = readOrigin(document.querySelector<HTMLFormElement>("#keep-form"))
  change({ isKeeping: true, stated, problem: null })
  try {
    for (const { id, course } of wanted) {
      const file = files.get(id)
      if (file === undefined || course.at !== "ready") continue
      try {
        // Another page, or a twin that was kept a moment ago: what was ticked was ticked without it.
        const isTicked = course.twin !== null
        const known = isTicked ? null : heldSince(course, await itemsWithFile(vault, course.sha256))
        if (known !== null) {
          setCourse(id, known)
          continue
        }
        setCourse(id, { at: "keeping", sha256: course.sha256 })
        setCourse(id, await keep(vault, background, { file, sha256: course.sha256, stated }))
      } catch (thrown) {
        setCourse(id, { at: "failed", code: EvidenceError.from(thrown).code })
      }
    }
  } finally {
    change({ isKeeping: false })
  }
}
