/** What was kept besides, and what was not although it was wanted. */
import { type OriginalsSummary } from "../../core/media.ts"
import { type StepRecord } from "../../core/evidence.ts"
import { errorSentences } from "../../i18n/sentences.ts"
import { originalsSentences } from "../../i18n/originals.ts"
import { serverSentences } from "../../i18n/server.ts"
import { type Words } from "../../i18n/words.ts"
import { type CaptureRow } from "../../vault/capture-row.ts"
import { el } from "../parts/dom.ts"
import { button } from "./button.ts"

export function renderAlsoKept(words: Words, row: CaptureRow): HTMLElement | null {
  const skipped = row.steps.filter(({ name, outcome }) => name in extraSteps && outcome === "skipped")
  if (row.server === undefined && row.originals === undefined && skipped.length === 0) return null
  return el(
    "section",
    { id: "also-kept", class: "small" },
    row.server === undefined ? null : el("h3", { class: "small soft" }, words.t("saved.server")),
    el(
      "ul",
      { class: "sentences" },
      ...(row.server === undefined ? [] : serverSentences[words.language](row.server)).map(said =>
        el("li", { class: "server" }, said),
      ),
      row.originals === undefined ? null : renderOriginals(words, row.originals),
      ...skipped.map(step => renderSkipped(words, step)),
    ),
  )
}

/** What was not asked for can be, at the next capture, once its sites are allowed. */
function renderOriginals({ t, language }: Words, originals: OriginalsSummary): HTMLElement {
  const { sites } = originals
  return el(
    "li",
    { id: "originals" },
    `${originalsSentences[language](originals)} `,
    sites.length === 0
      ? null
      : button("allow-site", "link", { "data-site": sites.slice(0, 8).join(" ") }, t("saved.originalsAllow")),
  )
}

const extraSteps: Partial<Record<StepRecord["name"], true>> = {
  "server-record": true,
  originals: true,
  mhtml: true,
}

function renderSkipped({ t }: Words, { name, code }: StepRecord): HTMLElement {
  const why = code === null ? "" : errorSentences(t, code).cause
  return el("li", { "data-skipped": name }, t("saved.skipped", { what: t(`step.${name}`), why }))
}
