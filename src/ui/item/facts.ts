/** What the page says of its post, field by field: the value, where it is from, and the page's own words where they differ. */
import { type FieldName, fieldNames } from "../../core/post-facts/fields.ts"
import { type PostFacts } from "../../core/post-facts/judge.ts"
import { postWords } from "../../i18n/post-facts.ts"
import { type Words } from "../../i18n/words.ts"
import { el } from "../parts/dom.ts"
import { inertText } from "../parts/inert-text.ts"
import { saidOf, type Said } from "./fact.ts"
import { type Model } from "./model.ts"

/** The post's own words, which stay hidden until asked for. */
const WORDS: ReadonlySet<FieldName> = new Set(["text", "title"])

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
      return [el("p", { class: "soft" }, t("item.factsNone"))]
    case "damaged":
      return [el("p", { class: "note note-problem" }, t("item.factsDamaged"))]
    case "read":
      return readBody(words, model, model.facts.facts)
  }
}

function readBody(words: Words, model: Model, facts: PostFacts): (HTMLElement | null)[] {
  const { t, language } = words
  const said = postWords[language]
  const isMissing = (name: FieldName) => facts.fields[name].verdict === "not-found"
  const missing = fieldNames.filter(isMissing)
  const notes = notesOf(words, facts)
  return [
    renderTable(
      words,
      model,
      facts,
      t("item.facts"),
      fieldNames.filter(name => !isMissing(name)),
    ),
    ...notes.map(note => el("p", { class: "small" }, note)),
    el("p", { class: "small soft" }, said.saidNote),
    missing.length === 0
      ? null
      : el(
          "details",
          { id: "not-found" },
          el("summary", {}, t("item.notFound", { n: missing.length })),
          renderTable(words, model, facts, t("item.notFound", { n: missing.length }), missing),
        ),
  ]
}

function notesOf({ language, format }: Words, { idTime, comments, faults }: PostFacts): string[] {
  const said = postWords[language]
  return [
    ...(idTime === undefined
      ? []
      : [
          said.idTime({
            at: format.time(idTime.at),
            seconds: idTime.differenceSeconds === null ? null : Math.abs(idTime.differenceSeconds),
          }),
        ]),
    ...(comments.length === 0 ? [] : [said.commentsRead(comments.length)]),
    ...faults.map(({ adapter }) => said.adapterFault(inertText(adapter, 60))),
  ]
}

function renderTable(
  words: Words,
  model: Model,
  facts: PostFacts,
  label: string,
  names: readonly FieldName[],
): HTMLElement | null {
  if (names.length === 0) return null
  return el(
    "table",
    { class: "facts", "aria-label": label },
    el(
      "tbody",
      {},
      ...names.map(name => renderRow(words, model, name, saidOf(words, name, facts.fields[name]))),
    ),
  )
}

function renderRow(words: Words, { content, copied }: Model, name: FieldName, said: Said): HTMLElement {
  const { t, language } = words
  const label = postWords[language].fieldName(name)
  const isHidden = WORDS.has(name) && content.at !== "shown" && said.from !== "none"
  return el(
    "tr",
    { "data-field": name, "data-from": said.from },
    el("th", { scope: "row" }, label),
    el(
      "td",
      {},
      el(
        "div",
        { class: "row" },
        isHidden ? el("span", { class: "soft" }, t("item.hidden")) : renderValue(said),
        isHidden || said.copy === null
          ? null
          : el(
              "button",
              {
                type: "button",
                class: "button-link",
                "data-act": "copy",
                "data-text": said.copy,
                "aria-label": t("item.copyOf", { what: label }),
              },
              t(copied === said.copy ? "item.copied" : "item.copy"),
            ),
      ),
      el(
        "p",
        { class: "small soft" },
        el("span", { class: "dot", "aria-hidden": "true" }, DOTS[said.from]),
        ` ${[t(`item.source.${said.from}`), ...said.notes].join(" · ")}`,
      ),
      isHidden || said.raw.length === 0
        ? null
        : el(
            "p",
            { class: "small" },
            el("span", { class: "soft" }, t("item.rawWords")),
            ...said.raw.flatMap((raw, at) => [at === 0 ? " " : " / ", el("bdi", {}, raw)]),
          ),
    ),
  )
}

const renderValue = ({ value }: Said): HTMLElement =>
  value === null ? el("span", { class: "soft" }, "—") : el("bdi", { class: "value" }, value)

/** Shapes, so that no colour has to tell them apart; the words beside say the same. */
const DOTS = { read: "●", calculated: "◐", user: "○", none: "—", ambiguous: "◇" } as const
