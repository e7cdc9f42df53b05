/** What the user says for themselves, in 00-readme.html: in which case an item is, its labels, and where their notes are. */
import { NOTES } from "../remarks.ts"
import { type BothWords, both, fact } from "./readme-parts.ts"
import { escapeHtml, shownText } from "./shown.ts"
import type { BundleSnapshot, CaseSaid, ItemSnapshot } from "./snapshot.ts"

/** Paragraphs; nothing where no case is named. */
export function casesSaid({ cases = [] }: BundleSnapshot, { zh, en }: BothWords): string {
  if (cases.length === 0) return ""
  const named = cases.map(caseSaid).join(", ")
  return `<p class="case">${both(zh.readme.caseOf, en.readme.caseOf)}: ${named}<br><small>${both(zh.readme.caseNote, en.readme.caseNote)}</small></p>
`
}

const caseSaid = ({ number, title }: CaseSaid): string =>
  title === null ? number : `${number} <bdi>${escapeHtml(shownText(title))}</bdi>`

/** Lines of an item. */
export function filingSaid({ record, caseNumber, remarks = [] }: ItemSnapshot, words: BothWords): string[] {
  const { zh, en } = { zh: words.zh.readme, en: words.en.readme }
  const labels = remarks.flatMap(({ kind, content }) =>
    kind === "labels" && content !== null ? [content] : [],
  )
  const said = [
    ...labels.flatMap(({ wrongs }) => wrongs.map(wrong => both(zh.wrong(wrong), en.wrong(wrong)))),
    ...labels.flatMap(({ tags }) => tags.map(tag => `<bdi>${escapeHtml(shownText(tag))}</bdi>`)),
  ]
  const count = (kind: "note" | "complaint") => remarks.filter(remark => remark.kind === kind).length
  const kept = [count("note"), count("complaint"), `data/${record.item}/${NOTES}`] as const
  const parts = [
    said.length === 0 ? "" : `<p>○ ${said.join(" · ")}</p>`,
    `<p>${both(zh.notesKept(...kept), en.notesKept(...kept))}</p>`,
    `<p class="note">${both(zh.userSaidNote, en.userSaidNote)}</p>`,
  ]
  return [
    ...(caseNumber === undefined ? [] : [fact(zh.caseOf, en.caseOf, caseNumber)]),
    ...(remarks.length === 0 ? [] : [fact(zh.userSaid, en.userSaid, parts.join(""))]),
  ]
}
