/** What was taken over from elsewhere, and what was not taken at all: what people pasted is shown as text. */
import { type RefusedLine } from "../../core/queue/parse-list.ts"
import { type Words } from "../../i18n/words.ts"
import { type Child, el } from "../parts/dom.ts"
import { inertText } from "../parts/inert-text.ts"
import { type Taken } from "./model.ts"

/** Lines that are shown. */
const MOST_REFUSED = 20
/** Characters of a line, and of a file's name, that are shown. */
const SHOWN = 80

export function takenSaid(words: Words, taken: Taken): Child[] {
  const { t } = words
  switch (taken.from) {
    case "file": {
      const name = inertText(taken.name, SHOWN)
      return [
        el("p", {}, t("queue.fileRead", { name, n: taken.n })),
        renderRefusals(words, taken.refused, "file-"),
      ]
    }
    case "tabs":
      return [
        el("p", {}, t("queue.tabsRead", taken)),
        taken.others === 0 ? null : el("p", {}, t("queue.tabsOthers", { n: taken.others })),
      ]
    case "tabs-refused":
      return [el("p", { class: "note note-warn" }, t("queue.tabsRefused"))]
  }
}

/** Each by its line, with the reason. Ids begin with `prefix`. */
export function renderRefusals(
  { t, format }: Words,
  refused: readonly RefusedLine[],
  prefix: string,
): HTMLElement | null {
  if (refused.length === 0) return null
  const rest = refused.length - MOST_REFUSED
  return el(
    "div",
    { id: `${prefix}refused`, class: "note note-warn" },
    el("p", {}, t("queue.refused", { n: refused.length })),
    el(
      "ul",
      { class: "sentences small" },
      ...refused
        .slice(0, MOST_REFUSED)
        .map(({ line, text, why }) =>
          el(
            "li",
            { "data-line": String(line), "data-why": why },
            t("queue.line", { line: format.number(line) }),
            " ",
            t(`queue.why.${why}`),
            " — ",
            el("bdi", {}, inertText(text, SHOWN)),
          ),
        ),
      rest > 0 ? el("li", {}, t("queue.more", { n: rest })) : null,
    ),
  )
}
