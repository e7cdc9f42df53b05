/** Whether public random numbers are asked for, and of whom. */
import { type Beacons } from "../../core/bracket/beacons.ts"
import { type Words } from "../../i18n/words.ts"
import { el } from "../parts/dom.ts"
import { inertText } from "../parts/inert-text.ts"

export const renderBracket = ({ t }: Words, beacons: Beacons | null): HTMLElement | null =>
  beacons === null
    ? null
    : el(
        "section",
        { id: "bracket", "aria-labelledby": "bracket-title" },
        el("h3", { id: "bracket-title" }, t("bracket.title")),
        el("p", {}, t("bracket.what")),
        el("p", { id: "bracket-consent", class: "note note-calm" }, t("bracket.consent")),
        el(
          "label",
          {},
          el("input", {
            type: "checkbox",
            name: "beacons",
            "data-on": beacons.on ? "yes" : "no",
            "aria-describedby": "bracket-consent",
          }),
          el("span", { class: "strong" }, t("bracket.on")),
        ),
        el(
          "ul",
          { id: "beacons", class: "small soft" },
          el("li", {}, t("bracket.drand", { relays: inertText(beacons.drand.join(" · "), 300) })),
          el("li", {}, t("bracket.nist", { address: inertText(beacons.nist, 200) })),
        ),
      )
