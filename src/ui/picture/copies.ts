/** Redacted copies: what should be looked for, the making, and those that there are, each called what it is. */
import { busyIf } from "../parts/busy.ts"
import { type FoundNumber } from "../../core/picture/numbers.ts"
import { type Words } from "../../i18n/words.ts"
import { type RedactionRow } from "../../vault/redaction-row.ts"
import { el } from "../parts/dom.ts"
import { inertText, inFours } from "../parts/inert-text.ts"
import { pictureName } from "../parts/picture.ts"
import { coversIn } from "./draft.ts"
import { type Model } from "./model.ts"
import { button } from "./viewer.ts"

export function renderCopies(words: Words, model: Model): HTMLElement {
  const { t } = words
  const { content, copies, draft, busy } = model
  const covers = coversIn(draft).length
  return el(
    "section",
    { id: "copies", "aria-labelledby": "copies-title" },
    el("h2", { id: "copies-title" }, t("picture.copies")),
    el("p", { class: "small soft" }, t("picture.copiesWhat")),
    content.at === "shown" ? renderNumbers(words, content.numbers) : null,
    content.at === "shown"
      ? el(
          "div",
          { class: "row-acts" },
          button(t("picture.copy"), {
            ...{ id: "make-copy", class: "button-plain", "data-act": "copy" },
            ...busyIf(covers === 0 || busy !== "no"),
          }),
          el(
            "span",
            { id: "covers", class: "small soft" },
            busy === "copy" ? t("picture.copying") : t("picture.covers", { n: covers }),
          ),
        )
      : null,
    copies.length === 0
      ? el("p", { class: "soft" }, t("picture.copiesNone"))
      : el("ul", { class: "files" }, ...copies.map(copy => renderCopy(words, model, copy))),
  )
}

function renderNumbers(words: Words, numbers: readonly FoundNumber[] | null): HTMLElement {
  const { t } = words
  if (numbers === null) return el("p", { id: "numbers", class: "small soft" }, t("picture.numbersUnread"))
  if (numbers.length === 0) return el("p", { id: "numbers", class: "small soft" }, t("picture.numbersNone"))
  const identities = numbers.filter(({ kind }) => kind === "identity").length
  const phones = numbers.length - identities
  const what = [
    ...(phones === 0 ? [] : [t("picture.phones", { n: phones })]),
    ...(identities === 0 ? [] : [t("picture.identities", { n: identities })]),
  ].join(t("picture.and"))
  return el(
    "div",
    { id: "numbers", class: "note note-warn", "data-count": String(numbers.length) },
    el("p", {}, t("picture.numbers", { what })),
    el(
      "ul",
      {},
      ...numbers.map(({ kind, before, number, after }) =>
        el(
          "li",
          { "data-number": kind },
          el(
            "bdi",
            {},
            `…${inertText(before, 40)}`,
            el("strong", {}, inertText(number, 40)),
            `${inertText(after, 40)}…`,
          ),
        ),
      ),
    ),
  )
}

function renderCopy(words: Words, { looking }: Model, copy: RedactionRow): HTMLElement {
  const { t, format } = words
  const { id, original, at, boxes, file } = copy
  const what = pictureName(words, original.path)
  const isLookedAt = looking?.id === id
  const of = t("picture.copyOf", { what, time: format.time(at), n: boxes.length })
  return el(
    "li",
    { "data-copy": id, "data-of": original.path },
    el(
      "div",
      { class: "row" },
      el("span", { class: "chip chip-gaps" }, t("picture.copyLabel")),
      el("span", {}, of),
    ),
    el("p", { class: "print small" }, t("picture.copyPrint"), " ", el("code", {}, inFours(file))),
    el(
      "p",
      { class: "print small soft" },
      t("picture.originalPrint"),
      " ",
      el("code", {}, inFours(original.sha256)),
    ),
    el(
      "div",
      { class: "row-acts" },
      button(t(isLookedAt ? "picture.lookAway" : "picture.look"), {
        ...{ id: `look-${id}`, class: "button-quiet", "data-act": "look", "data-copy": id },
        "aria-expanded": String(isLookedAt),
      }),
      button(t("picture.save"), {
        ...{ id: `save-${id}`, class: "button-quiet", "data-act": "save", "data-copy": id },
      }),
    ),
    isLookedAt
      ? el(
          "div",
          { class: "frame", tabindex: "0", role: "group", "aria-label": t("picture.copyAlt", { what }) },
          el("img", { src: looking.url, alt: t("picture.copyAlt", { what }) }),
        )
      : null,
  )
}
