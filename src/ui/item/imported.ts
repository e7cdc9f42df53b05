/**
 * An item that is a file from elsewhere: what the user says of it, what the file
 * says of itself, and the file, which is shown only where a browser's own decoder
 * of pictures, sound or film is all that sees it.
 */
import { busyIf } from "../parts/busy.ts"
import { type Claim, type Stated } from "../../core/imported.ts"
import { type Words } from "../../i18n/words.ts"
import { type CaptureRow } from "../../vault/capture-row.ts"
import { el } from "../parts/dom.ts"
import { inertText } from "../parts/inert-text.ts"
import { type Model } from "./model.ts"

type Imported = NonNullable<CaptureRow["imported"]>

const LONGEST_SHOWN = 1_000

export function renderImported(words: Words, model: Model, imported: Imported): HTMLElement {
  const { t, format } = words
  const { givenName, lastModified, stated, read } = imported
  return el(
    "section",
    { id: "imported", "aria-labelledby": "imported-title", "data-kind": read?.kind ?? "other" },
    el("h2", { id: "imported-title" }, t("imported.title")),
    el("p", { class: "note note-calm" }, t("imported.not-captured")),
    el(
      "dl",
      { class: "said" },
      ...pair(t("imported.name"), givenName),
      ...pair(t("imported.kind"), kindSaid(words, read)),
      ...pair(t("imported.lastModified"), lastModified === null ? null : format.time(lastModified)),
    ),
    el("h3", { id: "stated-title" }, t("imported.stated")),
    renderStated(words, stated),
    el("h3", { id: "claims-title" }, t("imported.claims")),
    ...renderClaims(words, read?.claims ?? []),
    read?.unread == null ? null : el("p", { class: "small" }, t(`imported.unread.${read.unread}`)),
    ...renderContent(words, model),
  )
}

const kindSaid = ({ t }: Words, read: Imported["read"]): string => {
  if (read === undefined) return t("import.kind.other")
  const kind = t(`import.kind.${read.kind}`)
  return read.kindBy === "name" ? t("imported.byName", { kind }) : kind
}

function renderStated({ t }: Words, { maker, device, way, when, note }: Stated): HTMLElement {
  const pairs = [
    ...pair(t("import.maker"), maker === null ? null : t(`import.maker.${maker}`)),
    ...pair(t("import.device"), device === null ? null : t(`import.device.${device}`)),
    ...pair(t("import.way"), way === null ? null : t(`import.way.${way}`)),
    ...pair(t("imported.when"), when === "" ? null : when),
    ...pair(t("imported.note"), note === "" ? null : note),
  ]
  return pairs.length === 0
    ? el("p", { class: "soft" }, t("imported.statedNone"))
    : el("dl", { class: "said", "aria-labelledby": "stated-title" }, ...pairs)
}

function renderClaims({ t }: Words, claims: readonly Claim[]): (HTMLElement | null)[] {
  if (claims.length === 0) return [el("p", { class: "soft" }, t("imported.claimsNone"))]
  const hasPosition = claims.some(({ name }) => name === "position")
  return [
    el("p", { class: "small soft" }, t("imported.claimsNote")),
    el(
      "dl",
      { class: "said", "aria-labelledby": "claims-title" },
      ...claims.flatMap(({ name, where, text }) => [
        el("dt", {}, t(`claim.${name}`), " ", el("small", { class: "soft" }, inertText(where, 60))),
        el(
          "dd",
          { "data-claim": name },
          el("bdi", {}, name === "position" ? t("claim.positionThere") : inertText(text, LONGEST_SHOWN)),
        ),
      ]),
    ),
    hasPosition ? el("p", { id: "position", class: "note note-warn" }, t("imported.position")) : null,
  ]
}

const pair = (label: string, text: string | null): HTMLElement[] =>
  text === null ? [] : [el("dt", {}, label), el("dd", {}, el("bdi", {}, inertText(text, 2_000)))]

function renderContent({ t }: Words, model: Model): (HTMLElement | null)[] {
  const { content } = model
  const isShown = content.at === "shown"
  return [
    el(
      "div",
      { class: "row" },
      el(
        "button",
        {
          ...{ type: "button", id: "show-content", class: isShown ? "button-quiet" : "button-plain" },
          ...{ "data-act": isShown ? "hide" : "show", "aria-expanded": String(isShown) },
          ...busyIf(content.at === "reading"),
        },
        t(isShown ? "item.hide" : "item.show"),
      ),
      el(
        "button",
        { type: "button", id: "save-original", class: "button-quiet", "data-act": "save-original" },
        t("imported.save"),
      ),
    ),
    el("p", { class: "small soft" }, t("imported.saveNote")),
    isShown
      ? (renderPreview(t, content.imported ?? null) ?? notShown(t, model))
      : el("p", { class: "small soft" }, t("imported.showHint")),
  ]
}

/** Of a picture, a film or sound of a kind that no browser decodes, HEIC above all: the button was not pressed in vain. */
const notShown = (t: Words["t"], { item }: Model): HTMLElement | null =>
  SEEN_OR_HEARD.has(item?.imported?.read?.kind ?? "other")
    ? el("p", { id: "not-shown", class: "note note-calm" }, t("imported.notShown"))
    : null

const SEEN_OR_HEARD: ReadonlySet<string> = new Set(["picture", "video", "audio"])

function renderPreview(t: Words["t"], preview: Extract<Model["content"], { at: "shown" }>["imported"]) {
  if (preview == null) return null
  const { kind, url } = preview
  if (url === null) return el("p", { class: "note note-problem" }, t("imported.damaged"))
  const label = t(kind === "picture" ? "imported.picture" : "imported.player")
  return el(
    "figure",
    { id: "preview" },
    kind === "picture"
      ? el("img", { src: url, alt: label })
      : el(kind, { src: url, controls: true, preload: "metadata", "aria-label": label }),
    el("figcaption", { class: "small soft" }, t("imported.pictureNote")),
    el("p", { id: "cannot-show", class: "note note-warn", hidden: true }, t("imported.cannotShow")),
  )
}
