/** The page as a function of its model. */
import { busyIf } from "../parts/busy.ts"
import { type Words } from "../../i18n/words.ts"
import { type CaptureRow } from "../../vault/capture-row.ts"
import { el } from "../parts/dom.ts"
import { hostOf, inertText } from "../parts/inert-text.ts"
import { itemLabel } from "../parts/item.ts"
import { renderProblemOf } from "../parts/problem.ts"
import { isOfWeb, renderVisitorViews } from "../parts/visitor-views.ts"
import { type Model } from "./model.ts"

export function renderPage(words: Words, model: Model): HTMLElement {
  return el("main", { id: "view" }, renderProblemOf(words, model.problem), ...renderItem(words, model))
}

function renderItem(words: Words, model: Model): HTMLElement[] {
  const { item } = model
  if (item === undefined) return []
  const isThere = item?.state === "sealed" && item.trashedAt === null
  if (!isThere) return [el("p", { id: "no-item" }, words.t("visitor.noItem"))]
  if (!isOfWeb(item.url)) return [el("p", { id: "no-item" }, words.t("visitor.noAddress"))]
  return [renderLook(words, model, item), ...renderPicture(words, model, item)]
}

/** Before the browser's own question stands why it is asked, and what is sent to whom. */
function renderLook(words: Words, model: Model, { item, url, startedAt }: CaptureRow): HTMLElement {
  const { t, format } = words
  const host = inertText(hostOf(url) ?? "", 80)
  const said = model.allowed === true ? [] : [t("visitor.ask", { host })]
  return el(
    "section",
    { id: "look-section" },
    el(
      "h2",
      {},
      itemLabel(item),
      " · ",
      el("bdi", { class: "host" }, host),
      " ",
      el("span", { class: "small soft" }, format.time(startedAt)),
    ),
    ...[t("visitor.what", { host }), t("visitor.sent", { host }), ...said].map(each => el("p", {}, each)),
    model.refused
      ? el("p", { id: "refused", class: "note note-warn", role: "status" }, t("visitor.refused"))
      : null,
    el(
      "button",
      {
        type: "button",
        id: "look",
        class: "button-main",
        ...busyIf(model.looking),
        disabled: model.allowed === null,
      },
      lookLabel(words, model, host),
    ),
    renderVisitorViews(words, model.readings) ?? el("p", { id: "none", class: "soft" }, t("visitor.none")),
    el("p", { class: "small soft" }, t("visitor.limits")),
    model.inPrivate === true
      ? null
      : el("p", { id: "no-picture", class: "small soft" }, t("visitor.picture")),
  )
}

/** The second button: the same, with a picture. Not there where the browser would not let it be taken. */
function renderPicture({ t }: Words, { inPrivate, looking }: Model, { url }: CaptureRow): HTMLElement[] {
  if (inPrivate !== true) return []
  const host = inertText(hostOf(url) ?? "", 80)
  const section = el(
    "section",
    { id: "picture-section" },
    el("h2", {}, t("visitor.pictureTitle")),
    el("p", {}, t("visitor.pictureWhat", { host })),
    el("p", {}, t("visitor.pictureAsk")),
    el(
      "button",
      { type: "button", id: "look-with-picture", class: "button-plain", ...busyIf(looking) },
      t(looking ? "visitor.looking" : "visitor.pictureLook"),
    ),
  )
  return [section]
}

function lookLabel({ t }: Words, { looking, allowed, readings }: Model, host: string): string {
  if (looking) return t("visitor.looking")
  if (allowed !== true) return t("visitor.allow", { host })
  return t(readings.length === 0 ? "visitor.look" : "visitor.lookAgain")
}
