/** The page that attaches proofs from elsewhere. It shows what they are called and what was seen in them, never themselves. */
import { EvidenceError } from "../../core/errors.ts"
import { PROOF_LIMIT, type ProofTarget } from "../../core/proof/proof.ts"
import { type Sha256 } from "../../core/seal/hash.ts"
import { wordsFor } from "../../i18n/words.ts"
import { now } from "../../platform/clock.ts"
import { backgroundClient, copyText, uiLanguage } from "../../platform/popup.ts"
import { storeBytes } from "../../vault/blobs.ts"
import { allCaptures, allImports, doneExports, openVault, recordFile, watch } from "../../vault/read.ts"
import { patch } from "../parts/dom.ts"
import { openPage } from "../parts/page.ts"
import { outcomeSentences } from "./given.ts"
import { emptyModel, type Model, targetOf } from "./model.ts"
import { renderPage } from "./render.ts"
import { saveImport, saveRecord } from "./save.ts"

const vault = openVault()
const background = backgroundClient()
const words = wordsFor(uiLanguage())
const shown: { model: Model } = { model: emptyModel }

/** What file systems allow; a longer name is somebody's doing. */
const LONGEST_NAME = 255

await openPage(vault, words, words.t("attach.title"))

function change(part: Partial<Model>): void {
  shown.model = { ...shown.model, ...part }
  const view = document.querySelector("#view")
  if (view === null) return
  patch(view, renderPage(words, shown.model))
  for (const select of document.querySelectorAll("select")) select.value = select.dataset.value ?? ""
  const status = document.querySelector("#status")
  const said = outcomeSentences(words, shown.model).join(" ")
  if (status !== null && status.textContent !== said) status.textContent = said
}

const report = (thrown: unknown) => {
  change({ problem: EvidenceError.from(thrown).code })
}

watch(
  () => allCaptures(vault),
  captures => {
    change({ captures: captures.toReversed() })
  },
  report,
)
watch(
  () => doneExports(vault),
  exports => {
    change({ exports })
  },
  report,
)
watch(
  () => allImports(vault),
  imports => {
    change({ imports })
  },
  report,
)

document.addEventListener("input", ({ target }) => {
  const name = target instanceof HTMLInputElement ? target.dataset.find : undefined
  if (target instanceof HTMLInputElement && name !== undefined)
    change({ finds: { ...shown.model.finds, [name]: target.value } })
})

document.addEventListener("change", event => {
  const { target } = event
  if (target instanceof HTMLInputElement && target.files !== null) {
    take(target.files)
    // The same file may be given once more.
    target.value = ""
  }
  if (!(target instanceof HTMLSelectElement)) return
  if (target.name === "whose") change({ whose: target.value })
  if (target.name === "handed-over") handOver(target.value).catch(report)
})

document.addEventListener("submit", event => {
  event.preventDefault()
  const { given, whose } = shown.model
  const about = targetOf(whose)
  if (given.at === "refused" && about !== null) attach(given.name, given.file, about).catch(report)
})

document.addEventListener("click", event => {
  const pressed = event.target instanceof Element ? event.target.closest("button") : null
  const { act, text = "", import: id = "" } = pressed?.dataset ?? {}
  if (act === "not") change({ given: { at: "none" }, whose: "" })
  if (act === "save") saveImport(vault, shown.model, id).catch(report)
  if (act === "save-record") saveRecord(vault, shown.model).catch(report)
  if (act === "copy") {
    copyText(text).then(() => {
      change({ copied: text })
    }, report)
  }
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

change({})

/** One at a time: what is being read comes to its end first. */
function take(files: FileList): void {
  const [file] = files
  if (file === undefined || shown.model.given.at === "reading") return
  give(file).catch(report)
}

async function give(file: File): Promise<void> {
  const name = file.name.slice(0, LONGEST_NAME)
  if (file.size > PROOF_LIMIT) {
    change({ given: { at: "too-large", name }, whose: "", problem: null })
    return
  }
  await reading(name, async () => {
    const bytes = new Uint8Array(await file.arrayBuffer())
    return storeBytes(vault, bytes, "application/octet-stream", now())
  })
}

/** The same file once more, with the reader's word for what it is about. */
async function attach(name: string, file: Sha256, about: ProofTarget): Promise<void> {
  await reading(name, () => Promise.resolve(file), about)
}

async function reading(
  name: string,
  stored: () => Promise<Sha256>,
  about: ProofTarget | null = null,
): Promise<void> {
  change({ given: { at: "reading", name }, whose: "", problem: null })
  try {
    const file = await stored()
    const answer = await background("importProof", { file, name, about })
    change({
      given:
        answer.outcome === "kept"
          ? { at: "kept", name, importId: answer.importId }
          : { at: "refused", name, file, answer },
    })
    // What was pressed is gone, or was shut meanwhile.
    document.querySelector<HTMLElement>("#outcome")?.focus()
  } catch (thrown) {
    change({ given: { at: "none" } })
    throw thrown
  }
}

async function handOver(value: string): Promise<void> {
  change({ handedOver: value, record: null, copied: null })
  const target = targetOf(value)
  if (target?.kind !== "capture") return
  const record = await recordFile(vault, target.id)
  // Another choice may have been made meanwhile.
  if (shown.model.handedOver === value) change({ record: record ?? null })
}
