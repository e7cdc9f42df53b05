/** One field as a row: the value, where it is from, and the page's own words where they differ. */
import { type Field, type FieldName, notFound } from "../../core/post-facts/fields.ts"
import { postWords } from "../../i18n/post-facts.ts"
import { type Words } from "../../i18n/words.ts"
import { el } from "../parts/dom.ts"
import { correctButton, renderCorrectForm, renderFilledIn } from "./correct.ts"
import { saidOf, type Said } from "./fact.ts"
import { type Model } from "./model.ts"

/** The post's own words, which stay hidden until asked for. */
const WORDS: ReadonlySet<FieldName> = new Set(["text", "title"])

/** Shapes, so that no colour has to tell them apart; the words beside say the same. */
const DOTS = { read: "●", calculated: "◐", none: "—", ambiguous: "◇" } as const

/** `field` as it was read; null where nothing was read at all. */
export function renderFactRow(words: Words, model: Model, name: FieldName, field: Field | null): HTMLElement {
  const { t, language } = words
  const said = saidOf(words, name, field ?? notFound)
  const isHidden = WORDS.has(name) && model.content.at !== "shown"
  const label = postWords[language].fieldName(name)
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
        isHidden && said.from !== "none"
          ? el("span", { class: "soft" }, t("item.hidden"))
          : renderValue(said),
        el(
          "span",
          { class: "row-acts" },
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
                t(model.copied === said.copy ? "item.copied" : "item.copy"),
              ),
          correctButton(words, name, said.from === "none"),
        ),
      ),
      el(
        "p",
        { class: "small soft" },
        el("span", { class: "dot", "aria-hidden": "true" }, DOTS[said.from]),
        ` ${[t(`item.source.${said.from}`), ...said.notes].join(" · ")}`,
      ),
      isHidden || said.raw.length === 0 ? null : renderRaw(words, said),
      renderFilledIn(words, model, name, isHidden),
      model.editing === name ? renderCorrectForm(words, model, name, said.copy, isHidden) : null,
    ),
  )
}

const renderValue = ({ value }: Said): HTMLElement =>
  value === null ? el("span", { class: "soft" }, "—") : el("bdi", { class: "value" }, value)

const renderRaw = ({ t }: Words, { raw }: Said): HTMLElement =>
  el(
    "p",
    { class: "small" },
    el("span", { class: "soft" }, t("item.rawWords")),
    ...raw.flatMap((text, at) => [at === 0 ? " " : " / ", el("bdi", {}, text)]),
  )
