/** Which tags the chosen items are to have. */
import { busyIf } from "../parts/busy.ts"
import { type Words } from "../../i18n/words.ts"
import { el } from "../parts/dom.ts"
import { button } from "./button.ts"
import { type Model } from "./model.ts"

/** UTF-16 units of what is typed: several tags, apart by commas. */
const LONGEST = 500

/** Null where nobody asked for it. */
export function renderTagging({ t }: Words, model: Model, n: number): HTMLElement | null {
  if (!model.isAskingTag || n === 0) return null
  const isBusy = model.pending !== null
  return el(
    "section",
    { id: "tagging", class: "note note-calm", "aria-labelledby": "tagging-title" },
    el("h2", { id: "tagging-title", tabindex: "-1" }, t("library.tag.title", { n })),
    el(
      "form",
      { id: "tagging-form" },
      el("label", { for: "tag-names" }, t("library.tag.names")),
      el("input", {
        ...{ id: "tag-names", type: "text", autocomplete: "off", maxlength: String(LONGEST) },
        "aria-describedby": "tag-what",
      }),
      button(
        "add-tag",
        "plain",
        { id: "tag-yes", type: "submit", ...busyIf(isBusy) },
        t(model.pending === "tag" ? "library.tag.adding" : "library.tag.yes"),
      ),
      button("cancel-tag", "quiet", { id: "tag-no" }, t("case.cancel")),
    ),
    el("p", { id: "tag-what", class: "small" }, t("library.tag.what")),
  )
}
