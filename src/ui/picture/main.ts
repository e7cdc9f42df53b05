/** The page of one picture, in a tab: looked at closely, marked, and copied with parts covered. The picture itself is never changed. */
import { EvidenceError } from "../../core/errors.ts"
import { type Area } from "../../core/marks.ts"
import { isPicturePath } from "../../core/picture/picture.ts"
import { wordsFor } from "../../i18n/words.ts"
import { backgroundClient, uiLanguage } from "../../platform/popup.ts"
import { type ArtifactRow } from "../../vault/capture-row.ts"
import { annotationsOf, artifactsOf, captureById, openVault, redactionsOf, watch } from "../../vault/read.ts"
import { keepingFocus } from "../parts/focus.ts"
import { byOrder } from "../item/read-files.ts"
import { patch } from "../parts/dom.ts"
import { itemLabel } from "../parts/item.ts"
import { openPage } from "../parts/page.ts"
import { setTitle } from "../parts/title.ts"
import {
  addShape,
  hidePicture,
  keepMarks,
  lookAtCopy,
  makeCopy,
  saveCopy,
  type Scene,
  setField,
  showPicture,
} from "./act.ts"
import { coversIn, followed, isUnkept, undone, withoutShape } from "./draft.ts"
import { watchPicture, zoomBy, zoomTo } from "./drawing.ts"
import { emptyModel, type Model, toolNames } from "./model.ts"
import { renderPage } from "./render.ts"

const asked = new URLSearchParams(location.search)
/** `x,y,width,height` in pixels of the picture; null for anything else. */
function outlineOf(given: string | null): Area | null {
  const numbers = /^\d{1,7}(?:,\d{1,7}){3}$/.test(given ?? "") ? (given ?? "").split(",").map(Number) : []
  const [x, y, width, height] = numbers
  return x === undefined || y === undefined || width === undefined || height === undefined
    ? null
    : { x, y, width, height }
}

const captureId = asked.get("item") ?? ""
const shown: { model: Model; files: readonly ArtifactRow[] } = {
  model: { ...emptyModel, path: asked.get("path") ?? "", outline: outlineOf(asked.get("area")) },
  files: [],
}
const words = wordsFor(uiLanguage())
const scene: Scene = {
  ...{ page: document, vault: openVault(), background: backgroundClient(), words, captureId, change },
  model: () => shown.model,
  files: () => shown.files,
}
const { vault } = scene

await openPage(vault, words, words.t("picture.title"))

function change(part: Partial<Model>): void {
  shown.model = { ...shown.model, ...part }
  const { item, done } = shown.model
  // A tab's name is read over shoulders: the number, and nothing of the page.
  const title = item == null ? words.t("picture.title") : itemLabel(item.item)
  setTitle(words, title)
  const view = document.querySelector("#view")
  if (view !== null)
    keepingFocus(document, () => {
      patch(view, renderPage(words, shown.model))
    })
  // What is written in a field belongs to the reader while they are in it; else it is the mark's.
  for (const field of document.querySelectorAll<HTMLInputElement>("input[data-value]")) {
    const { value = "" } = field.dataset
    if (field !== document.activeElement && field.value !== value) field.value = value
  }
  const status = document.querySelector("#status")
  if (status !== null && status.textContent !== done) status.textContent = done
}

const report = (thrown: unknown) => {
  change({ problem: EvidenceError.from(thrown).code })
}

change({})
watch(
  async () => ({
    item: (await captureById(vault, captureId)) ?? null,
    files: await artifactsOf(vault, captureId),
  }),
  ({ item, files }) => {
    shown.files = files
    const pictures = files.filter(({ path, mediaType }) => isPicturePath(path) && mediaType === "image/png")
    change({ item, pictures: pictures.sort(byOrder).map(({ path }) => path) })
  },
  report,
)
watch(
  async () => ({
    versions: await annotationsOf(vault, captureId),
    copies: await redactionsOf(vault, captureId),
  }),
  ({ versions: all, copies }) => {
    const versions = all.filter(({ picture }) => picture.path === shown.model.path)
    change({ versions, copies, draft: followed(shown.model.draft, versions.at(-1)?.marks ?? []) })
  },
  report,
)
watchPicture(document, scene)

const doings: Readonly<Record<string, (data: DOMStringMap) => void>> = {
  show: () => {
    showPicture(scene).catch(report)
  },
  hide: () => {
    hidePicture(scene)
  },
  tool: ({ tool }) => {
    change({ tool: toolNames.find(each => each === tool) ?? "pan" })
  },
  add: () => {
    addShape(scene)
  },
  undo: () => {
    change({ draft: undone(shown.model.draft) })
  },
  in: () => {
    zoomBy(document, scene, 1, null)
  },
  out: () => {
    zoomBy(document, scene, -1, null)
  },
  fit: () => {
    zoomTo(document, scene, null)
  },
  full: () => {
    zoomTo(document, scene, 100)
  },
  select: ({ index }) => {
    const { draft } = shown.model
    const at = Number(index)
    change({ draft: { ...draft, selected: draft.selected === at ? null : at } })
  },
  delete: ({ index }) => {
    change({ draft: withoutShape(shown.model.draft, Number(index)) })
  },
  keep: () => {
    keepMarks(scene).catch(report)
  },
  copy: () => {
    makeCopy(scene).catch(report)
  },
  look: ({ copy = "" }) => {
    lookAtCopy(scene, copy).catch(report)
  },
  save: ({ copy = "" }) => {
    saveCopy(scene, copy).catch(report)
  },
}

document.addEventListener("click", event => {
  const pressed = event.target instanceof Element ? event.target.closest("button") : null
  const { act = "" } = pressed?.dataset ?? {}
  if (pressed !== null && Object.hasOwn(doings, act)) doings[act]?.(pressed.dataset)
})
document.addEventListener("change", event => {
  const { target } = event
  if (target instanceof HTMLInputElement) setField(scene, target.dataset.field ?? "", target.value)
})
addEventListener("beforeunload", event => {
  const { draft } = shown.model
  // What is drawn and not kept would be gone without a word.
  if (isUnkept(draft) || coversIn(draft).length > 0) event.preventDefault()
})
