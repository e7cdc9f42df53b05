import { type Correction, CORRECTIONS } from "../corrections.ts"
import { type BothWords, both } from "./readme-parts.ts"
import { escapeHtml, shownText } from "./shown.ts"

/** What the user says of a field, told by shape and by words from what was read; nothing where they say nothing. */
export function filledIn(correction: Correction | undefined, { zh, en }: BothWords): string[] {
  if (correction === undefined) return []
  const { value, at, note } = correction
  const time = `${at.slice(0, 19).replace("T", " ")} UTC`
  const why = note === undefined ? "" : ` (<bdi>${escapeHtml(shownText(note))}</bdi>)`
  const whose = both(zh.readme.filledIn(time), en.readme.filledIn(time))
  return [`○ <bdi>${escapeHtml(shownText(value ?? ""))}</bdi>${why} <small>${whose}</small>`]
}

/** A paragraph. */
export function filledInNote(item: string, { zh, en }: BothWords): string {
  const path = `data/${item}/${CORRECTIONS}`
  return `<p class="note">${both(zh.readme.filledInNote(path), en.readme.filledInNote(path))}</p>`
}
