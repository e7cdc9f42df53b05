/** The signing key: its digits, to be read out, and how old it is, by whose word. */
import { type Words } from "../../i18n/words.ts"
import { type StampRow } from "../../vault/schema.ts"
import { el } from "../parts/dom.ts"
import { inFours } from "../parts/inert-text.ts"
import { type Model } from "./model.ts"

export function renderKey(
  words: Words,
  model: Pick<Model, "deviceKey" | "keyStamps" | "copied">,
): HTMLElement {
  const { t, format } = words
  const { deviceKey, keyStamps, copied } = model
  return el(
    "section",
    { id: "key", "aria-labelledby": "key-title" },
    el("h3", { id: "key-title" }, t("settings.key")),
    el("p", {}, t("settings.keyWhat")),
    el("code", { id: "key-digits", class: "digits" }, inFours(deviceKey?.fingerprint ?? "")),
    deviceKey === null
      ? null
      : el(
          "div",
          { id: "key-age", class: "small" },
          el("p", {}, t("settings.keyMade", { time: format.time(deviceKey.createdAt) })),
          ...(keyStamps.length === 0
            ? [el("p", { class: "soft" }, t("settings.keyNoStamp"))]
            : keyStamps.map(stamp => renderStamp(words, stamp))),
        ),
    el(
      "button",
      { type: "button", class: "button-plain", "data-act": "copy-key", disabled: deviceKey === null },
      t(copied ? "export.copied" : "export.copy"),
    ),
  )
}

function renderStamp({ t, format }: Words, { authority: name, state, time }: StampRow): HTMLElement {
  const came = state === "received" && time !== null
  return el(
    "p",
    { class: "stamp", "data-state": state },
    came
      ? t("settings.keyStamped", { name, time: format.time(time) })
      : t("settings.keyStampWaiting", { name }),
  )
}
