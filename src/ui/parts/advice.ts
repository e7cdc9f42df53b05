/** What is the same of every suggestion, for an item or for a case: its mark, its tick, and how it is put away. */
import { type Advice, type AdviceName, adviceNames, tickedAdvice } from "../../core/coach.ts"
import { type Words } from "../../i18n/words.ts"
import { el } from "./dom.ts"
import { itemLabel } from "./item.ts"

export const adviceOfName = (name: string | undefined): AdviceName | null =>
  adviceNames.find(each => each === name) ?? null

const MARKS = { open: "○", found: "✓", ticked: "✓", dismissed: "—" } as const

export const adviceMark = (state: Advice["state"]): HTMLElement =>
  el("span", { class: "dot", "aria-hidden": "true" }, MARKS[state])

/** Null where nothing is to be ticked. What is ticked is the vault's: {@link tickAdvice} puts it there after each drawing. */
export function adviceTick({ t }: Words, name: AdviceName, state: Advice["state"]): HTMLElement | null {
  if (!tickedAdvice.has(name) || state === "found") return null
  return el(
    "label",
    { class: "tick" },
    el("input", {
      type: "checkbox",
      id: `tick-${name}`,
      name: "advice",
      value: name,
      "data-on": state === "ticked" ? "yes" : "no",
      "aria-label": t("coach.tickOf", { what: t(`coach.${name}`) }),
    }),
    t("coach.tick"),
  )
}

/** What is ticked belongs to the reader in a redraw; here it is the vault's. */
export function tickAdvice(page: Document): void {
  for (const box of page.querySelectorAll<HTMLInputElement>("input[name=advice]")) {
    box.checked = box.dataset.on === "yes"
  }
}

export function adviceFound({ t }: Words, items: readonly number[]): string {
  return items.length === 0
    ? t("coach.found")
    : t("coach.foundIn", { items: items.map(itemLabel).join(", ") })
}

/** Null for what is not open. */
export function adviceDismiss({ t }: Words, name: AdviceName, state: Advice["state"]): HTMLElement | null {
  if (state !== "open") return null
  return adviceButton("dismiss", name, t("coach.dismiss"), t("coach.dismissOf", { what: t(`coach.${name}`) }))
}

/** Null where nothing was put away. */
export function dismissedAdvice(words: Words, dismissed: readonly Advice[]): HTMLElement | null {
  if (dismissed.length === 0) return null
  return el(
    "details",
    { id: "dismissed" },
    el("summary", {}, words.t("coach.dismissed", { n: dismissed.length })),
    el("ul", { class: "advice" }, ...dismissed.map(advice => renderDismissed(words, advice))),
  )
}

const renderDismissed = ({ t }: Words, { name }: Advice): HTMLElement => {
  const what = t(`coach.${name}`)
  return el(
    "li",
    { "data-advice": name, "data-state": "dismissed" },
    adviceMark("dismissed"),
    el(
      "div",
      { class: "row-acts" },
      el("span", {}, what),
      adviceButton("again", name, t("coach.again"), t("coach.againOf", { what })),
    ),
  )
}

const adviceButton = (act: string, name: AdviceName, said: string, whole: string): HTMLElement =>
  el(
    "button",
    {
      type: "button",
      id: `${act}-${name}`,
      class: "button-link",
      "data-act": act,
      "data-name": name,
      "aria-label": whole,
    },
    said,
  )
