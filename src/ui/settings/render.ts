/** The settings as a function of their model: six groups, and a list of them that leads to each (product.md §6.6). */
import { type Words } from "../../i18n/words.ts"
import { type Child, el } from "../parts/dom.ts"
import { renderProblemOf } from "../parts/problem.ts"
import { renderAnchors } from "./anchors.ts"
import { renderBackup, renderStorage, renderUninstall } from "./backup.ts"
import { renderBracket } from "./bracket.ts"
import { renderCheck } from "./check.ts"
import { renderKey } from "./device-key.ts"
import { renderExtras } from "./extras.ts"
import { renderFile } from "./file.ts"
import { renderPageLanguage, renderReportLanguage } from "./languages.ts"
import { renderLimits } from "./limits.ts"
import { renderLock } from "./lock.ts"
import { type Model } from "./model.ts"
import { renderPerson } from "./person.ts"
import { renderRecipients } from "./recipients.ts"
import { renderTime } from "./time.ts"

const groups = ["capture", "privacy", "reports", "stamps", "language", "backup"] as const
type Group = (typeof groups)[number]

export function renderSettings(words: Words, model: Model): HTMLElement {
  return el(
    "main",
    { id: "view" },
    renderProblemOf(words, model.problem),
    renderIndex(words),
    ...groups.map(group => renderGroup(words, group, sectionsOf(words, model, group))),
  )
}

function sectionsOf(words: Words, model: Model, group: Group): readonly Child[] {
  const { choices } = model
  switch (group) {
    case "capture": {
      const sections = [renderLimits(words, model), renderExtras(words, model.extras)]
      // Who was sent here to allow a site finds it first.
      return model.extras.wanted.length > 0 ? sections.toReversed() : sections
    }
    case "privacy":
      return [
        renderPerson(words, model.person),
        renderRecipients(words, model.recipients),
        renderKey(words, model),
        renderLock(words, model.lock),
      ]
    case "reports":
      return [renderReportLanguage(words, choices)]
    case "stamps":
      return [
        renderTime(words, model),
        renderAnchors(words, model.anchoring),
        renderBracket(words, model.beacons),
      ]
    case "language":
      return [renderPageLanguage(words, choices)]
    case "backup":
      return [
        renderBackup(words, choices),
        renderUninstall(words, choices),
        renderStorage(words, choices),
        renderCheck(words, model.check),
        renderFile(words, model.file),
      ]
  }
}

/** Links: they are followed by keyboard as they are by mouse, and take the focus along. */
const renderIndex = ({ t }: Words): HTMLElement =>
  el(
    "nav",
    { id: "index", "aria-label": t("settings.groups") },
    el(
      "ul",
      {},
      ...groups.map(group =>
        el("li", {}, el("a", { href: `#group-${group}` }, t(`settings.group.${group}`))),
      ),
    ),
  )

const renderGroup = ({ t }: Words, group: Group, sections: readonly Child[]): HTMLElement =>
  el(
    "div",
    {
      id: `group-${group}`,
      class: "group",
      tabindex: "-1",
      role: "group",
      "aria-labelledby": `${group}-title`,
    },
    el("h2", { id: `${group}-title` }, t(`settings.group.${group}`)),
    ...sections,
  )
