/** The first screen: what page this is, one big button, and what is already kept. */
import { busyIf } from "../parts/busy.ts"
import { isPdfAddress } from "../../core/notices.ts"
import { isOnlyCookies } from "../../core/walls.ts"
import { type Words } from "../../i18n/words.ts"
import { type CaptureRow } from "../../vault/capture-row.ts"
import { el } from "../parts/dom.ts"
import { inertText } from "../parts/inert-text.ts"
import { hostName, itemLabel } from "../parts/item.ts"
import { renderNotices } from "../parts/notice.ts"
import { isHinted } from "./backup.ts"
import { button } from "./button.ts"
import { renderChatUntil } from "./chat.ts"
import { renderChanged } from "./changed.ts"
import { isLow, renderKeeping, renderLowStorage } from "./keeping.ts"
import { type FrontPage, isRecording, type Model, recoveredIn } from "./model.ts"
import { renderNotGranted } from "./not-granted.ts"
import { renderProblem } from "./problem.ts"
import { renderRecent } from "./recent.ts"

export function renderReady(words: Words, model: Model, page: FrontPage | null): HTMLElement {
  const blocked = page?.access === "none"
  return el(
    "div",
    { class: "view" },
    renderRecovered(words, model),
    renderRecording(words, model),
    renderPage(words, model, page),
    renderNotGranted(words, model, page),
    blocked ? renderProblem(words, "capture/page-forbidden", true) : null,
    renderLowStorage(words, model),
    renderWalls(words, model),
    renderChatUntil(words, model),
    renderBigButton(words, model, page, blocked),
    renderWays(words, model, page),
    renderChanged(words, model),
    blocked || page?.access === "not-granted" ? null : renderPromise(words, model, page),
    renderNotAllowed(words, model, page),
    renderTrashed(words, model),
    renderLateStamp(words, model),
    renderRecent(words, model, model.surface === "panel" ? PANEL_ITEMS : isCrowded(model, page) ? 1 : 2),
    renderLimits(words, model.counts?.kept === 0),
    renderKeeping(words, model),
  )
}

function renderBigButton({ t }: Words, model: Model, page: FrontPage | null, blocked: boolean): HTMLElement {
  const asking = model.pending === "capture"
  return button(
    "capture",
    "main",
    {
      id: "capture",
      disabled: blocked || page === null || page.access === "not-granted",
      "aria-busy": asking ? "true" : null,
      "aria-describedby": blocked ? "error" : page?.access === "not-granted" ? "not-granted" : "will-save",
    },
    t(asking ? "ready.capturing" : "ready.capture"),
  )
}

/** What else can be done with the page, in one line: the popup is low. */
function renderWays(words: Words, model: Model, page: FrontPage | null): HTMLElement | null {
  const ways = [renderPick(words, model, page), renderRecord(words, model, page)].filter(way => way !== null)
  return ways.length === 0 ? null : el("p", { class: "ways" }, ...ways)
}

/** Only where our script may be in the page. */
function renderPick({ t }: Words, { pending, surface }: Model, page: FrontPage | null): HTMLElement | null {
  if (page?.access !== "full" || surface === "panel") return null
  return button(
    "pick",
    "link",
    { id: "pick", class: "button-link", ...busyIf(pending === "pick") },
    t(pending === "pick" ? "ready.picking" : "ready.pick"),
  )
}

/** One recording at a time: while one runs, the way to it stands above. */
function renderRecord({ t }: Words, model: Model, page: FrontPage | null): HTMLElement | null {
  const { access } = page ?? { access: "none" }
  if (access === "none" || access === "not-granted" || model.surface === "panel") return null
  if (model.running.some(isRecording)) return null
  return button("open-recorder", "link", { id: "record", class: "button-link" }, t("record.entry"))
}

function renderRecording({ t }: Words, { running }: Model): HTMLElement | null {
  const row = running.find(isRecording)
  if (row === undefined) return null
  const item = itemLabel(row.item)
  return el(
    "p",
    { id: "recording", class: "row note note-calm", role: "status", "data-item": item },
    el("span", {}, t("record.running", { item })),
    button("open-recorder", "link", { id: "recording-show", "data-capture": row.id }, t("record.show")),
  )
}

function renderPage(words: Words, model: Model, page: FrontPage | null): HTMLElement | null {
  if (page === null || page.access === "not-granted") return null
  const { t, format } = words
  const { times, newest } = model.seen
  return el(
    "section",
    { id: "page", class: "page", "aria-label": t("ready.pageHere") },
    el(
      "p",
      { class: "where" },
      el("span", { class: "soft" }, t("ready.pageHere")),
      hostName(words, page.url),
    ),
    newest === null
      ? null
      : el(
          "p",
          { id: "seen", class: "small" },
          `${t("ready.seen", { n: times, time: format.time(newest.startedAt) })} `,
          button("open-item", "link", { "data-capture": newest.id }, t("ready.seenView")),
        ),
    page.privateWindow ? el("p", { id: "private", class: "note note-calm" }, t("ready.private")) : null,
    page.access === "picture-only" && !isPdfAddress(page.url)
      ? el("p", { id: "picture-only", class: "note note-warn" }, t("ready.pictureOnly"))
      : null,
    renderNotices(words, [
      ...(isPdfAddress(page.url) ? (["page/pdf"] as const) : []),
      ...(model.isOnline ? [] : (["browser/offline"] as const)),
    ]),
  )
}

