/** The periods of a road: days that have passed, dates of the calendar, and the words of the rest. */
import { firstRetention, oldestPost } from "../../core/roads/periods.ts"
import { type Period } from "../../core/roads/roads.ts"
import { type Words } from "../../i18n/words.ts"
import { complaintSaid } from "../parts/complaint.ts"
import { el } from "../parts/dom.ts"
import { itemLink } from "./item-link.ts"
import { type Told } from "./road.ts"

/** Complaints that are shown, the newest. */
const MOST_COMPLAINTS = 10

export function renderPeriods(words: Words, told: Told, period: Period): HTMLElement[] {
  const { t } = words
  const said = (...children: readonly (Node | string)[]) => el("li", { "data-period": period }, ...children)
  switch (period) {
    case "complaint":
    case "report":
      return sentOnes(words, told, period)
    case "limitation":
      return [said(t("road.limitation")), ...beginning(words, told)]
    case "prosecution":
      return [said(t("road.prosecution.period")), ...beginning(words, told)]
    case "notary":
      return [said(t("road.notary.period"))]
    case "retention":
      return retention(words, told)
  }
}

function sentOnes(words: Words, { model }: Told, period: "complaint" | "report"): HTMLElement[] {
  const { t } = words
  const sent = model.ground.complaints.filter(
    ({ channel }) => (channel === "police") === (period === "report"),
  )
  if (sent.length === 0) {
    return [
      el("li", { "data-period": period }, t(period === "report" ? "road.noReport" : "road.noComplaint")),
    ]
  }
  return sent
    .slice(0, MOST_COMPLAINTS)
    .map(complaint =>
      el(
        "li",
        { "data-period": period },
        ...complaintSaid(words, complaint, null, model.now).filter(isThere),
      ),
    )
}

const isThere = (part: HTMLElement | null): part is HTMLElement => part !== null

function beginning({ t, format }: Words, { model }: Told): HTMLElement[] {
  const oldest = oldestPost(model.ground.items)
  if (oldest === null) return []
  return [
    el(
      "li",
      { "data-period": "beginning" },
      `${t("road.beginning", { time: format.time(oldest.from) })} `,
      itemLink(oldest.item),
    ),
  ]
}

function retention(words: Words, { model }: Told): HTMLElement[] {
  const { t, format } = words
  const dates = firstRetention(model.ground.items)
  const [first] = dates
  if (first === undefined) return []
  return [
    el(
      "li",
      { "data-period": "retention" },
      `${t("road.retention", { time: format.time(first.from) })} `,
      itemLink(first.item),
      el(
        "ul",
        {},
        ...dates.map(({ name, until }) => el("li", {}, t(`retention.${name}`, { time: format.time(until) }))),
      ),
      el("p", { class: "small soft" }, t("retention.limits")),
    ),
  ]
}
