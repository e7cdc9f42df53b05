/** The page as a function of its model: one file a section, in the order in which they stand. */
import { type Words } from "../../i18n/words.ts"
import { type CaptureRow } from "../../vault/capture-row.ts"
import { type Child, el } from "../parts/dom.ts"
import { itemLabel } from "../parts/item.ts"
import { pictureName } from "../parts/picture.ts"
import { renderProblemOf } from "../parts/problem.ts"
import { renderCopies } from "./copies.ts"
import { renderMarks } from "./marks.ts"
import { type Model } from "./model.ts"
import { renderViewer } from "./viewer.ts"

export function renderPage(words: Words, model: Model): HTMLElement {
  return el("main", { id: "view" }, renderProblemOf(words, model.problem), ...sectionsOf(words, model))
}

function sectionsOf(words: Words, model: Model): Child[] {
  const { t } = words
  const { item } = model
  if (item === undefined) return []
  if (item === null) return [notHere(t("item.none"))]
  if (item.trashedAt !== null) return [notHere(t("item.trashed"))]
  if (item.state === "running") return [notHere(t("item.running"))]
  if (!model.pictures.includes(model.path)) {
    return [renderHead(words, model, item), notHere(t("picture.none"))]
  }
  return [
    renderHead(words, model, item),
    renderViewer(words, model, item),
    renderMarks(words, model),
    renderCopies(words, model),
  ]
}

const notHere = (said: string): HTMLElement => el("p", { id: "no-item" }, said)

export const addressOf = (page: string, captureId: string, path?: string): string =>
  `${page}.html?${new URLSearchParams({ item: captureId, ...(path === undefined ? {} : { path }) }).toString()}`

/** Which picture of which item, and the way to the others. */
function renderHead(words: Words, { pictures, path }: Model, item: CaptureRow): HTMLElement {
  const { t } = words
  return el(
    "section",
    { id: "head" },
    el(
      "div",
      { class: "item-head" },
      el("h2", { id: "heading" }, `${itemLabel(item.item)} · ${pictureName(words, path)}`),
      el("code", { class: "small soft" }, path),
      el("a", { id: "back", href: addressOf("item", item.id) }, t("picture.back")),
    ),
    el(
      "nav",
      { "aria-label": t("picture.others"), class: "strip" },
      ...pictures.map(each =>
        el(
          "a",
          {
            href: addressOf("picture", item.id, each),
            "data-path": each,
            "aria-current": each === path ? "page" : null,
          },
          pictureName(words, each),
        ),
      ),
    ),
  )
}
