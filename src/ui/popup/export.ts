/** Making a bundle: what goes in, what its log will show, and the digits to keep. */
import { busyIf } from "../parts/busy.ts"
import { DEFAULT_CASE } from "../../core/cases.ts"
import { OPEN_TIMESTAMPS } from "../../core/ots/calendars.ts"
import { type Words } from "../../i18n/words.ts"
import { keysOfCase } from "../../vault/case-row.ts"
import { type ExportRow } from "../../vault/schema.ts"
import { isLate } from "../../vault/read.ts"
import { renderAttached } from "../parts/attached.ts"
import { anchorSentence } from "../parts/anchor-sentence.ts"
import { caseName } from "../parts/case-options.ts"
import { el } from "../parts/dom.ts"
import { inertText, inFours } from "../parts/inert-text.ts"
import { renderWithNotes } from "../parts/with-notes.ts"
import { button } from "./button.ts"
import { renderLateStamps } from "./late-stamps.ts"
import { renderEncrypted } from "./encrypted.ts"
import { renderEncryption } from "./encryption.ts"
import { type Followed, type Model } from "./model.ts"
import { renderProblem } from "./problem.ts"
import { renderStop, renderStopped } from "./stop-export.ts"
import { renderNoPapers, renderReport, renderSkip } from "./report.ts"

export function renderExport(words: Words, model: Model, row: ExportRow | null): HTMLElement {
  const { t } = words
  return el(
    "div",
    { class: "view" },
    el(
      "header",
      { class: "title-row" },
      button("home", "link", { id: "back" }, `‹ ${t("export.back")}`),
      el("h2", { id: "heading", tabindex: "-1" }, t("export.title")),
    ),
    row === null ? renderChoice(words, model) : renderCourse(words, model, row),
    row?.state === "done" || row?.state === "failed"
      ? button("open-export", "quiet", { id: "export-open" }, t("export.again"))
      : null,
  )
}

/** How an export goes, or went. */
export function renderCourse(words: Words, model: Followed, row: ExportRow): HTMLElement {
  switch (row.state) {
    case "failed":
      return row.code === "export/stopped"
        ? renderStopped(words)
        : renderProblem(words, row.code ?? "export/failed", true)
    case "running":
      return renderRunning(words, row)
    case "done":
      return renderDone(words, model, row)
  }
}

/** The list of items is not here: main.ts fills it once, when the reader asks for it. */
function renderChoice(words: Words, model: Model): HTMLElement {
  const { t } = words
  const kept = model.counts?.kept ?? 0
  const rest = model.backup?.without.length ?? 0
  const isOfRest =
    model.place.at === "export" && model.place.of === "without-backup" && rest > 0 && rest < kept
  // With one case only, it is all there is.
  const filed = model.cases.length < 2 ? undefined : model.cases.find(({ id }) => id === model.currentCase)
  const scope = (value: string, checked: boolean, label: string) =>
    el(
      "label",
      // What is chosen stays with its own label when another one comes between.
      { id: `scope-${value}`, class: "choice" },
      el("input", { type: "radio", name: "scope", value, checked }),
      el("span", {}, label),
    )
  return el(
    "form",
    { id: "export-choice" },
    el(
      "fieldset",
      {},
      el("legend", { class: "only-read" }, t("export.what")),
      scope("all", !isOfRest, t("export.all", { n: kept })),
      filed === undefined ? null : scope("case", false, t("export.case", { name: caseName(words, filed) })),
      rest > 0 && rest < kept ? scope("without-backup", isOfRest, t("backup.scope", { n: rest })) : null,
      scope("selected", false, t("export.selected")),
    ),
    el("div", { id: "export-items", "data-keep": "items" }, t("export.loading")),
    ...renderStart(words, model, keysOfCase(model.cases, [model.currentCase ?? DEFAULT_CASE])),
  )
}

/**
 * How it is to be handed out, what others will see in it, and the button that begins.
 *
 * @param ofCase ids of the keys that its case was last encrypted to
 */
export function renderStart(
  words: Words,
  {
    pending,
    authorities,
    recipients,
    hasRemarks,
    reports,
  }: Pick<Model, "pending" | "authorities" | "recipients" | "hasRemarks" | "reports">,
  ofCase: readonly string[],
): HTMLElement[] {
  const { t } = words
  const withNotes = renderWithNotes(words, hasRemarks)
  return [
    ...(withNotes === null ? [] : [withNotes]),
    renderReport(words, reports),
    renderEncryption(words, recipients, ofCase),
    el(
      "div",
      { class: "note note-calm small" },
      el("p", { id: "export-privacy" }, t("export.privacy")),
      el(
        "p",
        { id: "export-stamp" },
        authorities.length === 0
          ? t("export.noStamp")
          : t("export.stampFrom", { names: authorities.join(" · ") }),
      ),
    ),
    button(
      "start-export",
      "main",
      {
        id: "export-start",
        "aria-describedby": "export-privacy export-stamp",
        ...busyIf(pending === "export"),
      },
      t(pending === "export" ? "export.starting" : "export.start"),
    ),
  ]
}

