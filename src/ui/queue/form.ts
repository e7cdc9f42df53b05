/** A list that is being written: what will happen, the addresses, and the button that begins. */
import { MOST_PACE, USUAL_PACE } from "../../core/queue/entry.ts"
import { MOST_LINKS } from "../../core/queue/parse-list.ts"
import { type Words } from "../../i18n/words.ts"
import { caseOption, openCases } from "../parts/case-options.ts"
import { el } from "../parts/dom.ts"
import { itemLabel } from "../parts/item.ts"
import { renderRefused } from "./access.ts"
import { lengthOf, listOf, type Model } from "./model.ts"
import { renderRefusals, takenSaid } from "./refusals.ts"

export function renderForm(words: Words, model: Model): HTMLElement[] {
  const { t } = words
  return [
    el(
      "section",
      { id: "what" },
      ...(["what", "window", "visit"] as const).map(each => el("p", {}, t(`queue.${each}`))),
      el("p", {}, el("a", { id: "back", href: "library.html" }, t("queue.back"))),
    ),
    el(
      "section",
      { id: "list", class: "fields" },
      renderAgain(words, model),
      renderComments(words, model),
      renderLinks(words, model),
      renderSources(words, model),
      renderCount(words, model),
      renderHow(words, model),
      el("p", { id: "ask" }, t("queue.ask")),
      model.isRefused ? renderRefused(words) : null,
      el(
        "button",
        {
          ...{ type: "button", id: "start", class: "button-main", "aria-describedby": "ask" },
          disabled: lengthOf(model) === 0,
          "aria-busy": model.pending ? "true" : null,
        },
        model.pending ? t("queue.starting") : t("queue.start", { n: lengthOf(model) }),
      ),
    ),
  ]
}

function renderAgain({ t }: Words, { again, againNot }: Model): HTMLElement | null {
  if (again.length === 0 && againNot === 0) return null
  const listed =
    again.length === 0
      ? []
      : [
          el(
            "p",
            {},
            t("queue.againThese", { n: again.length }),
            " ",
            el("span", { id: "again-items" }, again.map(({ item }) => itemLabel(item)).join(" · ")),
          ),
          el(
            "p",
            { class: "row" },
            el("span", { class: "small" }, t("queue.earlierKept")),
            el("button", { type: "button", id: "again-drop", class: "button-link" }, t("queue.againDrop")),
          ),
        ]
  return el(
    "div",
    { id: "again", class: "note note-calm" },
    ...listed,
    againNot === 0 ? null : el("p", { id: "again-not" }, t("queue.againNot", { n: againNot })),
  )
}

function renderComments({ t }: Words, { comments: { item, entries, not } }: Model): HTMLElement | null {
  const n = entries.length
  if (n === 0 && not === 0) return null
  const said = item === null ? t("queue.leftAgain", { n }) : t("queue.comments", { n, item: itemLabel(item) })
  return el(
    "div",
    { id: "comments", class: "note note-calm" },
    n === 0
      ? null
      : el(
          "p",
          { class: "row" },
          el("span", { id: "comments-said" }, said),
          " ",
          el("button", { type: "button", id: "comments-drop", class: "button-link" }, t("queue.againDrop")),
        ),
    not === 0 ? null : el("p", { id: "comments-not" }, t("queue.commentsNot", { n: not })),
  )
}

const renderLinks = ({ t, format }: Words, { text }: Model): HTMLElement =>
  el(
    "label",
    { for: "links" },
    el("span", { class: "strong" }, t("queue.links")),
    // What stands in it belongs to the reader, from the first key on; this is what it begins with.
    el(
      "textarea",
      {
        ...{ id: "links", rows: "8", spellcheck: "false", autocomplete: "off", wrap: "off" },
        "aria-describedby": "links-what",
      },
      text,
    ),
    el(
      "span",
      { id: "links-what", class: "small soft" },
      t("queue.linksWhat", { most: format.number(MOST_LINKS) }),
    ),
  )

/** Where addresses can be taken over from. */
function renderSources(words: Words, { chosenTabs, taken }: Model): HTMLElement {
  const { t } = words
  const button = (id: string, said: string) =>
    el("button", { type: "button", id, class: "button-quiet" }, said)
  return el(
    "div",
    { id: "sources" },
    el(
      "div",
      { class: "row-acts" },
      button("tabs-chosen", t("queue.tabsChosen", { n: chosenTabs })),
      button("tabs-all", t("queue.tabsAll")),
      el(
        "label",
        { class: "file button-quiet", for: "file" },
        t("queue.file"),
        el("input", {
          id: "file",
          type: "file",
          accept: ".csv,.tsv,.txt,text/csv,text/plain",
        }),
      ),
    ),
    el("p", { id: "tabs-what", class: "small soft" }, t("queue.tabsWhat")),
    el("div", { id: "taken", role: "status" }, ...(taken === null ? [] : takenSaid(words, taken))),
  )
}

function renderCount(words: Words, model: Model): HTMLElement {
  return el(
    "div",
    { id: "count" },
    el("output", { id: "counted", class: "strong" }, words.t("queue.counted", { n: lengthOf(model) })),
    renderRefusals(words, listOf(model).refused, ""),
  )
}

function renderHow(words: Words, model: Model): HTMLElement {
  const { t } = words
  return el(
    "div",
    { id: "how" },
    el(
      "label",
      { for: "pace" },
      el("span", {}, t("queue.pace")),
      el("input", {
        ...{
          id: "pace",
          type: "number",
          min: "0",
          max: String(MOST_PACE),
          step: "1",
          value: String(USUAL_PACE),
        },
        "aria-describedby": "pace-what",
      }),
      el("span", { id: "pace-what", class: "small soft" }, t("queue.paceWhat")),
    ),
    el(
      "label",
      { for: "list-case" },
      el("span", {}, t("queue.case")),
      el(
        "select",
        { id: "list-case" },
        ...openCases(model.cases, model.caseId).map(row => {
          const option = caseOption(words, row)
          option.toggleAttribute("selected", row.id === model.caseId)
          return option
        }),
      ),
    ),
  )
}
