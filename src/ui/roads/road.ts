/** One road: what it needs and what there is of it, its periods, its sentences of law. Folded until it is asked for. */
import { type NeedName, type Need } from "../../core/roads/needs.ts"
import { type RoadName, roads } from "../../core/roads/roads.ts"
import { type Words } from "../../i18n/words.ts"
import { type CaseRow } from "../../vault/case-row.ts"
import { el } from "../parts/dom.ts"
import { renderLaw } from "./law.ts"
import { type Model } from "./model.ts"
import { renderNeed } from "./need.ts"
import { renderPeriods } from "./periods.ts"

/** What a road is told from. */
export interface Told {
  readonly model: Model
  readonly filed: CaseRow
  readonly needs: ReadonlyMap<NeedName, Need>
}

/** `told`: null while the case is being read. */
export function renderRoad(words: Words, told: Told | null, name: RoadName): HTMLElement {
  const { t } = words
  return el(
    "details",
    { id: name, class: "road" },
    el(
      "summary",
      {},
      el("h3", {}, t(`road.${name}`)),
      el("span", { class: "small soft" }, ` ${t(`road.${name}.what`)}`),
    ),
    el("p", { class: "note note-calm" }, t(`road.${name}.note`)),
    ...(told === null ? [el("p", { class: "soft" }, t("road.reading"))] : renderTold(words, told, name)),
    renderLaw(words, roads[name].provisions),
  )
}

function renderTold(words: Words, told: Told, name: RoadName): HTMLElement[] {
  const { t } = words
  const road = roads[name]
  return [
    el("h4", {}, t("road.needs")),
    el(
      "ul",
      { class: "needs" },
      ...road.needs.flatMap(each => {
        const need = told.needs.get(each)
        return need === undefined ? [] : [renderNeed(words, told, need)]
      }),
    ),
    el(
      "p",
      {},
      el(
        "a",
        {
          class: "prepare",
          href: `prepare.html?${new URLSearchParams({ case: told.filed.id, road: name }).toString()}`,
        },
        t(`road.${name}.papers`),
      ),
    ),
    el("h4", {}, t("road.periods")),
    el("ul", { class: "sentences" }, ...road.periods.flatMap(period => renderPeriods(words, told, period))),
  ]
}
