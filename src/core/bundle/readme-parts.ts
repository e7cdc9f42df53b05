import { escapeHtml } from "./shown.ts"
import type { PaperWords } from "./words.ts"

export interface BothWords {
  readonly zh: PaperWords
  readonly en: PaperWords
}

/** The same thing in Chinese, which the page is in, and in English, marked as such. Both are plain text. */
export function both(zh: string, en: string): string {
  return `<span>${escapeHtml(zh)}</span> <span lang="en">${escapeHtml(en)}</span>`
}

/** One line of a list of facts. `value` is HTML. */
export function fact(zh: string, en: string, value: string): string {
  return `<div><dt>${both(zh, en)}</dt><dd>${value}</dd></div>`
}

/** A fingerprint: all 64 digits in one piece, so that it can be searched for and copied. */
export const print = (digits: string) => `<code>${escapeHtml(digits)}</code>`

export const paragraphs = (lines: readonly string[]) =>
  lines.map(line => `<p>${escapeHtml(line)}</p>`).join("\n")
