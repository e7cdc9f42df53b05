/** What the user says of where the files come from. All of it may be left unsaid. */
import {
  devices,
  LONGEST_NOTE,
  LONGEST_WHEN,
  makers,
  nothingStated,
  parseStated,
  type Stated,
  ways,
} from "../../core/imported.ts"
import { type Words } from "../../i18n/words.ts"
import { el } from "../parts/dom.ts"
import { type Model } from "./model.ts"

export function renderOrigin(words: Words, { isKeeping }: Model): HTMLElement {
  const { t } = words
  const choice = (name: "maker" | "device" | "way", options: readonly (readonly [string, string])[]) =>
    el(
      "label",
      { class: "field" },
      el("span", {}, t(`import.${name}`)),
      el(
        "select",
        { name, disabled: isKeeping },
        el("option", { value: "" }, t("import.unsaid")),
        ...options.map(([value, text]) => el("option", { value }, text)),
      ),
    )
  return el(
    "fieldset",
    { id: "origin", class: "plain" },
    el("legend", { class: "strong" }, t("import.origin")),
    el("p", { class: "small soft" }, t("import.originWhy")),
    el(
      "div",
      { class: "fields" },
      choice(
        "maker",
        makers.map(each => [each, t(`import.maker.${each}`)]),
      ),
      choice(
        "device",
        devices.map(each => [each, t(`import.device.${each}`)]),
      ),
      choice(
        "way",
        ways.map(each => [each, t(`import.way.${each}`)]),
      ),
      el(
        "label",
        { class: "field" },
        el("span", {}, t("import.when")),
        el("input", {
          type: "text",
          name: "when",
          maxlength: String(LONGEST_WHEN),
          autocomplete: "off",
          disabled: isKeeping,
        }),
      ),
      el(
        "label",
        { class: "field wide" },
        el("span", {}, t("import.note")),
        el("textarea", { name: "note", rows: "3", maxlength: String(LONGEST_NOTE), disabled: isKeeping }),
      ),
    ),
  )
}

/** What stands in the form. */
export function readOrigin(form: HTMLFormElement | null): Stated {
  if (form === null) return nothingStated
  const data = new FormData(form)
  const text = (name: string): string => {
    const value = data.get(name)
    return typeof value === "string" ? value.trim() : ""
  }
  const chosen = (name: string) => (text(name) === "" ? null : text(name))
  return parseStated({
    ...{ maker: chosen("maker"), device: chosen("device"), way: chosen("way") },
    ...{ when: text("when"), note: text("note") },
  })
}
