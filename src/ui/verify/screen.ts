/**
 * The screen that verifies, in whatever page it stands: an own page of the
 * extension, or verify.html opened from a disk. It asks nothing of the browser's
 * extension interface; what differs between the two comes in as hands.
 */
import { EvidenceError } from "../../core/errors.ts"
import { parsePem } from "../../core/stamp/pem.ts"
import { resultJson } from "../../core/verify/finding.ts"
import { patch } from "../parts/dom.ts"
import { isPlain } from "../parts/title.ts"
import { type Act, isAct } from "./act.ts"
import { type Inputs, bytesToRead, check } from "./check.ts"
import { type Model, emptyModel } from "./model.ts"
import { announcement, renderLanguages, renderView } from "./render.ts"
import { type Speech, speechFor } from "./speech.ts"

export interface Hands {
  readonly save: (file: Blob, name: string) => void
  readonly copy: (text: string) => Promise<void>
  readonly now: () => string
}

type Given = Omit<Inputs, "file"> & { readonly file: File | null }

/** The endings that authorities and OpenSSL give to replies and tokens. */
const isStamp = ({ name }: File): boolean => /\.(?:ts[rt]|ots)$/i.test(name)

/** Redrawing costs more than reading a small piece. */
const REDRAW_MS = 80

/** Takes over a document that holds `#view` and `#status`, and `#languages` where the reader may switch. */
export function startScreen(page: Document, tag: string, hands: Hands): void {
  let speech = speechFor(tag)
  let model = emptyModel
  let running: AbortController | null = null
  let given: Given = { file: null, roots: [], stamps: [] }

  function show(change: Partial<Model>): void {
    const before = model
    model = { ...model, ...change }
    draw(page, speech, model, before.stage.at === model.stage.at)
  }

  /** Certificates to trust: what was checked without them is checked again with them. */
  async function trust(files: FileList): Promise<void> {
    const [file] = files
    if (file === undefined) return
    try {
      given = { ...given, roots: parsePem(await file.text()) }
      show({ roots: { name: file.name, count: given.roots.length }, note: null })
      if (given.file !== null) await begin(given.file)
    } catch (thrown) {
      if (EvidenceError.from(thrown).code !== "input/malformed") throw thrown
      show({ note: "verify.rootsBad" })
    }
  }

  /** A bundle, time stamps that came apart from it, or both at once. */
  async function take(files: FileList): Promise<void> {
    const stamps = [...files].filter(isStamp)
    const [file = given.file, ...others] = [...files].filter(one => !isStamp(one))
    if (stamps.length > 0) {
      given = { ...given, stamps }
      show({ stamps: stamps.map(({ name }) => name), note: "verify.stampTaken" })
    }
    if (files.length === 0 || file === null) return
    running?.abort()
    if (others.length > 0) {
      show({ stage: { at: "choose" }, note: "verify.oneAtATime" })
      return
    }
    await begin(file)
  }

  async function begin(file: File): Promise<void> {
    running?.abort()
    given = { ...given, file }
    const mine = new AbortController()
    running = mine
    const chosen = { name: file.name, bytes: file.size }
    const total = bytesToRead(file)
    show({ stage: { at: "checking", file: chosen, read: 0, total }, note: null, copied: "no" })
    let drawnAt = performance.now()
    const onProgress = (read: number) => {
      if (performance.now() - drawnAt < REDRAW_MS) return
      drawnAt = performance.now()
      show({ stage: { at: "checking", file: chosen, read, total } })
    }
    try {
      const result = await check({ ...given, file }, mine.signal, onProgress)
      show({ stage: { at: "done", file: chosen, checkedAt: hands.now(), result } })
    } catch (thrown) {
      // Whoever aborted has drawn what comes next.
      if (!mine.signal.aborted) throw thrown
    }
  }

  const does: Readonly<Record<Act, (data: DOMStringMap) => void>> = {
    cancel() {
      running?.abort()
      show({ stage: { at: "choose" }, note: "verify.cancelled" })
      page.querySelector<HTMLElement>("#file")?.focus()
    },
    copy({ text = "" }) {
      hands.copy(text).then(
        () => {
          show({ copied: "yes" })
        },
        () => {
          show({ copied: "refused" })
        },
      )
    },
    save() {
      if (model.stage.at !== "done") return
      const json = new Blob([resultJson(model.stage.result)], { type: "application/json" })
      hands.save(json, `${baseName(model.stage.file.name)}.verdict.json`)
    },
    print() {
      page.defaultView?.print()
    },
    speak({ language = "" }) {
      speech = speechFor(language)
      show({})
    },
  }

  page.addEventListener("click", event => {
    const pressed = event.target instanceof Element ? event.target.closest("button") : null
    const act = pressed?.dataset.act
    if (pressed !== null && isAct(act)) does[act](pressed.dataset)
  })
  page.addEventListener("submit", event => {
    event.preventDefault()
  })
  page.addEventListener("change", event => {
    const { target } = event
    if (!(target instanceof HTMLInputElement) || target.files === null) return
    void (target.id === "roots" ? trust(target.files) : take(target.files))
  })
  listenForDrops(page, files => void take(files))
  show({})
}

/** Anywhere on the page: a file that misses the zone would otherwise take the page's place. */
function listenForDrops(page: Document, take: (files: FileList) => void): void {
  const mark = (dragging: boolean) => {
    page.body.toggleAttribute("data-dragging", dragging)
  }
  page.addEventListener("dragover", event => {
    event.preventDefault()
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = "copy"
    mark(true)
  })
  page.addEventListener("dragleave", event => {
    if (event.relatedTarget === null) mark(false)
  })
  page.addEventListener("drop", event => {
    event.preventDefault()
    mark(false)
    if (event.dataTransfer !== null) take(event.dataTransfer.files)
  })
}

function draw(page: Document, speech: Speech, model: Model, sameStage: boolean): void {
  const { t, language } = speech
  page.documentElement.lang = language
  if (!isPlain(page)) page.title = `${t("verify.title")} · ${t("app.name")}`
  for (const element of page.querySelectorAll("[data-word=name]")) element.textContent = t("app.name")
  const switches = page.querySelector("#languages")
  if (switches !== null) patch(switches, renderLanguages(speech))

  const shown = page.querySelector("#view")
  const wanted = renderView(speech, model)
  if (shown !== null && sameStage && page.body.dataset.stage !== undefined) patch(shown, wanted)
  else {
    shown?.replaceWith(wanted)
    page.querySelector<HTMLElement>("#heading")?.focus()
  }
  page.body.dataset.stage = model.stage.at
  const status = page.querySelector("#status")
  const message = announcement(speech, model)
  if (status !== null && status.textContent !== message) status.textContent = message
}

/** A name for a file of ours: of the ZIP's name only what is safe everywhere. */
function baseName(name: string): string {
  const base = name.replace(/\.zip(?:\.age)?$/i, "")
  return /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(base) ? base : "holdfast"
}
