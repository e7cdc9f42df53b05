/** A heading of the list: a month, or an account as its pages show it. It says what was read, and whose sums are whose. */
import { type AccountTotals, type SummedCounter } from "../../core/readings/account.ts"
import { type AccountGroup } from "../../core/search/groups.ts"
import { type Words } from "../../i18n/words.ts"
import { accountSumSaid } from "../parts/account-sum.ts"
import { el } from "../parts/dom.ts"
import { inertText } from "../parts/inert-text.ts"
import { type Heading } from "./lines.ts"
import { columns, rowIndex, siteName } from "./row.ts"
import { type Row } from "./shown.ts"

export interface HeadingState {
  readonly at: number
  readonly isChosen: boolean
  readonly isCurrent: boolean
  /** Null where nothing is to be summed, or it is not known yet. */
  readonly totals: AccountTotals | null
}

export function renderHeading(words: Words, heading: Heading<Row>, state: HeadingState): HTMLElement {
  const { t } = words
  const { group } = heading
  const n = group.items.length
  const title = titleOf(words, heading)
  return el(
    "div",
    {
      role: "row",
      class: "entry heading",
      "data-id": heading.id,
      "data-heading": group.kind,
      "data-by": group.kind === "account" ? (group.by ?? "none") : null,
      "aria-rowindex": rowIndex(state.at),
      "aria-selected": String(state.isChosen),
      tabindex: state.isCurrent ? "0" : "-1",
    },
    el(
      "span",
      { role: "gridcell", class: "cell-select" },
      el("input", { type: "checkbox", tabindex: "-1", "aria-label": t("library.selectGroup", { n }) }),
    ),
    el(
      "span",
      { role: "gridcell", class: "cell-heading", "aria-colspan": String(columns.length - 1) },
      el("strong", { class: "heading-title" }, ...title, ` · ${t("library.listed", { n })}`),
      ...(group.kind === "account" ? accountLines(words, group, state.totals) : []),
    ),
  )
}

function titleOf(words: Words, { group }: Heading<Row>): (Node | string)[] {
  const { t } = words
  if (group.kind === "month") return [group.month ?? t("library.undated")]
  const [first] = group.items
  const site = first === undefined ? "" : siteName(words, first)
  if (group.by === null) return [t("library.noAuthor")]
  const name = inertText(group.names[0] ?? group.handles[0] ?? group.authorId ?? "", 60)
  return [el("bdi", {}, site), " · ", el("bdi", {}, name)]
}

function accountLines(words: Words, group: AccountGroup<Row>, totals: AccountTotals | null): HTMLElement[] {
  const { t } = words
  const others = group.names.slice(1).map(name => inertText(name, 40))
  const handles = group.handles.map(handle => inertText(handle, 40))
  const said = [
    handles.length === 0 ? null : t("library.handle", { handle: handles.join(" / ") }),
    group.authorId === null ? null : t("library.uid", { id: inertText(group.authorId, 60) }),
    group.by === "handle" ? t("library.byHandle") : null,
    group.by === "name" ? t("library.byName") : null,
    isByHand(group) ? t("library.byHand") : null,
    others.length === 0 ? null : t("library.otherNames", { names: others.join(" / ") }),
  ].filter(each => each !== null)
  const sums = totals === null ? [] : sumsSaid(words, totals)
  return [
    ...(said.length === 0 ? [] : [el("span", { class: "heading-line" }, said.join(" · "))]),
    ...(sums.length === 0 ? [] : [el("span", { class: "heading-line heading-sums" }, sums.join(" · "))]),
  ]
}

/** Whether the user's word, and no page's, is why an item stands under it. */
const isByHand = ({ by, items }: AccountGroup<Row>): boolean =>
  by !== null && items.some(({ filled }) => filled?.includes(fieldOf[by]) === true)

const fieldOf = { id: "authorId", handle: "authorHandle", name: "authorName" } as const

/** Views and reposts: likes are neither. Nothing, where no page had such a number. */
function sumsSaid(words: Words, { sums }: AccountTotals): string[] {
  const said = (["views", "reposts"] as const satisfies readonly SummedCounter[])
    .filter(name => sums[name].posts > 0)
    .map(name => accountSumSaid(words, name, sums[name]))
  return said.length === 0 ? [] : [words.t("library.sums"), ...said]
}
