/**
 * The one door that each page of ours with something of the vault on it passes
 * before it reads or draws anything: open where there is no lock, or where the
 * passphrase was entered since the browser began.
 */
import { EvidenceError, type ErrorCode } from "../../core/errors.ts"
import { type Lock, liftableFrom } from "../../core/lock.ts"
import { errorSentences } from "../../i18n/sentences.ts"
import { type Words } from "../../i18n/words.ts"
import { isUnlocked, watchUnlocked } from "../../platform/lock.ts"
import { backgroundClient } from "../../platform/popup.ts"
import { isInPrivateWindow } from "../../platform/private-window.ts"
import { keptLock } from "../../vault/read-settings.ts"
import { type Vault } from "../../vault/schema.ts"
import { el, patch } from "./dom.ts"
import { renderProblemOf } from "./problem.ts"
import { goPlain, leavePlain } from "./title.ts"
import { renderWithoutStorage } from "./without-storage.ts"

interface Model {
  readonly lock: Lock
  readonly problem: ErrorCode | null
  /** What was said after a press; empty for nothing. */
  readonly note: "lock.capturing" | "lock.captured" | null
  /** When somebody asked to have it taken off, where the passphrase has just been entered. */
  readonly somebody: string | null
}

/** @param capture captures the page in front and ends when it is saved, where this page can */
export async function untilUnlocked(
  vault: Vault,
  words: Words,
  capture: (() => Promise<void>) | null = null,
): Promise<void> {
  const lock = await keptLock(vault).catch((thrown: unknown) => stayClosed(words, thrown, capture))
  if (lock === null) return
  goPlain(words)
  const door: Door = { vault, words, capture }
  if (!(await isUnlocked().catch(asClosed))) await opened(door, lock)
  watchUnlocked(() => {
    // What the page is about, an import or a recording, goes on behind the door.
    void closedAgain(vault, lock).then(closed => {
      if (closed !== null && !isClosed()) void opened(door, closed)
    })
  })
}

/** Whether there is a lock is not known: the page says what is wrong, and begins nothing. */
function stayClosed(words: Words, thrown: unknown, capture: Door["capture"]): Promise<never> {
  document.documentElement.lang = words.language
  const { code } = EvidenceError.from(thrown)
  const mayCapture = code === "vault/unavailable" && isInPrivateWindow()
  document
    .querySelector("#view")
    ?.replaceChildren(
      mayCapture && capture !== null
        ? renderWithoutStorage(words, capture)
        : (renderProblemOf(words, code) ?? ""),
    )
  return new Promise(() => undefined)
}

/** Where the browser does not say that it is open, it is closed. */
const asClosed = (): false => false

interface Door {
  readonly vault: Vault
  readonly words: Words
  readonly capture: (() => Promise<void>) | null
}

const isClosed = (): boolean => document.body.dataset.locked === "yes"

/** The lock, where it is closed; null where it is open, or was taken off. Where that cannot be read it is as it was. */
async function closedAgain(vault: Vault, before: Lock): Promise<Lock | null> {
  return (await isUnlocked().catch(asClosed)) ? null : keptLock(vault).catch(() => before)
}

