/** The public keys that bundles can be encrypted to. */
import { type Recipient } from "../../core/encryption/recipient.ts"
import { type Words } from "../../i18n/words.ts"
import { renderConfirm } from "../parts/confirm.ts"
import { el } from "../parts/dom.ts"
import { inertText } from "../parts/inert-text.ts"

export const RECIPIENT_FORM = "recipient-form"

export function renderRecipients(words: Words, recipients: readonly Recipient[]): HTMLElement {
  const { t } = words
  const field = (name: string, label: string) =>
    el(
      "label",
      {},
      el("span", {}, label),
      el("input", { name, type: "text", required: true, autocomplete: "off", spellcheck: "false" }),
    )
  return el(
    "section",
    { id: "recipients", "aria-labelledby": "recipients-title" },
    el("h3", { id: "recipients-title", tabindex: "-1" }, t("recipients.title")),
    el("p", {}, t("recipients.what")),
    recipients.length === 0
      ? el("p", { id: "no-recipients", class: "soft" }, t("recipients.none"))
      : el(
          "ul",
          { class: "authorities" },
          ...recipients.map(recipient =>
            el("li", { id: `recipient-${recipient.id}` }, ...renderRecipient(words, recipient)),
          ),
        ),
    el(
      "form",
      { id: RECIPIENT_FORM, class: "fields" },
      field("label", t("recipients.label")),
      field("key", t("recipients.key")),
      el("button", { type: "submit", class: "button-plain" }, t("recipients.add")),
    ),
  )
}

function renderRecipient({ t }: Words, { id, label, key }: Recipient): HTMLElement[] {
  const name = inertText(label, 60)
  return [
    el(
      "div",
      { class: "row" },
      el("bdi", { class: "strong" }, name),
      renderConfirm(
        {
          id: `remove-${id}`,
          asked: t("recipients.removeAsk"),
          named: t("recipients.removeOf", { name }),
          what: t("recipients.removeWhat"),
          yes: t("recipients.remove"),
        },
        { "data-act": "remove-recipient", "data-recipient": id, "data-name": name },
      ),
    ),
    el("code", { class: "recipient-key small soft" }, key),
  ]
}
