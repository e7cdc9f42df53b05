/**
 * The choice to encrypt an export. A passphrase is in two fields of the page and
 * nowhere else: not in the model, which is drawn from, and gone with the fields.
 */
import { type Encryption } from "../../core/encryption/encryption.ts"
import { FEWEST_CHARACTERS, isUsable, MOST_CHARACTERS } from "../../core/encryption/passphrase.ts"
import { type Recipient, shortKey } from "../../core/encryption/recipient.ts"
import { EvidenceError } from "../../core/errors.ts"
import { type Words } from "../../i18n/words.ts"
import { el } from "../parts/dom.ts"
import { inertText } from "../parts/inert-text.ts"
import { button } from "./button.ts"

/** @param ofCase ids of the keys that the case was last encrypted to: they are ticked, for whoever chooses keys again */
export function renderEncryption(
  words: Words,
  recipients: readonly Recipient[],
  ofCase: readonly string[],
): HTMLElement {
  const { t } = words
  const way = (value: string, label: string) =>
    el(
      "label",
      { class: "choice" },
      el("input", { type: "radio", name: "encryption", value, checked: value === "none" }),
      el("span", {}, label),
    )
  return el(
    "details",
    // What is typed and ticked in it outlives a redraw, but not a change of the keys.
    { id: "encryption", "data-keep": [...recipients.map(({ id }) => id), "of", ...ofCase].join(" ") },
    el("summary", {}, t("encrypt.title")),
    el(
      "fieldset",
      {},
      el("legend", { class: "only-read" }, t("encrypt.title")),
      way("none", t("encrypt.none")),
      way("passphrase", t("encrypt.passphrase")),
      way("recipients", t("encrypt.recipients")),
    ),
    renderPassphrase(words),
    recipients.length === 0 ? renderNobody(words) : renderRecipients(words, recipients, ofCase),
  )
}

function renderPassphrase({ t }: Words): HTMLElement {
  const field = (id: string, label: string) =>
    el(
      "label",
      { class: "field" },
      el("span", {}, label),
      el("input", {
        id,
        class: "passphrase",
        type: "password",
        maxlength: String(MOST_CHARACTERS),
        // "new-password" would let the browser's own keeper offer to keep it.
        autocomplete: "off",
        autocapitalize: "off",
        spellcheck: "false",
        "aria-describedby": "passphrase-guess passphrase-lost",
      }),
    )
  return el(
    "div",
    { id: "by-passphrase" },
    field("passphrase", t("encrypt.passphraseFirst", { n: FEWEST_CHARACTERS })),
    field("passphrase-again", t("encrypt.passphraseAgain")),
    el(
      "div",
      { class: "row" },
      el(
        "label",
        { class: "choice" },
        el("input", { type: "checkbox", id: "passphrase-show" }),
        el("span", {}, t("encrypt.passphraseShow")),
      ),
      button("make-passphrase", "quiet", { id: "passphrase-make" }, t("encrypt.passphraseMake")),
    ),
    el("p", { id: "passphrase-guess", class: "small soft" }, t("encrypt.passphraseGuess")),
    el("p", { id: "passphrase-lost", class: "note note-warn small" }, t("encrypt.passphraseLost")),
  )
}

function renderRecipients(
  { t }: Words,
  recipients: readonly Recipient[],
  ofCase: readonly string[],
): HTMLElement {
  return el(
    "div",
    { id: "by-recipients" },
    el(
      "ul",
      { class: "list choices", "aria-label": t("recipients.title") },
      ...recipients.map(({ id, label, key }) =>
        el(
          "li",
          {},
          el(
            "label",
            { class: "item" },
            // The only one there is goes without saying.
            el("input", {
              type: "checkbox",
              name: "recipient",
              value: id,
              checked: recipients.length === 1 || ofCase.includes(id),
            }),
            el("bdi", { class: "item-label" }, inertText(label, 60)),
            el("code", { class: "small soft" }, shortKey(key)),
            ofCase.includes(id) ? el("span", { class: "small soft" }, t("encrypt.ofCase")) : null,
          ),
        ),
      ),
    ),
    el("p", { class: "note note-warn small" }, t("encrypt.recipientsOnly")),
  )
}

const renderNobody = ({ t }: Words): HTMLElement =>
  el(
    "div",
    { id: "by-recipients" },
    el("p", { class: "small" }, t("encrypt.recipientsNone")),
    button("open-settings", "link", { id: "recipients-open" }, t("encrypt.recipientsOpen")),
  )

/**
 * What is chosen in `page`; null for no encryption. Throws `export/passphrase`,
 * `export/passphrases-differ` or `export/no-recipient` before anything is asked
 * of the background.
 */
export function readEncryption(page: ParentNode): Encryption | null {
  const way = page.querySelector<HTMLInputElement>("input[name=encryption]:checked")?.value
  if (way === "passphrase") {
    const [first = "", again = ""] = passphraseFields(page).map(({ value }) => value)
    if (!isUsable(first)) throw new EvidenceError("export/passphrase", "not one that can be used")
    if (first !== again) throw new EvidenceError("export/passphrases-differ", "typed in two ways")
    return { by: "passphrase", passphrase: first }
  }
  if (way !== "recipients") return null
  const chosen = page.querySelectorAll<HTMLInputElement>("input[name=recipient]:checked")
  if (chosen.length === 0) throw new EvidenceError("export/no-recipient", "no key is chosen")
  return { by: "recipients", recipientIds: [...chosen].map(({ value }) => value) }
}

/** Puts a passphrase into both fields, to be seen: it has to be written down. */
export function fillPassphrase(page: ParentNode, passphrase: string): void {
  for (const field of passphraseFields(page)) field.value = passphrase
  const box = page.querySelector<HTMLInputElement>("#passphrase-show")
  if (box !== null) box.checked = true
  showPassphrase(page, true)
}

export function showPassphrase(page: ParentNode, visible: boolean): void {
  for (const field of passphraseFields(page)) field.type = visible ? "text" : "password"
}

const passphraseFields = (page: ParentNode): HTMLInputElement[] => [
  ...page.querySelectorAll<HTMLInputElement>("input.passphrase"),
]
