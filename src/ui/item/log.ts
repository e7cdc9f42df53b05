/** What the capture did, step by step. What only a technician wants is folded. */
import { type Words } from "../../i18n/words.ts"
import { type LogRow } from "../../vault/capture-row.ts"
import { el } from "../parts/dom.ts"
import { inertText } from "../parts/inert-text.ts"
import { type Model } from "./model.ts"

/** Characters of a line's details: all of it stands in log.jsonl. */
const LONGEST = 2_000

export function renderLog(words: Words, { log, item }: Model): HTMLElement {
  const { t } = words
  const steps = item?.steps ?? []
  return el(
    "section",
    { id: "log", "aria-labelledby": "log-title" },
    el("h2", { id: "log-title" }, t("item.log")),
    steps.length === 0
      ? el("p", { class: "soft" }, t("item.logNone"))
      : el(
          "ol",
          { class: "steps" },
          ...steps.map(({ name, at, outcome }) =>
            el(
              "li",
              { "data-step": name, "data-outcome": outcome },
              el("span", {}, t(`step.${name}`)),
              el("span", { class: "small soft" }, `${t(`outcome.${outcome}`)} · ${at.slice(11, 19)} UTC`),
            ),
          ),
        ),
    log.length === 0
      ? null
      : el(
          "details",
          { id: "log-details" },
          el("summary", {}, t("item.details")),
          el("ol", { class: "lines" }, ...log.map(renderLine)),
        ),
  )
}

/** As it stands in log.jsonl, in the words of the program. */
function renderLine({ at, step, what, detail }: LogRow): HTMLElement {
  const more = Object.keys(detail).length === 0 ? "" : JSON.stringify(detail)
  return el("li", { lang: "en" }, el("code", {}, inertText(`${at} ${step} ${what} ${more}`, LONGEST)))
}
