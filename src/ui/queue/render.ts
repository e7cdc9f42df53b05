/** The page as a function of its model. */
import { type Words } from "../../i18n/words.ts"
import { el } from "../parts/dom.ts"
import { renderProblemOf } from "../parts/problem.ts"
import { renderCourse } from "./course.ts"
import { renderForm } from "./form.ts"
import { isForm, type Model } from "./model.ts"

export const renderPage = (words: Words, model: Model): HTMLElement =>
  el("main", { id: "view" }, renderProblemOf(words, model.problem), ...sectionsOf(words, model))

function sectionsOf(words: Words, model: Model): (HTMLElement | null)[] {
  if (model.queue === undefined) return []
  if (model.queue === null || isForm(model)) return renderForm(words, model)
  return renderCourse(words, model, model.queue)
}
