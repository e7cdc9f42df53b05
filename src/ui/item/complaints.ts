/** The complaints that the user sent about the item or its case, with the days that have passed since. */
import { channels, type Complaint, results } from "../../core/remarks.ts"
import { type Words } from "../../i18n/words.ts"
import { type KeptRemark } from "../../vault/remark-row.ts"
import { complaintSaid } from "../parts/complaint.ts"
import { type Child, el } from "../parts/dom.ts"
import { inertText } from "../parts/inert-text.ts"
import { renderFileField } from "../parts/remark-files.ts"
import { type Model } from "./model.ts"
import { newestOf, ofKind, remarkButton, renderRemarkActs, renderSave } from "./remark-parts.ts"

const LONGEST_LINE = 200
const LONGEST_SAID = 2_000

export function renderComplaints(words: Words, model: Model, remarks: readonly KeptRemark[]): HTMLElement {
  const { t } = words
  const { remarking } = model
  const standing = [...ofKind(remarks, "complaint"), ...ofKind(model.caseRemarks, "complaint")].flatMap(
    remark => {
      const newest = newestOf(remark)
      return newest?.kind === "complaint" && newest.content !== null ? [{ remark, said: newest.content }] : []
    },
  )
  const isNew = remarking?.kind === "complaint" && remarking.id === null
  return el(
    "section",
    { id: "complaints", "aria-labelledby": "complaints-title" },
    el("h3", { id: "complaints-title" }, t("complaint.title")),
    el("p", { class: "small soft" }, t("complaint.what")),
    standing.length === 0 && !isNew ? el("p", { class: "soft" }, t("complaint.none")) : null,
    el(
      "ul",
      { class: "said" },
      ...standing.map(({ remark, said }) =>
        el(
          "li",
          { "data-remark": remark.id, "data-of": model.caseRemarks.includes(remark) ? "case" : "item" },
          ...(remarking?.kind === "complaint" && remarking.id === remark.id
            ? [renderForm(words, model, said)]
            : renderComplaint(words, model, remark, said)),
        ),
      ),
    ),
    isNew
      ? renderForm(words, model, null)
      : remarkButton("remark-add", "complaint", "", t("complaint.add"), null),
    standing.length === 0 ? null : el("p", { class: "small soft" }, t("complaint.limits")),
  )
}

const renderComplaint = (words: Words, model: Model, remark: KeptRemark, said: Complaint): Child[] => {
  const { t } = words
  const about = model.caseRemarks.includes(remark) ? t("complaint.ofCase") : null
  return [
    ...complaintSaid(words, said, about, model.now),
    renderRemarkActs(words, "complaint", remark, inertText(said.platform, 60)),
  ]
}

function renderForm(words: Words, model: Model, said: Complaint | null): HTMLElement {
  const { t } = words
  const text = (id: string, label: string, value: string, longest: number, isNeeded = false) =>
    el(
      "label",
      {},
      label,
      el("input", {
        id,
        type: "text",
        maxlength: String(longest),
        autocomplete: "off",
        required: isNeeded,
        value,
      }),
    )
  const time = (id: string, label: string, value: string | null, isNeeded = false) =>
    el(
      "label",
      {},
      label,
      el("input", {
        id,
        type: "datetime-local",
        required: isNeeded,
        value: value === null ? "" : localTime(value),
      }),
    )
  const choice = (
    id: string,
    label: string,
    options: readonly (readonly [string, string])[],
    value: string,
  ) =>
    el(
      "label",
      {},
      label,
      el(
        "select",
        { id },
        ...options.map(([name, shown]) => el("option", { value: name, selected: name === value }, shown)),
      ),
    )
  return el(
    "form",
    {
      id: "complaint-form",
      class: "fields",
      "data-form": "complaint",
      "data-keep": model.remarking?.id ?? "new",
    },
    said !== null
      ? null
      : choice(
          "complaint-of",
          t("complaint.of"),
          [
            ["item", t("complaint.ofItem")],
            ["case", t("complaint.ofCase")],
          ],
          "item",
        ),
    text("complaint-platform", t("complaint.platform"), said?.platform ?? "", LONGEST_LINE, true),
    choice(
      "complaint-channel",
      t("complaint.channel"),
      channels.map(each => [each, t(`complaint.channel.${each}`)] as const),
      said?.channel ?? "platform",
    ),
    time("complaint-sent", t("complaint.sentAt"), said?.sentAt ?? model.now, true),
    text("complaint-number", t("complaint.number"), said?.number ?? "", LONGEST_LINE),
    choice(
      "complaint-result",
      t("complaint.result"),
      results.map(each => [each, t(`complaint.result.${each}`)] as const),
      said?.result ?? "waiting",
    ),
    time("complaint-replied", t("complaint.repliedAt"), said?.repliedAt ?? null),
    text("complaint-said", t("complaint.said"), said?.said ?? "", LONGEST_SAID),
    renderFileField(words, "complaint-files", t("complaint.files"), said?.files),
    renderSave(model, t("remark.keep"), "complaint-keep", t("remark.cancel")),
  )
}

/** As the field for a time wants it: in the zone of this device, to the minute. */
function localTime(iso: string): string {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return ""
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
