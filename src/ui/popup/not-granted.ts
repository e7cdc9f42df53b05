/** The panel beside a page that its user did not invoke it on. */
import { type Words } from "../../i18n/words.ts"
import { el } from "../parts/dom.ts"
import { type FrontPage, type Model } from "./model.ts"

/** In the panel, before anybody presses in vain: what a click beside a page is no permission for, and what is. */
export function renderNotGranted(
  { t }: Words,
  { shortcut }: Model,
  page: FrontPage | null,
): HTMLElement | null {
  if (page?.access !== "not-granted") return null
  return el(
    "section",
    { id: "not-granted", class: "note note-calm", role: "status" },
    el("p", {}, t("panel.notGranted")),
    el(
      "ul",
      { class: "sentences" },
      el("li", {}, t("panel.byIcon")),
      shortcut === null ? null : el("li", {}, t("panel.byKeys", { keys: shortcut })),
      el("li", {}, t("panel.byMenu", { name: t("menu.capture") })),
    ),
    el("p", { class: "small" }, t("panel.shownHere")),
  )
}
