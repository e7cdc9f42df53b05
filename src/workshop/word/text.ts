import { Paragraph, TextRun } from "docx"
import { type Said, type Tone } from "../../core/papers/block.ts"
import { STYLES } from "./styles.ts"

const TONES: Readonly<Record<Tone, string>> = {
  plain: STYLES.cell,
  strong: STYLES.strong,
  soft: STYLES.soft,
  code: STYLES.digits,
}

/** Each line as a paragraph of its tone's style, or all in one style. */
export const paragraphs = (said: Said, style: string | null = null): Paragraph[] =>
  said.map(({ text, tone }) => paragraph(text, style ?? TONES[tone]))

export const paragraph = (text: string, style: string): Paragraph =>
  new Paragraph({ style, children: [new TextRun(xmlText(text))] })

/**
 * What no XML 1.0 document can hold (§2.2, Char) by its number: an editor would
 * refuse the whole file for it.
 */
export const xmlText = (text: string): string =>
  text.replaceAll(
    /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu,
    unit => `[U+${(unit.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`,
  )
