/** What the case as a whole still lacks. No badge, no count: it stands folded on this page, and can be put away. */
import { type Advised } from "../../core/roads/advised.ts"
import { adviceForCase, type CaseAdvice, type PagelessAccount } from "../../core/roads/case-coach.ts"
import { type CaseGround } from "../../core/roads/ground.ts"
import { type Words } from "../../i18n/words.ts"
import { adviceDismiss, adviceFound, adviceMark, adviceTick, dismissedAdvice } from "../parts/advice.ts"
import { type Child, el } from "../parts/dom.ts"
import { inertText } from "../parts/inert-text.ts"
import { itemLink } from "./item-link.ts"

/** A case may have thousands of accounts, and of items. */
const MOST_NAMED = 12
const LONGEST_NAME = 60

/** Null for a case that holds nothing to say anything of. */
export function renderCaseCoach(words: Words, ground: CaseGround, advised: Advised): HTMLElement | null {
  const { t } = words
  const all = adviceForCase(ground, advised)
  if (all.length === 0) return null
  const shown = all.filter(({ state }) => state !== "dismissed")
  const dismissed = all.filter(({ state }) => state === "dismissed")
  return el(
    "details",
    { id: "coach", class: "road" },
    el("summary", {}, el("span", { class: "strong" }, t("caseCoach.title"))),
    el("p", { class: "small soft" }, t("caseCoach.what")),
    shown.length === 0
      ? el("p", { class: "soft" }, t("caseCoach.allDone"))
      : el("ul", { class: "advice" }, ...shown.map(advice => renderAdvice(words, advice))),
    dismissedAdvice(words, dismissed),
  )
}

function renderAdvice(words: Words, { name, state, items, pageless }: CaseAdvice): HTMLElement {
  const { t } = words
  return el(
    "li",
    { "data-advice": name, "data-state": state },
    adviceMark(state),
    el(
      "div",
      {},
      el("p", { class: "strong" }, t(`coach.${name}`)),
      state === "found"
        ? el("p", { class: "small soft" }, adviceFound(words, items.slice(0, MOST_NAMED)))
        : el("p", { class: "small" }, t(`caseCoach.${name}.why`)),
      state === "open" && pageless.length > 0 ? renderPageless(words, pageless) : null,
      el("div", { class: "row-acts" }, adviceTick(words, name, state), adviceDismiss(words, name, state)),
    ),
  )
}

/** Whose page is missing, each with one of their items: from there, the way to it is known. */
function renderPageless({ t }: Words, accounts: readonly PagelessAccount[]): HTMLElement {
  const rest = accounts.length - MOST_NAMED
  const named = accounts
    .slice(0, MOST_NAMED)
    .flatMap(({ author, items: [first] }): Child[] => [
      el("bdi", {}, author === null ? t("caseCoach.unnamed") : inertText(author, LONGEST_NAME)),
      " ",
      itemLink(first),
      " ",
    ])
  return el(
    "p",
    { class: "small item-links", "data-items": "pageless" },
    el("span", { class: "soft" }, `${t("caseCoach.pageless")} `),
    ...named,
    rest > 0 ? t("caseCoach.more", { n: rest }) : null,
  )
}
