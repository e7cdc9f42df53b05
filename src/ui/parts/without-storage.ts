/**
 * What a page of ours offers in a private window whose browser keeps it from
 * the storage (Firefox): the background is not kept from it, and captures there
 * as anywhere else. What it has kept is seen in an ordinary window.
 */
import { EvidenceError } from "../../core/errors.ts"
import { type Words } from "../../i18n/words.ts"
import { el } from "./dom.ts"
import { renderProblemOf } from "./problem.ts"

/** @param capture captures the page in front, and ends when it is saved */
export function renderWithoutStorage(words: Words, capture: () => Promise<void>): HTMLElement {
  const { t } = words
  const said = el("p", { role: "status", class: "strong" })
  const button = el(
    "button",
    { id: "capture", type: "button", class: "button-main", autofocus: "" },
    t("ready.capture"),
  )
  const place = el(
    "section",
    { id: "without-storage" },
    button,
    said,
    el("p", { class: "note note-calm" }, t("private.kept")),
  )
  const work = async () => {
    if (button.getAttribute("aria-disabled") === "true") return
    button.setAttribute("aria-disabled", "true")
    said.textContent = t("lock.capturing")
    try {
      await capture()
      said.textContent = t("lock.captured")
    } catch (thrown) {
      said.replaceChildren(renderProblemOf(words, EvidenceError.from(thrown).code) ?? "")
    }
    button.removeAttribute("aria-disabled")
  }
  button.addEventListener("click", () => void work())
  return place
}
