/** Whether what the user says for themselves goes into a bundle: asked only where there is any. */
import { type Words } from "../../i18n/words.ts"
import { el } from "./dom.ts"

export const renderWithNotes = ({ t }: Words, hasRemarks: boolean): HTMLElement | null =>
  hasRemarks
    ? el(
        "label",
        { class: "choice" },
        el("input", { type: "checkbox", id: "with-notes", checked: true }),
        el("span", {}, t("remark.export")),
      )
    : null

/** As it is ticked; yes where nothing is asked. */
export const readWithNotes = (page: ParentNode): boolean =>
  page.querySelector<HTMLInputElement>("#with-notes")?.checked ?? true
