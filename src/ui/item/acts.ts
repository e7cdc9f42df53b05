/** What can be done with the item as a whole: the library's own actions, from its page. */
import { daysLeft } from "../../core/trash.ts"
import { type Words } from "../../i18n/words.ts"
import { type Ask } from "../../platform/messaging.ts"
import { type BackgroundApi } from "../../protocol.ts"
import { addressToRead, type CaptureRow } from "../../vault/capture-row.ts"
import { caseIdOf } from "../../vault/case-row.ts"
import { caseName, caseOfValue, caseOption, openCases } from "../parts/case-options.ts"
import { el } from "../parts/dom.ts"
import { isOfWeb } from "../parts/visitor-views.ts"
import { type Model } from "./model.ts"

/** Of a sealed item outside the trash. */
export function renderActs(words: Words, { cases }: Model, row: CaptureRow): HTMLElement {
  const { t } = words
  const isPage = row.imported === undefined && isOfWeb(addressToRead(row))
  const link = (id: string, page: string, asked: Readonly<Record<string, string>>, said: string) =>
    el("a", { id, class: "button-quiet", href: `${page}?${new URLSearchParams(asked).toString()}` }, said)
  return el(
    "div",
    { id: "acts", class: "row-acts", role: "group", "aria-label": t("item.acts") },
    isPage ? link("again-open", "queue.html", { item: row.id }, t("queue.again")) : null,
    link("export-open", "library.html", { export: "item", item: row.id }, t("item.export")),
    el(
      "details",
      { id: "move" },
      el("summary", {}, t("case.move")),
      el("p", { id: "move-what", class: "small" }, t("case.moveWhat")),
      el(
        "div",
        { class: "row-acts" },
        el(
          "select",
          { id: "move-to", "aria-label": t("case.move"), "aria-describedby": "move-what" },
          ...openCases(cases, caseIdOf(row)).map(each => {
            const option = caseOption(words, each)
            option.toggleAttribute("selected", each.id === caseIdOf(row))
            return option
          }),
        ),
        act("move", t("case.moveYes")),
      ),
    ),
    el(
      "details",
      { id: "to-trash" },
      el("summary", {}, t("library.trashSelected")),
      el("p", { class: "small" }, t("library.trashBody")),
      el("div", { class: "row-acts" }, act("trash", t("library.trashYes"))),
    ),
  )
}

/** Of one in the trash: how long it is kept, the way back, and where it can be deleted for good. */
export const renderTrashed = ({ t }: Words, { now }: Model, trashedAt: string): HTMLElement =>
  el(
    "section",
    { id: "trashed" },
    el("p", { id: "no-item" }, t("item.inTrash", { n: daysLeft(trashedAt, Date.parse(now)) })),
    el("div", { class: "row-acts" }, act("restore", t("library.restoreSelected"))),
    el(
      "p",
      { class: "small" },
      el("a", { id: "trash-open", href: "library.html?view=trash" }, t("item.trashOpen")),
    ),
  )

type Act = "move" | "trash" | "restore"

const act = (name: Act, said: string): HTMLElement =>
  el("button", { type: "button", id: `act-${name}`, class: "button-quiet", "data-act": name }, said)

interface Given {
  readonly page: Document
  readonly words: Words
  readonly captureId: string
  readonly background: Ask<BackgroundApi>
  readonly read: () => Model
  readonly change: (part: Partial<Model>) => void
  readonly report: (thrown: unknown) => void
}

export interface Acting {
  /** Answers whether the button was one of these. */
  readonly press: (act: string | undefined) => boolean
  /** Takes the reader to what came in place of the button that they pressed. To be called after each redraw. */
  readonly settle: () => void
}

export function makeActing({ page, words, captureId, background, read, change, report }: Given): Acting {
  const held: { isBusy: boolean; goTo: string | null } = { isBusy: false, goTo: null }

  async function move(): Promise<void> {
    const caseId = caseOfValue(page.querySelector<HTMLSelectElement>("#move-to")?.value ?? "")
    const to = read().cases.find(({ id }) => id === caseId)
    if (to === undefined) return
    await background("moveToCase", { captureIds: [captureId], caseId: to.id })
    page.querySelector("#move")?.removeAttribute("open")
    page.querySelector<HTMLElement>("#move > summary")?.focus()
    change({ done: words.t("case.movedTo", { name: caseName(words, to) }) })
  }
  const doneBy: Readonly<Record<Act, () => Promise<void>>> = {
    move,
    trash: async () => {
      held.goTo = "#act-restore"
      await background("discardCapture", { captureId })
      change({ done: words.t("library.inTrash", { n: 1 }) })
    },
    restore: async () => {
      held.goTo = "#export-open"
      await background("restoreCapture", { captureId })
      change({ done: words.t("library.restored", { n: 1 }) })
    },
  }
  const isAct = (name: string | undefined): name is Act => name !== undefined && Object.hasOwn(doneBy, name)

  return {
    press(name) {
      if (!isAct(name)) return false
      if (held.isBusy) return true
      held.isBusy = true
      change({ problem: null, done: "" })
      doneBy[name]()
        .catch((thrown: unknown) => {
          held.goTo = null
          report(thrown)
        })
        .finally(() => {
          held.isBusy = false
        })
      return true
    },
    settle() {
      const place = held.goTo === null ? null : page.querySelector<HTMLElement>(held.goTo)
      if (place === null) return
      held.goTo = null
      place.focus()
    },
  }
}
