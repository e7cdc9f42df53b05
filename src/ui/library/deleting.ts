/** Deleting for good what is in the trash: what is asked before it, and how it is done. */
import { busyIf } from "../parts/busy.ts"
import { nothingChosen } from "../../core/search/selection.ts"
import { type Words } from "../../i18n/words.ts"
import { el } from "../parts/dom.ts"
import { type LibraryAct } from "./act.ts"
import { button } from "./button.ts"
import { type Doing, type Doings, whilePending } from "./doing.ts"
import { type Model } from "./model.ts"

export type DeleteAct = Extract<LibraryAct, "ask-delete" | "ask-empty" | "cancel-delete" | "delete">

export const deleteDoneBy: Readonly<Record<DeleteAct, Doing>> = {
  "ask-delete": doings => ask(doings, [...doings.read().selection.chosen]),
  "ask-empty": doings =>
    ask(
      doings,
      doings.read().trashed.map(({ id }) => id),
    ),
  "cancel-delete": ({ change }) => {
    change({ deleting: null })
  },
  delete: doings => whilePending(doings, "delete", () => deleteAsked(doings)),
}

/** Before it asks, it looks which of them were never handed out: that is what the answer hangs on. */
async function ask({ change, neverExported }: Doings, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const unexported = (await neverExported(ids)).length
  change({ deleting: { ids, unexported }, moved: null, problem: null })
}

/** One after another, so that what is deleted makes room for the next. What went before one failed is told with the failure. */
async function deleteAsked({ read, change, background }: Doings): Promise<void> {
  const gone: string[] = []
  try {
    for (const captureId of read().deleting?.ids ?? []) {
      await background("deleteForGood", { captureId })
      gone.push(captureId)
    }
  } finally {
    change({
      moved: gone.length === 0 ? null : { to: "nowhere", ids: gone },
      selection: nothingChosen,
      deleting: null,
    })
  }
}

/** What goes, what stays, and that nothing brings it back. */
export function renderDeleting({ t }: Words, { deleting, pending }: Model): HTMLElement | null {
  if (deleting === null) return null
  const { ids, unexported } = deleting
  const isAtIt = pending === "delete"
  return el(
    "section",
    { id: "delete-question", class: "note note-warn", "aria-labelledby": "delete-title" },
    el("h2", { id: "delete-title", tabindex: "-1" }, t("library.deleteTitle", { n: ids.length })),
    el("p", { id: "delete-what" }, t("library.deleteWhat")),
    unexported === 0
      ? null
      : el(
          "p",
          { id: "delete-unexported", class: "strong" },
          unexported === ids.length
            ? t("library.deleteNever")
            : t("library.deleteUnexported", { n: unexported }),
        ),
    el("p", { id: "delete-trace" }, t("library.deleteTrace")),
    el("p", { id: "delete-room", class: "small soft" }, t("library.deleteRoom")),
    el(
      "div",
      { class: "row" },
      button("cancel-delete", "quiet", { id: "delete-no", ...busyIf(isAtIt) }, t("library.trashNo")),
      button(
        "delete",
        "quiet",
        { id: "delete-yes", ...busyIf(isAtIt) },
        t(isAtIt ? "library.deleting" : "library.deleteYes"),
      ),
    ),
  )
}
