/** The file that was given: where it is dropped, what became of it, and the question whose it is. */
import { type NotRead } from "../../core/proof/proof.ts"
import { type Words } from "../../i18n/words.ts"
import { el } from "../parts/dom.ts"
import { inertText } from "../parts/inert-text.ts"
import { type Given, type Model, targetOf } from "./model.ts"
import { renderChoice, targetName } from "./target.ts"

/** Only a hint for the system's own dialog: what the bytes say counts. */
const ACCEPTED = ".tsr,.tst,.tsa,.pdf,.jpg,.jpeg,.png,.ofd"

export function renderGiven(words: Words, model: Model): HTMLElement {
  const { t } = words
  return el(
    "section",
    { id: "give", "aria-labelledby": "give-title" },
    el("h2", { id: "give-title" }, t("attach.give")),
    el(
      "div",
      { class: "drop" },
      el(
        "label",
        { for: "file" },
        el("span", {}, `${t("attach.drop")} `),
        el("span", { class: "drop-button" }, t("attach.chooseFile")),
      ),
      el("input", { id: "file", type: "file", accept: ACCEPTED, disabled: model.given.at === "reading" }),
    ),
    el("p", { class: "small" }, t("attach.forms")),
    el("p", { class: "small soft" }, t("attach.keeps")),
    renderOutcome(words, model),
  )
}

function renderOutcome(words: Words, model: Model): HTMLElement | null {
  const { t } = words
  const { given } = model
  if (given.at === "none") return null
  const isWhose = given.at === "refused" && given.answer.outcome === "whose"
  const tone = given.at === "kept" || given.at === "reading" ? "calm" : "warn"
  return el(
    "div",
    {
      id: "outcome",
      tabindex: "-1",
      class: `note note-${tone}`,
      "data-outcome": given.at === "refused" ? given.answer.outcome : given.at,
    },
    ...outcomeSentences(words, model).map((said, index) =>
      el("p", index === 0 ? { class: "strong" } : {}, said),
    ),
    isWhose
      ? el(
          "form",
          { id: "whose-form", class: "whose" },
          renderChoice(words, model, "whose", model.whose),
          el(
            "div",
            { class: "row" },
            el(
              "button",
              {
                type: "submit",
                id: "attach",
                class: "button-plain",
                disabled: targetOf(model.whose) === null,
              },
              t("attach.toThis"),
            ),
            el("button", { type: "button", class: "button-link", "data-act": "not" }, t("attach.not")),
          ),
        )
      : null,
  )
}

/** The first says what became of the file; a screen reader is told all of them. */
export function outcomeSentences(words: Words, model: Model): string[] {
  const { t } = words
  const { given } = model
  if (given.at === "none") return []
  const name = inertText(given.name, 80)
  if (given.at === "reading") return [t("attach.reading", { name })]
  if (given.at === "kept") return keptSentences(words, model, given, name)
  const refused = [t("attach.refused", { name })]
  if (given.at === "too-large") return [...refused, t("attach.tooLarge"), t("attach.notChanged")]
  if (given.answer.outcome === "whose") return [name, whoseSentence(words, given.answer)]
  return [...refused, whySentence(words, given.answer), t("attach.notChanged")]
}

function keptSentences(
  { t }: Words,
  model: Model,
  { importId }: Extract<Given, { at: "kept" }>,
  name: string,
): string[] {
  // The list of what is kept follows the vault, and may be a moment behind.
  const row = model.imports.find(({ id }) => id === importId)
  return row === undefined
    ? []
    : [t("attach.kept", { name, target: targetName(model, { kind: row.kind, id: row.of }) })]
}

const whoseSentence = ({ t, format }: Words, { at }: Extract<NotRead, { outcome: "whose" }>): string =>
  at === null ? t("attach.whoseFile") : t("attach.whoseStamp", { time: format.time(at) })

const whySentence = ({ t }: Words, answer: Exclude<NotRead, { outcome: "whose" }>): string =>
  answer.outcome === "invalid" ? t("attach.invalid", { fault: answer.fault }) : t("attach.noProof")
