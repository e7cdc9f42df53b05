/** What the page says of its post, in one line: who, when, to how many. */
import { counterNames, type PostSummary } from "../../core/post-facts/summary.ts"
import { type Words } from "../../i18n/words.ts"
import { type CaptureRow } from "../../vault/capture-row.ts"
import { el } from "../parts/dom.ts"
import { inertText } from "../parts/inert-text.ts"

/** Null where nothing was read, and nothing that a reader would miss. */
export function renderPostLine(words: Words, { facts }: CaptureRow): HTMLElement | null {
  if (facts === undefined) return null
  const said = saidOf(words, facts)
  const notes = notesOf(words, facts)
  if (said.length === 0 && notes.length === 0) return null
  return el(
    "section",
    { id: "post-facts", class: "small", "aria-label": words.t("facts.title") },
    said.length === 0
      ? null
      : el("p", {}, ...said.flatMap((part, at) => (at === 0 ? [part] : [" · ", part]))),
    ...notes.map(note => el("p", { class: "soft" }, note)),
  )
}

function saidOf({ t, format }: Words, facts: PostSummary): (HTMLElement | string)[] {
  const { authorName, authorHandle, publishedAt, counters } = facts
  const name = inertText(authorName ?? authorHandle ?? "", 30)
  return [
    ...(name === "" ? [] : [el("bdi", { class: "strong" }, name)]),
    ...(publishedAt === null ? [] : [format.time(publishedAt.at)]),
    ...counterNames.flatMap(counter => {
      const value = counters[counter]
      if (value === undefined) return []
      const n = format.number(value.count)
      return [t(`facts.${counter}`, { n: value.rounded ? t("facts.about", { n }) : n })]
    }),
  ]
}

function notesOf({ t }: Words, { ambiguous, faulty }: PostSummary): string[] {
  return [
    ...(ambiguous.length > 0 ? [t("facts.ambiguous", { n: ambiguous.length })] : []),
    ...(faulty ? [t("facts.faulty")] : []),
  ]
}
