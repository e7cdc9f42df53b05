/** What the page in front says of its post, against the last capture of the same address; told, and kept on a click. */
import { busyIf } from "../parts/busy.ts"
import { type CounterValue } from "../../core/post-facts/fields.ts"
import { type CounterChange } from "../../core/readings/reading.ts"
import { readingsWords } from "../../i18n/readings.ts"
import { type Words } from "../../i18n/words.ts"
import { type Ask } from "../../platform/messaging.ts"
import { type BackgroundApi } from "../../protocol.ts"
import { el } from "../parts/dom.ts"
import { button } from "./button.ts"
import { type Model } from "./model.ts"
import { type Store } from "./store.ts"

/** Null where the page is not known, or does not say. The words themselves stand on the item's page, where they are asked for. */
export function renderChanged(words: Words, { changed, seen, pending }: Model): HTMLElement | null {
  if (changed === null || seen.newest === null) return null
  const { t, language } = words
  const { state, changes } = changed.found
  const moved = changes.counters.filter(hasMoved)
  return el(
    "section",
    {
      ...{ id: "changed", class: `note small ${state === "there" ? "note-calm" : "note-warn"}` },
      ...{ "aria-label": t("changed.title"), role: "status", "data-state": state },
    },
    el(
      "p",
      {},
      el("strong", {}, t("changed.title")),
      " ",
      state === "there" && changed.found.stateBasis === "same-text"
        ? t("changed.same")
        : readingsWords[language].found({ ...changed.found, status: null }),
    ),
    moved.length === 0
      ? null
      : el("p", { id: "changed-counters" }, moved.map(each => counterSaid(words, each)).join(" · ")),
    el(
      "p",
      { class: "row" },
      el("span", { class: "soft" }, t("changed.again")),
      changed.kept
        ? el("span", { id: "reading-kept" }, t("changed.kept"))
        : button(
            "keep-reading",
            "link",
            { id: "keep-reading", "data-capture": changed.of, ...busyIf(pending !== null) },
            t(pending === "reading" ? "changed.keeping" : "changed.keep"),
          ),
    ),
  )
}

const hasMoved = ({ then, now }: CounterChange): boolean =>
  then?.count !== now?.count || then?.rounded !== now?.rounded

function counterSaid({ t, format, language }: Words, { name, then, now }: CounterChange): string {
  const said = (value: CounterValue | null) => {
    if (value === null) return "—"
    const n = format.number(value.count)
    return value.rounded ? t("readings.rounded", { n }) : n
  }
  return t("changed.counter", {
    what: readingsWords[language].counterName(name),
    then: said(then),
    now: said(now),
  })
}

/** Asks once for each popup, as soon as it is known that the page in front was captured before. Nothing waits for it. */
export function changesAsk(
  store: Store,
  background: Ask<BackgroundApi>,
  report: (thrown: unknown) => void,
): () => void {
  const asked = new Set<number>()
  return () => {
    const { page, seen } = store.read()
    if (page?.access !== "full" || seen.newest === null || asked.has(page.tabId)) return
    asked.add(page.tabId)
    const of = seen.newest.id
    background("readChanges", { captureId: of, tabId: page.tabId }).then(({ changes }) => {
      store.change({ changed: changes === null ? null : { of, found: changes, kept: false } })
    }, report)
  }
}
