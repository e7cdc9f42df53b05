/** What is said of an export that was encrypted: to whom, which digits are whose, and how it is opened. */
import { openingCommand } from "../../core/encryption/encryption.ts"
import { type Words } from "../../i18n/words.ts"
import { type ExportRow } from "../../vault/schema.ts"
import { el } from "../parts/dom.ts"
import { inertText, inFours } from "../parts/inert-text.ts"

/** Null for a plain ZIP. */
export function renderEncrypted({ t }: Words, row: ExportRow): HTMLElement | null {
  const { encryption, encrypted, fileName } = row
  if (encryption === null || encrypted === null || fileName === null) return null
  return el(
    "section",
    { id: "encrypted", "data-sha256": encrypted },
    el(
      "p",
      {},
      encryption.by === "passphrase"
        ? t("encrypt.withPassphrase")
        : t("encrypt.withKeys", { names: encryption.to.map(label => inertText(label, 60)).join(" · ") }),
    ),
    el("p", { class: "small soft" }, t("encrypt.howToOpen")),
    el("code", { id: "opening", class: "digits" }, openingCommand(fileName, encryption.by)),
    el("h3", { class: "small soft" }, t("encrypt.sha256File")),
    el("code", { class: "digits" }, inFours(encrypted)),
  )
}
