/** The sentences of law of a road, word for word in Chinese, under the title, the day and the source of each text. */
import { groupsOf } from "../../core/groups.ts"
import { type Law, laws, type LawName } from "../../core/law/laws.ts"
import { type Provision, type ProvisionName, provisions } from "../../core/law/provisions.ts"
import { type Words } from "../../i18n/words.ts"
import { el } from "../parts/dom.ts"

export function renderLaw(words: Words, names: readonly ProvisionName[]): HTMLElement {
  const byLaw = groupsOf(names, name => provisions[name].law)
  return el(
    "details",
    { class: "law" },
    el("summary", {}, words.t("road.law", { n: names.length })),
    el("ul", {}, ...Array.from(byLaw, ([law, own]) => renderOfLaw(words, law, own))),
    el("p", { class: "small soft" }, words.t("road.lawLimits")),
  )
}

function renderOfLaw(words: Words, law: LawName, names: readonly ProvisionName[]): HTMLElement {
  const { t, language } = words
  const { title, dated, readIn }: Law = laws[law]
  const day = { on: dated.on }
  const since =
    dated.kind === "in-force"
      ? t("road.inForce", day)
      : t(dated.kind === "amended" ? "road.amended" : "road.issued", day)
  return el(
    "li",
    { "data-law": law },
    el(
      "p",
      { class: "strong" },
      language === "zh-CN" ? `《${title.zh}》（${since}）` : `${title.en} (${since})`,
    ),
    el("ul", {}, ...names.map(name => renderProvision(words, name))),
    el("p", { class: "small soft" }, t("road.lawFrom", { source: readIn })),
  )
}

function renderProvision({ t, language }: Words, name: ProvisionName): HTMLElement {
  const { article, text, about }: Provision = provisions[name]
  const isChinese = language === "zh-CN"
  return el(
    "li",
    { "data-provision": name },
    el("p", {}, isChinese ? article.zh : article.en),
    text === null
      ? el(
          "p",
          { class: "small soft" },
          t("road.lawNoText", { about: (isChinese ? about?.zh : about?.en) ?? "" }),
        )
      : el("blockquote", { lang: "zh-CN" }, text),
  )
}
