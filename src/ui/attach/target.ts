/** Items and bundles by name, and the choice among them. */
import { type ProofTarget } from "../../core/proof/proof.ts"
import { type Words } from "../../i18n/words.ts"
import { el } from "../parts/dom.ts"
import { hostOf, inertText } from "../parts/inert-text.ts"
import { itemLabel } from "../parts/item.ts"
import { type Model, targetValue } from "./model.ts"

type Known = Pick<Model, "captures" | "exports">

/** As people call it: E-004, or the file of the bundle. The id of what is not in the lists, say in the trash. */
export function targetName({ captures, exports }: Known, { kind, id }: ProofTarget): string {
  if (kind === "export") return inertText(exports.find(row => row.id === id)?.fileName ?? id, 80)
  const row = captures.find(each => each.id === id)
  return row === undefined ? id : itemLabel(row.item)
}

/** Options of a list: of ten thousand nobody reads more, and a browser takes long to draw them. */
const MOST_OPTIONS = 50

/**
 * `value` is what is chosen, which stays in the list whatever is looked for. The page puts it there after each drawing,
 * since a list that grows moves its options. Of many the newest stand in it, and a field finds the others.
 */
export function renderChoice(
  words: Words,
  model: Known & Pick<Model, "finds">,
  name: string,
  value: string,
): HTMLElement {
  const { t, format } = words
  const all = optionsOf(words, model)
  const wanted = (model.finds[name] ?? "").normalize("NFKC").trim().toLowerCase()
  const found = all.filter(({ text }) => text.toLowerCase().includes(wanted))
  const shown = found.slice(0, MOST_OPTIONS)
  const chosen = all.filter(each => each.value === value && !shown.includes(each))
  const choice = el(
    "label",
    { class: "field" },
    el("span", {}, t("attach.which")),
    el(
      "select",
      { id: name, name, "data-value": value },
      el("option", { value: "" }, t("attach.choose")),
      ...[...chosen, ...shown].map(each => el("option", { value: each.value }, each.text)),
    ),
  )
  if (all.length <= MOST_OPTIONS) return choice
  const said = { shown: format.number(shown.length), n: format.number(found.length) }
  return el(
    "div",
    { class: "found" },
    el(
      "label",
      { class: "field" },
      el("span", {}, t("export.find")),
      el("input", {
        ...{ id: `${name}-find`, type: "search", autocomplete: "off", spellcheck: "false" },
        "data-find": name,
      }),
    ),
    el("output", { class: "small soft" }, t("export.shown", said)),
    choice,
  )
}

function optionsOf(words: Words, model: Known): { readonly value: string; readonly text: string }[] {
  const { t, format } = words
  const items = model.captures.map(({ id, item, url, startedAt }) => {
    const host = inertText(hostOf(url) ?? t("ready.noAddress"), 60)
    const text = `${itemLabel(item)} · ${host} · ${format.time(startedAt)}`
    return { value: targetValue({ kind: "capture", id }), text, at: startedAt }
  })
  const bundles = model.exports.map(row => {
    const target = { kind: "export", id: row.id } as const
    return {
      value: targetValue(target),
      text: `${targetName(model, target)} · ${format.time(row.at)}`,
      at: row.at,
    }
  })
  // Of few, items stand before bundles; of many, the newest of both are those that are looked for.
  const all = [...items, ...bundles]
  return all.length <= MOST_OPTIONS ? all : all.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}
