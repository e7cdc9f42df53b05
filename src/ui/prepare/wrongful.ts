/** Which items the user complains of: what is captured beside them is context, and no paper may call it wrongful. */
import { type Words } from "../../i18n/words.ts"
import { groupOf } from "../../core/papers/list-entries.ts"
import { el } from "../parts/dom.ts"
import { inertText } from "../parts/inert-text.ts"
import { itemLabel } from "../parts/item.ts"
import { chosen, type Held, type Model } from "./model.ts"

/** Those that something can be complained of in: a file from elsewhere is other material whatever is ticked. */
const capturedIn = (model: Model): readonly Held[] =>
  chosen(model).filter(({ item }) => item.record.imported === undefined)

/** Those that are complained of and show what was posted, and not only who posts. */
export const wrongfulIn = (model: Model): readonly Held[] =>
  chosen(model).filter(({ item }) => groupOf(item) === "content")

export function renderWrongful({ t }: Words, model: Model): HTMLElement | null {
  const captured = capturedIn(model)
  const imported = chosen(model).length - captured.length
  if (captured.length === 0) return null
  return el(
    "fieldset",
    { id: "wrongful", class: "list", "aria-describedby": "wrongful-what" },
    el("legend", { class: "strong" }, t("prepare.wrongful")),
    el("p", { id: "wrongful-what", class: "small soft" }, t("prepare.wrongfulWhat")),
    ...captured.map(({ item, capture }) =>
      el(
        "label",
        { class: "choice" },
        el("input", {
          ...{ id: `wrongful-${item.record.item}`, type: "checkbox", name: "wrongful", value: capture.id },
          checked: item.isAside !== true,
        }),
        el("span", {}, `${itemLabel(capture.item)} · `, el("bdi", {}, inertText(capture.title, 60))),
      ),
    ),
    imported === 0 ? null : el("p", { class: "small soft" }, t("prepare.wrongfulImported", { n: imported })),
  )
}
