/** The language of our pages and that of reports, chosen apart. */
import {
  type Languages,
  pageLanguages,
  parseLanguages,
  usualReportLanguages,
  usualLanguages,
} from "../../core/languages.ts"
import { ownNames } from "../../i18n/language.ts"
import { type Words } from "../../i18n/words.ts"
import { type Child, el } from "../parts/dom.ts"
import { type ChoicesModel } from "./choices-model.ts"

export const PAGES_FORM = "pages-form"
export const REPORTS_FORM = "reports-form"

export function renderPageLanguage({ t }: Words, { languages }: ChoicesModel): HTMLElement {
  return el(
    "section",
    { id: "pages", "aria-labelledby": "pages-title" },
    el("h3", { id: "pages-title" }, t("settings.pages")),
    el("p", {}, t("settings.pagesWhat")),
    renderChoice(
      { id: PAGES_FORM, name: "pages", label: t("settings.pages"), keep: t("settings.pagesKeep") },
      languages === null,
      pageLanguages.map(value =>
        value === "browser"
          ? el("option", { value, selected: languages?.pages === value }, t("settings.pages.browser"))
          : el("option", { value, lang: value, selected: languages?.pages === value }, ownNames[value]),
      ),
    ),
    el("p", { class: "soft" }, t("settings.looks")),
  )
}

export function renderReportLanguage({ t }: Words, { languages, isKept }: ChoicesModel): HTMLElement {
  return el(
    "section",
    { id: "reports", "aria-labelledby": "reports-title" },
    el("h3", { id: "reports-title" }, t("settings.reports")),
    el("p", {}, t("settings.reportsWhat")),
    renderChoice(
      { id: REPORTS_FORM, name: "reports", label: t("settings.reports"), keep: t("settings.reportsKeep") },
      languages === null,
      usualReportLanguages.map(value =>
        el(
          "option",
          { value, selected: languages?.reports === value },
          t(value === "page" ? "settings.reports.page" : `export.report.${value}`),
        ),
      ),
    ),
    el("p", { id: "reports-kept", role: "status" }, isKept ? t("settings.reportsKept") : ""),
  )
}

function renderChoice(
  { id, name, label, keep }: Readonly<Record<"id" | "name" | "label" | "keep", string>>,
  disabled: boolean,
  options: readonly Child[],
): HTMLElement {
  return el(
    "form",
    { id, class: "fields" },
    el("select", { name, "aria-label": label, disabled }, ...options),
    el("button", { type: "submit", class: "button-plain", disabled }, keep),
  )
}

/** What was held, with what a form of the two says. @throws EvidenceError `input/malformed` */
export const readLanguages = (held: Languages | null, entered: FormData): Languages =>
  parseLanguages({ ...(held ?? usualLanguages), ...Object.fromEntries(entered) })
