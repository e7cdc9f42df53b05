/** The choice of the view: a list, by time of publication, or by author. */
import { type Arrangement, arrangements } from "../../core/search/groups.ts"
import { type Words } from "../../i18n/words.ts"
import { el } from "../parts/dom.ts"
import { button } from "./button.ts"
import { type Model } from "./model.ts"

/** The trash is a list, in whichever view the rest is. */
export const arrangementOf = ({ view, arrangement }: Pick<Model, "view" | "arrangement">): Arrangement =>
  view === "trash" ? "list" : arrangement

/** Empty in the trash. What the view cannot tell stands under it. */
export function renderArranging({ t }: Words, model: Model): HTMLElement {
  if (model.view === "trash") return el("div", { id: "arranging" })
  const { arrangement } = model
  return el(
    "div",
    { id: "arranging", role: "group", "aria-label": t("library.arrangement") },
    el("span", { class: "small soft" }, t("library.arrangement")),
    ...arrangements.map(each =>
      button(
        "arrange",
        "quiet",
        { id: `arrange-${each}`, "data-arrangement": each, "aria-pressed": String(each === arrangement) },
        t(`library.arrangement.${each}`),
      ),
    ),
    arrangement === "list"
      ? null
      : el("p", { id: "arranged", class: "small soft" }, t(`library.arranged.${arrangement}`)),
  )
}
