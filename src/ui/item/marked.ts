/** What the user added to the pictures, as facts: how many marks, and which redacted copies there are. What they say stands on the page of the picture. */
import { standingMarks } from "../../core/picture/annotations.ts"
import { type Words } from "../../i18n/words.ts"
import { el } from "../parts/dom.ts"
import { inFours } from "../parts/inert-text.ts"
import { pictureName } from "../parts/picture.ts"
import { type Model } from "./model.ts"

/** Null where nothing was added. */
export function renderMarked(words: Words, { annotations, redactions }: Model): HTMLElement | null {
  const { t, format } = words
  const standing = [...standingMarks(annotations).values()]
  if (standing.length === 0 && redactions.length === 0) return null
  const marks = standing.reduce((sum, version) => sum + version.marks.length, 0)
  return el(
    "ul",
    { id: "marked", class: "sentences small" },
    standing.length === 0 ? null : el("li", {}, t("picture.marked", { n: marks })),
    ...redactions.map(({ id, original, at, boxes, file }) => {
      const what = pictureName(words, original.path)
      return el(
        "li",
        { "data-copy": id, class: "print" },
        el("strong", {}, t("picture.copyLabel")),
        ` · ${t("picture.copyOf", { what, time: format.time(at), n: boxes.length })} · SHA-256 `,
        el("code", {}, inFours(file)),
      )
    }),
  )
}
