/** What stands there where the browser's question was answered with no. */
import { type Words } from "../../i18n/words.ts"
import { el } from "../parts/dom.ts"

/** Both buttons go on with whatever was about to be begun. */
export const renderRefused = ({ t }: Words): HTMLElement =>
  el(
    "div",
    { id: "not-allowed", class: "note note-warn", role: "alert" },
    el("p", {}, t("queue.notAllowed")),
    el(
      "div",
      { class: "row-acts" },
      el("button", { type: "button", id: "ask-again", class: "button-quiet" }, t("queue.askAgain")),
      el("button", { type: "button", id: "without", class: "button-quiet" }, t("queue.without")),
    ),
  )
