/** What the user says for themselves, in 00-readme.html: in which case an item is, its labels, and where their notes are. */
import { attachedPath } from "../remark-files.ts"
import { type Cost, filesOfSaid, NOTES, standingRemarks } from "../remarks.ts"
import { type BothWords, both, fact } from "./readme-parts.ts"
import { escapeHtml, shownText } from "./shown.ts"
import type { BundleSnapshot, CaseSaid, ItemSnapshot } from "./snapshot.ts"
import type { FilingWords } from "./words.ts"

const ATTACHED = "data/attached/"

/** Paragraphs; nothing where no case is named. */
export function casesSaid({ cases = [] }: BundleSnapshot, { zh, en }: BothWords): string {
  if (cases.length === 0) return ""
  const named = cases.map(caseSaid).join(", ")
  return `<p class="case">${both(zh.readme.caseOf, en.readme.caseOf)}: ${named}<br><small>${both(zh.readme.caseNote, en.readme.caseNote)}</small></p>
${cases.map(each => costsSaid(each, { zh: zh.readme, en: en.readme })).join("")}`
}

/** A table with its sum; nothing where none stands. */
function costsSaid(
  { number, remarks }: CaseSaid,
  { zh, en }: Readonly<Record<"zh" | "en", FilingWords>>,
): string {
  const costs = standingRemarks(remarks).flatMap(({ kind, content }) =>
    kind === "cost" && content !== null ? [content] : [],
  )
  if (costs.length === 0) return ""
  const line = ({ day, what, cents, files = [] }: Cost) => {
    const receipts = files.map(file => `<br><a href="data/${attachedPath(file)}">${attachedPath(file)}</a>`)
    return `<tr><th>${day}</th><td><bdi>${escapeHtml(shownText(what))}</bdi>${receipts.join("")}</td><td>${yuan(cents)}</td></tr>`
  }
  const sum = costs.reduce((total, { cents }) => total + cents, 0)
  const together = `<tr><th>${both(zh.costSum, en.costSum)}</th><td></td><td>${yuan(sum)}</td></tr>`
  return `<div class="case"><p>${number}: ${both(zh.costs, en.costs)}</p><table class="numbers"><tbody>${costs.map(line).join("")}${together}</tbody></table>
<p class="note">${both(zh.costsNote, en.costsNote)}</p></div>
`
}

/** With two digits after the point, whatever the zone or the language. */
const yuan = (cents: number): string =>
  `${String(Math.floor(cents / 100))}.${String(cents % 100).padStart(2, "0")}`

const caseSaid = ({ number, title }: CaseSaid): string =>
  title === null ? number : `${number} <bdi>${escapeHtml(shownText(title))}</bdi>`

/** Lines of an item. */
export function filingSaid(
  { record, caseNumber, remarks = [], origins = [] }: ItemSnapshot,
  words: BothWords,
): string[] {
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
  const files = remarks.flatMap(filesOfSaid).length
  const parts = [
    said.length === 0 ? "" : `<p>○ ${said.join(" · ")}</p>`,
    `<p>${both(zh.notesKept(...kept), en.notesKept(...kept))}</p>`,
    ...(files === 0 ? [] : [`<p>${both(zh.filesKept(files, ATTACHED), en.filesKept(files, ATTACHED))}</p>`]),
    `<p class="note">${both(zh.userSaidNote, en.userSaidNote)}</p>`,
  ]
  return [
    ...origins.map(({ bundle, item }) =>
      fact(zh.origin, en.origin, both(zh.cameIn(item, bundle), en.cameIn(item, bundle))),
    ),
    ...(caseNumber === undefined ? [] : [fact(zh.caseOf, en.caseOf, caseNumber)]),
    ...(remarks.length === 0 ? [] : [fact(zh.userSaid, en.userSaid, parts.join(""))]),
  ]
}
