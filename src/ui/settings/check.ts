/** The check of all files: started here, and how the last one came out. */
import { busyIf } from "../parts/busy.ts"
import { errorSentences } from "../../i18n/sentences.ts"
import { type Words } from "../../i18n/words.ts"
import { type CheckOutcome, type CheckRow } from "../../vault/check-row.ts"
import { el } from "../parts/dom.ts"
import { itemLabel } from "../parts/item.ts"

export function renderCheck(words: Words, check: CheckRow | null): HTMLElement {
  const { t } = words
  const running = check?.running ?? null
  return el(
    "section",
    { id: "check", "aria-labelledby": "check-title" },
    el("h3", { id: "check-title" }, t("check.title")),
    el("p", {}, t("check.what")),
    check?.code == null ? null : renderFailure(words, check.code),
    renderOutcome(words, check?.last ?? null),
    running === null ? null : renderRunning(words, running),
    el(
      "button",
      {
        type: "button",
        id: "check-start",
        class: "button-plain",
        "data-act": "check-files",
        ...busyIf(running !== null),
      },
      t("check.start"),
    ),
  )
}

function renderRunning({ t, format }: Words, { done, total }: NonNullable<CheckRow["running"]>): HTMLElement {
  const said = { done: format.number(done), total: format.number(total) }
  return el("p", { id: "check-running", role: "status" }, t("check.running", said))
}

function renderFailure({ t }: Words, code: NonNullable<CheckRow["code"]>): HTMLElement {
  const said = errorSentences(t, code)
  return el(
    "div",
    { id: "check-failed", class: "note note-warn", "data-cause": code },
    el("p", { class: "strong" }, said.cause),
    el("p", {}, said.safe),
    el("p", {}, said.next),
  )
}

function renderOutcome({ t, format }: Words, last: CheckOutcome | null): HTMLElement {
  if (last === null) return el("p", { id: "check-outcome", class: "soft" }, t("check.never"))
  const { files, items, damaged } = last
  const said = { time: format.time(last.at), files: format.number(files), n: items }
  if (damaged.length === 0) {
    return el(
      "p",
      { id: "check-outcome", "data-outcome": "whole", class: "note note-calm" },
      items === 0 ? t("check.nothing", said) : t("check.whole", said),
    )
  }
  return el(
    "div",
    { id: "check-outcome", "data-outcome": "damaged", class: "note note-problem", role: "alert" },
    el("p", {}, t("check.damaged", said)),
    el(
      "ul",
      { class: "damaged" },
      ...damaged.map(({ item }) => el("li", { class: "strong" }, itemLabel(item))),
    ),
    el("p", {}, t("check.advice")),
  )
}
