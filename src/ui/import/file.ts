/** One file that was given, and how far it is. Of the file itself only its name is shown, as text. */
import { type Words } from "../../i18n/words.ts"
import { el } from "../parts/dom.ts"
import { inertText, inFours } from "../parts/inert-text.ts"
import { itemLabel } from "../parts/item.ts"
import { errorSentences } from "../../i18n/sentences.ts"
import { type Given, type Holder, type Model } from "./model.ts"
import { type FileHolder } from "../../vault/read-imported.ts"

export function renderFile(words: Words, model: Model, file: Given): HTMLElement {
  const { t, format } = words
  const { course } = file
  const kind = course.at === "ready" ? ` · ${t(`import.kind.${course.kind}`)}` : ""
  return el(
    "li",
    {
      id: `file-${String(file.id)}`,
      "data-at": course.at,
      "data-why": course.at === "refused" ? course.why : null,
    },
    el(
      "div",
      { class: "row" },
      el("bdi", { class: "strong" }, inertText(file.name, 120)),
      el("span", { class: "small soft" }, `${format.size(file.bytes)}${kind}`),
    ),
    ...courseOf(words, model, file),
  )
}

function courseOf(words: Words, model: Model, { id, bytes, course, name }: Given): (HTMLElement | null)[] {
  const { t } = words
  switch (course.at) {
    case "waiting":
      return [said(t("import.waiting"))]
    case "hashing":
      return [
        el("progress", {
          ...{ max: String(Math.max(1, bytes)), value: String(course.done) },
          "aria-label": t("import.reading", { name: inertText(name, 80) }),
        }),
      ]
    case "ready":
      return [
        print(course.sha256),
        course.held.length === 0
          ? null
          : el(
              "p",
              { class: "note note-warn", "data-held": true },
              el("span", {}, ...held(words, course.held)),
            ),
        course.twin === null
          ? null
          : el(
              "p",
              { class: "note note-warn", "data-twin": true },
              t("import.twin", { name: inertText(course.twin, 80) }),
            ),
        el(
          "label",
          { class: "check" },
          el("input", {
            ...{ type: "checkbox", name: "wanted", value: String(id), disabled: model.isKeeping },
            "data-on": course.isWanted ? "yes" : "no",
          }),
          ` ${t("import.wanted")}`,
        ),
      ]
    case "keeping":
      return [print(course.sha256), said(t("import.keepingOne"))]
    case "kept":
      return [
        el(
          "p",
          { class: "strong" },
          `${t("import.kept")} `,
          link(words, { id: course.captureId, item: course.item }),
        ),
        print(course.sha256),
      ]
    case "refused":
      return [
        el("p", { class: "note note-warn" }, t(`import.refused.${course.why}`)),
        // A bundle of this tool has a place of its own, where it is verified first.
        course.why === "bundle" ? el("p", {}, el("a", { href: "restore.html" }, t("restore.open"))) : null,
      ]
    case "failed": {
      const { cause, safe, next, code } = errorSentences(words.t, course.code)
      return [
        el(
          "p",
          { class: "note note-problem" },
          `${cause} ${safe} ${next} `,
          el("code", { class: "code" }, code),
        ),
      ]
    }
  }
}

const said = (text: string): HTMLElement => el("p", { class: "small soft" }, text)

const print = (digits: string): HTMLElement =>
  el(
    "p",
    { class: "print" },
    el("span", { class: "small soft" }, "SHA-256"),
    " ",
    el("code", {}, inFours(digits)),
  )

const link = ({ t }: Words, { id, item }: Holder): HTMLElement =>
  el(
    "a",
    {
      href: `item.html?item=${encodeURIComponent(id)}`,
      "aria-label": t("library.openItem", { item: itemLabel(item) }),
    },
    itemLabel(item),
  )

const held = (words: Words, holders: readonly FileHolder[]): (Node | string)[] => [
  `${words.t("import.held")} `,
  ...holders
    .slice(0, 5)
    .flatMap((holder, at) => [
      ...(at === 0 ? [] : [" · "]),
      link(words, holder),
      ...(holder.isTrashed ? [words.t("import.heldInTrash")] : []),
    ]),
  ` ${words.t("import.heldNext")}`,
]
