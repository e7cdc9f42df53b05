/** The page as a function of the language alone. */
import { type Words } from "../../i18n/words.ts"
import { el } from "../parts/dom.ts"

const panels = ["keep", "here", "limits"] as const

export function renderWelcome({ t }: Words): HTMLElement {
  return el(
    "main",
    { id: "view" },
    el(
      "ol",
      { class: "steps" },
      ...panels.map((name, index) =>
        el(
          "li",
          { "data-panel": name },
          el("h2", {}, `${String(index + 1)}. ${t(`welcome.${name}Title`)}`),
          el("p", {}, t(`welcome.${name}`)),
        ),
      ),
    ),
    el(
      "section",
      { id: "practice", "aria-labelledby": "practice-title" },
      el("h2", { id: "practice-title" }, t("welcome.practiceTitle")),
      el("p", {}, t("welcome.practice")),
      el(
        "a",
        { id: "open-practice", class: "button-plain", href: "../practice/index.html" },
        t("welcome.practiceOpen"),
      ),
    ),
    el("p", { id: "restore" }, el("a", { id: "restore-open", href: "restore.html" }, t("restore.open"))),
  )
}
