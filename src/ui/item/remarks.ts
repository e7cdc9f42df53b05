/** What the user says of the item for themselves: labels, notes, complaints. Apart from the evidence, in its own words. */
import { hashOfContent, LONGEST_TAG, wrongs } from "../../core/remarks.ts"
import { type Words } from "../../i18n/words.ts"
import { type CaptureRow } from "../../vault/capture-row.ts"
import { caseIdOf } from "../../vault/case-row.ts"
import { type KeptRemark, type RemarkRow } from "../../vault/remark-row.ts"
import { caseName, roadsLink } from "../parts/case-options.ts"
import { type Child, el } from "../parts/dom.ts"
import { inertText } from "../parts/inert-text.ts"
import { renderComplaints } from "./complaints.ts"
import { type Model } from "./model.ts"
import { newestOf, ofKind, remarkButton, renderRemarkActs, renderSave } from "./remark-parts.ts"

const LONGEST_NOTE = 20_000
const MOST_TAGS = 30

export function renderRemarks(words: Words, model: Model, row: CaptureRow): HTMLElement | null {
  const { remarks } = model
  // What is ticked belongs to the reader: nothing is drawn before it is known.
  if (remarks === null) return null
  const { t } = words
  const filed = model.cases.find(({ id }) => id === caseIdOf(row))
  return el(
    "section",
    { id: "remarks", "aria-labelledby": "remarks-title" },
    el("h2", { id: "remarks-title", tabindex: "-1" }, t("remark.title")),
    el("p", { class: "small soft" }, t("remark.what")),
    filed === undefined
      ? null
      : el("p", { id: "in-case" }, t("remark.case", { name: caseName(words, filed) })),
    filed === undefined ? null : el("p", { id: "case-next" }, roadsLink(words, filed, null)),
    renderLabels(words, model, remarks),
    renderNotes(words, model, remarks),
    renderComplaints(words, model, remarks),
  )
}

function renderLabels(words: Words, model: Model, remarks: readonly KeptRemark[]): HTMLElement {
  const { t } = words
  const newest = remarks.map(newestOf).find(row => row?.kind === "labels")
  const content = newest?.kind === "labels" ? newest.content : null
  const tick = (wrong: (typeof wrongs)[number]) =>
    el(
      "label",
      { class: "tick" },
      el("input", {
        type: "checkbox",
        name: "wrong",
        value: wrong,
        checked: content?.wrongs.includes(wrong) ?? false,
      }),
      t(`remark.wrong.${wrong}`),
    )
  return el(
    "form",
    // Another version is another form: ticks of one that stays are the reader's.
    {
      id: `labels-${String(newest?.version ?? 0)}`,
      class: "fields",
      "data-form": "labels",
      "data-keep": "labels",
    },
    el(
      "fieldset",
      {},
      el("legend", {}, t("remark.labels")),
      el("div", { class: "ticks" }, ...wrongs.map(tick)),
    ),
    el(
      "label",
      {},
      t("remark.tags"),
      el("input", {
        id: "tags",
        type: "text",
        autocomplete: "off",
        maxlength: String(LONGEST_TAG * MOST_TAGS),
        value: content?.tags.join(", ") ?? "",
      }),
    ),
    renderSave(model, t("remark.keepLabels"), "labels-keep", null),
  )
}

function renderNotes(words: Words, model: Model, remarks: readonly KeptRemark[]): HTMLElement {
  const { t } = words
  const notes = ofKind(remarks, "note")
  const standing = notes.filter(remark => newestOf(remark)?.content !== null)
  const gone = notes.filter(remark => newestOf(remark)?.content === null)
  const { remarking } = model
  return el(
    "section",
    { id: "notes", "aria-labelledby": "notes-title" },
    el("h3", { id: "notes-title" }, t("remark.notes")),
    standing.length === 0 && remarking?.kind !== "note"
      ? el("p", { class: "soft" }, t("remark.noNotes"))
      : null,
    el(
      "ul",
      { class: "said" },
      ...standing.map(remark =>
        el(
          "li",
          { "data-remark": remark.id },
          ...(remarking?.kind === "note" && remarking.id === remark.id
            ? [renderNoteForm(words, model, textOf(newestOf(remark)))]
            : renderNote(words, remark)),
        ),
      ),
    ),
    remarking?.kind === "note" && remarking.id === null
      ? renderNoteForm(words, model, "")
      : remarkButton("remark-add", "note", "", t("remark.addNote"), null),
    gone.length === 0
      ? null
      : el(
          "details",
          { id: "notes-gone", class: "small" },
          el("summary", {}, t("remark.goneOnes", { n: gone.length })),
          ...gone.map(remark => renderHistory(words, remark)),
        ),
  )
}

const textOf = (row: RemarkRow | undefined): string => (row?.kind === "note" ? (row.content?.text ?? "") : "")

function renderNote(words: Words, remark: KeptRemark): Child[] {
  const text = textOf(newestOf(remark))
  return [
    el("p", { class: "own-words", dir: "auto" }, text),
    renderRemarkActs(words, "note", remark, inertText(text, 20)),
    renderHistory(words, remark),
  ]
}

function renderHistory({ t, format }: Words, { id, versions }: KeptRemark): HTMLElement {
  return el(
    "details",
    { id: `history-${id}`, class: "small" },
    el("summary", {}, t("remark.history", { n: versions.length })),
    el(
      "ol",
      { class: "said" },
      ...versions.map(row =>
        el(
          "li",
          {},
          el("p", { class: "soft" }, t("remark.versionAt", { n: row.version, time: format.time(row.at) })),
          el("p", { class: "own-words", dir: "auto" }, row.content === null ? t("remark.gone") : textOf(row)),
          el("code", { class: "print" }, hashOfContent(row)),
        ),
      ),
    ),
  )
}

function renderNoteForm({ t }: Words, model: Model, text: string): HTMLElement {
  return el(
    "form",
    { id: "note-form", class: "fields", "data-form": "note", "data-keep": model.remarking?.id ?? "new" },
    el(
      "label",
      {},
      t("remark.note"),
      el("textarea", { id: "note-text", rows: "5", maxlength: String(LONGEST_NOTE) }, text),
    ),
    renderSave(model, t("remark.keep"), "note-keep", t("remark.cancel")),
  )
}
