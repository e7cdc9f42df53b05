/** What the page says of its post, field by field, and what the user says in its place. */
import { type FieldName, fieldNames } from "../../core/post-facts/fields.ts"
import { idTimeCompared, type PostFacts } from "../../core/post-facts/judge.ts"
import { standing } from "../../core/corrections.ts"
import { postWords } from "../../i18n/post-facts.ts"
import { type Words } from "../../i18n/words.ts"
import { el } from "../parts/dom.ts"
import { inertText } from "../parts/inert-text.ts"
import { renderFactRow } from "./fact-row.ts"
import { type Model } from "./model.ts"

export function renderFacts(words: Words, model: Model): HTMLElement {
  const { t } = words
  return el(
    "section",
    { id: "facts", "aria-labelledby": "facts-title", "data-facts": model.facts.at },
    el("h2", { id: "facts-title" }, t("item.facts")),
    ...bodyOf(words, model),
  )
}

function bodyOf(words: Words, model: Model): (HTMLElement | null)[] {
  const { t } = words
  switch (model.facts.at) {
    case "reading":
      return [el("p", { class: "soft" }, t("item.factsReading"))]
    case "none":
      return [el("p", { class: "soft" }, t("item.factsNone")), ...renderTables(words, model, null)]
    case "damaged":
      return [
        el("p", { class: "note note-problem" }, t("item.factsDamaged")),
        ...renderTables(words, model, null),
      ]
    case "read":
      return [
        ...renderTables(words, model, model.facts.facts),
        ...notesOf(words, model.facts.facts).map(note => el("p", { class: "small" }, note)),
        el("p", { class: "small soft" }, postWords[words.language].saidNote),
      ]
  }
}

/** What is known stands there; what is not is folded, and can be filled in. */
function renderTables(words: Words, model: Model, facts: PostFacts | null): (HTMLElement | null)[] {
  const { t } = words
  const filled = standing(model.corrections)
  const isKnown = (name: FieldName) =>
    filled.has(name) || (facts !== null && facts.fields[name].verdict !== "not-found")
  const unknown = fieldNames.filter(name => !isKnown(name))
  const label = facts === null ? t("item.fillInAll") : t("item.notFound", { n: unknown.length })
  return [
    renderTable(words, model, facts, t("item.facts"), fieldNames.filter(isKnown)),
    unknown.length === 0
      ? null
      : el(
          "details",
          { id: "not-found" },
          el("summary", {}, label),
          renderTable(words, model, facts, label, unknown),
        ),
  ]
}

function notesOf({ language, format }: Words, facts: PostFacts): string[] {
  const said = postWords[language]
  const { comments, faults } = facts
  const idTime = idTimeCompared(facts)
  return [
    ...(idTime === null ? [] : [said.idTime({ at: format.time(idTime.at), apart: idTime.apart })]),
    ...(comments.length === 0 ? [] : [said.commentsRead(comments.length)]),
    ...faults.map(({ adapter }) => said.adapterFault(inertText(adapter, 60))),
  ]
}

function renderTable(
  words: Words,
  model: Model,
  facts: PostFacts | null,
  label: string,
  names: readonly FieldName[],
): HTMLElement | null {
  if (names.length === 0) return null
  const rows = names.map(name => renderFactRow(words, model, name, facts?.fields[name] ?? null))
  return el("table", { class: "facts", "aria-label": label }, el("tbody", {}, ...rows))
}