/** Closes the page, and ends when it is open again. */
function opened({ vault, words, capture }: Door, lock: Lock): Promise<void> {
  const gate: { open?: () => void } = {}
  const through = new Promise<void>(resolve => {
    gate.open = resolve
  })
  const background = backgroundClient()
  const held: { model: Model; isAnswering: boolean } = {
    model: { lock, problem: null, note: null, somebody: null },
    isAnswering: false,
  }
  const place = el("div", { id: "lock" })
  const change = (part: Partial<Model>) => {
    held.model = { ...held.model, ...part }
    patch(place, el("div", { id: "lock" }, renderLocked(words, held.model, capture !== null)))
  }
  const open = () => {
    // One that was opened before this one was closed has nothing to take away.
    if (!place.isConnected) return
    place.remove()
    delete document.body.dataset.locked
    gate.open?.()
  }
  const answer = async (work: () => Promise<void>) => {
    if (held.isAnswering) return
    held.isAnswering = true
    try {
      change({ problem: null, note: null })
      await work()
    } catch (thrown) {
      change({ problem: EvidenceError.from(thrown).code, note: null })
    }
    held.isAnswering = false
  }
  place.addEventListener("submit", event => {
    event.preventDefault()
    const field = place.querySelector<HTMLInputElement>("#lock-passphrase")
    void answer(async () => {
      const { liftAskedAt } = await background("unlock", { passphrase: field?.value ?? "" })
      if (liftAskedAt === null) open()
      else change({ somebody: liftAskedAt })
    })
  })
  const acts: Readonly<Record<string, () => Promise<void>>> = {
    go: () => {
      open()
      return Promise.resolve()
    },
    ask: async () => {
      await background("askToLift", null)
      change({ lock: (await keptLock(vault)) ?? lock })
    },
    lift: async () => {
      await background("removeLock", { passphrase: null })
      leavePlain()
      open()
    },
    capture: async () => {
      if (capture === null) return
      change({ note: "lock.capturing" })
      await capture()
      change({ note: "lock.captured" })
    },
  }
  place.addEventListener("click", event => {
    const pressed = event.target instanceof Element ? event.target.closest("button") : null
    const work = acts[pressed?.dataset.lock ?? ""]
    if (work !== undefined) void answer(work)
  })
  // Opened in another page, it is open here too.
  watchUnlocked(() => {
    void closedAgain(vault, lock).then(closed => {
      if (closed === null && !held.isAnswering && held.model.somebody === null) open()
    })
  })
  for (const player of document.querySelectorAll<HTMLMediaElement>("video, audio")) player.pause()
  document.documentElement.lang = words.language
  document.body.dataset.locked = "yes"
  document.body.append(place)
  change({})
  place.querySelector<HTMLElement>("#lock-passphrase")?.focus()
  return through
}

function renderLocked(words: Words, model: Model, mayCapture: boolean): HTMLElement {
  const { t } = words
  const { somebody, problem, note } = model
  if (somebody !== null) {
    return el(
      "main",
      { id: "lock-told" },
      el("h1", {}, t("lock.name")),
      el(
        "p",
        { class: "note note-problem", role: "alert" },
        t("lock.somebody", { time: words.format.time(somebody) }),
      ),
      el("button", { type: "button", class: "button-main", "data-lock": "go" }, t("lock.go")),
    )
  }
  const said = errorSentences(t, "lock/locked")
  const wrong = problem === null ? null : errorSentences(t, problem)
  return el(
    "main",
    { id: "lock-closed", "data-cause": "lock/locked" },
    el("h1", {}, t("lock.name")),
    el("p", {}, said.cause),
    el("p", {}, said.next),
    wrong === null
      ? null
      : el(
          "div",
          { id: "lock-problem", class: "note note-problem", role: "alert", "data-cause": problem },
          el("p", { class: "strong" }, wrong.cause),
          el("p", {}, wrong.safe),
          el("p", {}, wrong.next),
          el("code", { class: "code" }, wrong.code),
        ),
    el(
      "form",
      { id: "lock-form", class: "fields" },
      el(
        "label",
        { class: "field" },
        el("span", {}, t("lock.old")),
        el("input", { id: "lock-passphrase", type: "password", autocomplete: "off", spellcheck: "false" }),
      ),
      el("button", { type: "submit", class: "button-main" }, t("lock.open")),
    ),
    el("p", { class: "small soft" }, said.safe),
    mayCapture
      ? el("button", { type: "button", class: "button-plain", "data-lock": "capture" }, t("lock.capture"))
      : null,
    el("p", { role: "status" }, note === null ? "" : t(note)),
    renderForgotten(words, model.lock),
    el("code", { class: "code" }, said.code),
  )
}

function renderForgotten({ t, format }: Words, lock: Lock): HTMLElement {
  const from = liftableFrom(lock)
  const act = (name: "ask" | "lift") =>
    el("button", { type: "button", class: "button-plain", "data-lock": name }, t(`lock.${name}`))
  return el(
    "details",
    { id: "lock-forgotten" },
    el("summary", {}, t("lock.forgotten")),
    el("p", { class: "small" }, t("lock.forgetting")),
    from === null
      ? act("ask")
      : el("p", { id: "lock-asked" }, t("lock.asked", { time: format.time(new Date(from).toISOString()) })),
    from === null ? null : act("lift"),
  )
}
