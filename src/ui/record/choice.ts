/** Whether the recording comes with a list of steps, and what that needs. */
import { busyIf } from "../parts/busy.ts"
import { type Words } from "../../i18n/words.ts"
import { el } from "../parts/dom.ts"
import { type Model } from "./model.ts"

export function renderChoice({ t }: Words, { guided, allPages, pending }: Model): (HTMLElement | null)[] {
  const disabled = pending === "start"
  return [
    el(
      "label",
      { class: "sound" },
      el("input", { type: "checkbox", id: "guided", checked: guided, disabled }),
      el("span", {}, t("procedure.choose")),
    ),
    guided
      ? el(
          "div",
          { id: "guided-about", class: "note" },
          el("p", {}, t("procedure.about")),
          el("p", {}, t("procedure.follow")),
          allPages === true
            ? el("p", { id: "all-pages", role: "status" }, t("procedure.allowed"))
            : el(
                "button",
                { type: "button", id: "allow-all", class: "button-quiet", ...busyIf(disabled) },
                t("procedure.allow"),
              ),
          allPages === false ? el("p", { role: "status" }, t("procedure.notAllowed")) : null,
          el("p", {}, t("procedure.sameTab")),
        )
      : null,
  ]
}
