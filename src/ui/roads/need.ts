/** One need: whether it is there, how much of it, in which items, and what can be done here about the rest. */
import { type MeasuredNeed, measuredNeeds, type Need, type NeedName } from "../../core/roads/needs.ts"
import { type CaseItem } from "../../core/roads/ground.ts"
import { type Words } from "../../i18n/words.ts"
import { type Child, el } from "../parts/dom.ts"
import { itemLink } from "./item-link.ts"
import { renderSpread } from "./spread.ts"
import { type Told } from "./road.ts"

/** Told by shape as well as by colour and word. */
const MARKS = { has: "●", partly: "◐", lacks: "○", yours: "○" } as const

/** Links that are shown: a case may have ten thousand items. */
const MOST_LINKS = 12

export function renderNeed(words: Words, told: Told, need: Need): HTMLElement {
  const { t } = words
  const { name, state, having, lacking } = need
  const isOpen = state !== "has" || name === "online"
  return el(
    "li",
    { "data-need": name, "data-state": state },
    el("span", { class: "dot", "aria-hidden": "true" }, MARKS[state]),
    el(
      "div",
      {},
      el(
        "p",
        { class: "need-name" },
        el("span", { class: "strong" }, t(`road.need.${name}`)),
        " ",
        el("span", { class: `chip need-${state}` }, t(`road.state.${state}`)),
      ),
      hasSaid(words, need),
      name === "online" ? seenSaid(words, having) : null,
      renderItems(words, "having", name, having),
      isOpen ? renderItems(words, "lacking", name, lacking) : null,
      name === "numbers" ? renderSpread(words, told.model) : null,
      isOpen ? el("p", { class: "small" }, t(`road.do.${name}`), ...linksOf(words, told, name)) : null,
    ),
  )
}

function hasSaid(words: Words, { name, state, having, lacking }: Need): HTMLElement | null {
  const { t, format } = words
  if (isMeasured(name)) {
    const of = having.length + lacking.length
    if (of === 0) return null
    return el("p", {}, t(`road.has.${name}`, { of: format.number(of), n: having.length }))
  }
  if (state !== "has" || (name !== "complaint" && name !== "report" && name !== "loss")) return null
  return el("p", {}, t(`road.has.${name}`))
}

const isMeasured = (name: NeedName): name is MeasuredNeed => measuredNeeds.some(each => each === name)

function seenSaid({ t, format }: Words, items: readonly CaseItem[]): HTMLElement | null {
  const [longest] = items.map(({ lastSeen, startedAt }) => lastSeen?.at ?? startedAt).sort()
  return longest === undefined
    ? null
    : el("p", { class: "small" }, t("road.seen", { time: format.time(longest) }))
}

function renderItems(
  { t }: Words,
  which: "having" | "lacking",
  name: NeedName,
  items: readonly CaseItem[],
): HTMLElement | null {
  if (items.length === 0) return null
  const rest = items.length - MOST_LINKS
  // A post with gaps is there, and so is the capture of a page that is not seen any more.
  const label = name === "posts" || name === "online" ? t(`road.${which}.${name}`) : t(`road.${which}`)
  return el(
    "p",
    { class: "small item-links", "data-items": which },
    el("span", { class: "soft" }, `${label} `),
    ...items.slice(0, MOST_LINKS).flatMap(item => [itemLink(item), " "]),
    rest > 0 ? t("road.more", { n: rest }) : null,
  )
}

/** Where it is done, for what is done on no item's page. */
function linksOf({ t }: Words, { filed }: Told, name: NeedName): Child[] {
  const link = (href: string, said: string) => [" ", el("a", { href }, said)]
  if (name === "stamps") {
    return [...link("settings.html", t("road.settings")), ...link("attach.html", t("road.attach"))]
  }
  if (name !== "bundle") return []
  return link(`library.html?${new URLSearchParams({ case: filed.id }).toString()}`, t("library.open"))
}
