/** What of the items is listed: by their site, their account, what the user calls them, their standing and their time. */
import { isNarrowed, orders, siteOf, standings } from "../../core/search/arrange.ts"
import { type AccountGroup } from "../../core/search/groups.ts"
import { type Words } from "../../i18n/words.ts"
import { el } from "../parts/dom.ts"
import { inertText } from "../parts/inert-text.ts"
import { arrangementOf } from "./arranging.ts"
import { button } from "./button.ts"
import { type Model } from "./model.ts"
import { siteName } from "./row.ts"
import { type Row, type Shown } from "./shown.ts"

/** Accounts to choose from, those with the most items: all of them stand in the view by author. */
const MOST_AUTHORS = 200
const LONGEST_NAME = 40

export function renderFilters(words: Words, model: Model, shown: Shown): HTMLElement {
  const { t } = words
  const { criteria, view } = model
  const option = (value: string, said: string) => el("option", { value }, said)
  const field = (id: string, said: string, control: HTMLElement) =>
    el("label", { class: "filter", for: id }, el("span", { class: "small soft" }, said), control)
  const select = (id: string, ...options: readonly HTMLElement[]) => el("select", { id }, ...options)
  return el(
    "div",
    { id: "filters" },
    field(
      "site",
      t("library.site"),
      select("site", option("", t("library.allSites")), ...siteOptions(words, shown.sites)),
    ),
    field(
      "standing",
      t("library.standing"),
      select(
        "standing",
        option("", t("library.allStandings")),
        ...standings.map(each => option(each, t(`chip.${each}`))),
      ),
    ),
    ...ownFilters(words, shown).map(({ id, said, all, options }) =>
      field(id, said, select(id, option("", all), ...options.map(([value, name]) => option(value, name)))),
    ),
    field("from", t("library.from"), el("input", { id: "from", type: "date" })),
    field("to", t("library.to"), el("input", { id: "to", type: "date" })),
    // A timeline has the order of time.
    arrangementOf(model) === "timeline"
      ? null
      : field(
          "order",
          t("library.order"),
          select("order", ...orders.map(each => option(each, t(`library.order.${each}`)))),
        ),
    isNarrowed(criteria)
      ? button("clear", "link", { id: "clear", "data-view": view }, t("library.clear"))
      : null,
  )
}

/** Values begin with a mark, so that an item without a host is told from no choice. */
const siteOptions = (words: Words, sites: readonly Row[]): HTMLElement[] =>
  sites.map(row => el("option", { value: `=${siteOf(row)}` }, siteName(words, row)))

interface OwnFilter {
  readonly id: string
  readonly said: string
  readonly all: string
  readonly options: readonly (readonly [value: string, name: string])[]
}

/** Where there are any. Their values begin with a mark, as those of sites do. */
function ownFilters({ t, format }: Words, { authors, tags, wrongs }: Shown): OwnFilter[] {
  const counted = (group: AccountGroup<Row>) =>
    t("library.authorOption", { name: nameOf(group), n: format.number(group.items.length) })
  return [
    {
      ...{ id: "author", said: t("library.author"), all: t("library.allAuthors") },
      options: authors.slice(0, MOST_AUTHORS).map(group => [`=${group.id}`, counted(group)] as const),
    },
    {
      ...{ id: "tag", said: t("library.tag"), all: t("library.allTags") },
      options: tags.map(tag => [`=${tag}`, inertText(tag, LONGEST_NAME)] as const),
    },
    {
      ...{ id: "wrong", said: t("library.wrong"), all: t("library.allWrongs") },
      options: wrongs.map(wrong => [wrong, t(`remark.wrong.${wrong}`)] as const),
    },
  ].filter(({ options }) => options.length > 0)
}

const nameOf = ({ names, handles, authorId }: AccountGroup<Row>): string =>
  inertText(names[0] ?? handles[0] ?? authorId ?? "", LONGEST_NAME)
