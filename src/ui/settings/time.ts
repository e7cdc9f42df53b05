/** Whom the user lets be asked for time stamps, and how those stand that were asked for. */
import { errorSentences } from "../../i18n/sentences.ts"
import { type Words } from "../../i18n/words.ts"
import { renderConfirm } from "../parts/confirm.ts"
import { type Child, el } from "../parts/dom.ts"
import { inertText } from "../parts/inert-text.ts"
import { type Model, type Offer, offersOf } from "./model.ts"

export const OWN_FORM = "own-form"

export function renderTime(words: Words, model: Model): HTMLElement {
  const { t } = words
  return el(
    "section",
    { id: "time", "aria-labelledby": "time-title" },
    el("h3", { id: "time-title", tabindex: "-1" }, t("settings.time")),
    el("p", {}, t("settings.timeWhat")),
    el("p", { id: "consent", class: "note note-calm" }, t("settings.timeConsent")),
    el(
      "ul",
      { class: "authorities" },
      ...offersOf(model).map(offer =>
        el("li", { id: `authority-${offer.url}` }, ...renderOffer(words, model, offer)),
      ),
    ),
    model.refused ? el("p", { id: "refused", class: "note note-warn" }, t("settings.timeRefused")) : null,
    renderOwn(words),
    renderStanding(words, model),
    el("p", {}, el("a", { id: "open-attach", href: "attach.html" }, t("attach.open"))),
  )
}

function renderOffer({ t }: Words, model: Model, offer: Offer): Child[] {
  const host = new URL(offer.url).host
  const name = inertText(offer.operator ?? host, 80)
  const plain = offer.url.startsWith("http:")
  return [
    el(
      "label",
      {},
      el("input", {
        type: "checkbox",
        name: "authority",
        value: offer.url,
        "data-on": offer.on ? "yes" : "no",
        "aria-describedby": `about-${host}`,
      }),
      el("span", { class: "strong" }, offer.own ? name : t("settings.timeForeign", { operator: name })),
    ),
    el(
      "p",
      { id: `about-${host}`, class: "small soft" },
      t(plain ? "settings.timeToPlain" : "settings.timeTo", { url: inertText(offer.url, 200) }),
      offer.on && !model.reachable.has(offer.url) ? ` ${t("settings.timeNotAllowed")}` : "",
    ),
    // Beside the label, not in it: a press on it must not tick the box.
    offer.own
      ? renderConfirm(
          {
            id: `remove-${offer.url}`,
            asked: t("recipients.removeAsk"),
            named: t("settings.timeRemoveOf", { name }),
            what: t("settings.timeRemoveWhat"),
            yes: t("settings.timeRemove"),
          },
          { "data-act": "remove", "data-url": offer.url, "data-name": name },
        )
      : null,
  ]
}

function renderOwn({ t }: Words): HTMLElement {
  const field = (name: string, label: string, type: string) =>
    el(
      "label",
      {},
      el("span", {}, label),
      el("input", { name, type, autocomplete: "off", spellcheck: "false" }),
    )
  return el(
    "details",
    { id: "own" },
    el("summary", {}, t("settings.timeOwn")),
    el(
      "form",
      { id: OWN_FORM, class: "fields" },
      field("url", t("settings.timeOwnUrl"), "url"),
      field("authorization", t("settings.timeOwnAuthorization"), "password"),
      el("button", { type: "submit", class: "button-plain" }, t("settings.timeOwnAdd")),
    ),
  )
}

function renderStanding(words: Words, model: Model): HTMLElement {
  const { t, format } = words
  const [first] = model.waiting
  const failed = model.waiting.find(({ code }) => code !== null)
  const anyOn = model.authorities.some(({ on }) => on)
  return el(
    "div",
    { id: "standing" },
    first === undefined
      ? null
      : el(
          "p",
          { id: "waiting", class: "note note-calm" },
          t("settings.timeWaiting", { n: model.waiting.length, time: format.time(first.nextTryAt) }),
          failed?.code == null ? "" : ` ${errorSentences(t, failed.code).cause}`,
        ),
    el(
      "button",
      { type: "button", id: "stamp-all", class: "button-plain", "data-act": "stamp-all", disabled: !anyOn },
      t("settings.timeStampAll"),
    ),
    model.wanted === null ? null : el("p", { id: "wanted" }, t("settings.timeWanted", { n: model.wanted })),
  )
}
