/** What the post says, to the letter. Hidden until asked for; only ever text. */
import { type Words } from "../../i18n/words.ts"
import { el } from "../parts/dom.ts"
import { type Model } from "./model.ts"

/** UTF-16 units: more than a reader scrolls through, and less than makes a browser slow. */
const MOST_SHOWN = 200_000

export function renderText(words: Words, model: Model): HTMLElement {
  const { t } = words
  return el(
    "section",
    { id: "text", "aria-labelledby": "text-title" },
    el("h2", { id: "text-title" }, t("item.text")),
    ...(model.content.at === "shown"
      ? shownText(words, model, model.content.text)
      : [el("p", { class: "soft" }, t("item.hidden"))]),
  )
}

function shownText(
  words: Words,
  { facts, item }: Model,
  text: string | null | false,
): (HTMLElement | null)[] {
  const { t } = words
  const ofPost = facts.at === "read" ? facts.facts.fields.text.value : null
  return [
    ...(ofPost === null ? [] : renderVerbatim(words, "post-text", t("item.textPost"), ofPost)),
    ...(typeof text === "string"
      ? renderVerbatim(
          words,
          "page-text",
          t(item?.imported === undefined ? "item.textPage" : "imported.text"),
          text,
        )
      : []),
    text === null && ofPost === null ? el("p", { class: "soft" }, t("item.textNone")) : null,
    text === false ? el("p", { class: "note note-problem" }, t("item.textDamaged")) : null,
  ]
}

function renderVerbatim(
  { t, format }: Words,
  id: string,
  label: string,
  text: string,
): (HTMLElement | null)[] {
  return [
    el("h3", { id: `${id}-label` }, label),
    el(
      "pre",
      { id, class: "verbatim", tabindex: "0", role: "group", "aria-labelledby": `${id}-label`, dir: "auto" },
      text.slice(0, MOST_SHOWN),
    ),
    text.length > MOST_SHOWN
      ? el("p", { class: "small soft" }, t("item.textCut", { n: format.number(MOST_SHOWN) }))
      : null,
  ]
}
