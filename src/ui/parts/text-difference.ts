/** What went from a text and what came, in shapes and words as well as in colours. */
import { type TextDifference } from "../../core/readings/text-difference.ts"
import { type Words } from "../../i18n/words.ts"
import { el } from "./dom.ts"
import { inertText } from "./inert-text.ts"

const LONGEST = 500

export function renderTextDifference({ t }: Words, { parts, isCut }: TextDifference): HTMLElement {
  return el(
    "p",
    { class: "difference", dir: "auto" },
    ...parts.map(({ kind, text }) => {
      const said = inertText(text, LONGEST)
      if (kind === "same") return el("span", {}, said)
      return el(
        kind === "gone" ? "del" : "ins",
        { title: t(kind === "gone" ? "readings.gone" : "readings.new") },
        said,
      )
    }),
    isCut ? el("span", { class: "small soft" }, ` ${t("readings.cut")}`) : null,
  )
}
