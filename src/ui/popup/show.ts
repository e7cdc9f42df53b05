/** Brings the rendered popup into the document, with focus and announcements as a reader needs them. */
import { type Words } from "../../i18n/words.ts"
import { caseName } from "../parts/case-options.ts"
import { patch } from "../parts/dom.ts"
import { drawFiling, filedIn } from "./filing.ts"
import { type Model, type Screen, screenOf } from "./model.ts"
import { announcement, renderPopup } from "./render.ts"

/** Draws the model into a document that holds `main#view` and `#status`. */
export function drawPopup(page: Document, words: Words, model: Model): void {
  const screen = screenOf(model)
  const shown = page.querySelector("#view")
  if (screen === null || shown === null) return
  const wanted = renderPopup(words, model, screen)
  const scene = sceneOf(model, screen)
  const before = page.body.dataset.scene
  drawFiling(page, words, model)
  if (scene === before) patch(shown, wanted)
  else shown.replaceWith(wanted)
  // When the popup could first be used, for `npm run bench` and for anyone with the browser's own tools.
  if (page.body.dataset.view === undefined) performance.mark("popup-usable")
  page.body.dataset.view = screen.view
  page.body.dataset.scene = scene
  // The panel takes nobody away from the page that they are in.
  const isHere = model.surface === "popup" || page.hasFocus()
  if (isHere && (scene !== before || page.activeElement === page.body)) focusFirst(page, screen, model)
  const said = announcement(words, screen)
  announce(page, filedSaid(words, model, screen) ?? said)
}

/** What the reader would call one and the same picture: while it lasts, elements and focus stay where they are. */
function sceneOf(model: Model, screen: Screen): string {
  if (screen.view === "capturing") return `capturing ${screen.row.id} ${String(model.confirmingDiscard)}`
  if (screen.view === "saved") return `saved ${screen.row.id}`
  if (screen.view === "export") return `export ${screen.row?.state ?? "choice"}`
  return screen.view === "blocked" ? "ready" : screen.view
}

const FOCUS_TRIES = 60

/** The big button where it can be pressed: Enter captures. Elsewhere the heading, never a button that ends something. */
function focusFirst(page: Document, screen: Screen, model: Model, tries = FOCUS_TRIES): void {
  const asked = model.confirmingDiscard && screen.view === "capturing" ? "#discard-no" : "#heading"
  const order = ["#capture:not([disabled])", asked, "#export-open:not([disabled])"]
  for (const selector of order) {
    const element = page.querySelector<HTMLElement>(selector)
    if (element === null) continue
    element.focus({ preventScroll: true })
    // Firefox draws a popup before it shows it, and gives nothing the focus until then: frames come when it is seen.
    if (page.activeElement !== page.body || tries === 0) return
    page.defaultView?.requestAnimationFrame(() => {
      if (page.activeElement === page.body) focusFirst(page, screen, model, tries - 1)
    })
    return
  }
}

function announce(page: Document, message: string): void {
  const status = page.querySelector("#status")
  if (status !== null && status.textContent !== message) status.textContent = message
}

/** Null where nothing that is shown was filed elsewhere from here. */
function filedSaid(words: Words, { filed, cases }: Model, screen: Screen): string | null {
  const row = cases.find(({ id }) => id === filed?.caseId)
  if (filed === null || row === undefined || filed.of !== filedIn(screen)) return null
  return words.t(filed.of === null ? "case.nowTo" : "case.movedTo", { name: caseName(words, row) })
}
