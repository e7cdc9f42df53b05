import { ANNOTATIONS, standingMarks } from "../picture/annotations.ts"
import { REDACTIONS } from "../picture/redactions.ts"
import { type BothWords, both, fact, print } from "./readme-parts.ts"
import { escapeHtml, shownText } from "./shown.ts"
import type { ItemSnapshot } from "./snapshot.ts"

/** What 00-readme.html says of what the user added to an item's pictures: marks as they stand, and every redacted copy as what it is. */
export function marksSaid({ record, annotations, copies }: ItemSnapshot, words: BothWords): string[] {
  const { zh, en } = { zh: words.zh.readme, en: words.en.readme }
  const folder = `data/${record.item}/`
  const marked = [...standingMarks(annotations).values()].map(({ picture, marks }) => {
    const notes = marks.flatMap(({ note }) =>
      note === undefined ? [] : [`<li><bdi>${escapeHtml(shownText(note))}</bdi></li>`],
    )
    const list = notes.length === 0 ? "" : `<ul>${notes.join("")}</ul>`
    return `<li>${picture.path}: ${both(zh.marksCount(marks.length), en.marksCount(marks.length))}${list}</li>`
  })
  const said = [
    `<small>${folder}${ANNOTATIONS}</small>`,
    marked.length === 0 ? `<p>${both(zh.marksNone, en.marksNone)}</p>` : `<ul>${marked.join("")}</ul>`,
    `<p class="note">${both(zh.marksNote, en.marksNote)}</p>`,
  ]
  return [
    ...(annotations.length === 0 ? [] : [fact(zh.marks, en.marks, said.join(""))]),
    ...copies.map(({ path, sha256, original, at, boxes }) =>
      fact(
        zh.redactedCopy,
        en.redactedCopy,
        `<small>${folder}${path}</small><br>${print(sha256)}` +
          `<p>${both(zh.redactedCopyOf(boxes.length, original.path, inUtc(at)), en.redactedCopyOf(boxes.length, original.path, inUtc(at)))}</p>` +
          `${print(original.sha256)}<br><small>${folder}${REDACTIONS}</small>`,
      ),
    ),
  ]
}

const inUtc = (at: string) => `${at.slice(0, 19).replace("T", " ")} UTC`
