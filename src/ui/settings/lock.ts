/** The mode for a shared computer: what it does and does not do, and the passphrase that puts it on and takes it off. */
import { type Lock } from "../../core/lock.ts"
import { type Words } from "../../i18n/words.ts"
import { el } from "../parts/dom.ts"

export const LOCK_FORM = "lock-put-form"
export const UNLOCK_FORM = "lock-off-form"

export function renderLock({ t }: Words, lock: Lock | null): HTMLElement {
  const field = (name: "new" | "again" | "old") =>
    el(
      "label",
      { class: "field" },
      el("span", {}, t(`lock.${name}`)),
      el("input", { name, type: "password", autocomplete: "off", spellcheck: "false", required: true }),
    )
  return el(
    "section",
    { id: "shared", "aria-labelledby": "shared-title", "data-on": lock === null ? "no" : "yes" },
    el("h3", { id: "shared-title" }, t("lock.title")),
    el("p", {}, t("lock.what")),
    el("p", { class: "note" }, t("lock.limits")),
    el("p", { class: "small soft" }, t("lock.forgetting")),
    lock === null
      ? el(
          "form",
          { id: LOCK_FORM, class: "fields", novalidate: true },
          field("new"),
          field("again"),
          el("button", { type: "submit", class: "button-plain" }, t("lock.put")),
        )
      : el(
          "div",
          { id: "lock-on" },
          el("p", { class: "strong" }, t("lock.on")),
          el("button", { type: "button", class: "button-plain", "data-act": "close-lock" }, t("lock.close")),
          el(
            "form",
            { id: UNLOCK_FORM, class: "fields", novalidate: true },
            field("old"),
            el("button", { type: "submit", class: "button-plain" }, t("lock.remove")),
          ),
        ),
  )
}
