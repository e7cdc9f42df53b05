/** Pieces that notes and complaints share. */
import { busyIf } from "../parts/busy.ts"
import { type RemarkKind } from "../../core/remarks.ts"
import { type Words } from "../../i18n/words.ts"
import { type KeptRemark, type RemarkRow } from "../../vault/remark-row.ts"
import { el } from "../parts/dom.ts"
import { type Model } from "./model.ts"

export const newestOf = ({ versions }: KeptRemark): RemarkRow | undefined => versions.at(-1)

export const ofKind = (remarks: readonly KeptRemark[], kind: RemarkKind): KeptRemark[] =>
  remarks.filter(remark => newestOf(remark)?.kind === kind)

/** `whole`: what a screen reader is told, where what is shown does not say of what it is. */
export const remarkButton = (
  act: "remark-add" | "remark-edit" | "remark-take-back",
  kind: RemarkKind,
  id: string,
  said: string,
  whole: string | null,
): HTMLElement =>
  el(
    "button",
    {
      type: "button",
      id: `${act}-${kind}${id === "" ? "" : `-${id}`}`,
      class: id === "" ? "button-quiet" : "button-link",
      "data-act": act,
      "data-name": kind,
      "data-remark": id,
      "aria-label": whole,
    },
    said,
  )

export const renderRemarkActs = (
  { t }: Words,
  kind: RemarkKind,
  { id }: KeptRemark,
  what: string,
): HTMLElement =>
  el(
    "div",
    { class: "row-acts" },
    remarkButton("remark-edit", kind, id, t("remark.edit"), t("remark.editOf", { what })),
    remarkButton("remark-take-back", kind, id, t("remark.takeBack"), t("remark.takeBackOf", { what })),
  )

export const renderSave = (model: Model, said: string, id: string, cancel: string | null): HTMLElement =>
  el(
    "div",
    { class: "row-acts" },
    el("button", { type: "submit", id, class: "button-plain", ...busyIf(model.isKeeping) }, said),
    cancel === null
      ? null
      : el("button", { type: "button", class: "button-quiet", "data-act": "remark-cancel" }, cancel),
  )
