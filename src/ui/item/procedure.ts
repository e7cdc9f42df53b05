/** The procedure of a guided recording: its steps, and the pages that were opened, where the reader has asked for what the item shows. */
import { type ProcedureLine } from "../../core/procedure/entry.ts"
import { standingOf } from "../../core/procedure/steps.ts"
import { type Words } from "../../i18n/words.ts"
import { el } from "../parts/dom.ts"
import { inertText } from "../parts/inert-text.ts"
import { type Model, type ShownProcedure } from "./model.ts"

/** Characters of a title and of an address, here. */
const LONGEST = 300

export function renderProcedure(words: Words, { content }: Model): HTMLElement | null {
  if (content.at !== "shown" || content.procedure == null) return null
  const { t } = words
  const { lines } = content.procedure
  return el(
    "section",
    { id: "procedure", "aria-labelledby": "procedure-title" },
    el("h2", { id: "procedure-title" }, t("procedure.part")),
    ...(lines === null
      ? [el("p", { class: "note note-problem" }, t("procedure.damaged"))]
      : renderLines(words, lines, content.procedure)),
  )
}

function renderLines(words: Words, lines: readonly ProcedureLine[], shown: ShownProcedure): HTMLElement[] {
  const { t, format } = words
  const count = (kind: ProcedureLine["kind"]) => lines.filter(line => line.kind === kind).length
  const steps = standingOf(lines).map(({ step, state, by, ms, reason }) => {
    const time = format.elapsed(ms ?? 0)
    const said =
      state === "skipped"
        ? t("procedure.skipped", { time, reason: inertText(reason ?? "", LONGEST) })
        : state === "open"
          ? t("procedure.openStep")
          : t(by === "facts" ? "procedure.byFacts" : "procedure.byUser", { time })
    return el(
      "li",
      { "data-step": step, "data-state": state },
      el("span", {}, t(`procedure.step.${step}`)),
      el("span", { class: "small soft" }, said),
    )
  })
  const pages = lines.filter(line => line.kind === "page" || line.kind === "route")
  return [
    el("ol", { class: "steps" }, ...steps),
    el("h3", {}, t("procedure.pages")),
    el("ol", { class: "pages-opened" }, ...pages.map(page => renderOpened(words, page, shown))),
    el(
      "p",
      { class: "small soft" },
      `${t("procedure.clicked", { n: count("click") })} ${t("procedure.scrolled", { n: count("scroll") })}`,
    ),
    el("p", { class: "small soft" }, t("procedure.partNote")),
  ]
}

function renderOpened(
  { t, format }: Words,
  page: Extract<ProcedureLine, { readonly kind: "page" | "route" }>,
  { pictures }: ShownProcedure,
): HTMLElement {
  const time = format.elapsed(page.ms)
  const path = page.kind === "page" ? page.frame?.path : undefined
  const picture = pictures.find(each => each.path === path)
  const isLost = page.kind === "page" && page.code !== null
  return el(
    "li",
    {},
    el("span", { class: "small soft" }, time),
    el("bdi", {}, inertText(page.title ?? "", LONGEST)),
    page.url === null
      ? el("span", { class: "small soft" }, t("procedure.noAddress"))
      : el("code", { class: "small soft" }, inertText(page.url, LONGEST)),
    isLost ? el("strong", { class: "small" }, t("procedure.noPicture")) : null,
    picture?.url == null
      ? null
      : el("img", { src: picture.url, alt: t("procedure.arrival", { time }), width: "320", loading: "lazy" }),
  )
}
