/** The page as a function of its model: what comes first, one section a road, then what the case still lacks. */
import { adviceIn } from "../../core/roads/advised.ts"
import { needsOf } from "../../core/roads/needs.ts"
import { roadNames } from "../../core/roads/roads.ts"
import { type Words } from "../../i18n/words.ts"
import { caseName } from "../parts/case-options.ts"
import { el } from "../parts/dom.ts"
import { renderProblemOf } from "../parts/problem.ts"
import { renderCaseCoach } from "./coach.ts"
import { type Model } from "./model.ts"
import { renderRoad, type Told } from "./road.ts"

export function renderPage(words: Words, model: Model): HTMLElement {
  return el("main", { id: "view" }, renderProblemOf(words, model.problem), ...sectionsOf(words, model))
}

function sectionsOf(words: Words, model: Model): HTMLElement[] {
  const { t } = words
  const { filed, ground } = model
  if (filed === null) return [el("p", { id: "no-case" }, t("road.none"))]
  // What each road is can be told before ten thousand items are read: only what the case has of it waits.
  if (filed === undefined)
    return [el("p", { id: "reading", class: "soft" }, t("road.reading")), renderRoads(words, null)]
  const advised = adviceIn(ground.items)
  const coach = renderCaseCoach(words, ground, advised)
  return [
    el(
      "section",
      { id: "head" },
      el("h2", { id: "heading" }, el("bdi", {}, caseName(words, filed))),
      el("p", { id: "limits", class: "note note-calm" }, t("road.limits")),
      el(
        "p",
        {},
        el(
          "a",
          { id: "prepare", href: `prepare.html?${new URLSearchParams({ case: filed.id }).toString()}` },
          t("prepare.open"),
        ),
      ),
      el("p", {}, el("a", { id: "back", href: "library.html" }, t("road.back"))),
    ),
    renderFirst(words, model),
    renderRoads(words, { model, filed, needs: needsOf(ground, advised) }),
    ...(coach === null ? [] : [coach]),
  ]
}

const renderRoads = (words: Words, told: Told | null): HTMLElement =>
  el(
    "section",
    { id: "roads", "aria-labelledby": "roads-title" },
    el("h2", { id: "roads-title" }, words.t("road.roads")),
    el("p", { class: "small soft" }, words.t("road.order")),
    ...roadNames.map(name => renderRoad(words, told, name)),
  )

function renderFirst({ t, format }: Words, { ground }: Model): HTMLElement {
  const { items, complaints, practice } = ground
  const sent = complaints.filter(({ channel }) => channel !== "police")
  const [last] = sent
  const step = (isDone: boolean, name: string, said: string) =>
    el(
      "li",
      { "data-step": name, "data-done": isDone ? "yes" : "no" },
      el("span", { class: "dot", "aria-hidden": "true" }, isDone ? "●" : "○"),
      el("span", {}, said),
    )
  return el(
    "section",
    { id: "first", "aria-labelledby": "first-title" },
    el("h2", { id: "first-title" }, t("road.first")),
    el("p", {}, t("road.firstWhy")),
    el(
      "ol",
      { class: "steps" },
      step(
        items.length > 0,
        "capture",
        items.length === 0 ? t("road.empty") : t("road.stepCapture", { n: items.length }),
      ),
      step(
        last !== undefined,
        "notice",
        last === undefined
          ? t("road.stepNotice")
          : t("road.stepNoticed", { n: sent.length, time: format.time(last.sentAt) }),
      ),
    ),
    practice === 0 ? "" : el("p", { class: "small soft" }, t("road.practice", { n: practice })),
  )
}
