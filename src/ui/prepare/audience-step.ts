/** Step 1: for whom, and what of it goes along. */
import { siteOf } from "../../core/bundle/shown.ts"
import { audiences } from "../../core/papers/names.ts"
import { type Platform } from "../../core/papers/platforms.ts"
import { reportLanguages } from "../../core/papers/wanted.ts"
import { siteKey } from "../../i18n/papers/site-key.ts"
import { type Words } from "../../i18n/words.ts"
import { type Child, el } from "../parts/dom.ts"
import { itemLabel } from "../parts/item.ts"
import { chosen, type Model, platformsIn } from "./model.ts"

export function renderAudience(words: Words, model: Model): Child[] {
  const { t } = words
  const platforms = platformsIn(model)
  const held = chosen(model)
  return [
    el(
      "fieldset",
      { class: "list" },
      el("legend", { class: "strong" }, t("prepare.audience")),
      ...audiences.map(name =>
        el(
          "label",
          { class: "choice" },
          el("input", {
            ...{ type: "radio", name: "audience", value: name, id: `for-${name}` },
            checked: name === model.audience,
          }),
          el(
            "span",
            {},
            t(`prepare.for.${name}`),
            el("span", { class: "small soft what" }, t(`prepare.for.${name}.what`)),
          ),
        ),
      ),
    ),
    el(
      "div",
      { class: "fields" },
      model.audience === "platform" && platforms.length > 1
        ? el(
            "label",
            { id: "platform-field" },
            t("prepare.platform"),
            el(
              "select",
              { id: "platform" },
              ...platforms.map((platform, at) =>
                el(
                  "option",
                  { value: String(at), selected: at === model.platform },
                  platformName(words, platform),
                ),
              ),
            ),
          )
        : null,
      el(
        "label",
        { id: "language-field" },
        t("prepare.language"),
        el(
          "select",
          { id: "language" },
          ...reportLanguages.map(value =>
            el("option", { value, selected: value === model.language }, t(`export.report.${value}`)),
          ),
        ),
      ),
    ),
    el(
      "details",
      { id: "which" },
      el("summary", {}, t("prepare.items", { n: held.length })),
      el(
        "ul",
        { class: "small" },
        ...held.map(({ capture }) =>
          el("li", {}, `${itemLabel(capture.item)} · `, el("bdi", {}, siteOf(capture.url))),
        ),
      ),
    ),
  ]
}

/** As readers know it, or else by its host. */
export function platformName({ t }: Words, { adapter, host }: Platform): string {
  const key = adapter === null ? null : siteKey(adapter)
  return key === null ? host : t(key)
}
