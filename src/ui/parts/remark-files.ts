/**
 * Files beside a complaint or a cost: the field that takes them, how they are
 * listed, and the way back to the disk. Told by name, size and fingerprint, and
 * never shown: what is in them is a stranger's.
 */
import { EvidenceError } from "../../core/errors.ts"
import { certificateForm } from "../../core/proof/form.ts"
import { PROOF_LIMIT } from "../../core/proof/proof.ts"
import {
  LONGEST_FILE_NAME,
  MOST_REMARK_FILES,
  type RemarkFile,
  remarkFileForms,
} from "../../core/remark-files.ts"
import { isSha256 } from "../../core/seal/hash.ts"
import { type Words } from "../../i18n/words.ts"
import { now } from "../../platform/clock.ts"
import { saveFile } from "../../platform/save.ts"
import { readBack, storeBytes } from "../../vault/blobs.ts"
import { type Vault } from "../../vault/schema.ts"
import { el } from "./dom.ts"
import { inertText, inFours } from "./inert-text.ts"

/** Only a hint for the system's own dialog: what the bytes say counts. */
const ACCEPTED = ".pdf,.jpg,.jpeg,.png,.ofd"

/** Null where there are none. */
export function renderRemarkFiles(
  { t, format }: Words,
  files: readonly RemarkFile[] | undefined,
): HTMLElement | null {
  if (files === undefined || files.length === 0) return null
  return el(
    "ul",
    { class: "attached-files small", "aria-label": t("attachedFile.list") },
    ...files.map(({ name, bytes, sha256, form }) =>
      el(
        "li",
        { "data-file": sha256 },
        el("bdi", { class: "strong" }, inertText(name, 60)),
        ` · ${format.size(bytes)} · `,
        el(
          "button",
          {
            type: "button",
            class: "button-link",
            "data-act": "save-attached",
            "data-sha256": sha256,
            "data-form": form,
            "aria-label": t("attachedFile.saveOf", { name: inertText(name, 60) }),
          },
          t("attachedFile.save"),
        ),
        el("code", { class: "print" }, inFours(sha256)),
      ),
    ),
  )
}

/** For a form. Those that are there already can be taken off. */
export function renderFileField(
  { t }: Words,
  id: string,
  label: string,
  kept: readonly RemarkFile[] = [],
): HTMLElement {
  return el(
    "div",
    { class: "file-field" },
    ...kept.map(({ name, sha256 }) =>
      el(
        "label",
        { class: "tick" },
        el("input", { type: "checkbox", name: "kept-file", value: sha256, checked: true }),
        t("attachedFile.keep", { name: inertText(name, 60) }),
      ),
    ),
    el(
      "label",
      { for: id },
      label,
      el("input", { id, type: "file", accept: ACCEPTED, multiple: true, "aria-describedby": `${id}-what` }),
    ),
    el("p", { id: `${id}-what`, class: "small soft" }, t("attachedFile.what")),
  )
}

/**
 * What stands in a form: of `before` those that stay ticked, then those that were
 * chosen, once their bytes are stored. Throws `file/refused` or `vault/…`; then
 * nothing of the form is kept.
 */
export async function takeFiles(
  vault: Vault,
  form: ParentNode,
  before: readonly RemarkFile[] = [],
): Promise<RemarkFile[]> {
  const ticked = [...form.querySelectorAll<HTMLInputElement>("input[name=kept-file]:checked")]
  const kept = before.filter(({ sha256 }) => ticked.some(({ value }) => value === sha256))
  const given = [...(form.querySelector<HTMLInputElement>("input[type=file]")?.files ?? [])]
  if (kept.length + given.length > MOST_REMARK_FILES) {
    throw new EvidenceError("file/refused", `${String(kept.length + given.length)} files`)
  }
  const taken = new Map(kept.map(file => [file.sha256, file]))
  for (const file of given) {
    const stored = await takeFile(vault, file)
    if (!taken.has(stored.sha256)) taken.set(stored.sha256, stored)
  }
  return [...taken.values()]
}

async function takeFile(vault: Vault, file: File): Promise<RemarkFile> {
  if (file.size > PROOF_LIMIT) throw new EvidenceError("file/refused", `${String(file.size)} bytes`)
  const bytes = new Uint8Array(await file.arrayBuffer())
  const found = certificateForm(bytes)
  const form = remarkFileForms.find(each => each === found)
  if (form === undefined) throw new EvidenceError("file/refused", "neither PDF, JPG, PNG nor OFD")
  // Octets, so that no browser shows what a stranger made.
  const sha256 = await storeBytes(vault, bytes, "application/octet-stream", now())
  return { name: file.name.slice(0, LONGEST_FILE_NAME), form, bytes: bytes.length, sha256 }
}

/** Hands a file back as it came, under a name of ours. Throws `vault/…`. `data` is the pressed button's dataset. */
export async function saveAttached(vault: Vault, { sha256, form: said }: DOMStringMap): Promise<void> {
  const form = remarkFileForms.find(each => each === said)
  if (!isSha256(sha256) || form === undefined) throw new EvidenceError("vault/missing", "no such file")
  const bytes = await readBack(vault, sha256)
  saveFile(new Blob([bytes], { type: "application/octet-stream" }), `attached-${sha256.slice(0, 12)}.${form}`)
}
