import { NoBreakHyphen, Paragraph, TextRun } from "docx"
import { type Said, type Tone } from "../../core/papers/block.ts"
import { STYLES } from "./styles.ts"

const TONES: Readonly<Record<Tone, string>> = {
  plain: STYLES.cell,
  strong: STYLES.strong,
  soft: STYLES.soft,
  code: STYLES.digits,
}

/** Each line as a paragraph of its tone's style, or all in one style. */
export const paragraphs = (said: Said, style: string | null = null, keepNext = false): Paragraph[] =>
  said.map(({ text, tone }) => paragraph(text, style ?? TONES[tone], keepNext))

/** @param keepNext on the sheet of what comes next */
export const paragraph = (text: string, style: string, keepNext = false): Paragraph =>
  new Paragraph({
    style,
    ...(keepNext ? { keepNext } : {}),
    children: [new TextRun({ children: unbroken(text) })],
  })

/**
 * A number of the list of evidence: Word would end a line after its hyphen. In an address, or in a date, it is none, and
 * must stay as it can be copied.
 */
const NUMBER = /(?<![\w/.=&?#%-])\d{1,2}-\d{1,4}(?:-\d{1,2})?(?![\w/=&?#%-]|\.\w)/g

function unbroken(text: string): (string | NoBreakHyphen)[] {
  const parts: (string | NoBreakHyphen)[] = []
  let from = 0
  for (const { 0: number, index } of text.matchAll(NUMBER)) {
    for (const [at, piece] of number.split("-").entries()) {
      parts.push(...(at === 0 ? [xmlText(text.slice(from, index) + piece)] : [new NoBreakHyphen(), piece]))
    }
    from = index + number.length
  }
  return [...parts, ...(from < text.length || parts.length === 0 ? [xmlText(text.slice(from))] : [])]
}

/**
 * What no XML 1.0 document can hold (§2.2, Char) by its number: an editor would
 * refuse the whole file for it.
 */
export const xmlText = (text: string): string =>
  text.replaceAll(
    /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu,
    unit => `[U+${(unit.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`,
  )
