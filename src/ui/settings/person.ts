/** Who speaks in papers, where they wanted it kept: to be seen, and to be forgotten. */
import { type Person } from "../../core/papers/person.ts"
import { personFields } from "../../core/papers/typed.ts"
import { type Words } from "../../i18n/words.ts"
import { renderConfirm } from "../parts/confirm.ts"
import { el } from "../parts/dom.ts"
import { inertText } from "../parts/inert-text.ts"

export function renderPerson({ t }: Words, person: Person | null): HTMLElement {
  const kept = personFields.flatMap(name => {
    const said = person?.[name] ?? null
    return said === null ? [] : [{ name, said }]
  })
  return el(
    "section",
    { id: "person", "aria-labelledby": "person-title" },
    el("h3", { id: "person-title", tabindex: "-1" }, t("person.title")),
    el("p", {}, t("person.what")),
    person === null
      ? el("p", { id: "no-person", class: "soft" }, t("person.none"))
      : el(
          "details",
          // Over a shoulder nothing of it is read.
          { id: "person-kept" },
          el("summary", {}, t("person.show")),
          el(
            "dl",
            { class: "receipt" },
            ...kept.map(({ name, said }) =>
              el(
                "div",
                {},
                el("dt", {}, t(`prepare.person.${name}`)),
                el("dd", {}, el("bdi", {}, inertText(said, 300))),
              ),
            ),
          ),
        ),
    person === null
      ? null
      : renderConfirm(
          {
            id: "person-forget",
            asked: t("person.forgetAsk"),
            named: t("person.forgetOf"),
            what: t("person.forgetWhat"),
            yes: t("person.forget"),
          },
          { "data-act": "forget-person" },
        ),
  )
}
