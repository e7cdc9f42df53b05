/** What a court is asked for in a civil complaint, each with a tick: none is chosen for anybody. */
import { type Claim, claims, type Typed } from "../../core/papers/typed.ts"
import { type Words } from "../../i18n/words.ts"
import { el } from "../parts/dom.ts"

export const renderClaims = ({ t }: Words, { claims: ticked = [] }: Typed): HTMLElement =>
  el(
    "fieldset",
    { id: "claims", class: "list" },
    el("legend", { class: "strong" }, t("prepare.claims")),
    el("p", { class: "small soft" }, t("prepare.claimsWhat")),
    ...claims.map(name =>
      el(
        "label",
        { class: "choice" },
        el("input", {
          ...{ id: `claim-${name}`, type: "checkbox", name: "claim", value: name },
          checked: ticked.includes(name),
        }),
        el("span", {}, t(`prepare.claim.${name}`)),
      ),
    ),
  )

/** Those that are ticked; what was ticked before, where they are not shown now. */
export function readClaims(page: ParentNode, before: readonly Claim[]): readonly Claim[] {
  const shown = page.querySelector("#claims")
  return shown === null
    ? before
    : claims.filter(name => shown.querySelector<HTMLInputElement>(`#claim-${name}`)?.checked === true)
}