function renderRunning(words: Words, row: ExportRow): HTMLElement {
  const { t, format } = words
  const measured = row.total > 0
  return el(
    "section",
    { id: "export-running" },
    el("p", { class: "strong" }, t("export.running")),
    el("progress", {
      "aria-label": t("export.running"),
      max: measured ? String(row.total) : null,
      value: measured ? String(Math.min(row.done, row.total)) : null,
    }),
    measured
      ? el("p", {}, t("export.progress", { done: format.number(row.done), total: format.number(row.total) }))
      : null,
    el("p", { class: "small soft" }, t("export.closeable")),
    renderSkip(words, row),
    renderStop(words, row),
  )
}

/** What became of the time stamps over this bundle, those apart that came later than it was packed. */
function bundleStamps(words: Words, { stamps, anchors }: Followed, row: ExportRow): string[] {
  const { t, format } = words
  if (row.authorities.length === 0) return [t("export.noStamp")]
  return row.authorities.flatMap(name => {
    if (name === OPEN_TIMESTAMPS) {
      const anchor = anchors.find(({ of }) => of === row.id)
      return anchor?.proof == null ? t("anchors.none") : anchorSentence(words, anchor)
    }
    const stamp = stamps.find(({ of, authority }) => of === row.id && authority === name)
    if (stamp !== undefined && isLate(stamp)) return []
    const time = stamp?.time ?? null
    return time === null
      ? t("export.stampMissing", { name })
      : t("export.stamped", { name, time: format.time(time) })
  })
}

function renderDone(words: Words, model: Followed, row: ExportRow): HTMLElement {
  const { t, format } = words
  const zip = row.zip ?? ""
  const isEncrypted = row.encrypted !== null
  return el(
    "section",
    {
      id: "export-done",
      "data-sha256": zip,
      "data-file": row.fileName ?? "",
      "aria-labelledby": "export-done-title",
    },
    el("h3", { id: "export-done-title" }, t("export.done")),
    el("p", { class: "small" }, t("export.doneCheck")),
    el(
      "dl",
      { class: "receipt receipt-wide" },
      el(
        "div",
        {},
        el("dt", {}, t("export.file")),
        el("dd", {}, el("bdi", {}, inertText(row.fileName ?? "", 80))),
      ),
      el("div", {}, el("dt", {}, t("export.size")), el("dd", {}, format.size(row.bytes ?? 0))),
      el("div", {}, el("dt", {}, t("export.at")), el("dd", {}, format.time(row.at))),
    ),
    row.leftOut > 0
      ? el("p", { id: "left-out", class: "note note-warn" }, t("export.leftOut", { n: row.leftOut }))
      : null,
    ...renderNext(words, row),
    ...renderNoPapers(words, row),
    el(
      "div",
      { class: "row" },
      el("h3", { class: "small soft" }, t(isEncrypted ? "encrypt.sha256Inside" : "export.sha256")),
      button(
        "copy",
        "plain",
        { id: "copy", "data-text": zip },
        t(model.copied ? "export.copied" : "export.copy"),
      ),
    ),
    el("code", { id: "digits", class: "digits" }, inFours(zip)),
    renderEncrypted(words, row),
    el(
      "ul",
      { class: "sentences small" },
      isEncrypted ? el("li", {}, t("encrypt.inside")) : null,
      el("li", {}, t("export.adviceKeep")),
      el("li", {}, t("export.adviceZip")),
      ...bundleStamps(words, model, row).map(said => el("li", { class: "stamp" }, said)),
    ),
    renderLateStamps(words, model, row),
    renderAttached(
      words,
      model.imports.filter(({ of }) => of === row.id),
    ),
    button("open-attach", "link", { id: "open-attach" }, t("attach.open")),
  )
}

/** What did not fit: the library has it chosen already, and asks how it is to be handed out. */
function renderNext({ t }: Words, { id, next = [] }: ExportRow): HTMLElement[] {
  if (next.length === 0) return []
  const query = new URLSearchParams({ export: "next", of: id }).toString()
  return [
    el(
      "div",
      { id: "export-next", class: "note note-warn" },
      el("p", {}, t("export.next", { n: next.length })),
      el(
        "a",
        { class: "button-quiet", href: `library.html?${query}`, target: "_blank" },
        t("export.nextOpen"),
      ),
    ),
  ]
}
