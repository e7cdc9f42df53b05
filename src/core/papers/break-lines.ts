/**
 * Text into lines of a width: between words, between Chinese characters, and
 * wherever nothing else will do inside of what is longer than a line. Marks that
 * may not begin or end a line stay with their neighbours (GB/T 15834, UAX #14).
 */

const NOT_FIRST = /^[\p{Pe}\p{Pf}、，。．：；？！…—～·％%‰℃,.:;?!”’ー々]/u
const NOT_LAST = /^[\p{Ps}\p{Pi}“‘￥$£#＃@]/u
/** Those between which a line may end. */
const WIDE =
  /^[\u2e80-\u303f\u3040-\u30ff\u3100-\u312f\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3ffff}]/u
/** An address may go on in the next line after these. */
const AFTER = /[/?&=\-_.,;:]$/

const segmenter = new Intl.Segmenter("zh", { granularity: "grapheme" })
/** Each sign of it is a character: for most of a paper, and much faster. */
const SIMPLE = /^[\x20-\x7e\u3000-\u303f\u4e00-\u9fff\uff00-\uffef·×–—“”‘’…]*$/u
const LETTER = /^[\p{L}\p{M}]/u
const RIGHT_TO_LEFT = /^[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const LONGEST_RUN = 40

/** The type that a text is set in. */
export interface Face {
  /** Whether the font lacks something of this character: it is then drawn as a picture. */
  readonly isDrawn: (character: string) => boolean
  /** Of a unit. */
  readonly widthOf: (unit: string) => number
}

/**
 * What stays together: a character as a reader counts them; and, since letters
 * that are drawn must be drawn side by side to join and to run from right to
 * left, a run of such letters.
 */
export function unitsOf(text: string, isDrawn: Face["isDrawn"]): string[] {
  if (SIMPLE.test(text) && !isDrawn(text)) return Array.from(text)
  const characters = Array.from(segmenter.segment(text), ({ segment }) => segment)
  const units: string[] = []
  for (let at = 0; at < characters.length;) {
    const end = endOfRun(characters, at, isDrawn)
    units.push(characters.slice(at, end).join(""))
    at = end
  }
  return units
}

function endOfRun(characters: readonly string[], start: number, isDrawn: Face["isDrawn"]): number {
  const joins = (at: number): boolean => {
    const character = characters[at] ?? ""
    return LETTER.test(character) && !WIDE.test(character) && isDrawn(character)
  }
  if (!joins(start)) return start + 1
  let end = start + 1
  while (end < characters.length && end - start < LONGEST_RUN) {
    const isSpace = characters[end] === " " && RIGHT_TO_LEFT.test(characters[end + 1] ?? "") && joins(end + 1)
    if (!(isSpace && RIGHT_TO_LEFT.test(characters[start] ?? "")) && !joins(end)) break
    end += 1
  }
  return end
}

/** The lines together are the text, less the spaces at their ends. `width` is in the unit of `widthOf`. */
export function breakLines(text: string, width: number, face: Face): string[] {
  return text.split("\n").flatMap(paragraph => breakParagraph(unitsOf(paragraph, face.isDrawn), width, face))
}

function breakParagraph(units: readonly string[], width: number, { widthOf }: Face): string[] {
  const lines: string[] = []
  let start = 0
  while (start < units.length) {
    const end = endOfLine(units, start, width, widthOf)
    lines.push(units.slice(start, end).join("").trimEnd())
    start = end
    while (start < units.length && units[start] === " ") start += 1
  }
  return lines.length === 0 ? [""] : lines
}

/** The index after the last unit of the line; always further than `start`. */
function endOfLine(units: readonly string[], start: number, width: number, widthOf: Face["widthOf"]): number {
  let used = 0
  let end = start
  while (end < units.length) {
    const next = units[end] ?? ""
    used += widthOf(next)
    if (used > width && next !== " ") break
    end += 1
  }
  if (end >= units.length) return end
  for (let at = end; at > start; at -= 1) {
    if (mayBreak(units[at - 1] ?? "", units[at] ?? "")) return at
  }
  return Math.max(end, start + 1)
}

function mayBreak(before: string, after: string): boolean {
  if (after === " ") return true
  if (NOT_FIRST.test(after) || NOT_LAST.test(before)) return false
  if (before === " ") return true
  // A line to write on is one thing.
  if (before === "_" && after === "_") return false
  return WIDE.test(before) || WIDE.test(after) || (AFTER.test(before) && !/^\d/.test(after))
}
