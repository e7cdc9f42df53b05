/**
 * Reads a value out of the text of a script, without running anything: JSON, and
 * the two things that pages write besides: a bare `undefined`, and one string in
 * single quotes. Keys and strings inside stand in double quotes, always: words of
 * a user that look like data are no data.
 */

/** As much as a page is believed to hold: deeper or more is given up. */
const MOST_DEPTH = 200
const MOST_VALUES = 400_000

export interface Literal {
  readonly value: unknown
  /** Where the text goes on behind it. */
  readonly end: number
}

/** The value that begins at `at`; null where none does, or one that is cut off, too deep or too large. */
export function readLiteral(text: string, at: number): Literal | null {
  const reader = new LiteralReader(text, at)
  try {
    const value = reader.value(0)
    return { value, end: reader.at }
  } catch (thrown) {
    if (thrown instanceof NoLiteral) return null
    throw thrown
  }
}

class NoLiteral extends Error {}

const WORDS: readonly (readonly [word: string, value: unknown])[] = [
  ["true", true],
  ["false", false],
  ["null", null],
  ["undefined", undefined],
  ["NaN", undefined],
  ["void 0", undefined],
  ["!0", true],
  ["!1", false],
]
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const SPACE = /\s*/y
const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"/sy
const SINGLE = /'([^'\\\n]*(?:\\.[^'\\\n]*)*)'/y

class LiteralReader {
  at: number
  readonly #text: string
  #values = 0

  constructor(text: string, at: number) {
    this.#text = text
    this.at = at
  }

  value(depth: number): unknown {
    this.#values += 1
    if (depth > MOST_DEPTH || this.#values > MOST_VALUES) throw new NoLiteral()
    this.#skip()
    const next = this.#text[this.at]
    if (next === "{") return this.#object(depth)
    if (next === "[") return this.#list(depth)
    if (next === '"') return this.#string()
    if (next === "'" && depth === 0) return this.#single()
    return this.#word()
  }

  #object(depth: number): object {
    // Without a prototype: `__proto__` is a key like any other.
    const found = Object.create(null) as Record<string, unknown>
    this.at += 1
    for (;;) {
      this.#skip()
      if (this.#take("}")) return found
      const key = this.#string()
      this.#skip()
      if (!this.#take(":")) throw new NoLiteral()
      found[key] = this.value(depth + 1)
      this.#skip()
      if (this.#take(",")) continue
      if (this.#take("}")) return found
      throw new NoLiteral()
    }
  }

  #list(depth: number): unknown[] {
    const found: unknown[] = []
    this.at += 1
    for (;;) {
      this.#skip()
      if (this.#take("]")) return found
      found.push(this.value(depth + 1))
      this.#skip()
      if (this.#take(",")) continue
      if (this.#take("]")) return found
      throw new NoLiteral()
    }
  }

  #string(): string {
    const [string] = this.#match(STRING)
    return parseString(string)
  }

  /** Its escapes are those of JSON, and the single quote. */
  #single(): string {
    const [, inside = ""] = this.#match(SINGLE)
    return parseString(`"${inside.replace(/\\[^]|"/g, part => (part === '"' ? '\\"' : part))}"`)
  }

  #word(): unknown {
    for (const [word, value] of WORDS) {
      if (!this.#text.startsWith(word, this.at)) continue
      this.at += word.length
      return value
    }
    const [number] = this.#match(NUMBER)
    // Ids of posts are longer than a number holds; their digits are kept.
    const value = Number(number)
    return /^-?\d+$/.test(number) && String(value) !== number ? number : value
  }

  #match(pattern: RegExp): RegExpExecArray {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.#text)
    if (found === null) throw new NoLiteral()
    this.at = pattern.lastIndex
    return found
  }

  #skip(): void {
    SPACE.lastIndex = this.at
    SPACE.exec(this.#text)
    this.at = SPACE.lastIndex
  }

  #take(mark: string): boolean {
    if (this.#text[this.at] !== mark) return false
    this.at += 1
    return true
  }
}

function parseString(quoted: string): string {
  try {
    const value: unknown = JSON.parse(asJson(quoted))
    if (typeof value === "string") return value
  } catch (thrown) {
    throw new NoLiteral("string", { cause: thrown })
  }
  throw new NoLiteral("string")
}

/** Without the escapes that scripts have and JSON has not, and without control characters that JSON wants escaped. */
const asJson = (quoted: string): string =>
  quoted
    .replace(/\\(x[0-9a-fA-F]{2}|[^])/g, (escape, said: string) => {
      if (said.length === 3) return `\\u00${said.slice(1)}`
      return said === "'" ? "'" : escape
    })
    .replace(/[\u0000-\u001f]/g, " ")
