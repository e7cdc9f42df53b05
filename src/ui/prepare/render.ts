/** The page as a function of its model: three steps, of which one is open (product.md §6.5). */
import { type Words } from "../../i18n/words.ts"
import { type Child, el } from "../parts/dom.ts"
import { renderProblemOf } from "../parts/problem.ts"
import { renderAudience } from "./audience-step.ts"
import { button } from "./button.ts"
import { renderContents } from "./contents-step.ts"
import { type Model, type Step } from "./model.ts"
import { renderPreview } from "./preview-step.ts"

const steps = [1, 2, 3] as const satisfies readonly Step[]

const renderers: Readonly<Record<Step, (words: Words, model: Model) => Child[]>> = {
  1: renderAudience,
  2: renderContents,
  3: renderPreview,
}

export function renderPage(words: Words, model: Model): HTMLElement {
  return el("main", { id: "view" }, renderProblemOf(words, model.problem), ...renderSteps(words, model))
}

function renderSteps(words: Words, model: Model): Child[] {
  const { t } = words
  const { step, held } = model
  if (held === null) return [el("p", { id: "reading", class: "soft" }, t("prepare.reading"))]
  if (held.length === 0) return [el("p", { id: "no-items" }, t("prepare.none"))]
  return [
    el(
      "nav",
      { id: "steps-nav", "aria-label": t("prepare.steps") },
      el(
        "ol",
        { id: "steps" },
        ...steps.map(n =>
          el("li", { "aria-current": n === step ? "step" : null }, `${String(n)}. ${t(`prepare.step.${n}`)}`),
        ),
      ),
    ),
    el(
      "section",
      { id: `step-${String(step)}`, "aria-labelledby": "heading" },
      el(
        "h2",
        { id: "heading", tabindex: "-1" },
        t("prepare.stepOf", { n: step, name: t(`prepare.step.${step}`) }),
      ),
      el("form", { id: "form", autocomplete: "off" }, ...renderers[step](words, model)),
      model.exportId === null
        ? el(
            "div",
            { class: "nav-row" },
            step === 1 ? null : button("back", "quiet", { id: "step-back" }, t("prepare.back")),
            step === 3 ? null : button("next", "main", { id: "step-next" }, t("prepare.next")),
          )
        : null,
    ),
  ]
}
