/** The files of an item with their fingerprints, and whether they are still what was sealed. */
import { busyIf } from "../parts/busy.ts"
import { type Words } from "../../i18n/words.ts"
import { type ArtifactRow } from "../../vault/capture-row.ts"
import { el } from "../parts/dom.ts"
import { inertText, inFours } from "../parts/inert-text.ts"
import { type Model } from "./model.ts"

const RECORD = "capture.json"

export function renderFiles(words: Words, model: Model): HTMLElement {
  const { t } = words
  const { recomputed, files } = model
  const isRunning = recomputed.at === "running"
  return el(
    "section",
    { id: "files", "aria-labelledby": "files-title", "data-recomputed": recomputed.at },
    el(
      "div",
      { class: "row" },
      el("h2", { id: "files-title" }, t("item.files")),
      el(
        "button",
        {
          type: "button",
          id: "recompute",
          class: "button-quiet",
          "data-act": "recompute",
          ...busyIf(isRunning),
        },
        t("item.recompute"),
      ),
    ),
    el("p", { class: "small soft" }, t("item.filesWhat")),
    renderOutcome(words, model),
    el(
      "ul",
      { class: "files" },
      ...lostOf(model).map(path => renderLost(words, path)),
      ...files.map(file => renderFile(words, model, file)),
    ),
  )
}

/** What stands there, and what a screen reader is told; empty before anything was asked for. */
export function outcomeOf({ t }: Words, { recomputed }: Model): string {
  switch (recomputed.at) {
    case "not":
      return ""
    case "running":
      return t("item.recomputing")
    case "done":
      return recomputed.wrong.size === 0
        ? t("item.allSame", { n: recomputed.files })
        : t("item.someDiffer", { n: recomputed.wrong.size })
  }
}

function renderOutcome(words: Words, model: Model): HTMLElement | null {
  const said = outcomeOf(words, model)
  if (said === "") return null
  const { recomputed } = model
  const isWrong = recomputed.at === "done" && recomputed.wrong.size > 0
  return el("p", { id: "recomputed", class: isWrong ? "note note-problem" : "note note-calm" }, said)
}

/** Files that the record lists and of which there is not even a row any more. */
function lostOf({ recomputed, files }: Model): string[] {
  if (recomputed.at !== "done") return []
  return [...recomputed.wrong].filter(path => !files.some(file => file.path === path))
}

const renderLost = ({ t }: Words, path: string): HTMLElement =>
  el(
    "li",
    { "data-path": path, "data-outcome": "gone" },
    el("code", { class: "strong" }, inertText(path, 120)),
    el("p", { class: "note note-problem" }, t("item.gone")),
  )

function renderFile(words: Words, model: Model, file: ArtifactRow): HTMLElement {
  const { t, format } = words
  const { path, bytes, sha256, sm3 } = file
  const outcome = outcomeOfFile(model, path)
  return el(
    "li",
    { "data-path": path, "data-outcome": outcome },
    el(
      "div",
      { class: "row" },
      el("code", { class: "strong" }, inertText(path, 120)),
      el("span", { class: "small soft" }, format.size(bytes)),
    ),
    renderPrint("SHA-256", inFours(sha256)),
    renderPrint("SM3", sm3 === null ? t("item.noPrint") : inFours(sm3)),
    outcome === null
      ? null
      : el("p", { class: outcome === "differs" ? "note note-problem" : "small" }, OUTCOMES(words)[outcome]),
  )
}

const renderPrint = (label: string, digits: string): HTMLElement =>
  el("p", { class: "print" }, el("span", { class: "small soft" }, label), " ", el("code", {}, digits))

type Outcome = "same" | "differs" | "not-compared"

/** What is not in a record that is damaged itself cannot be compared with it. */
function outcomeOfFile({ recomputed }: Model, path: string): Outcome | null {
  if (recomputed.at !== "done") return null
  if (recomputed.wrong.has(path)) return "differs"
  return recomputed.wrong.has(RECORD) ? "not-compared" : "same"
}

const OUTCOMES = ({ t }: Words): Readonly<Record<Outcome, string>> => ({
  same: `✓ ${t("item.same")}`,
  differs: t("item.differs"),
  "not-compared": t("item.notCompared"),
})
