/** A paper as it can be read on a page: from its blocks, as text nodes alone. Pictures are told, and not drawn. */
import { type Block, type Column, type Fact, type Line, type Said } from "../../core/papers/block.ts"
import { BLANK, type CellGroup, type DraftBlock } from "../../core/papers/draft.ts"
import { type Child, el } from "../parts/dom.ts"

/** `suggestion`: said before words that are offered, for whom grey says nothing. */
export function renderBlock(block: Block | DraftBlock, suggestion: string): Child {
  switch (block.kind) {
    case "title":
      return el("h4", {}, ...lines(block.said))
    case "heading":
      // A draft may begin with the second level, of which a page's outline may not leave out the first.
      return el(block.level === 3 ? "h5" : "h4", {}, ...lines(block.said))
    case "text":
      return el("p", { class: block.isNote ? "is-note" : null }, ...lines(block.said))
    case "banner":
      return el("p", { class: "banner" }, ...lines(block.said))
    case "list": {
      const entries = block.entries.map(entry => el("li", {}, ...lines(entry)))
      return block.isNumbered ? el("ol", {}, ...entries) : el("ul", {}, ...entries)
    }
    case "facts":
      return factsOf(block.rows)
    case "table":
      return tableOf(
        block.columns,
        block.rows.map(row => el("tr", {}, ...row.map(said => el("td", {}, ...lines(said))))),
      )
    case "groups":
      return tableOf(
        block.columns,
        block.groups.flatMap(group => groupRows(group, block.columns.length, suggestion)),
      )
    case "code":
      return el("p", {}, ...block.lines.map(text => line({ text, tone: "code" })))
    case "picture":
      return el("p", { class: "is-note" }, ...lines(block.slot.caption(1, 1, [])))
    case "chart":
      return el("p", { class: "is-note" }, ...lines(block.said))
    case "qr":
      return el("p", {}, ...lines(block.said))
    case "box":
      return el("div", { class: "banner" }, ...block.entries.map(entry => el("p", {}, ...lines(entry))))
    case "card":
      return el(
        "section",
        {},
        el("h5", {}, ...lines(block.said)),
        block.code === null ? null : el("p", {}, el("code", {}, block.code)),
        factsOf(block.facts),
      )
    case "blanks":
      return el("ul", {}, ...block.labels.map(label => el("li", {}, ...lines(label), ` ${BLANK}`)))
    case "page":
      return el("hr")
    case "room":
      return null
  }
}

const factsOf = (facts: readonly Fact[]): HTMLElement =>
  el(
    "dl",
    {},
    ...facts.map(({ label, value }) =>
      el("div", {}, el("dt", {}, ...lines(label)), el("dd", {}, ...lines(value))),
    ),
  )

function groupRows({ said, rows }: CellGroup, width: number, suggestion: string): HTMLElement[] {
  return [
    el("tr", {}, el("th", { colspan: String(width), scope: "rowgroup" }, ...lines(said))),
    ...rows.map(row =>
      el(
        "tr",
        {},
        ...row.map(cell =>
          cell.isSuggestion
            ? el(
                "td",
                { class: "suggestion" },
                el("span", { class: "only-read" }, `${suggestion} `),
                ...lines(cell.said),
              )
            : el("td", {}, ...lines(cell.said)),
        ),
      ),
    ),
  ]
}

const tableOf = (columns: readonly Column[], rows: readonly HTMLElement[]): HTMLElement =>
  el(
    "table",
    {},
    el("thead", {}, el("tr", {}, ...columns.map(({ head }) => el("th", { scope: "col" }, ...lines(head))))),
    el("tbody", {}, ...rows),
  )

const lines = (said: Said): HTMLElement[] => said.map(line)

const line = ({ text, tone }: Line): HTMLElement =>
  el("span", { class: `line line-${tone}`, dir: "auto" }, text)
