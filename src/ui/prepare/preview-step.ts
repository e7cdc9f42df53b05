/** Step 3: each paper as it will be, how the bundle is handed out, and making it. */
import { busyIf } from "../parts/busy.ts"
import { type Words } from "../../i18n/words.ts"
import { type Child, el } from "../parts/dom.ts"
import { caseIdOf, keysOfCase } from "../../vault/case-row.ts"
import { renderCourse } from "../popup/export.ts"
import { renderEncryption } from "../popup/encryption.ts"
import { button } from "./button.ts"
import { chosen, type Model } from "./model.ts"
import { renderBlock } from "./paper-blocks.ts"
import { renderSent } from "./sent.ts"

export function renderPreview(words: Words, model: Model): Child[] {
  const { t } = words
  if (model.exportId !== null) {
    const { course } = model
    return [course === null ? null : renderCourse(words, model, course), ...renderSent(words, model)]
  }
  const inCases = chosen(model).map(({ capture }) => caseIdOf(capture))
  return [
    model.papers.length === 0 ? null : el("p", { class: "small soft" }, t("prepare.previewWhat")),
    ...renderPapers(words, model),
    renderEncryption(words, model.recipients, keysOfCase(model.cases, inCases)),
    el(
      "p",
      { id: "export-stamp", class: "small" },
      model.authorities.length === 0
        ? t("export.noStamp")
        : t("export.stampFrom", { names: model.authorities.join(" · ") }),
    ),
    button(
      "make",
      "main",
      { id: "make", ...busyIf(model.pending !== null), "aria-describedby": "export-stamp" },
      t("prepare.make"),
    ),
  ]
}

function renderPapers({ t }: Words, { previews, papers }: Model): Child[] {
  if (papers.length === 0) return [el("p", { id: "no-preview" }, t("prepare.noPreview"))]
  if (previews === null) return [el("p", { id: "previewing", class: "soft" }, t("prepare.previewing"))]
  return papers.flatMap((name): Child[] => {
    const own = previews.filter(preview => preview.name === name)
    if (own.length === 0) return [el("p", {}, t("prepare.noPaper", { name: t(`prepare.paper.${name}`) }))]
    return own.map(({ path, language, blocks }) => {
      const title = t("prepare.paperHas", { name: t(`prepare.paper.${name}`), path })
      return el(
        "details",
        { id: `preview-${path.replaceAll(".", "-")}`, "data-path": path, open: name === "notice" },
        el("summary", {}, el("h3", { class: "small" }, title)),
        el(
          "article",
          // It scrolls, and so has to be reached without a mouse.
          { class: "paper", lang: language, tabindex: "0", "aria-label": title },
          ...blocks.map(block => renderBlock(block, t("prepare.suggestion"))),
        ),
      )
    })
  })
}
