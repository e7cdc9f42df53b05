/** Step 2: which papers, what they ask for, and what is to be looked at before it is handed over. */
import { offeredWords } from "../../core/papers/notice-content.ts"
import { LONGEST_PASSAGE, LONGEST_PERSON_LINE, passageFields, type Typed } from "../../core/papers/typed.ts"
import { type Words } from "../../i18n/words.ts"
import { type Child, el } from "../parts/dom.ts"
import { inertText } from "../parts/inert-text.ts"
import { itemLabel } from "../parts/item.ts"
import { renderLaw } from "../roads/law.ts"
import { button } from "./button.ts"
import { renderClaims } from "./claims.ts"
import { asked, type Held, type Model, offeredTo } from "./model.ts"
import { renderPrivacy } from "./privacy-check.ts"
import { renderWrongful, wrongfulIn } from "./wrongful.ts"

export function renderContents(words: Words, model: Model): Child[] {
  const { t } = words
  const { person, own, statements, claims } = asked(model)
  return [
    el(
      "fieldset",
      { id: "papers", class: "list" },
      el("legend", { class: "strong" }, t("prepare.papers")),
      model.audience === "backup" ? el("p", { class: "small soft" }, t("prepare.noPapers")) : null,
      ...offeredTo(model.audience).map(name =>
        tick(`paper-${name}`, "paper", name, model.papers.includes(name), t(`prepare.paper.${name}`)),
      ),
      tick("with-notes", "notes", "notes", model.withNotes, t("remark.export")),
    ),
    model.papers.length === 0 ? null : renderWrongful(words, model),
    person.length === 0
      ? null
      : el(
          "fieldset",
          { id: "person", class: "fields" },
          el("legend", { class: "strong" }, t("prepare.person")),
          el("p", { class: "small soft" }, t("prepare.personWhat")),
          ...person.map(name =>
            line(`person-${name}`, t(`prepare.person.${name}`), model.typed.person[name]),
          ),
          tick("keep-person", "keep", "keep", model.isKept, t("prepare.keep")),
        ),
    ...own.map(name =>
      el(
        "div",
        { id: `own-of-${name}`, class: "fields" },
        passageFields.has(name)
          ? area(`own-${name}`, t(`prepare.own.${name}`), model.typed.own[name] ?? null, 4)
          : line(`own-${name}`, t(`prepare.own.${name}`), model.typed.own[name] ?? null),
      ),
    ),
    claims ? renderClaims(words, model.typed) : null,
    statements ? renderStatements(words, model) : null,
    person.length === 0 ? null : renderHonesty(words),
    renderPrivacy(words, model),
  ]
}

/** For who signs: it warns them, and has no place in what they sign. */
const renderHonesty = (words: Words): HTMLElement =>
  el(
    "section",
    { id: "honesty", class: "note", "aria-labelledby": "honesty-title" },
    el("h3", { id: "honesty-title" }, words.t("prepare.honesty")),
    el("p", { class: "small" }, words.t("prepare.honestyWhat")),
    renderLaw(words, ["noForging"]),
  )

function renderStatements(words: Words, model: Model): HTMLElement {
  const { t } = words
  return el(
    "section",
    { id: "statements", "aria-labelledby": "statements-title" },
    el("h3", { id: "statements-title" }, t("prepare.statements")),
    el("p", { class: "small soft" }, t("prepare.statementsWhat")),
    ...wrongfulIn(model).map(held => renderStatement(words, model.typed, held)),
  )
}

function renderStatement({ t }: Words, { statements }: Typed, { item, capture }: Held): HTMLElement {
  const name = item.record.item
  const said = statements.find(each => each.item === name)
  const label = itemLabel(capture.item)
  const offered = offeredWords(item)
  return el(
    "fieldset",
    { id: `statement-${name}`, class: "statement fields" },
    el("legend", {}, `${label} · `, el("bdi", {}, inertText(capture.title, 60))),
    area(`words-${name}`, t("prepare.words"), said?.words ?? null, 3),
    offered === null
      ? null
      : button(
          "quote",
          "link",
          { "data-item": name, "aria-label": t("prepare.quoteOf", { item: label }) },
          t("prepare.quote"),
        ),
    area(`truth-${name}`, t("prepare.truth"), said?.truth ?? null, 3),
  )
}

const area = (id: string, label: string, value: string | null, rows: number): HTMLElement =>
  el(
    "label",
    {},
    label,
    // What is written in it outlives a redraw.
    el("textarea", { id, rows: String(rows), maxlength: String(LONGEST_PASSAGE), "data-keep": "" }, value),
  )

const line = (id: string, label: string, value: string | null): HTMLElement =>
  el(
    "label",
    {},
    label,
    el("input", {
      ...{ id, type: "text", autocomplete: "off", spellcheck: "false" },
      ...{ maxlength: String(LONGEST_PERSON_LINE), value },
    }),
  )

const tick = (id: string, name: string, value: string, checked: boolean, label: string): HTMLElement =>
  el(
    "label",
    { class: "choice" },
    el("input", { id, type: "checkbox", name, value, checked }),
    el("span", {}, label),
  )
