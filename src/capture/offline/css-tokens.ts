/**
 * As much of the tokens of CSS (CSS Syntax 3, §4) as it takes to find every
 * address in a style sheet, however it is spelt: `\75rl(…)` is `url(…)`.
 */

export type Token =
  /** Written as it stands: it holds no address. */
  | { readonly kind: "other"; readonly text: string }
  | { readonly kind: "comment" }
  | { readonly kind: "string"; readonly value: string }
  /** `url(…)` whole, quoted or not. */
  | { readonly kind: "url"; readonly value: string }
  /** The name of a function, with its parenthesis still to come off the text. */
  | { readonly kind: "function"; readonly name: string; readonly text: string }
  | { readonly kind: "at"; readonly name: string; readonly text: string }
  | { readonly kind: "ident"; readonly name: string; readonly text: string }

const NAME_START = /[a-zA-Z_\u0080-\uffff]/
const NAME = /[\w\-\u0080-\uffff]/
const SPACE = /[ \t\n]/

/** What the standard does to a text before it is read (§3.3). */
const prepared = (css: string): string => css.replace(/\r\n?|\f/g, "\n").replaceAll("\0", "\ufffd")

export function* tokensOf(sheet: string): Generator<Token> {
  const css = prepared(sheet)
  const at = (index: number): string => css[index] ?? ""
  let next = 0

  const isEscape = (index: number) => at(index) === "\\" && at(index + 1) !== "\n" && index + 1 < css.length
  const startsName = (index: number): boolean => {
    if (at(index) !== "-") return NAME_START.test(at(index)) || isEscape(index)
    return at(index + 1) === "-" || NAME_START.test(at(index + 1)) || isEscape(index + 1)
  }

  /** An escaped character; `next` stands on the backslash. */
  function readEscape(): string {
    next += 1
    const digits = /^[\da-fA-F]{1,6}/.exec(css.slice(next, next + 6))?.[0]
    if (digits === undefined) {
      const char = String.fromCodePoint(css.codePointAt(next) ?? 0xfffd)
      next += char.length
      return char
    }
    next += digits.length
    if (SPACE.test(at(next))) next += 1
    const code = Number.parseInt(digits, 16)
    const isNone = code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)
    return isNone ? "\ufffd" : String.fromCodePoint(code)
  }

  function readName(): string {
    let name = ""
    for (;;) {
      if (isEscape(next)) name += readEscape()
      else if (NAME.test(at(next))) name += at(next++)
      else return name
    }
  }

  /** A string; `next` stands on its quote. A newline ends a broken one. */
  function readString(): string {
    const quote = at(next++)
    let value = ""
    while (next < css.length && at(next) !== "\n") {
      if (at(next) === quote) {
        next += 1
        break
      }
      if (isEscape(next)) value += readEscape()
      else if (at(next) === "\\") next += 2
      else value += at(next++)
    }
    return value
  }

  /** What stands in `url(` without quotes, up to its parenthesis; a broken one up to there too. */
  function readBareUrl(): string {
    let value = ""
    while (next < css.length && at(next) !== ")") {
      if (isEscape(next)) value += readEscape()
      else value += at(next++)
    }
    next += 1
    return value.trim()
  }

  function skipSpace(): void {
    while (SPACE.test(at(next))) next += 1
  }

  function readUrl(): string {
    next += 1
    skipSpace()
    if (at(next) !== '"' && at(next) !== "'") return readBareUrl()
    const value = readString()
    // Modifiers may follow; none is known to any browser.
    readBareUrl()
    return value
  }

  function readNamed(): Token {
    const name = readName()
    const lower = name.toLowerCase()
    const text = cssName(name)
    if (at(next) !== "(") return { kind: "ident", name: lower, text }
    if (lower === "url") return { kind: "url", value: readUrl() }
    next += 1
    return { kind: "function", name: lower, text: `${text}(` }
  }

  while (next < css.length) {
    const from = next
    const char = at(next)
    if (char === "/" && at(next + 1) === "*") {
      const end = css.indexOf("*/", next + 2)
      next = end === -1 ? css.length : end + 2
      yield { kind: "comment" }
    } else if (char === '"' || char === "'") yield { kind: "string", value: readString() }
    else if (startsName(next)) yield readNamed()
    else if (char === "@" && startsName(next + 1)) {
      next += 1
      const name = readName()
      yield { kind: "at", name: name.toLowerCase(), text: `@${cssName(name)}` }
    } else {
      next += 1
      if (SPACE.test(char)) skipSpace()
      const spaces = next - from - char.length
      // A name right after a number or a hash is part of it, and begins no function.
      const isStart = /\d/.test(char) || (char === "#" && (NAME.test(at(next)) || isEscape(next)))
      const isId = char === "#" && startsName(next)
      const name = isStart ? readName() : ""
      const rest = isId ? cssName(name) : escaped(name, /[^\w\-\u0080-\uffff]/g)
      yield { kind: "other", text: char === "\\" ? "" : css.slice(from, from + char.length + spaces) + rest }
    }
  }
}

const escaped = (value: string, unsafe: RegExp): string =>
  value.replace(unsafe, found => found.replace(/[^]/g, char => `\\${char.charCodeAt(0).toString(16)} `))

/** A name as CSS writes it, without any character that means something else. */
const cssName = (name: string): string => escaped(name, /[^\w\-\u0080-\uffff]|^-?\d|^-$/g)

/** A string as CSS writes it: safe in a sheet, and in a `<style>` however its text is parsed. */
export const cssString = (value: string): string => `"${escaped(value, /["\\<>&\u0000-\u001f\u007f]/g)}"`
