/** Whether OpenTimestamps are asked for, and of whom. No question of the browser's: calendars take what they get from any origin. */
import { type Anchoring, publicCalendars } from "../../core/ots/calendars.ts"
import { type Words } from "../../i18n/words.ts"
import { el } from "../parts/dom.ts"
import { inertText } from "../parts/inert-text.ts"

export const CALENDARS_FORM = "calendars-form"

export function renderAnchors({ t }: Words, anchoring: Anchoring | null): HTMLElement | null {
  if (anchoring === null) return null
  return el(
    "section",
    { id: "anchors", "aria-labelledby": "anchors-title" },
    el("h3", { id: "anchors-title" }, t("anchors.title")),
    el("p", {}, t("anchors.what")),
    el("p", { id: "anchors-consent", class: "note note-calm" }, t("anchors.consent")),
    el(
      "label",
      {},
      el("input", {
        type: "checkbox",
        name: "anchors",
        "data-on": anchoring.on ? "yes" : "no",
        "aria-describedby": "anchors-consent",
      }),
      el("span", { class: "strong" }, t("anchors.on")),
    ),
    el(
      "ul",
      { id: "calendars", class: "small soft" },
      ...anchoring.calendars.map(url => el("li", {}, inertText(url, 200))),
    ),
    renderOther({ t }, anchoring),
  )
}

const renderOther = ({ t }: Pick<Words, "t">, { calendars }: Anchoring): HTMLElement =>
  el(
    "details",
    { id: "other-calendars" },
    el("summary", {}, t("anchors.other")),
    el(
      "form",
      { id: CALENDARS_FORM, class: "fields" },
      el(
        "label",
        {},
        el("span", {}, t("anchors.calendars")),
        el(
          "textarea",
          { name: "calendars", rows: "4", spellcheck: "false", autocomplete: "off" },
          calendars.join("\n"),
        ),
      ),
      el("button", { type: "submit", class: "button-plain" }, t("anchors.keep")),
      calendars.join() === publicCalendars.join()
        ? null
        : el(
            "button",
            { type: "button", class: "button-link", "data-act": "usual-calendars" },
            t("anchors.usual"),
          ),
    ),
  )
