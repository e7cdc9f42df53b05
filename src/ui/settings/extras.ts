/**
 * What a capture keeps besides, where the user switches it on. Before each
 * question of the browser's stands what it is for, for which site, and what is
 * sent to whom.
 */
import { type CaptureOptions, type ExtraName } from "../../core/capture-options.ts"
import { type Words } from "../../i18n/words.ts"
import type { ArchiveGrant } from "../../platform/grants.ts"
import { el } from "../parts/dom.ts"
import { inertText } from "../parts/inert-text.ts"

export const SITE_FORM = "site-form"

/** Those of the extras that this section offers. */
const offered = ["unfold", "server-record", "originals", "mhtml"] as const satisfies readonly ExtraName[]

export interface ExtrasModel {
  /** Null until the vault has answered. */
  readonly options: CaptureOptions | null
  readonly archive: ArchiveGrant
  /** Sites that the browser lets the extension read, as it writes them; those of time stamp authorities apart. */
  readonly sites: readonly string[]
  /** Sites that the popup sent the reader here for, as origins. */
  readonly wanted: readonly string[]
  /** Those of them that are allowed by now. */
  readonly allowed: readonly string[]
  /** True after the browser's question was answered with no. */
  readonly refused: boolean
}

export const noExtras: ExtrasModel = {
  options: null,
  archive: "impossible",
  sites: [],
  wanted: [],
  allowed: [],
  refused: false,
}

export function renderExtras(words: Words, model: ExtrasModel): HTMLElement {
  const { t } = words
  return el(
    "section",
    { id: "extras", "aria-labelledby": "extras-title" },
    el("h3", { id: "extras-title" }, t("extras.title")),
    ...model.wanted.map(origin => renderWanted(words, model, origin)),
    model.refused
      ? el("p", { id: "extras-refused", class: "note note-warn", role: "status" }, t("extras.refused"))
      : null,
    el("p", {}, t("extras.what")),
    el(
      "ul",
      { class: "authorities" },
      ...offered.map(name => el("li", {}, ...renderExtra(words, model, name))),
    ),
    renderSites(words, model),
  )
}

/** A site that the reader came here to allow. */
function renderWanted(words: Words, model: ExtrasModel, origin: string): HTMLElement {
  const { t } = words
  const host = inertText(new URL(origin).hostname, 80)
  const isDone = model.allowed.includes(origin)
  return el(
    "div",
    { class: "note note-calm wanted", "data-site": origin, "data-allowed": isDone ? "yes" : "no" },
    el("p", { class: "strong" }, isDone ? t("extras.allowed", { host }) : t("extras.ask", { host })),
    isDone ? null : el("p", {}, t("extras.askWhat", { host })),
    isDone
      ? null
      : el(
          "button",
          { type: "button", class: "button-plain", "data-act": "allow-site", "data-url": origin },
          t("extras.allow", { host }),
        ),
  )
}

function renderExtra({ t }: Words, model: ExtrasModel, name: (typeof offered)[number]): HTMLElement[] {
  const isOn = model.options?.extras.includes(name) ?? false
  const isImpossible = name === "mhtml" && model.archive === "impossible"
  const about = `about-${name}`
  return [
    el(
      "label",
      {},
      el("input", {
        type: "checkbox",
        name: "extra",
        value: name,
        "data-on": isOn ? "yes" : "no",
        disabled: isImpossible || model.options === null,
        "aria-describedby": about,
      }),
      el("span", { class: "strong" }, t(`extras.${name}`)),
    ),
    el(
      "div",
      { id: about, class: "small soft" },
      el("p", {}, t(`extras.${name}.what`)),
      el("p", {}, t(isImpossible ? "extras.mhtml.impossible" : `extras.${name}.sent`)),
      name === "mhtml" && isOn && model.archive === "not-granted"
        ? el("p", { id: "mhtml-not-allowed" }, t("extras.mhtml.notAllowed"))
        : null,
    ),
  ]
}

function renderSites({ t }: Words, { sites }: ExtrasModel): HTMLElement {
  return el(
    "div",
    { id: "sites" },
    el("h4", { class: "small soft" }, t("extras.sites")),
    sites.length === 0
      ? el("p", { id: "no-sites", class: "small soft" }, t("extras.noSites"))
      : el(
          "ul",
          { class: "authorities" },
          ...sites.map(pattern => {
            const site = inertText(pattern.replace(/\/\*$/, ""), 100)
            return el(
              "li",
              { class: "row", "data-site": pattern },
              el("bdi", {}, site),
              el(
                "button",
                {
                  type: "button",
                  class: "button-link",
                  "data-act": "give-back",
                  "data-site": pattern,
                  "aria-label": t("extras.giveBackOf", { site }),
                },
                t("extras.giveBack"),
              ),
            )
          }),
        ),
    el(
      "form",
      { id: SITE_FORM, class: "fields" },
      el(
        "label",
        {},
        el("span", {}, t("extras.site")),
        el("input", { name: "site", type: "url", required: true, autocomplete: "off", spellcheck: "false" }),
      ),
      el("p", { class: "small soft" }, t("extras.siteWhat")),
      el("button", { type: "submit", class: "button-plain" }, t("extras.siteAllow")),
    ),
  )
}
