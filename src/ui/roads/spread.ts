/** The numbers that pages showed, beside the two of the interpretation. Whether they apply, and are met, is not said. */
import { spreadNumbers } from "../../core/law/provisions.ts"
import { type CounterValue } from "../../core/post-facts/fields.ts"
import { type AccountSpread, accountsOf, highestOf, type SpreadCounter } from "../../core/roads/spread.ts"
import { readingsWords } from "../../i18n/readings.ts"
import { type Words } from "../../i18n/words.ts"
import { accountSumSaid } from "../parts/account-sum.ts"
import { el } from "../parts/dom.ts"
import { inertText } from "../parts/inert-text.ts"
import { type Model } from "./model.ts"
import { itemLink } from "./item-link.ts"

/** Accounts that are shown: those with the most posts. */
const MOST_ACCOUNTS = 10

/** Null where no number was read. */
export function renderSpread(words: Words, { ground }: Model): HTMLElement | null {
  const { t, language, format } = words
  const highest = highestOf(ground.items)
  if (highest.length === 0) return null
  const accounts = accountsOf(ground.items)
  const what = (name: SpreadCounter) => readingsWords[language].counterName(name)
  const line = (name: SpreadCounter) => t("readings.line", { n: format.number(spreadNumbers[name]) })
  return el(
    "div",
    { class: "spread" },
    el("p", { class: "small soft" }, t("road.highest")),
    el(
      "ul",
      { class: "sentences" },
      ...highest.map(({ name, value, item }) =>
        el(
          "li",
          { "data-highest": name },
          `${t("road.highestOf", { what: what(name), count: countSaid(words, value) })} `,
          itemLink(item),
          el("span", { class: "small soft" }, ` ${line(name)}`),
        ),
      ),
    ),
    accounts.length === 0 ? null : el("p", { class: "small soft" }, t("road.accounts")),
    accounts.length === 0
      ? null
      : el(
          "ul",
          { class: "sentences" },
          ...accounts.slice(0, MOST_ACCOUNTS).map(account => renderAccount(words, account)),
        ),
    el("p", { class: "small soft" }, t("road.asShown")),
    accounts.length === 0 ? null : el("p", { class: "small soft" }, t("readings.caution")),
  )
}

function renderAccount(words: Words, { author, totals }: AccountSpread): HTMLElement {
  const { t, language } = words
  const name = author === null ? t("road.noName") : inertText(author, 60)
  const sums = (["views", "reposts"] as const)
    .filter(counter => totals.sums[counter].posts > 0)
    .map(counter => accountSumSaid(words, counter, totals.sums[counter]))
  return el(
    "li",
    { "data-account": "" },
    el("bdi", {}, t("road.account", { name })),
    ` ${sums.join(language === "zh-CN" ? "；" : "; ")}`,
  )
}

function countSaid({ t, format }: Words, { count, rounded }: CounterValue): string {
  const n = format.number(count)
  return rounded ? t("readings.rounded", { n }) : n
}
