/** The self-check record, filled in beside a running recording. */
import {
  checkNames,
  commandOf,
  LONGEST_OUTPUT,
  type SelfCheckWish,
  type System,
  systems,
} from "../../core/self-check.ts"
import { type Words } from "../../i18n/words.ts"
import { type CaptureRow } from "../../vault/capture-row.ts"
import { el } from "../parts/dom.ts"
import { type Model } from "./model.ts"

export function renderSelfCheck(words: Words, model: Model, row: CaptureRow): HTMLElement | null {
  const { t } = words
  if (row.selfCheckAt !== undefined) {
    return el("p", { id: "self-check-saved", class: "small soft" }, t("selfCheck.saved"))
  }
  if (model.system === null) return null
  const { system } = model
  return el(
    "form",
    { id: "self-check", "aria-labelledby": "self-check-title" },
    el("h3", { id: "self-check-title", tabindex: "-1" }, t("selfCheck.title")),
    el("p", {}, t("selfCheck.what")),
    el("p", {}, t("selfCheck.not")),
    el("p", {}, t("selfCheck.ask")),
    el("p", { class: "note note-warn" }, t("selfCheck.private")),
    el("label", { for: "system" }, t("selfCheck.system")),
    el(
      "select",
      { id: "system" },
      ...systems.map(each =>
        el("option", { value: each, selected: each === system }, t(`selfCheck.system.${each}`)),
      ),
    ),
    ...checkNames.map(name => renderCheck(words, model, name, system, row)),
    el("p", { class: "small soft" }, t("selfCheck.limits")),
    el("p", { class: "small soft" }, t("selfCheck.once")),
    el(
      "div",
      { class: "actions" },
      el("button", { type: "submit", id: "self-check-save", class: "button-plain" }, t("selfCheck.save")),
      el("button", { type: "button", class: "button-quiet", "data-act": "print" }, t("selfCheck.print")),
    ),
  )
}

function renderCheck(
  { t }: Words,
  { copied }: Model,
  name: (typeof checkNames)[number],
  system: System,
  { url }: CaptureRow,
): HTMLElement {
  const check = t(`selfCheck.check.${name}`)
  const command = commandOf(name, system, url)
  return el(
    "div",
    { class: "check" },
    el("h4", {}, check),
    el("pre", { tabindex: "0", role: "group", "aria-label": check }, el("code", {}, command)),
    el(
      "button",
      {
        ...{ type: "button", class: "button-quiet", "data-act": "copy-command", "data-text": command },
        "aria-label": t("selfCheck.copyName", { check }),
      },
      t(copied === command ? "selfCheck.copied" : "selfCheck.copy"),
    ),
    el("label", { class: "small", for: `output-${name}` }, t("selfCheck.paste", { check })),
    el("textarea", {
      ...{ id: `output-${name}`, "data-name": name, rows: "3", spellcheck: "false" },
      maxlength: String(LONGEST_OUTPUT),
    }),
  )
}

/** As the browser names it; the reader may choose another. */
export function likelySystem(userAgent: string): System {
  if (userAgent.includes("Windows")) return "windows"
  return /Macintosh|Mac OS/.test(userAgent) ? "macos" : "linux"
}

/** What stands in the form; what was left empty is not in it. */
export function readForm(form: HTMLElement, system: System): SelfCheckWish {
  return {
    system,
    screen: {
      ...{ width: screen.width, height: screen.height },
      ...{ colorDepth: screen.colorDepth, dpr: devicePixelRatio },
    },
    outputs: checkNames.flatMap(name => {
      const text = form.querySelector<HTMLTextAreaElement>(`textarea[data-name="${name}"]`)?.value ?? ""
      return text.trim() === "" ? [] : [{ name, text }]
    }),
  }
}
