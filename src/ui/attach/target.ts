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

/** `value` is what is chosen. The page puts it there after each drawing, since a list that grows moves its options. */
export function renderChoice(words: Words, model: Known, name: string, value: string): HTMLElement {
  const { t, format } = words
  const option = (target: ProofTarget, text: string) => el("option", { value: targetValue(target) }, text)
  return el(
    "label",
    { class: "field" },
    el("span", {}, t("attach.which")),
    el(
      "select",
      { id: name, name, "data-value": value },
      el("option", { value: "" }, t("attach.choose")),
      ...model.captures.map(({ id, item, url, startedAt }) => {
        const host = inertText(hostOf(url) ?? t("ready.noAddress"), 60)
        return option({ kind: "capture", id }, `${itemLabel(item)} · ${host} · ${format.time(startedAt)}`)
      }),
      ...model.exports.map(row => {
        const target = { kind: "export", id: row.id } as const
        return option(target, `${targetName(model, target)} · ${format.time(row.at)}`)
      }),
    ),
  )
}
