/** Cases to choose from, as every page of ours lists them. */
import { type Words } from "../../i18n/words.ts"
import { type CaseRow } from "../../vault/case-row.ts"
import { el } from "./dom.ts"
import { inertText } from "./inert-text.ts"

/** Characters of a name that are shown. */
const SHOWN = 40

export const caseName = ({ t }: Words, { name }: Pick<CaseRow, "name">): string =>
  name === null ? t("case.default") : inertText(name, SHOWN)

/** Values begin with a mark, so that a case is told from what is offered beside the cases. */
export const caseValue = (id: string): string => `=${id}`

/** Null for what is no case. */
export const caseOfValue = (value: string): string | null => (value.startsWith("=") ? value.slice(1) : null)

/** Those that are open, and the one with this id in any case. `said`: how an option is called, where not by the name alone. */
export const openCases = (cases: readonly CaseRow[], id: string | null = null): CaseRow[] =>
  cases.filter(row => row.archived === null || row.id === id)

export const caseOption = (
  words: Words,
  row: CaseRow,
  said: (name: string) => string = name => name,
): HTMLElement => el("option", { value: caseValue(row.id) }, said(caseName(words, row)))

/** The way to what can be done next with a case. */
export const roadsLink = ({ t }: Words, { id }: Pick<CaseRow, "id">, look: string | null): HTMLElement =>
  el(
    "a",
    { id: "case-roads", class: look, href: `roads.html?${new URLSearchParams({ case: id }).toString()}` },
    t("road.open"),
  )