/** Told before the button is pressed: what is captured is what is to be seen. */
function renderWalls({ t }: Words, { walls }: Model): HTMLElement | null {
  if (walls.length === 0) return null
  return el(
    "p",
    { id: "walls", class: "note note-warn", role: "status", "data-walls": walls.join(" ") },
    t(isOnlyCookies(walls) ? "ready.cookies" : "ready.wall"),
  )
}

function renderPromise({ t }: Words, { authorities, extras }: Model, page: FrontPage | null): HTMLElement {
  return el(
    "div",
    { id: "will-save", class: "small soft promise" },
    el("p", {}, t(page?.access === "picture-only" ? "ready.willSavePicture" : "ready.willSave")),
    el(
      "p",
      {},
      authorities.length === 0 ? t("ready.local") : t("ready.localStamp", { names: authorities.join(" · ") }),
    ),
    extras.length === 0
      ? null
      : el(
          "p",
          { id: "also-on" },
          t("extras.alsoOn", { what: extras.map(name => t(`extras.${name}`)).join(" · ") }),
        ),
  )
}

/** An extra that is on, and that the browser does not allow for this site yet: it would be skipped. */
function renderNotAllowed({ t }: Words, model: Model, page: FrontPage | null): HTMLElement | null {
  const asking = sentTo(model.extras)
  if (page?.access !== "full" || model.siteAllowed !== false || asking.length === 0) return null
  const host = inertText(new URL(page.url).hostname, 60)
  const what = asking.map(name => t(`extras.${name}`)).join(" · ")
  return el(
    "p",
    { id: "not-allowed", class: "row small" },
    el("span", {}, t("extras.pageNotAllowed", { host, what })),
    button("allow-site", "link", { id: "allow-site" }, t("extras.allow", { host })),
  )
}

/** Those of the extras that ask the site something. */
const sentTo = (extras: Model["extras"]) =>
  extras.filter(name => name === "server-record" || name === "originals")

/** As many as the panel's main.ts asks for. */
const PANEL_ITEMS = 8

/** True when a notice takes the room: a popup of 560 px should still show the export. */
function isCrowded(model: Model, page: FrontPage | null): boolean {
  return (
    model.problem !== null ||
    (model.siteAllowed === false && sentTo(model.extras).length > 0) ||
    recoveredIn(model) !== null ||
    model.toComplete !== null ||
    isLow(model) ||
    isHinted(model) ||
    model.walls.length > 0 ||
    model.isChat ||
    model.changed !== null ||
    page?.privateWindow === true ||
    page?.access !== "full"
  )
}

function renderRecovered({ t }: Words, model: Model): HTMLElement | null {
  const row = recoveredIn(model)
  if (row === null) return null
  const item = itemLabel(row.item)
  const n = new Set(row.pages.flatMap(page => page.from)).size
  return el(
    "section",
    { id: "recovered", class: "note note-warn", role: "status", "data-item": item },
    el("p", {}, n > 0 ? t("ready.recoveredFrames", { item, n }) : t("ready.recovered", { item })),
    el(
      "div",
      { class: "row" },
      button(
        "acknowledge",
        "quiet",
        { id: "recovered-keep", "data-capture": row.id },
        t("ready.recoveredKeep"),
      ),
      button(
        "open-item",
        "quiet",
        { id: "recovered-view", "data-capture": row.id },
        t("ready.recoveredView"),
      ),
      button(
        "trash-recovered",
        "quiet",
        { id: "recovered-trash", "data-capture": row.id },
        t("capturing.discardYes"),
      ),
    ),
  )
}

function renderTrashed({ t }: Words, { trashed }: Model): HTMLElement | null {
  if (!isInTrash(trashed)) return null
  return el(
    "p",
    { id: "trashed", class: "row small" },
    el("span", {}, t("ready.trashed", { item: itemLabel(trashed.item) })),
    button("restore", "link", { id: "restore", "data-capture": trashed.id }, t("discarded.restore")),
  )
}

const isInTrash = (row: CaptureRow | null): row is CaptureRow => typeof row?.trashedAt === "string"

function renderLateStamp({ t }: Words, { toComplete }: Model): HTMLElement | null {
  if (toComplete === null) return null
  return el(
    "div",
    { id: "late-stamp", class: "note note-calm small", role: "status" },
    el(
      "p",
      { class: "row" },
      el("span", {}, t("ready.stampLate")),
      button("view-export", "link", { "data-export": toComplete.id }, t("ready.seenView")),
    ),
  )
}

/** Open on the first run; one line afterwards. */
function renderLimits({ t }: Words, open: boolean): HTMLElement {
  return el(
    "details",
    { id: "limits", class: "small", open },
    el("summary", {}, t("limits.title")),
    el("p", {}, t("limits.can")),
    el("p", {}, t("limits.cannot")),
    el("p", {}, t("limits.notNotary")),
  )
}
